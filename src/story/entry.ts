import { format } from './format.ts';

/** A typed number, or a sentence that says what was expected and what was found. */
export type Entry =
  | { readonly value: number; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number that was typed: with either minus, and with a point or a comma. Nothing is guessed or cut off. */
export const entryOf = (text: string, [low, high]: readonly [number, number]): Entry => {
  const plain = text.trim().replace(/^−/, '-').replace(/e−/i, 'e-').replace(',', '.');
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  if (value >= low && value <= high) return { value: value === 0 ? 0 : value };
  const found = text.trim() === '' ? 'nothing' : `“${text.trim().slice(0, 20)}”`;
  return { problem: `Expected a number from ${format(low, 2, 0)} to ${format(high, 2, 0)}, found ${found}.` };
};

/** How many digits of a turned dial are kept: as many as one can tell apart by hand. */
const TURNED_DIGITS = 2;

/** A dial whose low end is stretched out, for what is set by its order of size: from its place, 0 to 1, to its value. */
export const stretched = (place: number, high: number): number =>
  Number((high * place ** 3).toPrecision(TURNED_DIGITS));

/** The other way round: where on the stretched dial a value stands. */
export const placeOn = (value: number, high: number): number => Math.cbrt(value / high);

/** Where a number stands on a dial, from 0 to 1, and back. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly value: (place: number) => number;
}
