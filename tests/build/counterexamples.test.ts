import { describe, expect, test } from 'vitest';
import { activations, backward, forward, losses, networkFrom, parameterIds } from '@/engine/index.ts';
import { decimalsApart, nudgeOf } from '@/story/nudge.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { toldAs } from '@/story/working.ts';
import { wordFor } from '@/story/values.ts';
import { mdxFiles, tagsIn, textOf } from './mdx.ts';

// What reviewers held against sentences of the essay: each counterexample worked out, and the sentence that allows for it.

const glossary = (term: string): string => textOf(`content/glossary/${term}.mdx`);

describe('gradients in a deep network', () => {
  test('shrink along every single path, and grow where a layer is wide enough: the paths add', () => {
    const sizes = [3, ...Array.from({ length: 20 }, () => 3), 1];
    const theta = parameterIds(sizes).map((id) => (id.startsWith('w') ? 0.5 : 0));
    const network = networkFrom({ sizes, theta });
    const { layers } = backward(network, forward(network, [1, 1, 1]), [0]);
    const deltas = layers.map(({ delta }) => delta[0]!);
    for (let l = 1; l < 20; l++) expect(deltas[l - 1]! / deltas[l]!).toBeCloseTo(1.5, 9);
    expect(deltas[0]! / deltas[20]!).toBeGreaterThan(1000);
    expect(glossary('vanishing-gradient')).toContain('paths add; so gradients may shrink, hold or explode');
  });
});

describe('ŷ − y', () => {
  test('is what half the squared error sends back through an identity too', () => {
    const { f, df } = activations.identity;
    for (const z of [-3, 0.2, 7]) expect(losses.mse.delta(z, f(z), 1, df)).toBe(z - 1);
    expect(glossary('loss-function')).toContain('for this loss with a sigmoid, and for a few other pairings');
  });

  test('is said to be in the gradient of every parameter, not in every gradient', () => {
    for (const path of mdxFiles) expect(textOf(path), path).not.toMatch(/[Ee]very gradient (of|contains)/);
  });
});

describe('promise and outcome of a nudge', () => {
  test('are written so that they can be told apart, wherever they differ', () => {
    const { run } = readingOf(DEFAULTS);
    const apart = run.parameters.map((id) => nudgeOf(run, 0, id, 0.01)).filter(({ gap }) => gap > 0);
    expect(apart.length).toBeGreaterThan(5);
    for (const nudge of apart) {
      const decimals = decimalsApart(nudge);
      expect(nudge.promise.toFixed(decimals), nudge.parameter).not.toBe(nudge.outcome.toFixed(decimals));
    }
  });

  test('are said to be apart by a bend only where they are apart', () => {
    const concept = textOf('content/chapters/01-concept/index.mdx');
    const [word] = tagsIn(concept, 'Word').filter(({ attributes }) => attributes['q'] === 'nudge.gap');
    const { zero = '', positive = '' } = word!.attributes;
    expect(wordFor(0, `|${zero}|${positive}`)).toBe(': where the nudge ends, the curve is on the line');
    expect(wordFor(1e-5, `|${zero}|${positive}`)).toContain('bends away');
  });
});

test('a sure prediction is never told as certain', () => {
  for (const y of [0, 1]) {
    const reading = readingOf({ ...DEFAULTS, x: [5, 5], y, theta: DEFAULTS.theta.map(() => 20) });
    expect(toldAs(reading, { q: 'yhat' }, 'percent')).toBe('>\u00a099.9\u00a0%');
  }
});

test.each([
  'exact for a tiny rise',
  'never touches it',
  'where its speed comes from',
  'make an input count against',
  'travels along three paths',
  'the first two groups of formulas',
  'that was all of backpropagation',
  'differ a little',
  'exactly right',
])('no sentence says «%s» again, which was untrue', (words) => {
  for (const path of mdxFiles) expect(textOf(path).toLowerCase(), path).not.toContain(words);
});
