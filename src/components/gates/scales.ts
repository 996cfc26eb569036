import type { Scale } from '../../story/entry.ts';

/** So many digits of a turned dial are kept. */
const DIGITS = 2;

/** A dial on which each order of size takes the same room. `low` is above 0. */
export const logScale = ([low, high]: readonly [number, number]): Scale => ({
  place: (value) => Math.log(value / low) / Math.log(high / low),
  value: (place) => Number((low * (high / low) ** place).toPrecision(DIGITS)),
});
