import { at } from '../checks.ts';
import type { Matrix, Vector } from '../vector.ts';
import { denseBackward, type DenseBackwardPass, type Slip } from './backward.ts';
import {
  denseForward,
  denseTerms,
  type DenseExample,
  type DenseNetwork,
  type DensePass,
  type Known,
} from './network.ts';

/** How somebody trains: what moves, and by which rule. */
export interface DenseRule {
  readonly learningRate: number;
  /** False where only the weights move. */
  readonly hasBiases: boolean;
  readonly slip?: Slip | undefined;
}

/** What every example caused, and the gradient of their mean loss. */
export interface DenseGradient {
  readonly passes: readonly DensePass[];
  readonly backs: readonly DenseBackwardPass[];
  readonly layers: readonly { readonly dWeights: Matrix; readonly dBias: Vector }[];
}

/** The mean loss of several examples. */
export function denseLoss(network: DenseNetwork, data: readonly DenseExample[], known?: Known): number {
  const sum = data.reduce((total, { input, target }, n) => {
    const pass = denseForward(network, input, ofExample(known, n, data.length));
    return total + denseTerms(network, pass, target).reduce((terms, value) => terms + value, 0);
  }, 0);
  return sum / data.length;
}

/** The gradient of the mean loss over `data`. Throws as `denseBackward`. */
export function denseGradient(
  network: DenseNetwork,
  data: readonly DenseExample[],
  { learningRate = 0, slip }: Partial<DenseRule> = {},
  known?: Known,
): DenseGradient {
  const share = 1 / data.length;
  const passes = data.map(({ input }, n) => denseForward(network, input, ofExample(known, n, data.length)));
  const backs = passes.map((pass, n) =>
    denseBackward(network, pass, at(data, n).target, {
      known: ofExample(known, n, data.length),
      slip,
      learningRate,
      share,
    }),
  );
  const [only] = backs;
  if (only && backs.length === 1) return { passes, backs, layers: only.layers };
  const layers = network.layers.map(({ weights, bias }, l) => ({
    dWeights: weights.map((row, j) =>
      row.map(
        (_, k) =>
          known?.(`dL/dW${l + 1}[${j}][${k}]`) ??
          sumOf(backs, (back) => at(at(at(back.layers, l).dWeights, j), k)),
      ),
    ),
    dBias: bias.map(
      (_, j) => known?.(`dL/db${l + 1}[${j}]`) ?? sumOf(backs, (back) => at(at(back.layers, l).dBias, j)),
    ),
  }));
  return { passes, backs, layers };
}

/** The network after one step down this gradient; `known` may hold new parameters: `W1+[0][1]`, `b2+[0]`. */
export function denseStep(
  network: DenseNetwork,
  { layers }: Pick<DenseGradient, 'layers'>,
  { learningRate, hasBiases }: DenseRule,
  known?: Known,
): DenseNetwork {
  return {
    loss: network.loss,
    layers: network.layers.map(({ weights, bias, activation }, l) => {
      const { dWeights, dBias } = at(layers, l);
      return {
        activation,
        weights: weights.map((row, j) => {
          const gradient = at(dWeights, j);
          return row.map(
            (w, k) => known?.(`W${l + 1}+[${j}][${k}]`) ?? w - learningRate * (gradient[k] ?? NaN),
          );
        }),
        bias: hasBiases
          ? bias.map((b, j) => known?.(`b${l + 1}+[${j}]`) ?? b - learningRate * (dBias[j] ?? NaN))
          : bias,
      };
    }),
  };
}

/** The network after so many steps on `batches` in turn. */
export function denseTrain(
  network: DenseNetwork,
  batches: readonly (readonly DenseExample[])[],
  rule: DenseRule,
  steps: number,
): DenseNetwork {
  let trained = network;
  for (let s = 0; s < steps; s++)
    trained = denseStep(trained, denseGradient(trained, at(batches, s % batches.length), rule), rule);
  return trained;
}

const sumOf = <T>(items: readonly T[], valueOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + valueOf(item), 0);

/** Of several examples each has its own numbers, marked by its index: `z1[0][2]`; gradients of parameters are of all. */
const ofExample = (known: Known | undefined, n: number, count: number): Known | undefined => {
  if (!known || count === 1) return known;
  return (name) => (/^dL\/d[Wb]/.test(name) ? undefined : known(`${name}[${n}]`));
};
