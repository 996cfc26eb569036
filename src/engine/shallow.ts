import { activations, type Activation } from './activations.ts';
import type { FlatPasses } from './flat.ts';

/** Two inputs, one hidden layer of any width, one output: the shape of the essay's network. */
export function isShallow({ sizes }: FlatPasses): boolean {
  return sizes.length === 3 && sizes[0] === 2 && sizes[2] === 1;
}

const { relu } = activations;

/**
 * `flatGradients` for that shape, to the last bit: what flat.ts does in loops over layers and inputs is written out. The
 * page makes a run anew whenever a dial turns, and this takes about half the time.
 */
export function shallowPasses(
  { sizes, layers, loss, units, targets, z, a }: FlatPasses,
  theta: Float64Array,
  moved: Float64Array,
  rate: number,
  batch: readonly number[],
): void {
  const hidden = sizes[1] as number;
  const { f, df } = layers[0] as Activation;
  const isRelu = f === relu.f;
  const output = layers[1] as Activation;
  // Where b¹, W² and b² begin in theta; W¹ is two weights to a unit.
  const b1 = 2 * hidden;
  const w2 = b1 + hidden;
  const b2 = w2 + hidden;
  for (let i = 0; i < batch.length; i++) {
    const example = batch[i] as number;
    const row = example * units;
    const x1 = a[row] as number;
    const x2 = a[row + 1] as number;
    const first = row + 2;
    const last = first + hidden;

    let sum = 0;
    for (let j = 0; j < hidden; j++) {
      const own =
        (theta[2 * j] as number) * x1 + (theta[2 * j + 1] as number) * x2 + (theta[b1 + j] as number);
      const signal = isRelu ? (own > 0 ? own : 0) : f(own);
      z[first + j] = own;
      a[first + j] = signal;
      sum += (theta[w2 + j] as number) * signal;
    }
    sum += theta[b2] as number;
    const prediction = output.f(sum);
    z[last] = sum;
    a[last] = prediction;

    const delta = loss.delta(sum, prediction, targets[example] as number, output.df);
    moved[b2] = (moved[b2] as number) - rate * delta;
    for (let j = 0; j < hidden; j++) {
      const own = z[first + j] as number;
      const blame = (theta[w2 + j] as number) * delta;
      const ownDelta = isRelu ? (own > 0 ? blame : 0) : blame * df(own);
      moved[w2 + j] = (moved[w2 + j] as number) - rate * (delta * (a[first + j] as number));
      moved[b1 + j] = (moved[b1 + j] as number) - rate * ownDelta;
      moved[2 * j] = (moved[2 * j] as number) - rate * (ownDelta * x1);
      moved[2 * j + 1] = (moved[2 * j + 1] as number) - rate * (ownDelta * x2);
    }
  }
}
