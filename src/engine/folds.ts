import { at } from './checks.ts';
import { forward } from './forward.ts';
import { parameterIds, unitId, weightId } from './ids.ts';
import { sizesOf, withParameters, parametersOf, type Example, type Network } from './network.ts';

/**
 * Where a unit of the first hidden layer has z = 0 on one example, on a slice through two parameters: the line
 * z = atZero + alongX·x + alongY·y = 0. On one side of it the unit's ReLU is open, on the other shut.
 */
export interface Fold {
  /** From 1. */
  readonly unit: number;
  /** From 0. */
  readonly example: number;
  /** z where both parameters are 0, and how fast it rises with each. */
  readonly atZero: number;
  readonly alongX: number;
  readonly alongY: number;
}

/**
 * The folds of the first hidden layer on the slice through the parameters `x` and `y`; those that neither of them moves are
 * left out. Throws RangeError for an unknown name, or as `forward`.
 */
export function foldsOn(network: Network, data: readonly Example[], x: string, y: string): readonly Fold[] {
  const sizes = sizesOf(network);
  const ids = parameterIds(sizes);
  for (const id of [x, y])
    if (!ids.includes(id)) throw new RangeError(`expected the name of a parameter, found ${id}`);
  const theta = parametersOf(network).map((value, p) => (ids[p] === x || ids[p] === y ? 0 : value));
  const flattened = withParameters(network, theta);
  const units = Array.from({ length: at(sizes, 1) }, (_, j) => j);
  return data.flatMap((example, i) => {
    const sums = forward(flattened, example.input).layers[0]?.preActivation ?? [];
    /** ∂z/∂parameter: an input, 1 for the bias, else nothing. */
    const slope = (id: string, j: number): number => {
      if (id === unitId('b', 0, j)) return 1;
      const k = example.input.findIndex((_, into) => id === weightId('w', 0, j, into));
      return k < 0 ? 0 : at(example.input, k);
    };
    return units.flatMap((j) => {
      const [alongX, alongY] = [slope(x, j), slope(y, j)];
      return alongX === 0 && alongY === 0
        ? []
        : [{ unit: j + 1, example: i, atZero: sums[j] ?? NaN, alongX, alongY }];
    });
  });
}
