import type { FORMULAS } from './formulas.ts';
import type { Notation } from './notation.ts';

// How the formulas are written, in TeX and as a line of NumPy: needed when the page is built, and by no reader's browser. Both are
// worked out as they stand, by tests/build/formulas.test.ts and tests/story/formulas.test.ts.

interface Written {
  /** With δ for the gradient at a sum. */
  readonly tex: string;
  /** W1 has a row for each unit, W2 is one row, and what follows d is what the gradient is of. */
  readonly code: string;
}

export const WRITTEN: Readonly<Record<(typeof FORMULAS)[number]['id'], Written>> = {
  sum: {
    tex: String.raw`\signal{z_j} = w_{j1}\,\signal{x_1} + w_{j2}\,\signal{x_2} + b_j`,
    code: 'z1 = W1 @ x + b1',
  },
  gate: {
    tex: String.raw`\signal{a_j} = \max(0, \signal{z_j})`,
    code: 'a1 = np.maximum(0, z1)',
  },
  output: {
    tex: String.raw`\signal{z} = \sum_j w_j\,\signal{a_j} + b`,
    code: 'z2 = W2 @ a1 + b2',
  },
  squash: {
    tex: String.raw`\signal{\hat y} = \sigma(\signal{z}) = \frac{1}{1 + e^{-z}}`,
    code: 'yhat = 1 / (1 + np.exp(-z2))',
  },
  loss: {
    tex: String.raw`\lossed{L} = -\signal{y}\,\ln\,\signal{\hat y} - (1 - \signal{y})\,\ln(1 - \signal{\hat y})`,
    code: 'L = -y*np.log(yhat) - (1 - y)*np.log(1 - yhat)',
  },
  rate: {
    tex: String.raw`\gradient{\pd{L}{\hat y}} = -\frac{\signal{y}}{\signal{\hat y}} + \frac{1 - \signal{y}}{1 - \signal{\hat y}}`,
    code: 'dyhat = -y/yhat + (1 - y)/(1 - yhat)',
  },
  slope: {
    tex: String.raw`\pd{\hat y}{z} = \signal{\hat y}\,(1 - \signal{\hat y})`,
    code: 'slope = yhat * (1 - yhat)',
  },
  error: {
    tex: String.raw`\gradient{\delta} = \gradient{\pd{L}{\hat y}} \cdot \pd{\hat y}{z} = \signal{\hat y} - \signal{y}`,
    code: 'dz2 = dyhat * slope  # = yhat - y',
  },
  'output-weight': {
    tex: String.raw`\gradient{\pd{L}{w_j}} = \gradient{\delta}\,\signal{a_j}`,
    code: 'dW2 = dz2 * a1',
  },
  'output-bias': {
    tex: String.raw`\gradient{\pd{L}{b}} = \gradient{\delta}`,
    code: 'db2 = dz2',
  },
  share: {
    tex: String.raw`\gradient{\pd{L}{a_j}} = \gradient{\delta}\,w_j`,
    code: 'da1 = dz2 * W2',
  },
  'through-gate': {
    tex: String.raw`\gradient{\delta_j} = \begin{cases} \gradient{\pd{L}{a_j}} & \text{if } \signal{z_j} > 0 \\ 0 & \text{otherwise} \end{cases}`,
    code: 'dz1 = da1 * (z1 > 0)',
  },
  weight: {
    tex: String.raw`\gradient{\pd{L}{w_{jk}}} = \gradient{\delta_j}\,\signal{x_k}`,
    code: 'dW1 = np.outer(dz1, x)',
  },
  bias: {
    tex: String.raw`\gradient{\pd{L}{b_j}} = \gradient{\delta_j}`,
    code: 'db1 = dz1',
  },
  input: {
    tex: String.raw`\gradient{\pd{L}{x_k}} = \sum_j w_{jk}\,\gradient{\delta_j}`,
    code: 'dx = W1.T @ dz1',
  },
  update: {
    tex: String.raw`\theta \leftarrow \theta - \eta\,\gradient{\pd{L}{\theta}}`,
    code: 'theta = theta - eta * dtheta',
  },
};

/** A formula in TeX, with δ or with ∂L/∂z. */
export const texIn = (notation: Exclude<Notation, 'code'>, { tex }: Pick<Written, 'tex'>): string =>
  notation === 'delta'
    ? tex
    : tex
        .replaceAll(String.raw`\delta_j`, String.raw`\pd{L}{z_j}`)
        .replaceAll(String.raw`\delta`, String.raw`\pd{L}{z}`);
