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

/** Runs one example forward. */
export function flatForward(passes: FlatPasses, theta: Float64Array, example: number): void {
  const { sizes, layers, inputs, z, a } = passes;
  let below = 0;
  let here = sizes[0] as number;
  let weight = 0;
  for (let k = 0; k < here; k++) a[k] = inputs[example * here + k] as number;
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

/** Adds to `gradient` what the example that was last run forward says. */
export function flatBackward(
  passes: FlatPasses,
  theta: Float64Array,
  gradient: Float64Array,
  example: number,
): void {
  const { sizes, layers, z, a, delta } = passes;
  let next = z.length;
  let here = next - (sizes[layers.length] as number);
  let start = theta.length;
  outputDeltas(passes, here, example * (next - here));
  for (let l = layers.length - 1; ; l--) {
    const below = here - (sizes[l] as number);
    let bias = start - (next - here);
    start = bias - (here - below) * (next - here);
    let weight = start;
    if (l === 0) {
      for (let j = here; j < next; j++, bias++) {
        const d = delta[j] as number;
        gradient[bias] = (gradient[bias] as number) + d;
        for (let k = below; k < here; k++, weight++)
          gradient[weight] = (gradient[weight] as number) + d * (a[k] as number);
      }
      return;
    }
    // Each weight is met once: what it is told, and what it tells the unit below it.
    for (let k = below; k < here; k++) delta[k] = 0;
    for (let j = here; j < next; j++, bias++) {
      const d = delta[j] as number;
      gradient[bias] = (gradient[bias] as number) + d;
      for (let k = below; k < here; k++, weight++) {
        gradient[weight] = (gradient[weight] as number) + d * (a[k] as number);
        delta[k] = (delta[k] as number) + (theta[weight] as number) * d;
      }
    }
    const { df } = layers[l - 1] as Activation;
    const isRelu = df === relu.df;
    for (let k = below; k < here; k++) {
      const unit = z[k] as number;
      delta[k] = isRelu ? (unit > 0 ? (delta[k] as number) : 0) : (delta[k] as number) * df(unit);
    }
    next = here;
    here = below;
  }
}

function outputDeltas(
  { layers, loss, targets, z, a, delta }: FlatPasses,
  first: number,
  target: number,
): void {
  const { df } = layers[layers.length - 1] as Activation;
  for (let j = first; j < z.length; j++) {
    delta[j] = loss.delta(z[j] as number, a[j] as number, targets[target++] as number, df);
  }
}

/** Whether every sum of the example that was last run forward is a finite number. */
export function isFlatFinite({ sizes, z }: FlatPasses): boolean {
  for (let j = sizes[0] as number; j < z.length; j++) if (!Number.isFinite(z[j])) return false;
  return true;
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
