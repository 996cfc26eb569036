import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepNetwork, forward } from '@/engine/index.ts';
import {
  backOf,
  backSetting,
  chosenLayer,
  DEPTH,
  hasReached,
  nearestScale,
  SCALES,
} from '@/story/depth/settings.ts';
import { sidesOf } from '@/story/depth/side.ts';
import { SETTINGS } from '@/story/settings.ts';
import { partsOf, valuesIn } from '@/story/table.ts';
import '../../seed.ts';
import { anySettings, withSet } from './networks.ts';

test('a link reads back what it was written from, bit for bit, and needs no encoding', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const query = partsOf(DEPTH, settings).join('&');
      expect(query).toMatch(/^[\w.,;:=&+-]*$/);
      expect(valuesIn(DEPTH, query)).toEqual({ values: settings, notices: [] });
      // The essay takes it as one setting.
      const inEssay = valuesIn({ depth: SETTINGS.depth }, `?v=1&${query}&eta=2`).values.depth;
      expect(valuesIn(DEPTH, inEssay).values).toEqual(settings);
    }),
    { numRuns: 300 },
  );
});

test('what a link cannot mean is said, and brought into its range', () => {
  const { values, notices } = valuesIn(
    DEPTH,
    'depth.layers=99&depth.scale=-3&depth.filled=gelu&depth.back=x',
  );
  expect(values).toEqual(withSet({ 'depth.layers': 20, 'depth.scale': 0.1 }));
  expect(notices).toHaveLength(4);
});

test('nothing is past its end: the chosen layer, and how far the message has gone', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const depth = settings['depth.layers'];
      expect(chosenLayer(settings)).toBeGreaterThanOrEqual(1);
      expect(chosenLayer(settings)).toBeLessThanOrEqual(depth);
      const back = backOf(settings);
      expect(back).toBeLessThanOrEqual(depth + 1);
      expect(backOf({ ...settings, 'depth.back': backSetting(back, depth) })).toBe(back);
      // A layer is reached after all above it.
      const reached = Array.from({ length: depth }, (_, l) => hasReached(back, depth, l + 1));
      expect(reached.indexOf(true) === -1 || reached.slice(reached.indexOf(true)).every(Boolean)).toBe(true);
    }),
  );
  expect(hasReached(2, 8, 8)).toBe(true);
  expect(hasReached(1.9, 8, 8)).toBe(false);
  expect(hasReached(9, 8, 1)).toBe(true);
});

test('the dial of the weights reaches past 4 under every scheme, and knows its own stops', () => {
  expect([SCALES[0], SCALES.at(-1)]).toEqual(DEPTH['depth.scale'].range);
  SCALES.forEach((scale, i) => expect(nearestScale(scale)).toBe(i));
  expect(SCALES).toContain(DEPTH['depth.scale'].fallback);
  for (const scheme of ['uniform', 'xavier', 'he'] as const)
    for (const width of [1, 6]) {
      const sides = sidesOf(withSet({ 'depth.scheme': scheme, 'depth.width': width, 'depth.scale': 20 }));
      expect(sides[0]!.largestWeight).toBeGreaterThan(4);
    }
});

test('the example is the wet morning of the essay', () => {
  const settings = withSet({});
  const network = deepNetwork({ depth: 8, width: 4, activation: 'relu', seed: 4, range: 2.5 });
  const { prediction } = forward(network, SETTINGS.x.fallback);
  // Under «uniform» the dial is a multiple of ±1, and so the same weights.
  expect(sidesOf(settings)[0]!.prediction / prediction[0]!).toBeCloseTo(1, 9);
});

test('both networks have the same weights, and looking elsewhere makes none anew', () => {
  const settings = withSet({ 'depth.outlined': 'tanh' });
  const [filled, outlined] = sidesOf(settings);
  expect(filled!.layers.map(({ weight }) => weight)).toEqual(outlined!.layers.map(({ weight }) => weight));
  expect(filled!.layers[0]!.slopes).not.toEqual(outlined!.layers[0]!.slopes);
  expect(sidesOf({ ...settings, 'depth.layer': 2, 'depth.back': 3.5 })).toBe(sidesOf(settings));
  expect(sidesOf({ ...settings, 'depth.seed': 5 })).not.toBe(sidesOf(settings));
});
