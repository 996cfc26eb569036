import { activations, at, sigmoid, type ActivationName, type LossName, type Op } from '../engine/index.ts';
import { format, formatGradient, formatPower, parse } from './format.ts';
import { kindOf } from './symbol.ts';

/** A piece of a formula: an operator or bracket, or a quantity with its value. `term` is the part of a sum it belongs to. */
export type Token =
  | { readonly mark: string; readonly term: number }
  | { readonly id: string; readonly value: number; readonly term: number };

/** The right-hand side of an operation, to be written with symbols or with numbers. */
export interface Expression {
  readonly tokens: readonly Token[];
  /** How many parts of it are revealed one after the other. */
  readonly terms: number;
  /** Its value when its quantities, in order of appearance, have these values. */
  readonly evaluate: (values: readonly number[]) => number;
}

type Part = string | { readonly id: string; readonly value: number };

const single = (parts: readonly Part[], evaluate: Expression['evaluate']): Expression => ({
  tokens: parts.map((part) => (typeof part === 'string' ? { mark: part, term: 0 } : { ...part, term: 0 })),
  terms: 1,
  evaluate,
});

const sum = ({ operands, terms }: Op): Expression => ({
  tokens: terms.flatMap((term, t) =>
    term.flatMap((index, i): Token[] => {
      const operand = at(operands, index);
      const lead: Token[] = i > 0 ? [{ mark: '·', term: t }] : t > 0 ? [{ mark: '+', term: t }] : [];
      return [...lead, { id: operand.id, value: operand.value, term: t }];
    }),
  ),
  terms: terms.length,
  evaluate: (values) => {
    let next = 0;
    return terms.reduce((total, term) => {
      const product = term.reduce((running) => running * (values[next++] ?? NaN), 1);
      return total + product;
    }, 0);
  },
});

/** Past this size of z the prediction is so near 0 or 1 that its decimals no longer carry the loss. */
const SATURATED = 14;

type Operand = Part & object;

const crossEntropy = (yhat: Operand, y: Operand, z: Operand): Expression => {
  if (Math.abs(z.value) > SATURATED) {
    return single(
      ['max(0,', z, ') −', z, '·', y, '+ ln(1 + exp(−|', z, '|))'],
      ([z1 = NaN, z2 = NaN, t = NaN, z3 = NaN]) =>
        Math.max(0, z1) - z2 * t + Math.log1p(Math.exp(-Math.abs(z3))),
    );
  }
  if (y.value === 1) return single(['−ln', yhat], ([p = NaN]) => -Math.log(p));
  if (y.value === 0) return single(['−ln(1 −', yhat, ')'], ([p = NaN]) => -Math.log(1 - p));
  return single(
    ['−', y, 'ln', yhat, '− (1 −', y, ') ln(1 −', yhat, ')'],
    ([t = NaN, p = NaN]) => -t * Math.log(p) - (1 - t) * Math.log(1 - p),
  );
};

const crossEntropySlope = (yhat: Operand, y: Operand, z: Operand): Expression => {
  if (y.value === 1) return single(['−1 /', yhat], ([p = NaN]) => -1 / p);
  if (z.value > SATURATED) {
    // 1 − ŷ is σ(−z), which keeps the digits that ŷ has lost.
    if (y.value === 0) return single(['1 / σ(−', z, ')'], ([logit = NaN]) => 1 / sigmoid(-logit));
    return single(
      ['−', y, '/', yhat, '+ (1 −', y, ') / σ(−', z, ')'],
      ([t = NaN, p = NaN, , logit = NaN]) => -t / p + (1 - t) / sigmoid(-logit),
    );
  }
  if (y.value === 0) return single(['1 / (1 −', yhat, ')'], ([p = NaN]) => 1 / (1 - p));
  return single(
    ['−', y, '/', yhat, '+ (1 −', y, ') / (1 −', yhat, ')'],
    ([t = NaN, p = NaN]) => -t / p + (1 - t) / (1 - p),
  );
};

type Judged = (yhat: Operand, y: Operand, z: Operand) => Expression;

const lossExpressions = {
  bce: crossEntropy,
  mse: (yhat, y) => single(['½ · (', yhat, '−', y, ')²'], ([p = NaN, t = NaN]) => (p - t) ** 2 / 2),
} satisfies Record<LossName, Judged>;

const lossSlopeExpressions = {
  bce: crossEntropySlope,
  mse: (yhat, y) => single([yhat, '−', y], ([p = NaN, t = NaN]) => p - t),
} satisfies Record<LossName, Judged>;

const LEAK = activations.leakyRelu.df(-1);

const activationExpressions = {
  relu: (z) => single(['max(0,', z, ')'], ([v = NaN]) => Math.max(0, v)),
  leakyRelu: (z) =>
    z.value > 0 ? single([z], ([v = NaN]) => v) : single([`${LEAK} ·`, z], ([v = NaN]) => LEAK * v),
  sigmoid: (z) => single(['σ(', z, ')'], ([v = NaN]) => sigmoid(v)),
  tanh: (z) => single(['tanh(', z, ')'], ([v = NaN]) => Math.tanh(v)),
  identity: (z) => single([z], ([v = NaN]) => v),
} satisfies Record<ActivationName, (z: Operand) => Expression>;

const slopeExpressions = {
  relu: (z) => single(['1 if', z, '> 0, else 0'], ([v = NaN]) => Number(v > 0)),
  leakyRelu: (z) => single(['1 if', z, `> 0, else ${LEAK}`], ([v = NaN]) => (v > 0 ? 1 : LEAK)),
  sigmoid: (z, a) =>
    z.value > SATURATED
      ? single(['σ(', z, ') · σ(−', z, ')'], ([z1 = NaN, z2 = NaN]) => sigmoid(z1) * sigmoid(-z2))
      : single([a, '· (1 −', a, ')'], ([p = NaN]) => p * (1 - p)),
  tanh: (z, a) =>
    Math.abs(z.value) > SATURATED / 2
      ? single(
          ['4 · σ(2 ·', z, ') · σ(−2 ·', z, ')'],
          ([z1 = NaN, z2 = NaN]) => 4 * sigmoid(2 * z1) * sigmoid(-2 * z2),
        )
      : single(['1 −', a, '²'], ([v = NaN]) => 1 - v * v),
  identity: () => single(['1'], () => 1),
} satisfies Record<ActivationName, (z: Operand, a: Operand) => Expression>;

const stated = <T>(op: Op, what: string, value: T | undefined): T => {
  if (value === undefined) throw new RangeError(`Expected ${what} with ${op.id}, found none`);
  return value;
};

/** The right-hand side of an operation of the trace. */
export const expressionOf = (op: Op): Expression => {
  const operand = (index: number) => at(op.operands, index);
  switch (op.kind) {
    case 'sum':
    case 'accumulate':
      return sum(op);
    case 'activation':
      return activationExpressions[stated(op, 'an activation', op.activation)](operand(0));
    case 'gate':
      return slopeExpressions.relu(operand(0));
    case 'slope':
      return slopeExpressions[stated(op, 'an activation', op.activation)](operand(0), operand(1));
    case 'loss':
      return lossExpressions[stated(op, 'a loss', op.judgedBy)](operand(0), operand(1), operand(2));
    case 'dloss':
      return lossSlopeExpressions[stated(op, 'a loss', op.judgedBy)](operand(0), operand(1), operand(2));
    case 'update':
      return single(
        [operand(0), '−', operand(1), '·', operand(2)],
        ([p = NaN, eta = NaN, g = NaN]) => p - eta * g,
      );
    case 'clear':
      return single(['—'], () => NaN);
  }
};

/** Rates that are 0 or 1, and are written without decimals. */
const isWholeRate = (id: string): boolean =>
  id.startsWith('gate') || id === 'graph.one' || id === 'graph.seed';

/** A quantity at a number of decimals, in the style of its kind. */
export const shown = (id: string, value: number, decimals = 4): string =>
  kindOf(id) === 'gradient' && !isWholeRate(id)
    ? formatGradient(value, decimals)
    : format(value, decimals, isWholeRate(id) ? 0 : 2);

/** An operand at a precision: one too small for four decimals keeps its power of ten, so that every digit counts. */
export const shownOperand = (id: string, value: number, decimals: number): string =>
  value !== 0 && Math.abs(value) < 0.5e-4 ? formatPower(value, decimals) : shown(id, value, decimals);

/** An operation as it is shown: its result, its operands in order of appearance. */
export interface Arithmetic {
  readonly result: string;
  readonly operands: readonly string[];
  /** Whether the operands, as they are shown, give the result as it is shown. */
  readonly isExact: boolean;
}

/** A result so near to the middle of two shown ones, as a share of itself, may be rounded to either by hand. */
export const TIE = 1e-12;

/**
 * An operation with its numbers, each operand with just enough decimals, `least` or more, that the arithmetic on the
 * page, done by hand, gives the result on the page, and if it can be without a tie. Where numbers have nearly cancelled,
 * or outgrown the machine, none are enough.
 */
export const shownArithmetic = (op: Op, least = 4): Arithmetic => {
  const found = known.get(op);
  if (found?.least === least) return found.arithmetic;
  const arithmetic = madeArithmetic(op, least);
  known.set(op, { least, arithmetic });
  return arithmetic;
};

/** Of each operation what it was last shown as. */
const known = new WeakMap<Op, { readonly least: number; readonly arithmetic: Arithmetic }>();

const madeArithmetic = (op: Op, least: number): Arithmetic => {
  const { tokens, evaluate } = expressionOf(op);
  const quantities = tokens.filter((token) => 'id' in token);
  const result = shown(op.id, op.value, least);
  const operandsWith = (decimals: number): readonly string[] =>
    quantities.map(({ id, value }) => shownOperand(id, value, decimals));
  for (const offs of [[-TIE, 0, TIE], [0]]) {
    for (let decimals = least; decimals <= 16; decimals++) {
      const operands = operandsWith(decimals);
      const value = evaluate(operands.map(parse));
      if (offs.every((off) => shown(op.id, value * (1 + off), least) === result))
        return { result, operands, isExact: true };
    }
  }
  return { result, operands: operandsWith(8), isExact: false };
};
