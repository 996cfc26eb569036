import { at } from '../../engine/index.ts';
import { format, formatPower, parse } from '../format.ts';
import type { DeepLayer } from './side.ts';

// What comes down each line into a unit, as sums and products that come out as they are printed.

/** What one unit is sent, what that adds up to, its slope, and what it hears: the product of the two. */
export interface Arrival {
  readonly unit: number;
  readonly sent: readonly string[];
  readonly sum: string;
  readonly slope: string;
  readonly heard: string;
}

const LEAST = 3;
const MOST = 15;
/** What is nearer than this to the middle between two shown numbers, as a share of itself, may be rounded to either. */
const TIE = 1e-12;

const written = (value: number, decimals: number): string =>
  value !== 0 && Math.abs(value) < 0.5 * 10 ** -LEAST
    ? formatPower(value, decimals)
    : format(value, decimals, 2);

/** The least decimals at which parts, as they are written, make a result as it is written. */
const decimalsFor = (
  least: number,
  made: (decimals: number) => number,
  result: (value: number) => string,
  target: string,
): number => {
  for (let decimals = least; decimals < MOST; decimals++)
    if ([-TIE, 0, TIE].every((off) => result(made(decimals) * (1 + off)) === target)) return decimals;
  return MOST;
};

/** Every unit of a layer: a sum and a product, the parts with just enough decimals. */
export const arrivalsIn = ({ arrivals, slopes }: DeepLayer): readonly Arrival[] =>
  arrivals.map((sent, k) => {
    const sum = sent.reduce((total, one) => total + one, 0);
    const slope = at(slopes, k);
    const heard = written(0 + slope * sum, LEAST);
    const forProduct = decimalsFor(
      LEAST,
      (decimals) => 0 + parse(written(slope, decimals)) * parse(written(sum, decimals)),
      (value) => written(value, LEAST),
      heard,
    );
    const total = written(sum, forProduct);
    const forSum = decimalsFor(
      forProduct,
      (decimals) => sent.reduce((running, one) => running + parse(written(one, decimals)), 0),
      (value) => written(value, forProduct),
      total,
    );
    return {
      unit: k + 1,
      sent: sent.map((one) => written(one, forSum)),
      sum: total,
      slope: written(slope, forProduct),
      heard,
    };
  });
