import { at, gradientOf, type LossName, type Op } from '../../engine/index.ts';
import { shownArithmetic, type Arithmetic } from '../expression.ts';
import { format } from '../format.ts';
import { textOf } from '../symbol.ts';
import { networkAt } from './course.ts';
import { isLockedAt, rowsAt, type Box, type Row } from './box.ts';
import type { Change } from './settings.ts';

// The chain rule of the chosen line on the chosen row: what arrives at its unit, the unit's slope, what came in.

/** One factor. One that is cancelled is no part of the product: under cross-entropy, the output's slope. */
export interface Factor {
  readonly id: string;
  readonly symbol: string;
  readonly words: string;
  readonly value: number;
  readonly text: string;
  readonly isCancelled: boolean;
  /** A slope below the lock threshold; not that of a ReLU, which is on or off. */
  readonly isLocked: boolean;
}

export interface Product {
  readonly loss: LossName;
  readonly factors: readonly Factor[];
  readonly result: { readonly id: string; readonly value: number; readonly text: string };
  readonly isExact: boolean;
}

/** Where the arriving number comes from under a loss: a difference, or a sum of w·δ. */
export interface Arrival {
  readonly loss: LossName;
  readonly op: Op;
  readonly arithmetic: Arithmetic;
}

export interface LineChain {
  readonly line: string;
  readonly isOutput: boolean;
  /** Under half the squared error, and under cross-entropy. */
  readonly products: readonly [Product, Product];
  /** Likewise. Right behind the output its δ is written out: the raw error, under half the squared error times the slope. */
  readonly arrivals: readonly [Arrival, Arrival];
  /** The output's slope where the sum is of its δ alone, which under cross-entropy has no part in it. */
  readonly outputSlope: number | undefined;
  /** In the mean over the rows, and the step that follows from it. */
  readonly mean: number;
  readonly step: { readonly op: Op; readonly arithmetic: Arithmetic };
}

interface Place {
  readonly layer: number;
  readonly unit: number;
  readonly isOutput: boolean;
  /** The id of what came in; undefined for a bias, where it is 1. */
  readonly source: string | undefined;
  readonly gradient: string;
}

/** A gradient on the flat of a curve is small: one more decimal than elsewhere. */
const DIGITS = 5;

/** An operand; what the reader has given stands as they gave it. */
const given = (id: string, value: number, text: string): string =>
  /^(x\.|eta$)/.test(id) ? format(value, 4, 0) : text;

const placeOf = (line: string, sizes: readonly number[]): Place => {
  const [kind, ...numbers] = line.split('.');
  const [layer = NaN, unit = NaN, from = NaN] = numbers.map(Number);
  const source = kind === 'b' ? undefined : layer === 1 ? `x.${from}` : `a.${layer - 1}.${from}`;
  return { layer, unit, isOutput: layer === sizes.length - 1, source, gradient: `d${line}` };
};

const read = (row: Row, id: string): number => row.values.get(id) ?? NaN;

const productOf = (box: Box, row: Row, loss: LossName): Product => {
  const { layer, unit, isOutput, source, gradient } = placeOf(box.line, box.sizes);
  const { sizes } = box;
  const slope = `slope.${layer}.${unit}`;
  const isCancelled = isOutput && loss === 'bce';
  const error = loss === 'bce' ? `dz.${layer}.${unit}` : 'dyhat';
  const arriving = isOutput ? error : `da.${layer}.${unit}`;
  const letter = isOutput ? 'σ′(z)' : `f′(${textOf(`z.${layer}.${unit}`, sizes)})`;
  const parts = [
    isOutput
      ? { id: arriving, symbol: 'ŷ − y', words: 'raw error' }
      : { id: arriving, symbol: '∑ w·δ', words: 'sum of w·δ from the layer ahead' },
    { id: slope, symbol: letter, words: 'is the unit listening?' },
    source === undefined
      ? { id: 'one', symbol: '1', words: 'a bias is fed by 1' }
      : { id: source, symbol: textOf(source, sizes), words: 'what came in' },
  ].map((part) => ({ ...part, value: part.id === 'one' ? 1 : read(row, part.id) }));
  const counted = parts.filter(({ id }) => !(isCancelled && id === slope));
  const value = read(row, gradient);
  const op: Op = {
    phase: 'backward',
    id: gradient,
    kind: 'sum',
    operands: counted.map(({ id, value: operand }) => ({ id, value: operand })),
    terms: [counted.map((_, i) => i)],
    value,
  };
  const shown = shownArithmetic(op, DIGITS);
  let next = 0;
  return {
    loss,
    factors: parts.map((part) => {
      const isOut = isCancelled && part.id === slope;
      const text = isOut
        ? ''
        : part.id === 'one'
          ? '1'
          : given(part.id, part.value, shown.operands[next] ?? '');
      if (!isOut) next += 1;
      return {
        ...part,
        text,
        isCancelled: isOut,
        isLocked:
          part.id === slope &&
          !isOut &&
          (isOutput || box.terms.activation !== 'relu') &&
          isLockedAt(part.value, box.values['gates.lock']),
      };
    }),
    result: { id: gradient, value, text: shown.result },
    isExact: shown.isExact,
  };
};

const arrivalOf = (box: Box, row: Row, loss: LossName): Arrival => {
  const { layer, unit, isOutput } = placeOf(box.line, box.sizes);
  const operandsOf = (ids: readonly string[]) => ids.map((id) => ({ id, value: read(row, id) }));
  if (isOutput) {
    const op: Op = {
      phase: 'backward',
      id: `dz.${layer}.${unit}`,
      kind: 'dloss',
      judgedBy: 'mse',
      operands: operandsOf(['yhat', 'y', 'yhat']),
      terms: [],
      value: row.prediction - row.target,
    };
    return { loss, op, arithmetic: shownArithmetic(op, DIGITS) };
  }
  const isNextToOutput = layer === box.sizes.length - 2;
  const deltaOf = (m: number): readonly string[] =>
    isNextToOutput && loss === 'mse' ? ['dyhat', `slope.${layer + 1}.1`] : [`dz.${layer + 1}.${m}`];
  const ahead = Array.from({ length: at(box.sizes, layer + 1) }, (_, m) => m + 1);
  const terms = ahead.map((m) => [`w.${layer + 1}.${m}.${unit}`, ...deltaOf(m)]);
  const op: Op = {
    phase: 'backward',
    id: `da.${layer}.${unit}`,
    kind: 'sum',
    operands: operandsOf(terms.flat()),
    terms: terms.map((term, t) => term.map((_, i) => t * term.length + i)),
    value: read(row, `da.${layer}.${unit}`),
  };
  return { loss, op, arithmetic: shownArithmetic(op, DIGITS) };
};

/** The same network, its rows judged by another loss. */
const judgedBy = (box: Box, loss: LossName): Row => {
  if (loss === box.terms.loss) return at(box.rows, box.row);
  const terms: Change = { ...box.terms, loss, from: 0 };
  const start = { ...box.start, theta: box.theta, changes: [terms] };
  return at(rowsAt({ start, thetaAt: () => box.theta }, 0), box.row);
};

/** The chain of the chosen line on the chosen row, under either loss. */
export const chainOfLine = (box: Box): LineChain => {
  const p = box.parameters.indexOf(box.line);
  const mean = at(gradientOf(networkAt(box.start, box.theta, box.epoch), box.start.data).gradient, p);
  const weight = at(box.theta, p);
  const op: Op = {
    phase: 'update',
    id: box.line,
    kind: 'update',
    operands: [
      { id: box.line, value: weight },
      { id: 'eta', value: box.terms.eta },
      { id: `d${box.line}`, value: mean },
    ],
    terms: [],
    value: weight - box.terms.eta * mean,
  };
  const { layer, isOutput } = placeOf(box.line, box.sizes);
  const [squared, entropy] = [judgedBy(box, 'mse'), judgedBy(box, 'bce')];
  return {
    line: box.line,
    isOutput,
    products: [productOf(box, squared, 'mse'), productOf(box, entropy, 'bce')],
    arrivals: [arrivalOf(box, squared, 'mse'), arrivalOf(box, entropy, 'bce')],
    outputSlope: layer === box.sizes.length - 2 ? read(squared, `slope.${layer + 1}.1`) : undefined,
    mean,
    step: { op, arithmetic: shownArithmetic(op, DIGITS) },
  };
};
