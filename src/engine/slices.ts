import { at, finite, whole } from './checks.ts';
import { parameterIds } from './ids.ts';
import { movable } from './movable.ts';
import { sizesOf, type Example, type Network } from './network.ts';
import type { Matrix, Vector } from './vector.ts';

/** One side of a slice: which parameter, from where to where, at how many places. */
export interface Axis {
  /** A parameter's name. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** At least 2. */
  readonly count: number;
}

/** The mean loss over a rectangle of two parameters, all others held still. */
export interface Slice {
  readonly xs: Vector;
  readonly ys: Vector;
  /** [y][x] */
  readonly losses: Matrix;
}

/** The mean loss along one parameter, all others held still. */
export interface Line {
  readonly xs: Vector;
  readonly losses: Vector;
}

/**
 * The mean loss as a function of one parameter. Throws RangeError for an unknown name, ends that are not finite, fewer than
 * 2 places, or a loss past the largest number there is.
 */
export function lossAlong(network: Network, data: readonly Example[], axis: Axis): Line {
  const p = parameterIds(sizesOf(network)).indexOf(axis.id);
  if (p < 0) throw new RangeError(`expected the name of a parameter, found ${axis.id}`);
  const { theta, lossHere } = movable(network, data);
  const xs = placesOn(axis);
  return {
    xs,
    losses: xs.map((value) => {
      theta[p] = value;
      return lossHere();
    }),
  };
}

/**
 * The mean loss as a function of two parameters. Throws RangeError for names that are unknown or alike, ends that are
 * not finite, fewer than 2 places, or a loss past the largest number there is. Source: Goodfellow, Vinyals & Saxe (2015).
 */
export function lossSlice(network: Network, data: readonly Example[], x: Axis, y: Axis): Slice {
  const ids = parameterIds(sizesOf(network));
  const [px, py] = [x, y].map(({ id }) => ids.indexOf(id)) as [number, number];
  if (px < 0 || py < 0 || px === py) {
    throw new RangeError(`expected the names of two parameters, found ${x.id} and ${y.id}`);
  }
  const { theta, lossHere } = movable(network, data);
  const [xs, ys] = [placesOn(x), placesOn(y)];
  const losses = ys.map((valueY) => {
    theta[py] = valueY;
    return xs.map((valueX) => {
      theta[px] = valueX;
      return lossHere();
    });
  });
  return { xs, ys, losses };
}

function placesOn({ id, from, to, count }: Axis): Vector {
  whole(`the places on ${id}`, count, 2);
  finite(`where ${id} starts`, from);
  finite(`where ${id} ends`, to);
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** The slice's lowest place. */
export function lowestOf({ xs, ys, losses }: Slice): {
  readonly x: number;
  readonly y: number;
  readonly loss: number;
} {
  const loss = Math.min(...losses.flat());
  const row = losses.findIndex((values) => values.includes(loss));
  return { x: at(xs, at(losses, row).indexOf(loss)), y: at(ys, row), loss };
}
