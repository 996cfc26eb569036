/** In what part of the work a blank is filled in, in this order. */
export type Part = 'forward' | 'backward' | 'update';
export const PARTS: readonly (readonly [Part, string])[] = [
  ['forward', 'forward'],
  ['backward', 'backward'],
  ['update', 'the update'],
];

/** A number to be filled in, and how: marks and operands as they are written, and what they come to. */
export interface Blank {
  readonly id: string;
  readonly part: Part;
  readonly tokens: readonly Token[];
  /** Its value when its operands, in order of appearance, have these values. */
  readonly evaluate: (operands: readonly number[]) => number;
  /** The rule in a sentence. */
  readonly rule: string;
}

export type Token = { readonly mark: string } | { readonly id: string };

/** How many units of a 2-3-1 network are hidden, and how many inputs it has. */
export const HIDDEN = [1, 2, 3] as const;
export const INPUTS = [1, 2] as const;

const mark = (text: string): Token => ({ mark: text });
const operand = (id: string): Token => ({ id });

/** The ids of what a formula is made of, in order of appearance. */
export const operandsOf = ({ tokens }: Blank): readonly string[] =>
  tokens.flatMap((token) => ('id' in token ? [token.id] : []));

const sum = (
  pairs: readonly (readonly [string, string])[],
  bias: string,
): Pick<Blank, 'tokens' | 'evaluate'> => ({
  tokens: [
    ...pairs.flatMap(([weight, from], i) => [
      ...(i > 0 ? [mark('+')] : []),
      operand(weight),
      mark('×'),
      operand(from),
    ]),
    mark('+'),
    operand(bias),
  ],
  evaluate: (values) => {
    let total = values.at(-1) ?? NaN;
    for (let i = 0; i + 1 < values.length; i += 2) total += (values[i] ?? NaN) * (values[i + 1] ?? NaN);
    return total;
  },
});

const product = (...ids: readonly string[]): Pick<Blank, 'tokens' | 'evaluate'> => ({
  tokens: ids.flatMap((id, i) => (i > 0 ? [mark('×'), operand(id)] : [operand(id)])),
  evaluate: (values) => values.reduce((total, value) => total * value, 1),
});

const SUM = 'What comes in, each value times its weight, added up; then the bias.';
const WEIGHT =
  'The gradient at the sum that the weight goes into, times what the weight was multiplied by on the way forward.';
const BIAS = 'The bias was added as it stood, so its gradient is that of the sum.';
const STEP = 'Against the gradient: the old value, minus the learning rate times the gradient.';

const hiddenForward = HIDDEN.flatMap((j): readonly Blank[] => [
  {
    id: `z.1.${j}`,
    part: 'forward',
    rule: SUM,
    ...sum(
      INPUTS.map((k) => [`w.1.${j}.${k}`, `x.${k}`]),
      `b.1.${j}`,
    ),
  },
  {
    id: `a.1.${j}`,
    part: 'forward',
    rule: 'ReLU: the sum itself when it is above zero, else 0.',
    tokens: [mark('max(0,'), operand(`z.1.${j}`), mark(')')],
    evaluate: ([z = NaN]) => Math.max(0, z),
  },
]);

const output = (target: number): readonly Blank[] => [
  {
    id: 'z.2.1',
    part: 'forward',
    rule: SUM,
    ...sum(
      HIDDEN.map((j) => [`w.2.1.${j}`, `a.1.${j}`]),
      'b.2.1',
    ),
  },
  {
    id: 'yhat',
    part: 'forward',
    rule: 'The sigmoid, 1 / (1 + e to the power of minus z): it squeezes the sum between 0 and 1.',
    tokens: [mark('σ('), operand('z.2.1'), mark(')')],
    evaluate: ([z = NaN]) => 1 / (1 + Math.exp(-z)),
  },
  {
    id: 'loss',
    part: 'forward',
    rule: `Cross-entropy: minus the natural logarithm of the probability given to what happened. The target is ${target}, and that was given ${target === 1 ? 'ŷ' : '1 − ŷ'}.`,
    tokens:
      target === 1
        ? [mark('−ln('), operand('yhat'), mark(')')]
        : [mark('−ln(1 −'), operand('yhat'), mark(')')],
    evaluate: ([yhat = NaN]) => -Math.log(target === 1 ? yhat : 1 - yhat),
  },
  {
    id: 'dz.2.1',
    part: 'backward',
    rule: 'For a sigmoid under cross-entropy two slopes have cancelled: what is left is the prediction minus the target.',
    tokens: [operand('yhat'), mark('−'), operand('y')],
    evaluate: ([yhat = NaN, y = NaN]) => yhat - y,
  },
];

const backward: readonly Blank[] = [
  ...HIDDEN.map((j): Blank => ({
    id: `dw.2.1.${j}`,
    part: 'backward',
    rule: WEIGHT,
    ...product('dz.2.1', `a.1.${j}`),
  })),
  { id: 'db.2.1', part: 'backward', rule: BIAS, ...product('dz.2.1') },
  ...HIDDEN.map((j): Blank => ({
    id: `dz.1.${j}`,
    part: 'backward',
    rule: 'What arrives at the output’s sum, times the weight it comes back through, times the gate: 1 if this sum is above zero, else 0.',
    ...product('dz.2.1', `w.2.1.${j}`, `gate.1.${j}`),
  })),
  ...HIDDEN.flatMap((j): readonly Blank[] => [
    ...INPUTS.map((k): Blank => ({
      id: `dw.1.${j}.${k}`,
      part: 'backward',
      rule: WEIGHT,
      ...product(`dz.1.${j}`, `x.${k}`),
    })),
    { id: `db.1.${j}`, part: 'backward', rule: BIAS, ...product(`dz.1.${j}`) },
  ]),
];

/** A parameter after the step is called by its own id and a plus: `w.1.2.1+`. */
export const AFTER = '+';

const update = (id: string): Blank => ({
  id: id + AFTER,
  part: 'update',
  rule: STEP,
  tokens: [operand(id), mark('−'), operand('eta'), mark('×'), operand(`d${id}`)],
  evaluate: ([value = NaN, rate = NaN, gradient = NaN]) => value - rate * gradient,
});

/** What an id says: `dw.1.2.1` is of layer 1, unit 2, from 1. Indices that it has none of are 0. */
export const byIndex = (id: string): { name: string; layer: number; unit: number; from: number } => {
  const [name = '', layer = 0, unit = 0, from = 0] = id.split('.');
  return { name, layer: Number(layer), unit: Number(unit), from: Number(from) };
};

/** All blanks in the order of the work; of the parameters after the step only those in `moved`. */
export const blanksFor = (target: number, moved: readonly string[]): readonly Blank[] => [
  ...hiddenForward,
  ...output(target),
  ...backward,
  ...moved.map(update),
];
