import { at } from './checks.ts';

/** A row of numbers: an input, a target, one value per unit of a layer, or all parameters of a network. */
export type Vector = readonly number[];

/** Rows of numbers. A weight matrix is [to][from]: row j holds what unit j multiplies its inputs by. */
export type Matrix = readonly Vector[];

/** Σ left[i]·right[i], added in order from 0. Both have the same length. */
export function dot(left: Vector, right: Vector): number {
  return left.reduce((sum, value, i) => sum + value * at(right, i), 0);
}

/** Column k of a matrix: every row's k-th number. */
export function column(matrix: Matrix, k: number): Vector {
  return matrix.map((row) => at(row, k));
}
