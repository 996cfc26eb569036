import type { Op } from '../engine/index.ts';
import { expressionOf, shownOperand, TIE } from './expression.ts';
import { parse } from './format.ts';

// Arithmetic on several levels: products that are results of their factors and parts of a total. What is printed of each
// level has to give what is printed of the level above.

/** A line of arithmetic as it is shown. */
export interface ShownLine {
  readonly op: Op;
  readonly result: string;
  /** In order of appearance. */
  readonly operands: readonly string[];
  /** Whether the operands, as they are shown, give the result as it is shown. */
  readonly isExact: boolean;
}

const MOST = 16;
/** Decimals where no number of them is enough. */
const ENOUGH = 8;

const WITHOUT_TIE = [-TIE, 0, TIE];

const places = (least: number): readonly number[] =>
  Array.from({ length: Math.max(0, MOST - least + 1) }, (_, more) => least + more);

const operandsOf = (op: Op): readonly { readonly id: string; readonly value: number }[] =>
  expressionOf(op).tokens.filter((token) => 'id' in token);

const textsOf = (op: Op, decimals: number): readonly string[] =>
  operandsOf(op).map(({ id, value }) => shownOperand(id, value, decimals));

/** Whether operands at `decimals` give the result at `results`, each time the result is off by one of these shares of itself. */
const isGiven = (op: Op, results: number, decimals: number, offs: readonly number[]): boolean => {
  const value = expressionOf(op).evaluate(textsOf(op, decimals).map(parse));
  const result = shownOperand(op.id, op.value, results);
  return offs.every((off) => shownOperand(op.id, value * (1 + off), results) === result);
};

/** A result that no number of digits keeps off the middle between two shown ones may lie there. */
const offsFor = (op: Op, results: number): readonly number[] =>
  places(results).some((decimals) => isGiven(op, results, decimals, WITHOUT_TIE)) ? WITHOUT_TIE : [0];

/**
 * How many decimals, as many as the results have or more, the operands of all these operations need, so that each line
 * gives its result at `results` decimals, and if it can be without a tie. Undefined where no number of them is enough.
 */
export const decimalsFor = (ops: readonly Op[], results: number): number | undefined => {
  const wanted = ops.map((op) => [op, offsFor(op, results)] as const);
  return places(results).find((decimals) =>
    wanted.every(([op, offs]) => isGiven(op, results, decimals, offs)),
  );
};

/** One line on a level of which results and operands have so many decimals. */
export const lineOf = (op: Op, results: number, decimals: number): ShownLine => ({
  op,
  result: shownOperand(op.id, op.value, results),
  operands: textsOf(op, decimals),
  isExact: isGiven(op, results, decimals, [0]),
});

/**
 * Operations level by level, each the sum or product of those on the next: the total first. The total has `least`
 * decimals, and every level as many as give the one above it.
 */
export const shownLevels = (
  levels: readonly (readonly Op[])[],
  least = 4,
): readonly (readonly ShownLine[])[] => {
  let results = least;
  return levels.map((ops) => {
    const decimals = decimalsFor(ops, results) ?? Math.max(results, ENOUGH);
    const lines = ops.map((op) => lineOf(op, results, decimals));
    results = decimals;
    return lines;
  });
};
