import type { Arrangement } from './arrangements.ts';
import { SIZES } from './essay.ts';

// W, the table of hidden weights, and δ, the column of the hidden units' gradients, as two factors of a product: either
// may stand upright or lie on its side, and either may come first.

export type Letter = 'W' | 'δ';

/** One factor: its letter, whether it lies on its side, and how many rows and columns that makes. */
export interface Factor {
  readonly letter: Letter;
  readonly isTurned: boolean;
  readonly rows: number;
  readonly columns: number;
}

const [inputs, units] = SIZES;

const factorOf = (name: string): Factor => {
  const isTurned = name.endsWith('T');
  const letter = name.startsWith('W') ? 'W' : 'δ';
  const [rows, columns] = [units, letter === 'W' ? inputs : 1];
  return { letter, isTurned, rows: isTurned ? columns : rows, columns: isTurned ? rows : columns };
};

/** The two factors, left and right. */
export const factorsIn = (arrangement: Arrangement): readonly [Factor, Factor] => {
  const [left = '', right = ''] = arrangement.split('-');
  return [factorOf(left), factorOf(right)];
};

type Placed = Pick<Factor, 'letter' | 'isTurned'>;

const named = ([left, right]: readonly [Placed, Placed]): Arrangement => {
  const isFirst = left.letter === 'W';
  const w = (isFirst ? left : right).isTurned ? 'WT' : 'W';
  const d = (isFirst ? right : left).isTurned ? 'dT' : 'd';
  return isFirst ? (`${w}-${d}` as const) : (`${d}-${w}` as const);
};

/** The same with the factors in the other order. */
export const swapped = (arrangement: Arrangement): Arrangement => {
  const [left, right] = factorsIn(arrangement);
  return named([right, left]);
};

/** The same with one factor turned on its side, or back upright. */
export const turned = (arrangement: Arrangement, which: Letter): Arrangement => {
  const turnedIf = (factor: Factor): Factor =>
    factor.letter === which ? { ...factor, isTurned: !factor.isTurned } : factor;
  const [left, right] = factorsIn(arrangement);
  return named([turnedIf(left), turnedIf(right)]);
};

/** Whether each number in a row of the left factor has its partner in a column of the right one. */
export const fits = (arrangement: Arrangement): boolean => {
  const [left, right] = factorsIn(arrangement);
  return left.columns === right.rows;
};
