import { idParts } from '../engine/index.ts';
import type { Notation } from './notation.ts';
import { textOf } from './symbol.ts';

// Every formula of the essay, once: in TeX, as a line of code, as it is said aloud, and where it holds. Checked as it is written by
// tests/build/formulas.test.ts.

export const GROUPS = ['forward', 'backward', 'update'] as const;
export type Group = (typeof GROUPS)[number];

export interface Formula {
  readonly id: string;
  readonly group: Group;
  /** What it does. */
  readonly words: string;
  /** With δ for the gradient at a sum. */
  readonly tex: string;
  /** A line of NumPy: W1 has a row for each unit, W2 is one row, and what follows d is what the gradient is of. */
  readonly code: string;
  readonly spoken: string;
  /** For which losses and activations it is right. */
  readonly holds: string;
  /** The working that it is of, with j for a hidden unit, k for an input and θ for a parameter. */
  readonly of: string;
}

const ANY = 'any loss, any activation';

export const FORMULAS: readonly Formula[] = [
  {
    id: 'sum',
    group: 'forward',
    words: 'Weigh and add',
    tex: String.raw`\signal{z_j} = w_{j1}\,\signal{x_1} + w_{j2}\,\signal{x_2} + b_j`,
    code: 'z1 = W1 @ x + b1',
    spoken: 'z j is w j 1 times x 1, plus w j 2 times x 2, plus b j.',
    holds: ANY,
    of: 'z.1.j',
  },
  {
    id: 'gate',
    group: 'forward',
    words: 'Gate',
    tex: String.raw`\signal{a_j} = \max(0, \signal{z_j})`,
    code: 'a1 = np.maximum(0, z1)',
    spoken: 'a j is the larger of 0 and z j.',
    holds: 'ReLU',
    of: 'a.1.j',
  },
  {
    id: 'output',
    group: 'forward',
    words: 'Weigh and add again',
    tex: String.raw`\signal{z} = \sum_j w_j\,\signal{a_j} + b`,
    code: 'z2 = W2 @ a1 + b2',
    spoken: 'z is the sum over j of w j times a j, plus b.',
    holds: ANY,
    of: 'z.2.1',
  },
  {
    id: 'squash',
    group: 'forward',
    words: 'Squash',
    tex: String.raw`\signal{\hat y} = \sigma(\signal{z}) = \frac{1}{1 + e^{-z}}`,
    code: 'yhat = 1 / (1 + np.exp(-z2))',
    spoken: 'y hat is the sigmoid of z: 1 over 1 plus e to the minus z.',
    holds: 'a sigmoid at the output',
    of: 'yhat',
  },
  {
    id: 'loss',
    group: 'forward',
    words: 'Judge',
    tex: String.raw`\lossed{L} = -\signal{y}\,\ln\,\signal{\hat y} - (1 - \signal{y})\,\ln(1 - \signal{\hat y})`,
    code: 'L = -y*np.log(yhat) - (1 - y)*np.log(1 - yhat)',
    spoken:
      'L is minus y times the logarithm of y hat, minus 1 minus y times the logarithm of 1 minus y hat.',
    holds: 'cross-entropy, with the natural logarithm',
    of: 'loss',
  },
  {
    id: 'rate',
    group: 'backward',
    words: 'The loss’s own rate',
    tex: String.raw`\gradient{\pd{L}{\hat y}} = -\frac{\signal{y}}{\signal{\hat y}} + \frac{1 - \signal{y}}{1 - \signal{\hat y}}`,
    code: 'dyhat = -y/yhat + (1 - y)/(1 - yhat)',
    spoken: 'The gradient at y hat is minus y over y hat, plus 1 minus y over 1 minus y hat.',
    holds: 'cross-entropy',
    of: 'dyhat',
  },
  {
    id: 'slope',
    group: 'backward',
    words: 'The sigmoid’s slope',
    tex: String.raw`\pd{\hat y}{z} = \signal{\hat y}\,(1 - \signal{\hat y})`,
    code: 'slope = yhat * (1 - yhat)',
    spoken: 'The slope of y hat by z is y hat times 1 minus y hat.',
    holds: 'a sigmoid at the output',
    of: 'slope.2.1',
  },
  {
    id: 'error',
    group: 'backward',
    words: 'Their product, in which the slope cancels',
    tex: String.raw`\gradient{\delta} = \gradient{\pd{L}{\hat y}} \cdot \pd{\hat y}{z} = \signal{\hat y} - \signal{y}`,
    code: 'dz2 = dyhat * slope  # = yhat - y',
    spoken: 'Delta, the gradient at z, is the gradient at y hat times the slope; that is y hat minus y.',
    holds: 'the product: any; ŷ − y: a sigmoid with cross-entropy',
    of: 'dz.2.1',
  },
  {
    id: 'output-weight',
    group: 'backward',
    words: 'A weight of the output',
    tex: String.raw`\gradient{\pd{L}{w_j}} = \gradient{\delta}\,\signal{a_j}`,
    code: 'dW2 = dz2 * a1',
    spoken: 'The gradient of w j is delta times a j.',
    holds: ANY,
    of: 'dw.2.1.j',
  },
  {
    id: 'output-bias',
    group: 'backward',
    words: 'The bias of the output',
    tex: String.raw`\gradient{\pd{L}{b}} = \gradient{\delta}`,
    code: 'db2 = dz2',
    spoken: 'The gradient of b is delta.',
    holds: ANY,
    of: 'db.2.1',
  },
  {
    id: 'share',
    group: 'backward',
    words: 'Back through a weight',
    tex: String.raw`\gradient{\pd{L}{a_j}} = \gradient{\delta}\,w_j`,
    code: 'da1 = dz2 * W2',
    spoken: 'The gradient at a j is delta times w j.',
    holds: 'any loss, any activation; with several units above, a sum over them',
    of: 'da.1.j',
  },
  {
    id: 'through-gate',
    group: 'backward',
    words: 'Back through a gate',
    tex: String.raw`\gradient{\delta_j} = \begin{cases} \gradient{\pd{L}{a_j}} & \text{if } \signal{z_j} > 0 \\ 0 & \text{otherwise} \end{cases}`,
    code: 'dz1 = da1 * (z1 > 0)',
    spoken: 'Delta j, the gradient at z j, is the gradient at a j if z j is above 0, otherwise 0.',
    holds: 'ReLU; another activation multiplies by its slope',
    of: 'dz.1.j',
  },
  {
    id: 'weight',
    group: 'backward',
    words: 'A weight of a hidden unit',
    tex: String.raw`\gradient{\pd{L}{w_{jk}}} = \gradient{\delta_j}\,\signal{x_k}`,
    code: 'dW1 = np.outer(dz1, x)',
    spoken: 'The gradient of w j k is delta j times x k.',
    holds: ANY,
    of: 'dw.1.j.k',
  },
  {
    id: 'bias',
    group: 'backward',
    words: 'The bias of a hidden unit',
    tex: String.raw`\gradient{\pd{L}{b_j}} = \gradient{\delta_j}`,
    code: 'db1 = dz1',
    spoken: 'The gradient of b j is delta j.',
    holds: ANY,
    of: 'db.1.j',
  },
  {
    id: 'input',
    group: 'backward',
    words: 'An input, where paths add',
    tex: String.raw`\gradient{\pd{L}{x_k}} = \sum_j w_{jk}\,\gradient{\delta_j}`,
    code: 'dx = W1.T @ dz1',
    spoken: 'The gradient of x k is the sum over j of w j k times delta j.',
    holds: ANY,
    of: 'dx.k',
  },
  {
    id: 'update',
    group: 'update',
    words: 'Step, every parameter at once',
    tex: String.raw`\theta \leftarrow \theta - \eta\,\gradient{\pd{L}{\theta}}`,
    code: 'theta = theta - eta * dtheta',
    spoken: 'Theta becomes theta minus eta times the gradient of theta.',
    holds: 'gradient descent, any loss, any activation',
    of: 'update:θ',
  },
];

export const formulasOf = (group: Group): readonly Formula[] =>
  FORMULAS.filter((formula) => formula.group === group);

/** A formula in TeX, with δ or with ∂L/∂z. */
export const texIn = (notation: Exclude<Notation, 'code'>, { tex }: Pick<Formula, 'tex'>): string =>
  notation === 'delta'
    ? tex
    : tex
        .replaceAll(String.raw`\delta_j`, String.raw`\pd{L}{z_j}`)
        .replaceAll(String.raw`\delta`, String.raw`\pd{L}{z}`);

/** The working of a formula for the hidden unit and the input that a parameter belongs to; the first, where it has none. */
export const workingFor = ({ of }: Pick<Formula, 'of'>, parameter: string): string => {
  const [name, layer, to = '1', from = '1'] = parameter.split('.');
  const unit = layer === '1' ? to : name === 'w' ? from : '1';
  const input = layer === '1' && name === 'w' ? from : '1';
  return of.replace('θ', parameter).replace(/\bj\b/, unit).replace(/\bk\b/, input);
};

const inCode = (id: string): string => {
  const { plain } = idParts(id);
  const [first = '', ...indices] = plain.split('.');
  if (first === 'loss') return 'L';
  if (first === 'slope' || indices.length === 0) return first;
  const name = first.replace(/w$/, 'W');
  if (/^d?x$/.test(first)) return `${name}[${Number(indices[0]) - 1}]`;
  const [layer = '', ...units] = indices;
  const places = (layer === '2' ? units.slice(1) : units).map((unit) => Number(unit) - 1);
  return `${name}${layer}${places.length > 0 ? `[${places.join(',')}]` : ''}`;
};

/** A quantity as a notation writes it, in running text; in a program counted from 0. */
export const nameIn = (notation: Notation, id: string): string => {
  if (notation === 'code') return inCode(id);
  return notation === 'delta' && /^dz\b/.test(id) ? textOf(id.slice(1)).replace('z', 'δ') : textOf(id);
};
