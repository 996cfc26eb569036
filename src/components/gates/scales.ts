import type { Scale } from '../../story/entry.ts';

/** So many digits of a turned dial are kept. */
const DIGITS = 2;

/** A dial on which each order of size takes the same room. `low` is above 0. */
export const logScale = ([low, high]: readonly [number, number]): Scale => ({
  place: (value) => Math.log(value / low) / Math.log(high / low),
  value: (place) => Number((low * (high / low) ** place).toPrecision(DIGITS)),
});

/** A dial that turns evenly, to so many decimals. */
export const evenScale = ([low, high]: readonly [number, number], decimals: number): Scale => ({
  place: (value) => (value - low) / (high - low),
  value: (place) => Number((low + (high - low) * place).toFixed(decimals)),
});
