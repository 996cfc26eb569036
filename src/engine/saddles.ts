import { backward } from './backward.ts';
import { foldsOn } from './folds.ts';
import { forward, meanLoss } from './forward.ts';
import { parameterIds } from './ids.ts';
import { parametersOf, sizesOf, withParameters, type Example, type Network } from './network.ts';

/** A place on a slice where the loss is level, and yet falls one way and rises another. */
export interface Saddle {
  readonly x: number;
  readonly y: number;
  readonly loss: number;
}

/** A parameter into a hidden unit, and the weight that carries that unit on: the only two that are ever multiplied. */
const unitInto = (id: string): string | undefined => /^[wb]\.1\.(\d+)/.exec(id)?.[1];
const unitOutOf = (id: string): string | undefined => /^w\.2\.1\.(\d+)$/.exec(id)?.[1];

/** Whether the slice through two parameters of a network with one hidden layer can have a saddle at all. */
export const canSaddle = (x: string, y: string): boolean =>
  (unitInto(x) ?? NaN) === unitOutOf(y) || (unitInto(y) ?? NaN) === unitOutOf(x);

/** A z closer to 0 than this counts as on its fold. */
const CLEAR = 1e-9;

/**
 * The saddles of the loss on the slice through two parameters, in order of the one that leads into the hidden layer, of a
 * network with one hidden layer of ReLU units and one output. Throws RangeError for another network, an unknown name, or as
 * `forward` and `backward`.
 *
 * Where two parameters only add up, the loss between folds is a convex function of a sum, and has no saddle. A parameter p
 * into a unit and the weight v out of it are multiplied. With v ≠ 0 the loss is level only where it is convex; with v = 0 the
 * errors δ do not depend on p, ∂L/∂p is 0, and ∂L/∂v is the mean of δ·a over the examples, which is linear in p between
 * folds. Where that crosses 0 the second derivatives are (0, s; s, t) with s ≠ 0, hence a determinant of −s².
 */
export function saddlesOn(
  network: Network,
  data: readonly Example[],
  x: string,
  y: string,
): readonly Saddle[] {
  const sizes = sizesOf(network);
  if (sizes.length !== 3 || sizes[2] !== 1 || network.layers[0]?.activation !== 'relu')
    throw new RangeError(
      'expected one hidden layer of ReLU units and one output, found another kind of network',
    );
  const folds = foldsOn(network, data, x, y);
  if (!canSaddle(x, y)) return [];
  const isIntoX = unitInto(x) !== undefined;
  const [into, out] = isIntoX ? [x, y] : [y, x];
  const ids = parameterIds(sizes);
  const at = (p: number): Network =>
    withParameters(
      network,
      parametersOf(network).map((value, i) => (ids[i] === out ? 0 : ids[i] === into ? p : value)),
    );
  const silent = at(0);
  const sums = folds.map(({ example, atZero, alongX, alongY }) => ({
    error: deltaOf(silent, data, example),
    atZero,
    along: isIntoX ? alongX : alongY,
  }));
  // An example whose sum p does not move adds the same to ∂L/∂v everywhere.
  const moved = new Set(folds.map(({ example }) => example));
  const unit = Number(unitInto(into)) - 1;
  const still = data.reduce((sum, { input }, i) => {
    if (moved.has(i)) return sum;
    return sum + deltaOf(silent, data, i) * (forward(silent, input).layers[0]?.activation[unit] ?? NaN);
  }, 0);
  const edges = sums.map(({ atZero, along }) => -atZero / along).toSorted((a, b) => a - b);
  const found = [-Infinity, ...edges].flatMap((from, i) => {
    const to = edges[i] ?? Infinity;
    const middle = Number.isFinite(from + to)
      ? (from + to) / 2
      : Number.isFinite(from)
        ? from + 1
        : Number.isFinite(to)
          ? to - 1
          : 0;
    const open = sums.filter(({ atZero, along }) => atZero + along * middle > 0);
    const rise = open.reduce((sum, { error, along }) => sum + error * along, 0);
    const start = open.reduce((sum, { error, atZero }) => sum + error * atZero, still);
    const p = -start / rise;
    // With one sum open it would lie on the fold itself, up to rounding.
    const isClear = sums.every((sum) => Math.abs(sum.atZero + sum.along * p) > CLEAR);
    return rise !== 0 && Number.isFinite(p) && isClear && p > from && p < to ? [p] : [];
  });
  return found.map((p) => ({
    x: isIntoX ? p : 0,
    y: isIntoX ? 0 : p,
    loss: meanLoss(at(p), data),
  }));
}

/** ∂L/∂z of the output on one example. */
function deltaOf(network: Network, data: readonly Example[], example: number): number {
  const { input, target } = data[example] ?? { input: [], target: [] };
  return backward(network, forward(network, input), target).layers.at(-1)?.delta[0] ?? NaN;
}
