import { EPSILON, LEAST_EPSILON } from '../../story/essay.ts';

// The dial of the nudge goes from the largest to the smallest, as many places to each power of ten.

/** The last place of the dial; the first is 0. */
export const PLACES = 100;

const RATIO = LEAST_EPSILON / EPSILON;

/** The nudge at a place, to two digits. */
export const epsilonAt = (place: number): number =>
  Number((EPSILON * RATIO ** (place / PLACES)).toPrecision(2));

/** The place nearest to a nudge. */
export const placeOf = (epsilon: number): number =>
  Math.round((Math.log(epsilon / EPSILON) / Math.log(RATIO)) * PLACES);
