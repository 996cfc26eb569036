import { at } from './checks.ts';
import { parameterCount } from './network.ts';

/**
 * What it costs to know every parameter's gradient on one example, in multiplications. Additions, the loss and the
 * activation functions are not counted; neither is ∂L/∂x, which training does not need.
 */
export interface Cost {
  /** For each parameter, every path to the loss multiplied out, nothing remembered. */
  readonly pathByPath: number;
  /** Two forward passes for each parameter (central differences). */
  readonly nudging: number;
  /** One backward pass. */
  readonly backprop: number;
}

/** The cost by formula, for layer sizes of any depth and width. Throws RangeError as `networkFrom`. */
export function costOf(sizes: readonly number[]): Cost {
  const parameters = parameterCount(sizes);
  const layers = sizes.slice(1).map((units, l) => ({ from: at(sizes, l), units }));
  const weights = layers.reduce((sum, { from, units }) => sum + from * units, 0);
  const outputs = at(sizes, sizes.length - 1);
  const [inputs = 0] = sizes;

  let pathByPath = 0;
  let pathsAbove = 1;
  layers.toReversed().forEach(({ from, units }, height) => {
    // ∂L/∂ŷ·slope, then w·slope for each layer further down; a weight takes one more factor, a.
    const toUnit = 1 + 2 * height;
    pathByPath += units * pathsAbove * (toUnit + from * (toUnit + 1));
    pathsAbove *= units;
  });
  const slopes = outputs + layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  const carriedBack = weights - inputs * at(layers, 0).units;
  return {
    pathByPath,
    nudging: 2 * parameters * weights,
    backprop: slopes + weights + carriedBack,
  };
}

/**
 * How many numbers of the forward pass a backward pass needs: what each weight was multiplied by, that is every input and
 * hidden activation, and the slope of every unit. Throws RangeError as `networkFrom`.
 */
export function keptFor(sizes: readonly number[]): number {
  parameterCount(sizes);
  const senders = sizes.slice(0, -1).reduce((sum, units) => sum + units, 0);
  const slopes = sizes.slice(1).reduce((sum, units) => sum + units, 0);
  return senders + slopes;
}
