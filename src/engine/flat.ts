import { activationOf, activations, type Activation } from './activations.ts';
import { lossNamed, type Loss } from './losses.ts';
import { sizesOf, type Example, type Network } from './network.ts';

/**
 * The two passes once more, for training: forward.ts and backward.ts to the last bit, on flat arrays that are written
 * over instead of made anew. To understand the algorithm, read the other two.
 *
 * All units stand in one row, inputs first, and so do all parameters, in the order of theta. A layer's units are
 * those from `here` on, and the units that feed it those from `below` to `here`.
 */
export interface FlatPasses {
  readonly sizes: readonly number[];
  readonly layers: readonly Activation[];
  readonly loss: Loss;
  /** All examples' inputs, and all their targets, one after another. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  /** Every unit's z, a and ∂L/∂z, as the last pass left them. */
  readonly z: Float64Array;
  readonly a: Float64Array;
  readonly delta: Float64Array;
}

// ReLU is spelt out below: a call costs as much as the sum before it.
const { relu } = activations;

/** Room to run `network` over `data`. */
export function flatPasses(network: Network, data: readonly Example[]): FlatPasses {
  const sizes = sizesOf(network);
  const units = sizes.reduce((sum, size) => sum + size);
  return {
    sizes,
    layers: network.layers.map(({ activation }) => activationOf(activation)),
    loss: lossNamed(network.loss),
    inputs: Float64Array.from(data.flatMap(({ input }) => input)),
    targets: Float64Array.from(data.flatMap(({ target }) => target)),
    z: new Float64Array(units),
    a: new Float64Array(units),
    delta: new Float64Array(units),
  };
}

/** Runs one example forward. Answers with the largest |z|: infinite or NaN if a sum overflowed. */
export function flatForward(passes: FlatPasses, theta: Float64Array, example: number): number {
  const { sizes, layers, inputs, z, a } = passes;
  let below = 0;
  let here = sizes[0] as number;
  let weight = 0;
  let largest = 0;
  for (let k = 0; k < here; k++) a[k] = inputs[example * here + k] as number;
  for (let l = 0; l < layers.length; l++) {
    const next = here + (sizes[l + 1] as number);
    const { f } = layers[l] as Activation;
    let bias = weight + (here - below) * (next - here);
    for (let j = here; j < next; j++) {
      let sum = 0;
      for (let k = below; k < here; k++) sum += (theta[weight++] as number) * (a[k] as number);
      sum += theta[bias++] as number;
      largest = Math.max(largest, Math.abs(sum));
      z[j] = sum;
      a[j] = f === relu.f ? (sum > 0 ? sum : 0) : f(sum);
    }
    weight = bias;
    below = here;
    here = next;
  }
  return largest;
}

/** Adds to `gradient` what the example that was last run forward says. */
export function flatBackward(
  passes: FlatPasses,
  theta: Float64Array,
  gradient: Float64Array,
  example: number,
): void {
  const { sizes, layers, loss, targets, z, a, delta } = passes;
  let next = z.length;
  let here = next - (sizes[layers.length] as number);
  let start = theta.length;
  let answer = example * (next - here);
  const { df } = layers[layers.length - 1] as Activation;
  for (let j = here; j < next; j++) {
    delta[j] = loss.delta(z[j] as number, a[j] as number, targets[answer++] as number, df);
  }
  for (let l = layers.length - 1; ; l--) {
    const below = here - (sizes[l] as number);
    const fanIn = here - below;
    start -= (fanIn + 1) * (next - here);
    let weight = start;
    for (let j = here; j < next; j++) {
      const d = delta[j] as number;
      for (let k = below; k < here; k++, weight++)
        gradient[weight] = (gradient[weight] as number) + d * (a[k] as number);
    }
    for (let j = here; j < next; j++, weight++)
      gradient[weight] = (gradient[weight] as number) + (delta[j] as number);
    if (l === 0) return;
    const { df } = layers[l - 1] as Activation;
    for (let k = below; k < here; k++) {
      let sum = 0;
      for (let j = here, w = start + k - below; j < next; j++, w += fanIn)
        sum += (theta[w] as number) * (delta[j] as number);
      delta[k] = df === relu.df ? ((z[k] as number) > 0 ? sum : 0) : sum * df(z[k] as number);
    }
    next = here;
    here = below;
  }
}

/** The loss on the example that was last run forward. */
export function flatLoss({ sizes, loss, targets, z, a }: FlatPasses, example: number): number {
  const outputs = sizes[sizes.length - 1] as number;
  let sum = 0;
  for (let j = 0; j < outputs; j++) {
    const unit = z.length - outputs + j;
    sum += loss.of(z[unit] as number, a[unit] as number, targets[example * outputs + j] as number);
  }
  return sum;
}
