import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { valueOf, wordFor, written } from '@/story/values.ts';
import { WORLD_NAMES, type WorldName } from '@/story/world.ts';
import { plainSettings } from '../story/arbitrary.ts';
import { filesIn, literalsIn, mdxFiles, scenesIn, tagsIn, textOf } from './mdx.ts';

/** The world that a tag asks in; undefined for the essay's own. */
const worldNamed = (name: string | undefined): WorldName | undefined => {
  const found = WORLD_NAMES.find((world) => world === name);
  if (name !== undefined && !found)
    throw new RangeError(`Expected one of ${WORLD_NAMES.join(', ')}, found "${name}"`);
  return found;
};

const glossary = filesIn('content/glossary', /\.mdx$/);
const sceneIds = chapters.flatMap(({ scenes }) => scenes.map(({ id }) => id));

test('ids of chapters, scenes and terms are unique: each is an address', () => {
  const ids = ['top', 'coda', ...chapters.map(({ id }) => id), ...sceneIds];
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe('every chapter tells its scenes', () => {
  test.each(chapters.filter(({ scenes }) => scenes.length > 0))('$id', ({ scenes, number, title }) => {
    const path = mdxFiles.find((file) => file.startsWith(`content/chapters/0${number}-`))!;
    const mdx = textOf(path);
    expect(scenesIn(mdx)).toEqual(scenes.map(({ id, steps }) => ({ id, steps: steps.length })));
    expect(mdx.match(/<Step>/g)).toHaveLength(scenes.reduce((sum, { steps }) => sum + steps.length, 0));
    expect(mdx).toContain(`title: "${title}"`);
    expect(mdx).toContain(`order: ${number}`);
  });

  test.each(chapters.filter(({ scenes }) => scenes.length > 0))(
    '$id closes with three questions and asks for two predictions',
    ({ number }) => {
      const mdx = textOf(mdxFiles.find((file) => file.startsWith(`content/chapters/0${number}-`))!);
      expect(tagsIn(mdx, 'Question')).toHaveLength(3);
      expect(tagsIn(mdx, 'Predict').length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe.each(mdxFiles)('%s', (path) => {
  const mdx = textOf(path);
  const asked = tagsIn(mdx, 'Value', 'Word', 'Predict').map(({ name, attributes }) => ({
    name,
    ...attributes,
  }));

  test('asks only for numbers that there are', () => {
    for (const { q = '', at, world } of asked as readonly { q?: string; at?: string; world?: string }[]) {
      const value = valueOf(readingOf(DEFAULTS), { q, at, world: worldNamed(world) });
      expect(written(q, value), q).not.toMatch(/NaN|undefined|Infinity|—/);
    }
  });

  test('has a word for whatever the network may say', () => {
    const worded = tagsIn(mdx, 'Word', 'Predict');
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const reading = readingOf(settings);
        for (const { attributes } of worded) {
          const { q = '', at, world, negative = '', zero = '', positive = '' } = attributes;
          const { options, bounds } = attributes;
          const value = valueOf(reading, { q, at, world: worldNamed(world) });
          const word = wordFor(value, options ?? [negative, zero, positive].join('|'), bounds);
          expect(word, `${q} in ${path}`).not.toBe('');
        }
      }),
      { numRuns: worded.length > 0 ? 60 : 0 },
    );
  });

  test('names only terms that the glossary has', () => {
    for (const { attributes } of tagsIn(mdx, 'Term')) {
      expect(glossary).toContain(`content/glossary/${attributes['to'] ?? ''}.mdx`);
    }
  });

  test('has no number typed by hand', () => {
    expect(literalsIn(mdx)).toEqual([]);
  });
});

describe.each(glossary)('%s', (path) => {
  const mdx = textOf(path);
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}: '?([^'\n]*)'?$`, 'm').exec(mdx)?.[1];

  test('leads to scenes that there are', () => {
    const scenes = /^scenes: \[(.*)\]$/m.exec(mdx)?.[1]?.split(', ') ?? [];
    expect(scenes.length).toBeGreaterThan(0);
    for (const id of scenes) expect(sceneIds).toContain(id);
  });

  test('has a number of this network', () => {
    const value = valueOf(readingOf(DEFAULTS), { q: field('number') ?? '', at: field('numberAt') });
    expect(value).toSatisfy(Number.isFinite);
  });
});

describe('the lint for numbers typed by hand', () => {
  test.each([
    ['The loss is 0.6832.', ['0.6832.']],
    ['The loss is −0.5 now.', ['−0.5']],
    ['All 13 gradients.', ['13']],
    ['$\\hat y = 0.505$', ['0.505']],
    ['$$\n\\eta = 0.5\n$$', ['0.5']],
    ['<Predict q="loss" ask="Is it above 0.7?" zero="no">', ['0.7']],
    ['<Word q="y" zero="it is 0" />', ['0']],
    ["---\nnumberLabel: 'All 26 passes'\n---\n", ['26']],
    ['After 200 steps', ['200']],
  ])('finds it in «%s»', (mdx, found) => {
    expect(literalsIn(mdx)).toEqual(found);
  });

  test.each([
    'Unit 3 is off; so are units 1 and 2. See chapter 4.',
    'It is <Value q="loss" at="200" />.',
    '$z_2 = \\frac{1}{2}$ and w₂₁',
    'His thesis of 1970.',
    '- A. Author (1986). Title. *Nature* 323, 533–536.',
  ])('lets «%s» stand', (mdx) => {
    expect(literalsIn(mdx)).toEqual([]);
  });
});
