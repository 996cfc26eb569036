import type { Op } from '../engine/index.ts';

/** A mean that was added up one example at a time, as the one sum that it is: each example's own, times its share. */
export const meanOp = (added: readonly Op[], last: Op): Op => ({
  ...last,
  kind: 'sum',
  operands: added.flatMap(({ operands: [, own, share] }) => (own && share ? [own, share] : [])),
  terms: added.map((_, example) => [2 * example, 2 * example + 1]),
});

/** The operation as it is told: the last of those that add up a mean as the mean that it completes, any other as it is. */
export const wholeOp = (op: Op, ops: readonly Op[]): Op => {
  if (op.kind !== 'accumulate') return op;
  const added = ops.filter(({ id, kind }) => id === op.id && kind === 'accumulate');
  return op === added.at(-1) ? meanOp(added, op) : op;
};
