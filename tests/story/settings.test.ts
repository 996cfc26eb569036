import fc from 'fast-check';
import { changedNames } from '@/story/changed-names.ts';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '@/story/essay.ts';
import {
  DEFAULTS,
  essaysOwn,
  isSame,
  NETWORK_SETTINGS,
  SETTINGS,
  RANGES,
  settled,
  type Settings,
} from '@/story/settings.ts';
import { textOf } from '@/story/symbol.ts';
import { anySettings } from './arbitrary.ts';

/** Settings of a study carry its name: `cost.depth`. All those of a lab are one, that a link writes out. */
const isStudys = (name: string): boolean =>
  name.includes('.') || SETTINGS[name as keyof Settings].control === 'lab';

describe('the essay’s settings', () => {
  test('begin as the essay has them, within their own bounds', () => {
    const own = Object.fromEntries(Object.entries(DEFAULTS).filter(([name]) => !isStudys(name)));
    expect(own).toEqual({
      x: [0.8, 0.2],
      y: 1,
      theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
      eta: 0.5,
      step: 0,
      param: 'w.1.1.1',
    });
    for (const [name, [low, high]] of Object.entries(RANGES)) {
      for (const value of [DEFAULTS[name as keyof typeof RANGES]].flat().filter((one) => one !== undefined)) {
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    }
  });

  test('of which nothing differs are the defaults themselves, and each part that does not is the default’s own', () => {
    expect(settled({ ...DEFAULTS, theta: [...DEFAULTS.theta] })).toBe(DEFAULTS);
    const other = settled({ ...DEFAULTS, eta: 2, theta: [...DEFAULTS.theta] });
    expect(other).toEqual({ ...DEFAULTS, eta: 2 });
    expect(other.theta).toBe(DEFAULTS.theta);
  });

  test('are the same exactly where every part is', () => {
    const others: Partial<Record<keyof Settings, Partial<Settings>>> = {
      x: { x: [0.8, 0.3] },
      y: { y: 0 },
      theta: { theta: DEFAULTS.theta.with(12, -0.3) },
      eta: { eta: 0.4 },
      step: { step: 1 },
      param: { param: 'b.2.1' },
    };
    expect(Object.keys(others)).toEqual(Object.keys(DEFAULTS).filter((name) => !isStudys(name)));
    for (const change of Object.values(others)) {
      expect(isSame(DEFAULTS, { ...DEFAULTS, ...change })).toBe(false);
      expect(isSame({ ...DEFAULTS, ...change }, { ...DEFAULTS, ...structuredClone(change) })).toBe(true);
    }
  });

  test('essaysOwn() brings the network, its data and its place back, and leaves what else is set', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect({ ...settings, ...essaysOwn() }).toEqual({ ...DEFAULTS, param: settings.param });
      }),
    );
    expect(Object.keys(essaysOwn())).toEqual([...NETWORK_SETTINGS]);
  });
});

describe('changedNames(settings)', () => {
  const named = (changes: Partial<Settings>): readonly string[] => changedNames({ ...DEFAULTS, ...changes });
  const withMoved = (count: number): readonly number[] =>
    DEFAULTS.theta.map((value, i) => (i < count ? value + 1 : value));

  test('are none for the essay’s own, wherever the reader is and whatever is chosen', () => {
    expect(named({})).toEqual([]);
    expect(named({ step: 9, param: 'b.2.1' })).toEqual([]);
  });

  test('name each thing that is another now, in the order of the table', () => {
    expect(named({ eta: 1, y: 0, x: [0.8, 1] })).toEqual(['x₂', 'the target', 'the learning rate']);
    expect(named({ eta: 1, theta: withMoved(2) })).toEqual(['w₁₁', 'w₁₂', 'the learning rate']);
  });

  test('count parameters where they are more than a few, in the place where they would be named', () => {
    expect(named({ theta: withMoved(3) })).toEqual(PARAMETERS.slice(0, 3).map((id) => textOf(id)));
    expect(named({ theta: withMoved(4) })).toEqual(['4 parameters']);
    expect(named({ x: [0, 0.2], theta: withMoved(13), eta: 1 })).toEqual([
      'x₁',
      '13 parameters',
      'the learning rate',
    ]);
  });
});
