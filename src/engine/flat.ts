import { activationOf, activations, type Activation } from './activations.ts';
import { lossNamed, type Loss } from './losses.ts';
import { sizesOf, type Example, type Network } from './network.ts';
import { isUnrolled, unrolledPasses } from './unrolled.ts';
import type { Vector } from './vector.ts';

/**
 * The two passes once more, for training: forward.ts and backward.ts to the last bit, on flat arrays that are written
 * over instead of made anew. To understand the algorithm, read the other two.
 *
 * All parameters stand in one row, in the order of theta, and so do all units of an example, inputs first. A layer's
 * units are those from `here` on, and the units that feed it those from `below` to `here`.
 */
export interface FlatPasses {
  readonly sizes: readonly number[];
  readonly layers: readonly Activation[];
  readonly loss: Loss;
  /** How many units an example has, inputs and all. */
  readonly units: number;
  /** All examples' targets, one after another. */
  readonly targets: Float64Array;
  /** [example][unit]: every unit's z and a, as the example's last pass left them. An input is its own a. */
  readonly z: Float64Array;
  readonly a: Float64Array;
  /** [unit]: ∂L/∂z for the example that was last run backward. */
  readonly delta: Float64Array;
}

// ReLU is spelt out below: a call costs as much as the sum before it.
const { relu } = activations;

/** Room to run `network` over `data`. */
export function flatPasses(network: Network, data: readonly Example[]): FlatPasses {
  const sizes = sizesOf(network);
  const units = sizes.reduce((sum, size) => sum + size);
  const a = new Float64Array(data.length * units);
  data.forEach(({ input }, example) => a.set(input, example * units));
  return {
    sizes,
    layers: network.layers.map(({ activation }) => activationOf(activation)),
    loss: lossNamed(network.loss),
    units,
    targets: new Float64Array(data.flatMap(({ target }) => target)),
    z: new Float64Array(a.length),
    a,
    delta: new Float64Array(units),
  };
}

/** Runs one example forward. */
export function flatForward(passes: FlatPasses, theta: Float64Array, example: number): void {
  const { sizes, layers, units, z, a } = passes;
  let below = example * units;
  let here = below + (sizes[0] as number);
  let weight = 0;
  for (let l = 0; l < layers.length; l++) {
    const next = here + (sizes[l + 1] as number);
    const { f } = layers[l] as Activation;
    const isRelu = f === relu.f;
    let bias = weight + (here - below) * (next - here);
    for (let j = here; j < next; j++) {
      let sum = 0;
      for (let k = below; k < here; k++) sum += (theta[weight++] as number) * (a[k] as number);
      sum += theta[bias++] as number;
      z[j] = sum;
      a[j] = isRelu ? (sum > 0 ? sum : 0) : f(sum);
    }
    weight = bias;
    below = here;
    here = next;
  }
}

/**
 * Runs every example of `batch` forward and back, and moves `moved` against its gradient, by `rate` times that. At a rate
 * of −1 the gradients are added up. With one example `moved` may be `theta` itself: nothing is read once it has moved.
 */
export function flatGradients(
  passes: FlatPasses,
  theta: Float64Array,
  moved: Float64Array,
  rate: number,
  batch: readonly number[],
): void {
  if (isUnrolled(passes)) {
    unrolledPasses(passes, theta, moved, rate, batch);
    return;
  }
  for (const example of batch) {
    flatForward(passes, theta, example);
    flatBackward(passes, theta, moved, rate, example);
  }
}

/** Moves `moved` against the gradient of the example, which has been run forward. */
export function flatBackward(
  passes: FlatPasses,
  theta: Float64Array,
  moved: Float64Array,
  rate: number,
  example: number,
): void {
  const { sizes, layers, units, z, a, delta } = passes;
  const row = example * units;
  let next = units;
  let here = next - (sizes[layers.length] as number);
  let start = theta.length;
  outputDeltas(passes, example);
  for (let l = layers.length - 1; ; l--) {
    const below = here - (sizes[l] as number);
    let bias = start - (next - here);
    start = bias - (here - below) * (next - here);
    let weight = start;
    if (l === 0) {
      for (let j = here; j < next; j++, bias++) {
        const d = delta[j] as number;
        moved[bias] = (moved[bias] as number) - rate * d;
        for (let k = row; k < row + here; k++, weight++)
          moved[weight] = (moved[weight] as number) - rate * (d * (a[k] as number));
      }
      return;
    }
    // Each weight is met once: what it tells the unit below it, and what it is told.
    for (let k = below; k < here; k++) delta[k] = 0;
    for (let j = here; j < next; j++, bias++) {
      const d = delta[j] as number;
      moved[bias] = (moved[bias] as number) - rate * d;
      for (let k = below; k < here; k++, weight++) {
        delta[k] = (delta[k] as number) + (theta[weight] as number) * d;
        moved[weight] = (moved[weight] as number) - rate * (d * (a[row + k] as number));
      }
    }
    const { df } = layers[l - 1] as Activation;
    const isRelu = df === relu.df;
    for (let k = below; k < here; k++) {
      const unit = z[row + k] as number;
      delta[k] = isRelu ? (unit > 0 ? (delta[k] as number) : 0) : (delta[k] as number) * df(unit);
    }
    next = here;
    here = below;
  }
}

function outputDeltas(
  { sizes, layers, loss, units, targets, z, a, delta }: FlatPasses,
  example: number,
): void {
  const outputs = sizes[layers.length] as number;
  const { df } = layers[layers.length - 1] as Activation;
  const row = example * units;
  let target = example * outputs;
  for (let j = units - outputs; j < units; j++) {
    delta[j] = loss.delta(z[row + j] as number, a[row + j] as number, targets[target++] as number, df);
  }
}

/** Whether every sum is a finite number, in all examples as they were last run forward. */
export function isFlatFinite({ z }: FlatPasses): boolean {
  for (let j = 0; j < z.length; j++) if (!Number.isFinite(z[j])) return false;
  return true;
}

/** The loss added up over all examples as they were last run forward. */
export function flatLoss({ sizes, loss, units, targets, z, a }: FlatPasses): number {
  const outputs = sizes[sizes.length - 1] as number;
  let target = 0;
  let total = 0;
  for (let end = units; end <= z.length; end += units) {
    let sum = 0;
    for (let j = end - outputs; j < end; j++)
      sum += loss.of(z[j] as number, a[j] as number, targets[target++] as number);
    total += sum;
  }
  return total;
}

/** ŷ for an example as it was last run forward. */
export function flatPrediction({ sizes, units, a }: FlatPasses, example: number): Vector {
  const end = (example + 1) * units;
  const first = end - (sizes[sizes.length - 1] as number);
  const prediction = [a[first] as number];
  for (let j = first + 1; j < end; j++) prediction.push(a[j] as number);
  return prediction;
}
