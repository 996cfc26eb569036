import { activations, type Activation } from './activations.ts';
import type { FlatPasses } from './flat.ts';

/** Two inputs, three hidden units, one output: the shape of the essay's network. */
export function isUnrolled({ sizes }: FlatPasses): boolean {
  return sizes.length === 3 && sizes[0] === 2 && sizes[1] === 3 && sizes[2] === 1;
}

const { relu } = activations;

/**
 * `flatGradients` for that shape, to the last bit, without a loop but that over the examples. The page makes a run anew
 * whenever a dial turns, and this takes about half the time.
 */
export function unrolledPasses(
  { layers, loss, targets, z, a }: FlatPasses,
  theta: Float64Array,
  moved: Float64Array,
  rate: number,
  batch: readonly number[],
): void {
  const { f, df } = layers[0] as Activation;
  const isRelu = f === relu.f;
  const output = layers[1] as Activation;
  const w11 = theta[0] as number;
  const w12 = theta[1] as number;
  const w21 = theta[2] as number;
  const w22 = theta[3] as number;
  const w31 = theta[4] as number;
  const w32 = theta[5] as number;
  const b1 = theta[6] as number;
  const b2 = theta[7] as number;
  const b3 = theta[8] as number;
  const v1 = theta[9] as number;
  const v2 = theta[10] as number;
  const v3 = theta[11] as number;
  const c = theta[12] as number;
  for (let i = 0; i < batch.length; i++) {
    const example = batch[i] as number;
    const row = 6 * example;

    const x1 = a[row] as number;
    const x2 = a[row + 1] as number;
    const z1 = w11 * x1 + w12 * x2 + b1;
    const z2 = w21 * x1 + w22 * x2 + b2;
    const z3 = w31 * x1 + w32 * x2 + b3;
    const a1 = isRelu ? (z1 > 0 ? z1 : 0) : f(z1);
    const a2 = isRelu ? (z2 > 0 ? z2 : 0) : f(z2);
    const a3 = isRelu ? (z3 > 0 ? z3 : 0) : f(z3);
    const sum = v1 * a1 + v2 * a2 + v3 * a3 + c;
    const prediction = output.f(sum);
    z[row + 2] = z1;
    z[row + 3] = z2;
    z[row + 4] = z3;
    z[row + 5] = sum;
    a[row + 2] = a1;
    a[row + 3] = a2;
    a[row + 4] = a3;
    a[row + 5] = prediction;

    const delta = loss.delta(sum, prediction, targets[example] as number, output.df);
    const d1 = isRelu ? (z1 > 0 ? v1 * delta : 0) : v1 * delta * df(z1);
    const d2 = isRelu ? (z2 > 0 ? v2 * delta : 0) : v2 * delta * df(z2);
    const d3 = isRelu ? (z3 > 0 ? v3 * delta : 0) : v3 * delta * df(z3);
    moved[0] = (moved[0] as number) - rate * (d1 * x1);
    moved[1] = (moved[1] as number) - rate * (d1 * x2);
    moved[2] = (moved[2] as number) - rate * (d2 * x1);
    moved[3] = (moved[3] as number) - rate * (d2 * x2);
    moved[4] = (moved[4] as number) - rate * (d3 * x1);
    moved[5] = (moved[5] as number) - rate * (d3 * x2);
    moved[6] = (moved[6] as number) - rate * d1;
    moved[7] = (moved[7] as number) - rate * d2;
    moved[8] = (moved[8] as number) - rate * d3;
    moved[9] = (moved[9] as number) - rate * (delta * a1);
    moved[10] = (moved[10] as number) - rate * (delta * a2);
    moved[11] = (moved[11] as number) - rate * (delta * a3);
    moved[12] = (moved[12] as number) - rate * delta;
  }
}
