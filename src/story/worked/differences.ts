import {
  denseForward,
  denseGradient,
  denseLosses,
  type DenseExample,
  type DenseNetwork,
  type Term,
} from '../../engine/dense/index.ts';
import { conditionsOf } from './conditions.ts';
import { Refusal } from './example.ts';

// Numbers that are differences of two runs. The nearer the runs, the more of their digits cancel.

const CHECK = /^gradient check by (\S+?)((?:, d[Wb]\d+ times \d+)*)$/;
const SLOPE = /^slope of loss over (W\d+\[\d+\]\[\d+\]|b\d+\[\d+\]) by (\S+)$/;

/** `slope of loss over W2[0][0] by 0.1`: (the loss there − the loss here) / 0.1; undefined for another name. */
export function slopeOf(name: string, valueOf: (name: string) => number): number | undefined {
  const [, parameter = '', by = ''] = SLOPE.exec(name) ?? [];
  if (parameter === '') return undefined;
  const there = `loss where ${parameter} = ${valueOf(parameter) + Number(by)}`;
  return (valueOf(there) - valueOf('loss')) / Number(by);
}

/**
 * `gradient check by 1e-7, dW2 times 2`: ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖), ĝ by differences to both sides, g by backpropagation with
 * whole layers multiplied as told; undefined for another name. Source: Ng's course, as published.
 */
export function checkOf(
  name: string,
  sceneOf: () => {
    readonly network: DenseNetwork;
    readonly data: readonly DenseExample[];
  },
): number | undefined {
  const [, by = '', factors = ''] = CHECK.exec(name) ?? [];
  if (by === '') return undefined;
  const { network, data } = sceneOf();
  const epsilon = Number(by);
  const factor = (kind: string): number => Number(new RegExp(`${kind} times (\\d+)`).exec(factors)?.[1] ?? 1);
  const gradient = denseGradient(network, data).layers.flatMap(({ dWeights, dBias }, l) => [
    ...dWeights.flat().map((d) => d * factor(`dW${l + 1}`)),
    ...dBias.map((d) => d * factor(`db${l + 1}`)),
  ]);
  const theta = network.layers.flatMap(({ weights, bias }) => [...weights.flat(), ...bias]);
  const lossWith = (p: number, value: number): number => {
    let from = 0;
    const take = (own: number): number => (from++ === p ? value : own);
    const layers = network.layers.map(({ weights, bias, activation }) => ({
      weights: weights.map((row) => row.map(take)),
      bias: bias.map(take),
      activation,
    }));
    return lossFromActivations({ layers, loss: network.loss });
  };
  // From the activations, as the course writes it: the last digits of such a check are rounding, and other arithmetic has others.
  const term: Term = denseLosses[network.loss];
  const lossFromActivations = (changed: DenseNetwork): number => {
    const sums = data.map(({ input, target = [] }) => {
      const output = denseForward(changed, input).layers.at(-1)?.a ?? [];
      return output.reduce((sum, a, k) => sum + term.of(NaN, a, target[k] ?? NaN, output.length), 0);
    });
    return sums.reduce((sum, one) => sum + one, 0) / data.length;
  };
  const estimate = theta.map(
    (value, p) => (lossWith(p, value + epsilon) - lossWith(p, value - epsilon)) / (2 * epsilon),
  );
  const size = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
  return size(gradient.map((g, p) => g - (estimate[p] ?? NaN))) / (size(gradient) + size(estimate));
}

/** How far a number that is a difference may be off by the machine's own rounding; 0 for every other. */
export function noiseOf(name: string): number {
  const [, by = ''] = CHECK.exec(conditionsOf(name).rest) ?? [];
  // Losses near 1 hold 2⁻⁵³; their difference is divided by 2ε, and dozens of them are put together.
  return by === '' ? 0 : (16 * 2 ** -53) / refuseZero(Number(by));
}

function refuseZero(epsilon: number): number {
  if (!(epsilon > 0)) throw new Refusal('a gradient check needs a distance over 0');
  return epsilon;
}
