import { activations } from '../engine/index.ts';

// How much a sigmoid lets through: its slope, where it is too flat to learn from, and how much half the squared error can
// send through it at most.

/** So far from zero, on the wrong side, z stands where the text has a prediction that is confident and wrong. */
export const WRONG = 6;

/** Below this slope the essay calls a sigmoid locked. */
export const LOCKED = 0.01;

/** From −END to END the output's z can be turned. */
export const END = 10;

/** Where the sigmoid is tabulated. */
export const TABLE: readonly number[] = [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10];

export const slopeAt = (z: number): number => activations.sigmoid.df(z);

/** The z, above 0, at which the sigmoid's slope is `slope`: at −z it is the same. For a slope in (0, ¼]. */
export const zOfSlope = (slope: number): number => {
  const prediction = (1 + Math.sqrt(1 - 4 * slope)) / 2;
  return Math.log(prediction / (1 - prediction));
};

/** Where the text puts z against a target: on the side where the prediction is wrong. */
export const wrongSide = (target: number): number => (target >= 0.5 ? -WRONG : WRONG);

/**
 * The z at which half the squared error of a sigmoid sends back most, for a target in [0, 1]. Its δ is (p − y) p (1 − p),
 * whose derivative in p is a parabola; of its two roots the one further from the target.
 */
export const loudestSquared = (target: number): number => {
  const side = target >= 0.5 ? -1 : 1;
  const root = Math.sqrt((1 + target) ** 2 - 3 * target);
  const prediction = (1 + target + side * root) / 3;
  return Math.log(prediction / (1 - prediction));
};
