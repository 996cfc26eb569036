import {
  at,
  networkFrom,
  parameterCount,
  type Example,
  type Network,
  type Vector,
} from '../../engine/index.ts';
import { flatGradients, flatLoss, flatPasses, isFlatFinite, type FlatPasses } from '../../engine/flat.ts';
import { gradientDescent } from '../../engine/optimizers.ts';
import { few } from '../few.ts';
import type { Change } from './settings.ts';

/** What a run follows from. Its terms hold from epoch 0 on, and then from wherever they were changed. */
export interface Start {
  readonly data: readonly Example[];
  readonly sizes: readonly number[];
  readonly theta: Vector;
  /** In order; the first from 0. */
  readonly changes: readonly Change[];
}

/** Terms, from the last change at or before an epoch. */
export const termsAt = (changes: readonly Change[], epoch: number): Change =>
  changes.findLast(({ from }) => from <= epoch) ?? at(changes, 0);

/** The network as it is at an epoch. */
export const networkAt = ({ sizes, changes }: Start, theta: Vector, epoch: number): Network => {
  const { activation: hidden, loss } = termsAt(changes, epoch);
  return networkFrom({ sizes, theta, hidden, loss });
};

/** How many epochs there is room for at first. */
const ROOM = 256;

const longer = (row: Float64Array): Float64Array<ArrayBuffer> => {
  const grown = new Float64Array(row.length * 2);
  grown.set(row);
  return grown;
};

/**
 * A run of full-batch gradient descent, made as far as it is asked about and kept: an epoch is an index. It follows from
 * its start alone, so it makes no difference who asked before.
 */
export class Course {
  readonly start: Start;
  readonly #parameters: number;
  readonly #units: number;
  readonly #batch: readonly number[];
  readonly #theta: Float64Array;
  readonly #gradients: Float64Array;
  #passes: FlatPasses;
  #thetas: Float64Array;
  #slopes: Float64Array;
  #losses: Float64Array;
  #next = 0;
  #isCut = false;

  constructor(start: Start) {
    const { sizes, theta, data } = start;
    this.start = start;
    this.#parameters = parameterCount(sizes);
    this.#units = sizes.slice(1).reduce((sum, size) => sum + size, 0);
    this.#batch = [...data.keys()];
    this.#theta = Float64Array.from(theta);
    this.#gradients = new Float64Array(this.#parameters);
    this.#passes = flatPasses(networkAt(start, theta, 0), data);
    this.#thetas = new Float64Array(ROOM * this.#parameters);
    this.#slopes = new Float64Array(ROOM * this.#units);
    this.#losses = new Float64Array(ROOM);
  }

  /** Runs as far as `epoch`. Returns how far it came: less where the numbers would have grown past the largest there is. */
  to(epoch: number): number {
    while (this.#next <= epoch && !this.#isCut) this.#record();
    return Math.min(epoch, this.#next - 1);
  }

  /** Whether it is known how far it comes, to `epoch`. */
  isKnownTo(epoch: number): boolean {
    return this.#isCut || this.#next > epoch;
  }

  thetaAt(epoch: number): Vector {
    const from = this.to(epoch) * this.#parameters;
    return [...this.#thetas.subarray(from, from + this.#parameters)];
  }

  lossAt(epoch: number): number {
    return this.#losses[this.to(epoch)] ?? NaN;
  }

  /** One parameter at an epoch, by its place in theta. */
  parameterAt(epoch: number, parameter: number): number {
    return this.#thetas[this.to(epoch) * this.#parameters + parameter] ?? NaN;
  }

  /** f′ of every unit, hidden ones first, in the mean over the rows. */
  slopesAt(epoch: number): Vector {
    const from = this.to(epoch) * this.#units;
    return [...this.#slopes.subarray(from, from + this.#units)];
  }

  /** The same of one unit, by its place among them. */
  meanSlopeAt(epoch: number, unit: number): number {
    return this.#slopes[this.to(epoch) * this.#units + unit] ?? NaN;
  }

  #record(): void {
    const { changes, data } = this.start;
    const epoch = this.#next;
    if (epoch > 0) {
      const { eta } = termsAt(changes, epoch - 1);
      gradientDescent(this.#theta, this.#gradients, 1 / data.length, eta);
    }
    // A theta past all numbers is not looked at again: no network can be made of it.
    if (!this.#theta.every(Number.isFinite)) {
      this.#isCut = true;
      return;
    }
    if (epoch > 0 && changes.some(({ from }) => from === epoch))
      this.#passes = flatPasses(networkAt(this.start, [...this.#theta], epoch), data);
    flatGradients(this.#passes, this.#theta, this.#gradients, -1, this.#batch);
    const loss = flatLoss(this.#passes) / data.length;
    if (!Number.isFinite(loss) || !isFlatFinite(this.#passes)) {
      this.#isCut = true;
      return;
    }
    if (epoch === this.#losses.length) {
      this.#losses = longer(this.#losses);
      this.#thetas = longer(this.#thetas);
      this.#slopes = longer(this.#slopes);
    }
    this.#losses[epoch] = loss;
    this.#thetas.set(this.#theta, epoch * this.#parameters);
    this.#keepSlopes(epoch);
    this.#next = epoch + 1;
  }

  #keepSlopes(epoch: number): void {
    const { z, units, layers, sizes } = this.#passes;
    const rows = this.#batch.length;
    let unit = at(sizes, 0);
    let place = epoch * this.#units;
    layers.forEach(({ df }, l) => {
      for (let j = 0; j < at(sizes, l + 1); j++, unit++, place++) {
        let sum = 0;
        for (let row = 0; row < rows; row++) sum += df(z[row * units + unit] ?? NaN);
        this.#slopes[place] = sum / rows;
      }
    });
  }
}

const kept = few<Course>(4);

/** The run from a start; the same one where it was asked for not long ago. */
export const courseOf = (start: Start): Course =>
  kept(JSON.stringify([start.data, start.sizes, start.theta, start.changes]), () => new Course(start));
