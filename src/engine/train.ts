import { at, finite, finiteVector, whole } from './checks.ts';
import { eventsOf, type TrainingEvent } from './events.ts';
import { flatBackward, flatForward, flatLoss, flatPasses, isFlatFinite, type FlatPasses } from './flat.ts';
import { possibleTarget, someExamples } from './forward.ts';
import { parametersOf, sizesOf, withParameters, type Example, type Network } from './network.ts';
import { updateFor, type Optimizer, type OptimizerName, type Update } from './optimizers.ts';
import { randomFrom, shuffled } from './random.ts';
import type { Vector } from './vector.ts';

export interface TrainOptions {
  /** How many times the parameters move. */
  readonly steps: number;
  /** η */
  readonly learningRate: number;
  /** Unless given, plain gradient descent. */
  readonly optimizer?: Optimizer | OptimizerName;
  /** How many examples each step looks at. Unless given, all of them. */
  readonly batch?: number;
  /** Draws the examples of each mini-batch at random. Unless given, they come in the order of the data. */
  readonly seed?: number;
}

/** [hidden layer][unit]: is z > 0? */
export type Gates = readonly (readonly boolean[])[];

/** The network as it stood after `step` updates, and what it made of the data. */
export interface Moment {
  readonly step: number;
  readonly theta: Vector;
  /** The mean over all data. */
  readonly loss: number;
  /** [example][output] */
  readonly predictions: readonly Vector[];
  /** By example; where none of its gates has moved, the very same object as at the step before. */
  readonly gates: readonly Gates[];
}

/** A run keeps every moment: time is an index. */
export interface TrainingRun {
  readonly learningRate: number;
  /** One before each step and one after the last; fewer if the numbers overflowed. */
  readonly moments: readonly Moment[];
  readonly events: readonly TrainingEvent[];
}

/**
 * Trains on `data` and keeps every moment. Where a number would grow past the largest there is, the run stops at the
 * last finite moment with an `overflow` event. Throws RangeError if there is no example or one does not fit the
 * network, for `steps` that are not whole and at least 0, a `batch` that is not whole and from 1 to the number of
 * examples, a learning rate that is not finite, or an unknown optimizer.
 */
export function train(network: Network, data: readonly Example[], options: TrainOptions): TrainingRun {
  const start = startOf(network, data, options);
  const { steps, learningRate } = options;
  const moments: Moment[] = [];
  let overflow: readonly TrainingEvent[] = [];

  for (let step = 0; step <= steps; step++) {
    const batch = step < steps ? start.nextBatch() : [];
    const moment = momentOf(start, data.length, batch, step, moments[step - 1]?.gates);
    if (moment === undefined) {
      overflow = [{ kind: 'overflow', step }];
      break;
    }
    moments.push(moment);
    if (step < steps) move(start, batch.length, learningRate);
  }
  return { learningRate, moments, events: [...eventsOf(network, moments), ...overflow] };
}

/** Looks at every example, and gathers the gradient of the batch on the way. Undefined if a number overflowed. */
function momentOf(
  { theta, gradient, passes }: Start,
  examples: number,
  batch: readonly number[],
  step: number,
  before?: readonly Gates[],
): Moment | undefined {
  const predictions: Vector[] = [];
  const gates: Gates[] = [];
  let loss = 0;
  for (let example = 0; example < examples; example++) {
    flatForward(passes, theta, example);
    if (!isFlatFinite(passes)) return undefined;
    loss += flatLoss(passes, example);
    predictions.push(predictionOf(passes));
    gates.push(gatesOf(passes, before?.[example]));
    if (batch.includes(example)) flatBackward(passes, theta, gradient, example);
  }
  if (!Number.isFinite(loss)) return undefined;
  return { step, theta: numbersFrom(theta), loss: loss / examples, predictions, gates };
}

/**
 * The network after training as by `train`, with nothing kept on the way: for thousands of steps. Throws RangeError as
 * `train`, and where a number grows past the largest there is.
 */
export function descend(network: Network, data: readonly Example[], options: TrainOptions): Network {
  const start = startOf(network, data, options);
  for (let step = 0; step < options.steps; step++) descendOnce(start, options.learningRate);
  return withParameters(network, numbersFrom(start.theta));
}

function descendOnce(start: Start, learningRate: number): void {
  const { theta, gradient, passes } = start;
  const batch = start.nextBatch();
  for (const example of batch) {
    flatForward(passes, theta, example);
    flatBackward(passes, theta, gradient, example);
  }
  move(start, batch.length, learningRate);
}

/** Moves the parameters against the mean of the gradients gathered, and lets go of these. */
function move({ theta, gradient, update }: Start, examples: number, learningRate: number): void {
  if (examples > 1) {
    const share = 1 / examples;
    for (let p = 0; p < gradient.length; p++) gradient[p] = (gradient[p] as number) * share;
  }
  update(theta, gradient, learningRate);
  for (let p = 0; p < gradient.length; p++) gradient[p] = 0;
}

interface Start {
  readonly theta: Float64Array;
  readonly gradient: Float64Array;
  readonly passes: FlatPasses;
  readonly update: Update;
  /** Which examples the next step looks at. */
  readonly nextBatch: () => readonly number[];
}

function startOf(network: Network, data: readonly Example[], options: TrainOptions): Start {
  const { steps, learningRate, optimizer = 'sgd', batch = data.length, seed } = options;
  const [inputs = 0] = sizesOf(network);
  someExamples(data).forEach(({ input, target }) => {
    finiteVector('the input', input, inputs);
    possibleTarget(network, target);
  });
  whole('steps', steps, 0);
  finite('the learning rate', learningRate);
  whole('batch', batch, 1, data.length);
  const theta = Float64Array.from(finiteVector('theta', parametersOf(network)));
  return {
    theta,
    gradient: new Float64Array(theta.length),
    passes: flatPasses(network, data),
    update: updateFor(optimizer, theta.length),
    nextBatch: batchesOf(data.length, batch, seed),
  };
}

/** Deals out batches for ever. Every example comes once before any comes again. */
function batchesOf(count: number, size: number, seed?: number): () => readonly number[] {
  const everyExample = Array.from({ length: count }, (_, i) => i);
  if (size === count) return () => everyExample;
  const random = seed === undefined ? undefined : randomFrom(seed);
  let order: readonly number[] = [];
  return () => {
    if (order.length === 0) order = random ? shuffled(count, random) : everyExample;
    const batch = order.slice(0, size);
    order = order.slice(size);
    return batch;
  };
}

function numbersFrom(row: Float64Array, first = 0): Vector {
  const numbers = new Array<number>(row.length - first);
  for (let i = first; i < row.length; i++) numbers[i - first] = row[i] as number;
  return numbers;
}
function predictionOf({ sizes, a }: FlatPasses): Vector {
  return numbersFrom(a, a.length - at(sizes, sizes.length - 1));
}

/** The gates of the example that was last run forward: `before` itself if nothing has moved. */
function gatesOf({ z, sizes }: FlatPasses, before?: Gates): Gates {
  const [firstHidden = 0] = sizes;
  if (before && areStill(before, z, firstHidden)) return before;
  let unit = firstHidden;
  const isOn = (): boolean => (z[unit++] as number) > 0;
  return sizes.slice(1, -1).map((units) => Array.from({ length: units }, isOn));
}

function areStill(gates: Gates, z: Float64Array, firstHidden: number): boolean {
  let unit = firstHidden;
  for (const layer of gates) {
    for (const wasOn of layer) if ((z[unit++] as number) > 0 !== wasOn) return false;
  }
  return true;
}
