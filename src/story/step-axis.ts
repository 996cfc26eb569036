import { RUN_STEPS } from './essay.ts';

// Where a step of the run lies along an axis from 0 to 1. The logarithmic one gives the first steps room: it is one in
// 1 + step, so that step 0 has a place on it.

export type StepAxis = 'log' | 'even';

/** Where a step, whole or not, lies from 0 to 1. */
export const shareOfStep = (step: number, axis: StepAxis = 'log', steps: number = RUN_STEPS): number =>
  axis === 'log' ? Math.log1p(step) / Math.log1p(steps) : step / steps;

/** The step, mostly not a whole one, that lies at a share of the axis. */
export const stepAtShare = (share: number, axis: StepAxis = 'log', steps: number = RUN_STEPS): number =>
  axis === 'log' ? Math.expm1(share * Math.log1p(steps)) : share * steps;

/** The whole step nearest to a place on the axis, from 0 to `last`. */
export const nearestStep = (share: number, axis: StepAxis, last: number = RUN_STEPS): number => {
  const below = Math.floor(stepAtShare(share, axis));
  const isNearer = shareOfStep(below + 1, axis) - share < share - shareOfStep(below, axis);
  return Math.min(last, Math.max(0, isNearer ? below + 1 : below));
};

const ROUND = [1, 2, 5, 10, 20, 50, 100, 200] as const;

/** Steps to write beside the axis: round numbers, those that are on it. */
export const stepTicks = (axis: StepAxis, steps: number = RUN_STEPS): readonly number[] =>
  axis === 'log'
    ? [0, ...ROUND.filter((step) => step <= steps)]
    : [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * steps));
