import { gradientId, type Op, type Operand } from '../engine/index.ts';
import { quantityIn } from './quantity.ts';
import type { Run } from './run.ts';

// What a program keeps of a gradient while the examples of a batch go by, for a program that does it right and for two
// that do not. Each number has a name, `kind:quantity`, and like any other one operation that computes it.

const sum = (id: string, terms: readonly (readonly Operand[])[]): Op => {
  let place = 0;
  return {
    phase: 'backward',
    id,
    kind: 'sum',
    operands: terms.flat(),
    terms: terms.map((term) => term.map(() => place++)),
    value: terms.reduce((total, term) => total + term.reduce((product, { value }) => product * value, 1), 0),
  };
};

const operandAt = (run: Run, step: number, id: string): Operand => ({
  id,
  value: quantityIn(run.quantitiesAt(step), id),
});

const shareOf = ({ world }: Run): Operand => ({ id: 'share', value: 1 / world.examples.length });

/** What one example adds to the store: its gradient, `dw.1.1.1@0` say, times its share. */
const share = (of: string, run: Run, step: number): Op =>
  sum(`share:${of}`, [[operandAt(run, step, of), shareOf(run)]]);

/** What a store that was not cleared still holds of the step before. */
const left = (of: string, run: Run, step: number): Op => sum(`left:${of}`, [[operandAt(run, step - 1, of)]]);

/** What it holds when this step's examples have added theirs. */
const uncleared = (of: string, run: Run, step: number): Op => {
  const before = left(of, run, step);
  return sum(`uncleared:${of}`, [[{ id: before.id, value: before.value }], [operandAt(run, step, of)]]);
};

/** A parameter at a step, where the update before took what the last example had left of its gradient. */
const overwritten = (of: string, run: Run, step: number): Op => {
  const last = share(`${gradientId(of)}@${run.world.examples.length - 1}`, run, step - 1);
  const before = operandAt(run, step - 1, of);
  const operands = [before, { id: 'eta', value: run.world.eta }, { id: last.id, value: last.value }];
  return {
    phase: 'update',
    id: `overwritten:${of}`,
    kind: 'update',
    operands,
    terms: [],
    value: before.value - run.world.eta * last.value,
  };
};

const kinds = { share, left, uncleared, overwritten } as const;

export type Stored = keyof typeof kinds;

const isStored = (kind: string): kind is Stored => Object.hasOwn(kinds, kind);

/** The kind of a number about a store, and the quantity that it is about; undefined for any other id. */
export const storedParts = (id: string): { readonly kind: Stored; readonly of: string } | undefined => {
  const [kind = '', of] = id.split(':');
  return of !== undefined && isStored(kind) ? { kind, of } : undefined;
};

/** The operation behind a number about a store, at a training step; undefined for any other id. */
export const storedOp = (id: string, run: Run, step: number): Op | undefined => {
  const parts = storedParts(id);
  return parts && kinds[parts.kind](parts.of, run, step);
};
