import { activationOf } from './activations.ts';
import { at, finite, finiteVector } from './checks.ts';
import { lossNamed } from './losses.ts';
import type { Example, Network } from './network.ts';
import { dot, type Vector } from './vector.ts';

/** What one layer did with what came in. */
export interface LayerActivity {
  /** z = W·a_below + b, one number per unit. */
  readonly preActivation: Vector;
  /** a = f(z), one number per unit. */
  readonly activation: Vector;
}

/** Everything one input causes, layer by layer. */
export interface ForwardPass {
  readonly input: Vector;
  readonly layers: readonly LayerActivity[];
  /** ŷ: the last layer's activation. */
  readonly prediction: Vector;
}

/**
 * Runs `input` through every layer. Throws RangeError unless there is one finite number per input unit, or if a sum
 * grows past the largest number there is. Source: Nielsen (2015), ch. 2, eq. 25.
 */
export function forward(network: Network, input: Vector): ForwardPass {
  finiteVector('the input', input, at(at(network.layers, 0).weights, 0).length);
  const layers: LayerActivity[] = [];
  let signal = input;
  for (const { weights, bias, activation } of network.layers) {
    const below = signal;
    const preActivation = weights.map((row, j) => finite('every z', dot(row, below) + at(bias, j)));
    signal = preActivation.map(activationOf(activation).f);
    layers.push({ preActivation, activation: signal });
  }
  return { input, layers, prediction: signal };
}

/**
 * L: how wrong the prediction is, summed over the outputs. Throws RangeError unless `target` has one finite number per
 * output (under cross-entropy, from 0 to 1), or if the loss grows past the largest number there is.
 */
export function lossOf(network: Network, forwardPass: ForwardPass, target: Vector): number {
  const losses = judged(network, forwardPass, target, lossNamed(network.loss).of);
  return finite(
    'the loss',
    losses.reduce((sum, loss) => sum + loss, 0),
  );
}

/** Something that a loss says of each output: of its z, ŷ and y. Throws as `lossOf`. */
export function judged(
  network: Network,
  { layers }: ForwardPass,
  target: Vector,
  judge: (z: number, prediction: number, target: number) => number,
): Vector {
  const { preActivation, activation } = at(layers, layers.length - 1);
  return possibleTarget(network, target).map((y, j) => judge(at(preActivation, j), at(activation, j), y));
}

/** The mean loss over `data`. Throws RangeError if there is no example, or as `forward` and `lossOf`. */
export function meanLoss(network: Network, data: readonly Example[]): number {
  someExamples(data);
  const total = data.reduce(
    (sum, { input, target }) => sum + lossOf(network, forward(network, input), target),
    0,
  );
  return finite('the mean loss', total / data.length);
}

/** `data` itself. Throws RangeError if it holds no example. */
export function someExamples(data: readonly Example[]): readonly Example[] {
  if (data.length === 0) throw new RangeError('expected at least one example, found none');
  return data;
}

/** `target` itself. Throws RangeError unless the network could be asked for it. */
export function possibleTarget(network: Network, target: Vector): Vector {
  finiteVector('the target', target, at(network.layers, network.layers.length - 1).bias.length);
  const outside = network.loss === 'bce' ? target.find((y) => y < 0 || y > 1) : undefined;
  if (outside !== undefined)
    throw new RangeError(`expected a target from 0 to 1 under the loss bce, found ${outside}`);
  return target;
}
