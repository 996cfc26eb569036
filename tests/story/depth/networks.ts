import fc from 'fast-check';
import type { GoalName, Verdict } from '@/story/depth/goals.ts';
import { adviceFor, findingFor } from '@/story/depth/hints.ts';
import { BENDS, DEPTH, SCHEMES, type DepthSettings } from '@/story/depth/settings.ts';
import { fallbacksOf } from '@/story/table.ts';

/** The lab as it comes, with some of it set. */
export const withSet = (changes: Partial<DepthSettings>): DepthSettings => ({
  ...fallbacksOf(DEPTH),
  ...changes,
});

/** Anything that can be set, its corners among it. */
export const anySettings: fc.Arbitrary<DepthSettings> = fc.record({
  'depth.layers': fc.integer({ min: 1, max: 20 }),
  'depth.width': fc.integer({ min: 1, max: 6 }),
  'depth.filled': fc.constantFrom(...BENDS),
  'depth.outlined': fc.constantFrom(...BENDS),
  'depth.scheme': fc.constantFrom(...SCHEMES),
  'depth.scale': fc.oneof(fc.constantFrom(0.1, 1, 4, 20), fc.double({ min: 0.1, max: 20, noNaN: true })),
  'depth.bias': fc.constantFrom('zero', 'centred'),
  'depth.seed': fc.integer({ min: 1, max: 9999 }),
  'depth.layer': fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  'depth.back': fc.oneof(fc.constant(21), fc.double({ min: 0, max: 21, noNaN: true })),
});

/** What is said of a goal, all of it. */
export const hintFor = (goal: GoalName, verdict: Verdict, settings: DepthSettings): string =>
  [findingFor(goal, verdict, settings), adviceFor(goal, verdict, settings)].filter(Boolean).join(' ');
