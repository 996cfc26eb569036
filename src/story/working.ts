import type { Op } from '../engine/index.ts';
import { chainOf } from './chain.ts';
import { NUDGE } from './essay.ts';
import { expressionOf, shownArithmetic, type Arithmetic } from './expression.ts';
import { decimalsApart, nudgeOf } from './nudge.ts';
import { pathWorking } from './paths.ts';
import { productOp } from './products.ts';
import { quantityIn } from './quantity.ts';
import type { Reading } from './reading.ts';
import type { Run } from './run.ts';
import { studyNumber } from './studies.ts';
import { stepNamed, type Style } from './subject.ts';
import { resolved, valueOf, written, type Asked } from './values.ts';

// Arithmetic that stands in a sentence: its operands carry the digits that they have in figure and inspector, so that a
// reader who works it out arrives at the result that is printed.

/** A number in prose that may be an operand: `of` names the working that it stands in, as `operationNamed` reads it. */
export interface Told extends Asked {
  readonly of?: string | undefined;
}

/** Raising a quantity by the essay's nudge, as one multiplication; `id` is `effect:w.1.2.1`, say. */
export const effectOp = (id: string, values: ReadonlyMap<string, number>): Op => {
  const gradient = `d${id.slice('effect:'.length)}`;
  const value = quantityIn(values, gradient);
  return {
    phase: 'backward',
    id,
    kind: 'sum',
    operands: [
      { id: gradient, value },
      { id: 'fact:nudge', value: NUDGE },
    ],
    terms: [[0, 1]],
    value: value * NUDGE,
  };
};

/** What the chosen parameter's gradient promises for the reader's nudge, as one multiplication. */
const promiseOp = ({ settings }: Reading, values: ReadonlyMap<string, number>): Op => {
  const gradient = `d${settings.param}`;
  const [rate, epsilon] = [quantityIn(values, gradient), settings['nudge.eps']];
  return {
    phase: 'backward',
    id: 'nudge.promise',
    kind: 'sum',
    operands: [
      { id: gradient, value: rate },
      { id: 'nudge.eps', value: epsilon },
    ],
    terms: [[0, 1]],
    value: rate * epsilon,
  };
};

/** Prediction minus target, which under cross-entropy is ∂L/∂z at the output. */
const errorOp = ({ world }: Run, values: ReadonlyMap<string, number>): Op => {
  const id = `dz.${world.sizes.length - 1}.1`;
  const operands = ['yhat', 'y'].map((operand) => ({ id: operand, value: quantityIn(values, operand) }));
  return {
    phase: 'backward',
    id,
    kind: 'dloss',
    judgedBy: 'mse',
    operands: [...operands, ...operands.slice(0, 1)],
    terms: [],
    value: quantityIn(values, id),
  };
};

/**
 * The working that a name stands for: `dz.2.1`, the operation of the passes that computes it; `update:w.1.1.1`, the update
 * of a parameter; `chain:w.1.1.1`, the product along its path; `effect:w.1.1.1`, its gradient times the essay's nudge;
 * `nudge.promise`, that of the chosen one times the reader's; `error`, prediction minus target. Throws RangeError for a name of none.
 */
export const operationNamed = (reading: Reading, { of = '', at, world = 'essay' }: Omit<Told, 'q'>): Op => {
  const run = reading.in(world);
  const step = stepNamed(at, reading.settings.step);
  const name = resolved(of, reading.settings.param);
  const values = run.quantitiesAt(step);
  const [kind = '', id = ''] = name.split(':');
  if (kind === 'error') return errorOp(run, values);
  if (kind === 'effect') return effectOp(name, values);
  if (kind === 'nudge.promise') return promiseOp(reading, values);
  if (kind === 'chain') return chainOf(id, values, run.world);
  const product = productOp(name, values);
  if (product) return product;
  const along = pathWorking(run, step, name);
  if (along) return along;
  const phases = kind === 'update' ? ['update'] : ['forward', 'backward'];
  const wanted = kind === 'update' ? id : name;
  const op = run.traceAt(step).findLast((one) => one.id === wanted && phases.includes(one.phase));
  if (!op) throw new RangeError(`Expected the name of a working, found "${of}"`);
  return op;
};

/** A working as it is printed. What a gradient promises is printed so that it can be told from what happens. */
const printed = (reading: Reading, op: Op): Arithmetic => {
  if (op.id !== 'nudge.promise') return shownArithmetic(op);
  const { run, settings } = reading;
  return shownArithmetic(
    op,
    decimalsApart(nudgeOf(run, settings.step, settings.param, settings['nudge.eps'])),
  );
};

/** Whether the digits of a working, as they are printed, give its result as it is printed. */
export const isExactly = (reading: Reading, working: Omit<Told, 'q'>): boolean =>
  printed(reading, operationNamed(reading, working)).isExact;

/** A number as a sentence writes it. Throws RangeError for an operand that its working does not have. */
export const toldAs = (reading: Reading, told: Told, style?: Style): string => {
  if (told.of === undefined)
    return (
      (style === undefined ? studyNumber(told.q)?.text(reading) : undefined) ??
      written(told.q, valueOf(reading, told), style)
    );
  const op = operationNamed(reading, told);
  const q = resolved(told.q, reading.settings.param);
  const operands = expressionOf(op).tokens.flatMap((token) => ('id' in token ? [token.id] : []));
  const text = printed(reading, op).operands[operands.indexOf(q)];
  // A target of 0 or 1 does not appear in its own formula; and a result is not an operand.
  return text ?? written(q, valueOf(reading, told), style);
};
