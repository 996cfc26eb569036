import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, root, textOf } from './mdx.ts';

/** Each layer may use the ones before it. */
const LAYERS = [
  'engine',
  'story',
  'browser',
  'figures',
  'components',
  'layouts',
  'content',
  'pages',
] as const;

const layerOf = (path: string): number =>
  LAYERS.findIndex(
    (layer) => path.startsWith(`src/${layer}/`) || (layer === 'content' && path.startsWith('content/')),
  );

/** What a file imports: paths from the project's top, or names of packages. */
const importsOf = (path: string, source = textOf(path)): readonly string[] =>
  [...source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'([^'\s]+)'/g)].map(([, to = '']) => {
    if (to.startsWith('@/')) return to.replace('@/', 'src/');
    if (to.startsWith('@content/')) return to.replace('@content/', 'content/');
    return to.startsWith('.') ? relative(root, join(root, dirname(path), to)) : to;
  });

/** Imports that lead to a later layer. */
const upwards = (path: string, source?: string): readonly string[] =>
  importsOf(path, source).filter((to) => layerOf(to) > layerOf(path));

const code = [...filesIn('src', /\.(ts|svelte|astro)$/), ...filesIn('content', /\.(ts|mdx)$/)];

test('imports run one way: engine ← story ← browser ← figures ← components ← layouts ← content ← pages', () => {
  const wrong = code.flatMap((path) =>
    layerOf(path) < 0 ? [] : upwards(path).map((to) => `${path} → ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('the way is really looked at', () => {
  expect(upwards('src/story/run.ts', "import X from '../figures/BillFigure.svelte';")).toHaveLength(1);
  expect(
    upwards('src/engine/step.ts', "const { story } = await import('@/story/story.svelte.ts');"),
  ).toHaveLength(1);
  expect(upwards('src/browser/keys.ts', "import('../components/KeysDialog.svelte')")).toHaveLength(1);
  expect(upwards('src/story/run.ts', "import { atRest } from '../browser/rest.ts';")).toHaveLength(1);
  expect(upwards('src/figures/scale.ts', "import { atRest } from '../browser/rest.ts';")).toEqual([]);
  expect(upwards('src/story/run.ts', "import { train } from '../engine/index.ts';")).toEqual([]);
  expect(code.flatMap((path) => importsOf(path)).length).toBeGreaterThan(100);
});

describe('engine and story are pure', () => {
  const pure = code.filter((path) => /^src\/(engine|story)\//.test(path) && !path.endsWith('.svelte.ts'));

  test.each(pure)('%s', (path) => {
    const source = textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(source).not.toMatch(
      /\b(document|window|location|localStorage|navigator|performance|Date|setTimeout|requestAnimationFrame|fetch)\b[.(]/,
    );
    expect(source).not.toMatch(/Math\.random|console\./);
    expect(importsOf(path).filter((to) => !to.startsWith('src/'))).toEqual([]);
  });
});

describe('house rules', () => {
  const rules: readonly (readonly [string, RegExp])[] = [
    ['Math.random', /Math\.random/],
    ['console', /\bconsole\./],
    ['a style attribute or directive', /\sstyle(=["{]|:[a-z-]+=)/],
    ['@html', /\{@html/],
    ['eslint-disable', /eslint-disable/],
  ];
  test.each(rules)('nothing in src or content has %s', (_, pattern) => {
    expect(code.filter((path) => pattern.test(textOf(path)))).toEqual([]);
  });

  test('no style sheet has !important or another origin', () => {
    for (const path of filesIn('src', /\.css$/))
      expect(textOf(path)).not.toMatch(/!important|url\(['"]?https?:/);
  });
});
