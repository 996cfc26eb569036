import { activationOf, type ActivationName } from './activations.ts';
import { at, finiteVector, whole } from './checks.ts';
import { lossNamed, type LossName } from './losses.ts';
import type { Matrix, Vector } from './vector.ts';

/** A layer computes a = f(W·a_below + b). */
export interface Layer {
  /** [to][from] */
  readonly weights: Matrix;
  readonly bias: Vector;
  readonly activation: ActivationName;
}

/** Layers from the first hidden one to the output, and how the output is judged. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly loss: LossName;
}

/** What goes in, and what should come out. */
export interface Example {
  readonly input: Vector;
  readonly target: Vector;
}

export interface NetworkOptions {
  /** Inputs, hidden units layer by layer, outputs: [2, 3, 1]. */
  readonly sizes: readonly number[];
  /** Every weight and bias, in PyTorch's order: W¹ row by row, b¹, W² row by row, b², … */
  readonly theta: Vector;
  readonly hidden?: ActivationName;
  readonly output?: ActivationName;
  readonly loss?: LossName;
}

/**
 * The network with these layer sizes and parameters. Unless told otherwise: ReLU hidden units, sigmoid outputs,
 * cross-entropy. Throws RangeError for sizes that are not whole and positive, a `theta` of the wrong length or not
 * finite, an unknown name, or cross-entropy without a sigmoid.
 */
export function networkFrom(options: NetworkOptions): Network {
  const { sizes, theta, hidden = 'relu', output = 'sigmoid', loss = 'bce' } = options;
  activationOf(hidden);
  activationOf(output);
  lossNamed(loss);
  if (loss === 'bce' && output !== 'sigmoid') {
    throw new RangeError(`expected a sigmoid output under the loss bce, found ${output}`);
  }
  finiteVector('theta', theta, parameterCount(sizes));
  let from = 0;
  const take = (count: number): Vector => theta.slice(from, (from += count));
  const layers = sizes.slice(1).map((to, l) => ({
    weights: Array.from({ length: to }, () => take(at(sizes, l))),
    bias: take(to),
    activation: l === sizes.length - 2 ? output : hidden,
  }));
  return { layers, loss };
}

/** Every weight and bias of the network, in PyTorch's order: W¹ row by row, b¹, W² row by row, b², … */
export function parametersOf(network: Network): Vector {
  const theta: number[] = [];
  for (const { weights, bias } of network.layers) {
    for (const row of weights) theta.push(...row);
    theta.push(...bias);
  }
  return theta;
}

/** The same network with other parameters. Throws RangeError unless `theta` has one finite number for each. */
export function withParameters(network: Network, theta: Vector): Network {
  finiteVector('theta', theta, parameterCount(sizesOf(network)));
  let from = 0;
  const take = ({ length }: Vector): Vector => theta.slice(from, (from += length));
  const layers = network.layers.map(({ weights, bias, activation }) => ({
    weights: weights.map(take),
    bias: take(bias),
    activation,
  }));
  return { layers, loss: network.loss };
}

/** Inputs, hidden units layer by layer, outputs: [2, 3, 1]. */
export function sizesOf(network: Network): readonly number[] {
  return [at(at(network.layers, 0).weights, 0).length, ...network.layers.map(({ bias }) => bias.length)];
}

/** How many weights and biases: (from + 1)·to, summed over the layers. 13 for [2, 3, 1]. */
export function parameterCount(sizes: readonly number[]): number {
  whole('the number of layer sizes', sizes.length, 2);
  sizes.forEach((size, l) => whole(`sizes[${l}]`, size, 1));
  return sizes.slice(1).reduce((sum, to, l) => sum + (at(sizes, l) + 1) * to, 0);
}
