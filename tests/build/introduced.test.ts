import { describe, expect, test } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { mdxFiles, textOf } from './mdx.ts';

// The prose in the order in which it is read: no letter and no word of the trade before the paragraph that says what it is.
// What stands in an aside does not count: the essay can be read without them.

const titles = new Map(chapters.flatMap(({ scenes }) => scenes.map(({ id, title }) => [id, title] as const)));

/** The paragraphs of some MDX without its asides, and the words of its predictions; a scene's title may name what its first paragraph introduces. */
const paragraphsOf = (mdx: string): readonly string[] =>
  mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^import .*$/gm, '')
    .replace(/<Aside[\s\S]*?<\/Aside>/g, '')
    .replace(
      /<Scene of=\{scenes\} id="([^"]+)">\s*<Step>\s*/g,
      (_, id: string) => `${titles.get(id) ?? id}. `,
    )
    .replace(/<\/?[A-Z]\w*((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/?>/g, (_, attributes: string) =>
      [...attributes.matchAll(/\b(?:ask|options|negative|zero|positive)="([^"]*)"/g)]
        .map(([, text = '']) => text)
        .join(' '),
    )
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

const essay = mdxFiles
  .filter((path) => /^content\/chapters\/0[1-4]-/.test(path))
  .flatMap((path) => paragraphsOf(textOf(path)));

/** What is wrong with where something is first used and where it is introduced. */
const faultsOf = (
  paragraphs: readonly string[],
  name: string,
  use: RegExp,
  introduction: RegExp,
): readonly string[] => {
  const used = paragraphs.findIndex((paragraph) => use.test(paragraph));
  const told = paragraphs.findIndex((paragraph) => introduction.test(paragraph));
  if (told < 0) return [`«${name}» is never introduced by ${String(introduction)}`];
  return used >= 0 && used < told
    ? [`«${name}» is used before it is introduced: ${paragraphs[used]?.slice(0, 80) ?? ''}…`]
    : [];
};

/** Everything written as a formula, and letters in plain text that are written as in one. */
const formulasIn = (text: string): string =>
  [...text.matchAll(/\$\$?([^$]+)\$\$?/g)].map(([, tex = '']) => tex).join(' ');

/** A letter of the formulas, and the words that say what it is. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  x: /cloud cover, \$\\signal\{x_1\}\$/,
  '\\hat y': /Out comes one number, \$\\signal\{\\hat y\}\$/,
  y: /The \*target\* \$\\signal\{y\}\$/,
  L: /the loss, \$\\lossed\{L\}\$/,
  '\\ln': /with the natural logarithm/,
  '\\varepsilon': /raise it by \$\\varepsilon\$/,
  w: /Begin with \$w_\{11\}\$, from cloud cover into hidden unit 1/,
  z: /\$\\signal\{z\}\$, the sum of what comes in/,
  a: /\$\\signal\{a\}\$, the unit’s \*activation\*/,
  '\\sigma': /The sigmoid, \$\\sigma\(z\)/,
  e: /The sigmoid, \$\\sigma\(z\) = \\frac\{1\}\{1 \+ e\^\{-z\}\}\$/,
  '\\partial': /Its rate is written \$\\gradient\{\\partial L/,
  '\\eta': /The factor \$\\eta\$, the/,
  '\\delta': /a name of its own, \*delta\*: \$\\gradient\{\\delta\}\$/,
  W: /into a table \$W\$: a row for each unit/,
  p: /A \*\*product\*\*, \$p\$ in the figure/,
  b: /\$z\$, \$x\$ and \$b\$ are columns: the three sums/,
  '\\top': /with a T for what lies on its side/,
  j: /The hidden units are \$j = 1, 2, 3\$|push is/,
  n: /each of the \$n\$ days, here two/,
  k: /the inputs \$k = 1, 2\$/,
  '\\theta': /for every parameter \$\\theta\$/,
};
/** What only says how a letter is to be set. */
const SETTING = new Set(['\\signal', '\\gradient', '\\lossed', '\\frac', '\\tfrac', '\\pd']);
const lettersIn = (tex: string): readonly string[] =>
  (tex.match(/\\hat y|\\[a-zA-Z]+|[a-zA-Z]/g) ?? [])
    .map((letter) => (letter === '\\pd' ? '\\partial' : letter))
    .filter((letter) => !SETTING.has(letter));

/** Words that are no emphasised ones where they are introduced. */
const WORDS: Readonly<Record<string, RegExp>> = {
  loss: /One number has to say so: the/,
  'binary cross-entropy': /Ours, \*binary cross-entropy\*, charges/,
  ReLU: /Its name is ReLU/,
  sigmoid: /The sigmoid, \$\\sigma/,
  gate: /Next comes a gate that lets a sum through/,
  'local gradient': /A rate like this, from one number to the next, is a/,
  'chain rule': /That is the chain rule/,
  'gradient descent': /Moving is another procedure's work/,
  'learning rate': /The factor \$\\eta\$, the/,
  'half the squared error': /Now let half the squared error, \$\\tfrac/,
  'computational graph': /Every one is a node of the/,
  'saddle point': /A curve can be flat for other reasons, at a/,
  kink: /the loss can have a \*kink\*/,
};

/** Emphasised words that are used earlier, and why that is no fault. */
const EARLIER: Readonly<Record<string, string>> = {
  prediction: 'in its plain sense',
  in: 'a word of every day',
  out: 'a word of every day',
  local: 'of a gradient, which chapter 2 has introduced',
  leave: 'stressed, not introduced',
  clear: 'said again, for stores',
  'gradient descent': 'said again, beside other methods',
  momentum: 'named in passing, where the gradients are cleared',
};

describe('the prose, in the order in which it is read', () => {
  test('uses no letter before it has been introduced', () => {
    const found = [...new Set(essay.flatMap((paragraph) => lettersIn(formulasIn(paragraph))))];
    expect(found.filter((letter) => !LETTERS[letter])).toEqual([]);
    const faults = Object.entries(LETTERS).flatMap(([letter, introduction]) => {
      const told = essay.findIndex((paragraph) => introduction.test(paragraph));
      const used = essay.findIndex((paragraph) => lettersIn(formulasIn(paragraph)).includes(letter));
      return told >= 0 && used >= told
        ? []
        : [`${letter}: used in paragraph ${used}, introduced in ${told}: ${essay[used]}`];
    });
    expect(faults).toEqual([]);
  });

  test('uses no word of the trade before it has been introduced', () => {
    const faults = Object.entries(WORDS).flatMap(([word, introduction]) =>
      faultsOf(essay, word, new RegExp(`\\b${word}`, 'i'), introduction),
    );
    expect(faults).toEqual([]);
  });

  test('uses no emphasised word before the paragraph that emphasises it', () => {
    const emphasised = essay.flatMap((paragraph) =>
      [...paragraph.replaceAll('**', '').matchAll(/(?<![\w*])\*([a-z][a-z -]+)\*/gi)].map(([, word = '']) =>
        word.toLowerCase(),
      ),
    );
    expect(emphasised.length).toBeGreaterThan(40);
    const tooEarly = (word: string): readonly string[] =>
      faultsOf(essay, word, new RegExp(`\\b${word}\\b`, 'i'), new RegExp(`\\*${word}\\*`, 'i'));
    expect(emphasised.filter((word) => !(word in EARLIER)).flatMap(tooEarly)).toEqual([]);
    // What is allowed an exception needs it.
    expect(Object.keys(EARLIER).filter((word) => tooEarly(word).length === 0)).toEqual([]);
  });

  test('finds what comes too early', () => {
    const prose = ['A path leads on.', 'It has a *path*, $\\delta$.'];
    expect(faultsOf(prose, 'path', /path/, /\*path\*/)).toHaveLength(1);
    expect(faultsOf(prose, 'edge', /edge/, /\*edge\*/)).toHaveLength(1);
    expect(faultsOf(prose.slice(1), 'path', /path/, /\*path\*/)).toEqual([]);
    expect(lettersIn(formulasIn('so $\\gradient{\\pd{L}{w_1}}$'))).toEqual(['\\partial', 'L', 'w']);
  });
});
