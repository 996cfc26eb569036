import { activations, idParts, type Op } from '../engine/index.ts';
import { SIZES } from './essay.ts';
import { expressionOf, shown, shownArithmetic, type Arithmetic } from './expression.ts';
import { numbersOf } from './formula.ts';
import { lostFactor } from './lost-factor.ts';
import { isPathName } from './path-names.ts';
import { capital, kindOf, textOf, wordsOf, type Sizes } from './symbol.ts';

// The trace in words: what each operation does, with its own numbers, for those who listen or would rather read.

/**
 * What a gradient says: «a rise in a₁ would lower the loss». Zero is a promise and no more: a rise may open a gate that has
 * just shut.
 */
const meaning = (id: string, value: number, sizes: Sizes): string => {
  const of = textOf(id.slice(1), sizes);
  if (value === 0) return `no change of the loss is promised for a rise in ${of}`;
  return `a rise in ${of} would ${value < 0 ? 'lower' : 'raise'} the loss`;
};

/** The terms of a sum, each factor as it is shown: «0.80 times 0.50, plus 0.20 times −0.30, plus 0.10». */
const terms = (op: Op, operands: readonly string[]): string => {
  let next = 0;
  return op.terms.map((term) => term.map(() => operands[next++] ?? '').join(' times ')).join(', plus ');
};

const sum = (op: Op, { result, operands, isExact }: Arithmetic, sizes: Sizes): string => {
  const [first] = op.operands;
  const isGradient = kindOf(op.id) === 'gradient';
  if (op.operands.length === 1 && first) {
    const end = isGradient ? `: ${meaning(op.id, op.value, sizes)}` : '';
    return `${textOf(op.id, sizes)} equals ${textOf(first.id, sizes)}, ${result}${end}.`;
  }
  const product = `${capital(terms(op, operands))} gives ${isExact ? '' : 'about '}${result}`;
  if (!isGradient || isPathName(op.id)) return `${product}: ${wordsOf(op.id, sizes)}.`;
  const gate = op.operands.find(({ id }) => id.startsWith('gate'));
  if (gate?.value === 0)
    return `${product}: the gate is shut, so nothing goes on to ${textOf(op.id.slice(1), sizes)}.`;
  const passed = gate ? 'the gate is open, and ' : '';
  return `${product}: ${passed}${meaning(op.id, op.value, sizes)}.${lostFactor(op)}`;
};

const ACTIVATION_WORDS: Readonly<Record<keyof typeof activations, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  identity: 'identity',
};

interface Told {
  readonly of: string;
  readonly given: string;
  readonly result: string;
  readonly sizes: Sizes;
}

const activation = (op: Op, { of, given, result, sizes }: Told): string => {
  const name = op.activation;
  if (name === undefined) throw new RangeError(`Expected an activation with ${op.id}, found none`);
  switch (name) {
    case 'relu':
      return op.value === 0
        ? `The gate is shut, so ${textOf(op.id, sizes)} is 0: a computed zero.`
        : `The gate is open, so ${textOf(op.id, sizes)} is ${of} as it stands, ${result}.`;
    case 'sigmoid':
      return `The sigmoid squeezes ${given} into ${result}: ${wordsOf(op.id, sizes)}.`;
    case 'leakyRelu':
    case 'identity':
    case 'tanh':
      return `The ${ACTIVATION_WORDS[name]} makes ${result} of ${given}: ${wordsOf(op.id, sizes)}.`;
  }
};

/** What an operation of the trace does, as one sentence with the numbers that the page shows for it. */
export const narrate = (op: Op, sizes: Sizes = SIZES): string => {
  const arithmetic = shownArithmetic(op);
  const { result, operands, isExact } = arithmetic;
  const [first, second] = op.operands;
  const given = first ? shown(first.id, first.value) : '';
  const of = first ? textOf(first.id, sizes) : '';
  switch (op.kind) {
    case 'sum':
      return sum(op, arithmetic, sizes);
    case 'accumulate': {
      const { example } = idParts(second?.id ?? '');
      if (example === undefined) throw new RangeError(`Expected an example's share of ${op.id}, found none`);
      return `Day ${example + 1} adds its share, ${operands[1] ?? ''} times ${operands[2] ?? ''}: the mean of ${textOf(op.id, sizes)} so far is ${result}.`;
    }
    case 'gate':
      return op.value === 0
        ? `${of} is ${operands[0] ?? ''}, not above zero: ${wordsOf(op.id, sizes)} stays shut.`
        : `${of} is ${operands[0] ?? ''}, above zero: ${wordsOf(op.id, sizes)} opens.`;
    case 'activation':
      return activation(op, { of, given: operands[0] ?? '', result, sizes });
    case 'slope':
      return `At ${of} = ${given} the ${ACTIVATION_WORDS[op.activation ?? 'sigmoid']} rises at a rate of ${result}: ${second ? wordsOf(second.id, sizes) : ''} moves ${result} times as much as ${of}.`;
    case 'loss':
      return `A prediction of ${given} against a target of ${shown('y', second?.value ?? NaN)} costs ${result}: ${wordsOf(op.id, sizes)}.`;
    case 'dloss':
      return `At a prediction of ${given} against a target of ${shown('y', second?.value ?? NaN)} the loss changes at a rate of ${result}: ${meaning(op.id, op.value, sizes)}.`;
    case 'update': {
      const [old = '', rate = '', gradient = ''] = operands;
      const change = op.value - (first?.value ?? NaN);
      const way = change === 0 ? 'stays where it is' : change < 0 ? 'moves down' : 'moves up';
      return `${old} minus ${rate} times ${gradient} gives ${isExact ? '' : 'about '}${result}: ${of} ${way}.`;
    }
    case 'clear':
      return `${textOf(op.id, sizes)} is cleared.`;
  }
};

/** At most so many operations are told one by one in a single announcement. */
const FEW = 3;

/** What a listener is told when a step has been read: each operation if they are few, else how many, and the last. */
export const announcementOf = (ops: readonly Op[], sizes: Sizes = SIZES): string => {
  const last = ops.at(-1);
  if (!last) return '';
  if (last.phase === 'clear') return 'All gradients are cleared; the parameters stay as they are.';
  if (last.phase === 'update') {
    const moved = ops.filter(({ operands: [old], value }) => old?.value !== value).length;
    return `${moved} of ${ops.length} parameters moved by minus the learning rate times their gradient.`;
  }
  if (ops.length <= FEW) return ops.map((op) => narrate(op, sizes)).join(' ');
  return `${ops.length} operations. The last: ${narrate(last, sizes)}`;
};

/** How an operation comes to its result, with its numbers: «= 0.80 × 0.50 + 0.20 × (−0.30) + 0.10». */
export const workingOf = (op: Op): string => {
  const { tokens, isExact } = numbersOf(op, expressionOf(op));
  const written = tokens.map(({ text, isBracketed, gap }) => (isBracketed ? `(${text})` : text) + gap);
  return `${isExact ? '=' : '≈'} ${written.join('').trimEnd()}`;
};
