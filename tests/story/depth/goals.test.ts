import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GOALS, isDone, verdictsOf, type GoalName } from '@/story/depth/goals.ts';
import { SCALES, type Bend, type DepthSettings } from '@/story/depth/settings.ts';
import { sidesOf, type Side } from '@/story/depth/side.ts';

import '../../seed.ts';
import { anySettings, hintFor, withSet } from './networks.ts';

const BENDS = ['relu', 'sigmoid', 'tanh'] as const;
const done = (goal: GoalName, settings: Partial<DepthSettings>): boolean =>
  isDone(goal, sidesOf(withSet(settings)));

/** What reaches layer 1, as multiplied out by the factors themselves. */
const sizesOf = ({ layers }: Side): readonly number[] => {
  let size = 1;
  return layers
    .toReversed()
    .map(({ factor = 0 }, i) => (size *= i === 0 ? 1 : factor))
    .reverse();
};

describe('as the lab comes', () => {
  test('no goal is reached yet, and the named dial reaches the first two', () => {
    for (const goal of GOALS) expect(done(goal, {}), goal).toBe(false);
    expect(
      verdictsOf('lose', sidesOf(withSet({}))).map((one) => hintFor('lose', one, withSet({})))[0],
    ).toContain('More layers');
    const deeper = [9, 10, 11, 12].filter((layers) => done('lose', { 'depth.layers': layers }));
    expect(deeper.length).toBeGreaterThan(0);
    expect(done('swell', { 'depth.layers': 12 })).toBe(true);
    expect(done('swell', { 'depth.scale': 4 })).toBe(true);
  });

  test.each(BENDS)(
    '%s can be held by its own hint, at more than one size of weights and in more than one deal',
    (bend) => {
      const hinted: Readonly<Record<Bend, Partial<DepthSettings>>> = {
        relu: { 'depth.scheme': 'he' },
        sigmoid: { 'depth.bias': 'centred' },
        tanh: { 'depth.scheme': 'xavier' },
      };
      const holding = [4, 5, 6, 7, 8].flatMap((seed) =>
        SCALES.filter((scale) =>
          done('hold', {
            ...hinted[bend],
            'depth.layers': 12,
            'depth.filled': bend,
            'depth.outlined': bend,
            'depth.scale': scale,
            'depth.seed': seed,
          }),
        ).map((scale) => [seed, scale] as const),
      );
      expect(new Set(holding.map(([, scale]) => scale)).size).toBeGreaterThan(1);
      expect(new Set(holding.map(([seed]) => seed)).size).toBeGreaterThan(1);
    },
  );

  test.each(BENDS)('%s can be broken', (bend) => {
    expect(
      SCALES.some((scale) =>
        done('lose', {
          'depth.layers': 14,
          'depth.filled': bend,
          'depth.outlined': bend,
          'depth.scale': scale,
        }),
      ),
    ).toBe(true);
  });
});

describe('a goal is not reached', () => {
  const [side] = sidesOf(withSet({ 'depth.layers': 12 }));
  const altered = (
    change: (layer: Side['layers'][number]) => Partial<Side['layers'][number]>,
  ): readonly Side[] => [{ ...side!, layers: side!.layers.map((layer) => ({ ...layer, ...change(layer) })) }];

  test('by what is no number', () => {
    for (const goal of GOALS) {
      expect(
        isDone(
          goal,
          altered(() => ({ decades: NaN, size: NaN, factor: NaN })),
        ),
      ).toBe(false);
      expect(
        isDone(
          goal,
          altered(() => ({ decades: Infinity, size: Infinity, factor: Infinity })),
        ),
      ).toBe(false);
      expect(
        isDone(
          goal,
          altered(({ layer }) => (layer === 5 ? { decades: NaN } : {})),
        ),
      ).toBe(false);
    }
  });

  test('by a message that is exactly nothing', () => {
    // Deal 1 of this network shuts a whole layer.
    const cut = withSet({ 'depth.layers': 14, 'depth.width': 1, 'depth.outlined': 'relu', 'depth.seed': 1 });
    expect(sidesOf(cut)[0]!.layers[0]!.decades).toBe(-Infinity);
    for (const goal of GOALS) {
      expect(isDone(goal, sidesOf(cut)), goal).toBe(false);
      expect(
        isDone(
          goal,
          altered(() => ({ decades: -Infinity, size: 0, factor: 0 })),
        ),
        goal,
      ).toBe(false);
    }
    expect(hintFor('lose', verdictsOf('lose', sidesOf(cut))[0]!, cut)).toContain('exactly nothing');
  });

  test('by one step alone, as through one layer that is saturated', () => {
    const lost = altered(({ layer }) => ({ decades: layer < 6 ? -8 : 0, factor: layer === 5 ? 1e-8 : 1 }));
    expect(isDone('lose', lost)).toBe(false);
    expect(verdictsOf('lose', lost)[0]).toMatchObject({ reason: 'single', layer: 5 });
    const swollen = altered(({ layer }) => ({ decades: layer < 6 ? 8 : 0, factor: layer === 5 ? 1e8 : 1 }));
    expect(isDone('swell', swollen)).toBe(false);
  });

  test('by saturation: one unit a layer and the largest weights', () => {
    for (const bend of ['sigmoid', 'tanh'] as const)
      for (let seed = 1; seed <= 40; seed++) {
        const settings = {
          'depth.layers': 12,
          'depth.width': 1,
          'depth.scale': 20,
          'depth.seed': seed,
        } as const;
        const sides = sidesOf(withSet({ ...settings, 'depth.filled': bend, 'depth.outlined': bend }));
        expect(isDone('hold', sides)).toBe(false);
        if (isDone('lose', sides))
          for (const { factor } of sides[0]!.layers.slice(0, -1)) expect(factor).toBeGreaterThanOrEqual(0.01);
      }
  });

  test('by a network too shallow to have a way to go', () => {
    for (let layers = 1; layers <= 4; layers++)
      for (const scale of SCALES) {
        expect(done('lose', { 'depth.layers': layers, 'depth.scale': scale })).toBe(false);
        expect(done('swell', { 'depth.layers': layers, 'depth.scale': scale })).toBe(false);
      }
    for (let layers = 1; layers <= 11; layers++)
      expect(done('hold', { 'depth.layers': layers, 'depth.bias': 'centred', 'depth.scale': 4 })).toBe(false);
  });
});

test('a goal that is said to be reached is reached, multiplied out; and the output had something to say', () => {
  const reached = { lose: 0, swell: 0, hold: 0 };
  fc.assert(
    fc.property(anySettings, (settings) => {
      const sides = sidesOf(settings);
      for (const { outputDelta } of sides) expect(Math.abs(outputDelta)).toBeGreaterThanOrEqual(0.5);
      for (const goal of GOALS)
        for (const { side, reason } of verdictsOf(goal, sides)) {
          const sizes = sizesOf(side);
          const [first = NaN] = sizes;
          const holds = {
            lose: first > 0 && first < 1e-3,
            swell: first > 1e3 && first < Infinity,
            hold: sizes.length >= 12 && sizes.every((size) => size >= 0.0999999 && size <= 10.000001),
          }[goal];
          if (reason !== 'done') continue;
          reached[goal]++;
          expect(holds, `${goal} ${sizes.join(' ')}`).toBe(true);
        }
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
});
