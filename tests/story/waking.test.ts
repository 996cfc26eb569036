import { describe, expect, test } from 'vitest';
import { forward } from '@/engine/index.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { valueOf } from '@/story/values.ts';
import { moved, moveText, sleeperOf, sumOf, wakingOf, WAYS } from '@/story/waking.ts';
import { networkOf, worldOf } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

const tried: readonly Settings[] = [
  DEFAULTS,
  { ...DEFAULTS, x: [0, 0] },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => -20), x: [5, 5] },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) },
  ...Array.from({ length: 200 }, (_, i) => settingsFor(i)),
];

const sumsOf = (settings: Settings): readonly number[] => {
  const world = worldOf('woken', settings);
  return forward(networkOf(world), world.examples[0]!.input).layers[0]!.preActivation;
};

describe('the silent unit', () => {
  test('is unit 3 if it is shut at the start, else the first that is', () => {
    for (const settings of tried) {
      const shut = sumsOf(settings).flatMap((z, j) => (z <= 0 ? [j + 1] : []));
      expect(sleeperOf(settings)).toBe(shut.includes(3) ? 3 : shut[0]);
      sumsOf(settings).forEach((z, j) => expect(sumOf(settings.theta, j + 1, settings.x)).toBeCloseTo(z, 10));
    }
  });

  test('is woken by each way there is, with one number moved by as few tenths as will do', () => {
    let woken = 0;
    for (const settings of tried) {
      const unit = sleeperOf(settings);
      for (const way of WAYS) {
        const waking = wakingOf(settings, way);
        if (!waking || unit === undefined) {
          expect(moved({ ...settings, 'wake.by': way })).toEqual({ x: settings.x, theta: settings.theta });
          continue;
        }
        woken += 1;
        const set: Settings = { ...settings, 'wake.by': way };
        expect(sumsOf(set)[unit - 1]).toBeGreaterThan(0);
        expect(sumsOf(set)[unit - 1]).toBeCloseTo(waking.after, 10);
        const own = moved(set);
        const changed = [...own.x, ...own.theta].filter(
          (value, i) => value !== [...settings.x, ...settings.theta][i],
        );
        expect(changed).toEqual([waking.to]);
        const tenths = Math.abs(waking.to - waking.from) / 0.1;
        expect(tenths).toBeCloseTo(Math.round(tenths), 6);
        // A tenth less does not wake it.
        const rate = (waking.after - waking.before) / (waking.to - waking.from);
        const less = waking.after - Math.abs(rate) * 0.1;
        expect(less).toBeLessThanOrEqual(1e-8);
      }
    }
    expect(woken).toBeGreaterThan(200);
  });

  test('of the essay is woken as drawn', () => {
    const texts = WAYS.map((way) => `${wakingOf(DEFAULTS, way)!.id} ${moveText(wakingOf(DEFAULTS, way)!)}`);
    expect(texts).toEqual(['x.1 0.80 → 0.40', 'b.1.3 0.20 → 0.50', 'w.1.3.1 −0.60 → −0.30']);
  });

  test('woken leaves the essay’s own network alone', () => {
    const set: Settings = { ...DEFAULTS, 'wake.by': 'input', 'wake.leak': 'on' };
    expect(readingOf(set).run).toBe(readingOf(DEFAULTS).run);
    expect(worldOf('woken', set).hidden).toBe('leakyRelu');
    expect(worldOf('woken', DEFAULTS)).toEqual(worldOf('essay', DEFAULTS));
  });
});

test('what the text tells of silence, counted in other ways', () => {
  for (const settings of tried.slice(0, 60)) {
    const reading = readingOf(settings);
    const at = (q: string) => valueOf(reading, { q });
    const shut = [1, 2, 3].filter((unit) => reading.run.quantitiesAt(200).get(`z.1.${unit}`)! <= 0);
    expect(at('wake.silent')).toBe(shut.length);
    const leaky = readingOf({ ...settings, 'wake.leak': 'on' }).in('woken');
    const below = [1, 2, 3].filter((unit) => leaky.quantitiesAt(200).get(`z.1.${unit}`)! <= 0);
    expect(at('wake.leaky')).toBe(below.length);
    const other = readingOf({ ...settings, y: 1 - settings.y });
    expect(at('wake.other')).toBe(valueOf(other, { q: 'run.shuts' }));
    expect(at('wake.other-at')).toBe(valueOf(other, { q: 'run.shuts-at' }));
    expect(at('wake.unit')).toBe(sleeperOf(settings));
  }
  expect(valueOf(readingOf(DEFAULTS), { q: 'wake.other' })).toBe(1);
});
