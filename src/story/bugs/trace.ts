import {
  activations,
  at,
  gradientId,
  mutantNamed,
  mutantPass,
  unitId,
  weightId,
  type Network,
  type Op,
} from '../../engine/index.ts';
import { shownArithmetic } from '../expression.ts';
import { formatGradient } from '../format.ts';
import { ETA, MORNINGS, type BugName } from './cases.ts';

// One morning's way back, line by line: what each number was made of, and what the code got. Which line does not follow
// from its operands is for the reader to see, and after that for `isBroken` to say.

export interface Line {
  readonly id: string;
  readonly operands: readonly { readonly id: string; readonly value: number; readonly text: string }[];
  /** What the code got; not finite where it has no number. */
  readonly value: number;
  readonly text: string;
  /** It does not follow from its operands. */
  readonly isBroken: boolean;
  /** What follows from the operands. */
  readonly due: { readonly value: number; readonly text: string };
}

/** A line's rule when it is kept: the product of its factors, or for the first line ŷ − y. */
const opOf = (
  id: string,
  factors: readonly string[],
  valueOf: (id: string) => number,
  value?: number,
): Op => {
  const operands = factors.map((factor) => ({ id: factor, value: valueOf(factor) }));
  const isError = factors[0] === 'yhat';
  return {
    phase: 'backward',
    id,
    kind: isError ? 'dloss' : 'sum',
    ...(isError && { judgedBy: 'mse' as const }),
    operands: isError ? [...operands, ...operands.slice(0, 1)] : operands,
    terms: isError ? [] : [operands.map((_, i) => i)],
    // A product that comes to nothing has no sign.
    value: value ?? operands.reduce((product, operand) => product * operand.value, 1) + 0,
  };
};

/** Beside the number itself, what two ways of multiplying may differ by. */
const ROUNDING = 1e-12;

const isKept = (value: number, due: number): boolean =>
  Object.is(value, due) ||
  (Number.isFinite(value) && Math.abs(value - due) <= ROUNDING * Math.max(Math.abs(due), Math.abs(value)));

/** Every number of a morning's pass under the code of `bug`, by its id; what is not finite is there as it is. */
export const valuesOf = (bug: BugName, network: Network, morning: number): ReadonlyMap<string, number> => {
  const example = at(MORNINGS, morning);
  const { forward, loss, layers } = mutantPass(mutantNamed(bug), network, example, ETA);
  const values = new Map<string, number>([
    ['y', at(example.target, 0)],
    ['yhat', at(forward.prediction, 0)],
    ['loss', loss],
  ]);
  example.input.forEach((x, k) => values.set(`x.${k + 1}`, x));
  network.layers.forEach(({ weights, bias, activation }, l) => {
    const { preActivation, activation: a } = at(forward.layers, l);
    const { dActivation, delta, dWeights, dBias } = at(layers, l);
    bias.forEach((b, j) => {
      values.set(unitId('b', l, j), b);
      values.set(unitId('z', l, j), at(preActivation, j));
      values.set(unitId('a', l, j), at(a, j));
      values.set(unitId('slope', l, j), activations[activation].df(at(preActivation, j)));
      values.set(unitId('gate', l, j), Number(at(preActivation, j) > 0));
      values.set(unitId('da', l, j), at(dActivation, j));
      values.set(unitId('dz', l, j), at(delta, j));
      values.set(unitId('db', l, j), at(dBias, j));
    });
    // By their place, as the code lays them out.
    const flat = dWeights.flat();
    weights.forEach((row, j) =>
      row.forEach((w, k) => {
        values.set(weightId('w', l, j, k), w);
        values.set(weightId('dw', l, j, k), at(flat, j * row.length + k));
      }),
    );
  });
  return values;
};

/** The lines of a morning's way back, from the output to the first weights. */
export const linesOf = (bug: BugName, network: Network, morning: number): readonly Line[] => {
  const values = valuesOf(bug, network, morning);
  const valueOf = (id: string): number => values.get(id) ?? NaN;
  const isRelu = at(network.layers, 0).activation === 'relu';
  const units = at(network.layers, 0).bias.map((_, j) => j + 1);
  const inputs = at(MORNINGS, morning).input.map((_, k) => k + 1);
  const made: readonly (readonly [id: string, factors: readonly string[]])[] = [
    ['dz.2.1', ['yhat', 'y']],
    ...units.map((j) => [`dw.2.1.${j}`, ['dz.2.1', `a.1.${j}`]] as const),
    ['db.2.1', ['dz.2.1']],
    ...units.map((j) => [`da.1.${j}`, [`w.2.1.${j}`, 'dz.2.1']] as const),
    ...units.map((j) => [`dz.1.${j}`, [`da.1.${j}`, `${isRelu ? 'gate' : 'slope'}.1.${j}`]] as const),
    ...units.flatMap((j) => inputs.map((k) => [`dw.1.${j}.${k}`, [`dz.1.${j}`, `x.${k}`]] as const)),
    ...units.map((j) => [`db.1.${j}`, [`dz.1.${j}`]] as const),
  ];
  return made.map(([id, factors]) => {
    const op = opOf(id, factors, valueOf, id === 'dz.2.1' ? valueOf('yhat') - valueOf('y') : undefined);
    const isFinite = op.operands.every(({ value }) => Number.isFinite(value)) && Number.isFinite(op.value);
    const arithmetic = isFinite
      ? shownArithmetic(op)
      : { operands: op.operands.map(({ value }) => writtenOr(value)), result: writtenOr(op.value) };
    const value = valueOf(id);
    const isBroken = !isKept(value, op.value);
    return {
      id,
      operands: op.operands
        .slice(0, factors.length)
        .map((operand, i) => ({ ...operand, text: arithmetic.operands[i] ?? '' })),
      value,
      text: isBroken ? writtenOr(value) : arithmetic.result,
      isBroken,
      due: { value: op.value, text: arithmetic.result },
    };
  });
};

const writtenOr = (value: number): string => (Number.isFinite(value) ? formatGradient(value) : '—');

/** One parameter's gradient on each morning, as the code has it. */
export const sharesOf = (bug: BugName, network: Network, id: string): readonly number[] =>
  MORNINGS.map((_, n) => valuesOf(bug, network, n).get(gradientId(id)) ?? NaN);
