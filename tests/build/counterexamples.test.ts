import { describe, expect, test } from 'vitest';
import { activations, backward, costOf, forward, losses, networkFrom, parameterIds } from '@/engine/index.ts';
import { decimalsApart, nudgeOf } from '@/story/nudge.ts';
import { outcomeAt, hasLearned, STOPS } from '@/story/rates.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { toldAs } from '@/story/working.ts';
import { valueOf, wordFor } from '@/story/values.ts';
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

const chapter = (name: string): string => textOf(`content/chapters/${name}/index.mdx`);

describe('in chapter 3', () => {
  const text = chapter('03-chain-rule');

  test('what comes back to a unit is its delta only after the gate', () => {
    const value = (q: string): number => valueOf(readingOf(DEFAULTS), { q, world: 'three-layers' })!;
    expect(Math.abs(value('da.1.3'))).toBeGreaterThan(0.01);
    expect(value('dz.1.3')).toBe(0);
    expect(text).toContain("once; times the gate, that is the unit's $\\gradient{\\delta}$");
  });

  test('a sigmoid that is flat to the last digit makes no product zero under cross-entropy', () => {
    const all = readingOf({
      ...DEFAULTS,
      x: [5, 5],
      y: 0,
      theta: DEFAULTS.theta.map(() => 20),
    }).run.quantitiesAt(0);
    expect([all.get('slope.2.1'), all.get('dz.2.1')]).toEqual([0, 1]);
    expect(text).toContain('a shut gate, an input of zero, a weight of zero.');
  });

  test('nudging grows more slowly than path by path only with two units a layer or more', () => {
    const growth = (width: number): readonly number[] => {
      const [few, many] = [10, 40].map((depth) =>
        costOf([2, ...Array.from({ length: depth }, () => width), 1]),
      );
      return [many!.nudging / few!.nudging, many!.pathByPath / few!.pathByPath];
    };
    const [alone, together] = [1, 2].map(growth);
    expect(alone![0]! / alone![1]!).toBeGreaterThan(0.8);
    expect(together![1]!).toBeGreaterThan(1e6 * together![0]!);
    expect(text).toContain('From two units a layer on, nudging grows more slowly in the end');
  });
});

describe('of the essay’s own network, chapter 4 says truly', () => {
  const reading = readingOf(DEFAULTS);

  test('that two updates shut the gate of unit 2, whose weight out is negative', () => {
    const z = [0, 1, 2].map((step) => reading.run.quantitiesAt(step).get('z.1.2')!);
    expect(z.map((sum) => sum > 0)).toEqual([true, true, false]);
    expect(reading.run.quantitiesAt(0).get('w.2.1.2')).toBeLessThan(0);
    expect(chapter('04-training')).toContain('two updates carry its sum below zero');
  });

  test('that on one day every longer step leaves less, and that on two days some learn above one that kills', () => {
    const left = STOPS.map((eta) => outcomeAt(reading.run, eta).verdict.lastLoss);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    const both = STOPS.map((eta) => outcomeAt(reading.in('two-days'), eta));
    const dead = both.findIndex(({ verdict }) => verdict.deadFrom !== undefined);
    const beyond = both.slice(dead);
    expect(beyond.filter(hasLearned).length).toBeGreaterThan(1);
    const learns = beyond.map(hasLearned);
    expect(learns.lastIndexOf(true)).toBeLessThan(learns.length - 1);
  });
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
  'differs by a little',
  'changes the sum of the unit',
  'until there is nothing left to take apart',
  'a sigmoid that is flat',
  'the second time you meet',
  'half a gradient',
  'where the prediction is right, and also',
  'a whole group of rings',
  'the two must disagree',
  'below zero its gate is shut',
  'the one of $w_{31}$ is',
])('no sentence says «%s» again, which was untrue', (words) => {
  for (const path of mdxFiles) expect(textOf(path).toLowerCase(), path).not.toContain(words);
});
