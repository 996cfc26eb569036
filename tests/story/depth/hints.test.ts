import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GOALS, isDone, verdictsOf, type GoalName } from '@/story/depth/goals.ts';

import { SCALES, type DepthSettings } from '@/story/depth/settings.ts';
import { layerOf, sidesOf } from '@/story/depth/side.ts';
import { stepNote } from '@/story/depth/words.ts';
import '../../seed.ts';
import { anySettings, hintFor, withSet } from './networks.ts';

/** The hint that is shown, and the network that it is about, in both places. */
const shown = (goal: GoalName, settings: DepthSettings): { hint: string; alone: DepthSettings } => {
  const nearest = verdictsOf(goal, sidesOf(settings))[0]!;
  const { bend } = nearest.side;
  return {
    hint: hintFor(goal, nearest, settings),
    alone: { ...settings, 'depth.filled': bend, 'depth.outlined': bend },
  };
};
const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + 1 + i);

/** Whether any of some values of a setting reaches a goal. */
const any = (
  goal: GoalName,
  settings: DepthSettings,
  name: keyof DepthSettings,
  values: readonly number[],
): boolean => values.some((value) => isDone(goal, sidesOf({ ...settings, [name]: value })));

const FIRSTS: Readonly<Record<string, Partial<DepthSettings>>> = {
  'scheme He': { 'depth.scheme': 'he' },
  'scheme Xavier': { 'depth.scheme': 'xavier' },
  'entred biases': { 'depth.bias': 'centred' },
  '20 layers': { 'depth.layers': 20 },
  'ReLU in its place': { 'depth.filled': 'relu', 'depth.outlined': 'relu' },
};

test('who follows a hint gets there: what it names does it by itself', () => {
  const named = {
    'more layers': 0,
    'larger weights': 0,
    'smaller weights': 0,
    units: 0,
    deal: 0,
    then: 0,
  };
  fc.assert(
    fc.property(anySettings, fc.constantFrom(...GOALS), (asked, goal) => {
      const settings = { ...asked, 'depth.back': 21 };
      const { hint, alone } = shown(goal, settings);
      expect(hint).not.toMatch(/NaN|Infinity|undefined|null/);
      if (hint.startsWith('Done') || /^(So far there|Too few)/.test(hint)) return;
      const does = (name: keyof DepthSettings, values: readonly number[], from = alone): boolean =>
        any(goal, from, name, values);
      const scale = settings['depth.scale'];
      const stops = {
        larger: SCALES.filter((stop) => stop > scale),
        smaller: SCALES.filter((stop) => stop < scale),
      };
      const first =
        /(scheme He|scheme Xavier|entred biases|20 layers|ReLU in its place)(?:, then (\w+) weights)?\.$/.exec(
          hint,
        );
      if (first) {
        named.then++;
        const set = FIRSTS[first[1]!]!;
        expect(alone).not.toMatchObject(set);
        const turned = first[2] === undefined ? [scale] : stops[first[2] as 'larger'];
        expect(does('depth.scale', turned, { ...alone, ...set }), hint).toBe(true);
        return;
      }
      for (const turn of ['larger', 'smaller'] as const)
        if (hint.toLowerCase().includes(`${turn} weights`)) {
          named[`${turn} weights`]++;
          expect(does('depth.scale', stops[turn]), hint).toBe(true);
        }
      if (/more layers/i.test(hint)) {
        named['more layers']++;
        expect(does('depth.layers', upTo(settings['depth.layers'], 20)), hint).toBe(true);
      }
      if (/more units/i.test(hint)) {
        named.units++;
        expect(does('depth.width', upTo(settings['depth.width'], 6)), hint).toBe(true);
      }
      if (/deal again/i.test(hint)) {
        named.deal++;
        const seeds = upTo(settings['depth.seed'], settings['depth.seed'] + 8);
        expect(
          does(
            'depth.seed',
            seeds.map((seed) => ((seed - 1) % 9999) + 1),
          ),
          hint,
        ).toBe(true);
      }
      // One thing at least is named, always.
      expect(hint).toMatch(/weights|layers|units|eal again|Little leads/);
    }),
    { numRuns: 300 },
  );
  for (const [what, times] of Object.entries(named)) expect(times, what).toBeGreaterThan(1);
}, 30_000);

describe('no hint sends the wrong way', () => {
  test('more layers do not turn a message around that fades, nor one that grows', () => {
    const fading = withSet({ 'depth.filled': 'sigmoid', 'depth.layers': 8 });
    expect(shown('swell', fading).hint).not.toContain('ore layers');
    expect(shown('swell', fading).hint).toMatch(/^With the sigmoid, layer 1 hears 1 part in \d+ of it\. \w/);
    const growing = withSet({
      'depth.filled': 'sigmoid',
      'depth.bias': 'centred',
      'depth.scale': 6,
      'depth.width': 6,
      'depth.seed': 11,
    });
    expect(shown('lose', growing).hint).not.toContain('ore layers');
    const deepest = withSet({ 'depth.layers': 20, 'depth.width': 1, 'depth.scale': 0.1 });
    for (const goal of GOALS) {
      expect(shown(goal, deepest).hint).not.toContain('ore layers');
      expect(shown(goal, deepest).hint).not.toContain('even weights');
    }
  });

  test('a deal of ReLUs that no size of weights can hold is said to be one, and He is not asked for twice', () => {
    let stuck = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const settings = withSet({
        'depth.layers': 12,
        'depth.scheme': 'he',
        'depth.scale': 1.3,
        'depth.seed': seed,
        'depth.outlined': 'relu',
      });
      const { hint } = shown('hold', settings);
      expect(hint).not.toContain('scheme He');
      const can = any('hold', settings, 'depth.scale', SCALES);
      if (!can) stuck++;
      if (!can && !hint.includes('exactly nothing'))
        expect(hint, `deal ${seed}`).toContain('No size of the weights will do here. ');
    }
    expect(stuck).toBeGreaterThan(20);
  });
});

test('before the message is all the way nothing is said of how it fares', () => {
  for (const back of [0, 1, 8.9])
    for (const goal of GOALS)
      expect(shown(goal, withSet({ 'depth.back': back })).hint).toBe('Send a message all the way to see.');
});

test('a note on ReLU counts the open units, and says what the shut ones cost', () => {
  const [relu] = sidesOf(withSet({ 'depth.seed': 1 }));
  expect(layerOf(relu!, 2).shut).toBe(3);
  expect(stepNote(relu!, 2)).toBe(
    'The one unit here that is open passes on all of it; 3 that are shut make the slope 0.50.',
  );
  fc.assert(
    fc.property(anySettings, (settings) => {
      for (const side of sidesOf({ ...settings, 'depth.filled': 'relu' }).slice(0, 1))
        for (const { layer, shut, slopes, factor } of side.layers) {
          const note = stepNote(side, layer);
          if (factor === undefined || shut === 0 || shut === slopes.length) continue;
          const open = slopes.length - shut;
          expect(note).toMatch(open === 1 ? /^The one unit / : RegExp(`^The ${open} units `));
          expect(note).toMatch(
            shut === 1 ? / 1 that is shut makes / : RegExp(` ${shut} that are shut make `),
          );
        }
    }),
    { numRuns: 100 },
  );
});
