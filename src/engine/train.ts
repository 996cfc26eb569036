import { finite, finiteVector, whole } from './checks.ts';
import { eventsOf, type TrainingEvent } from './events.ts';
import {
  flatForward,
  flatGradients,
  flatLoss,
  flatPasses,
  flatPrediction,
  isFlatFinite,
  type FlatPasses,
} from './flat.ts';
import { possibleTarget, someExamples } from './forward.ts';
import { parametersOf, sizesOf, withParameters, type Example, type Network } from './network.ts';
import { gradientDescent, updateFor, type Optimizer, type OptimizerName, type Update } from './optimizers.ts';
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
  /** By example; where no gate has moved, the very same object as at the step before. */
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
    const theta = numbersFrom(start.theta);
    const batch = step < steps ? start.nextBatch() : [];
    // The examples of the batch are run forward by the step itself.
    if (batch.length < data.length) data.forEach((_, i) => flatForward(start.passes, start.theta, i));
    if (step < steps) move(start, batch, learningRate);
    const moment = momentOf(start.passes, data.length, step, theta, moments[step - 1]?.gates);
    if (moment === undefined) {
      overflow = [{ kind: 'overflow', step }];
      break;
    }
    moments.push(moment);
  }
  return { learningRate, moments, events: [...eventsOf(network, moments), ...overflow] };
}

/** What all examples, which have been run forward, say of the network. Undefined if a number overflowed. */
function momentOf(
  passes: FlatPasses,
  examples: number,
  step: number,
  theta: Vector,
  before?: readonly Gates[],
): Moment | undefined {
  const loss = flatLoss(passes) / examples;
  if (!Number.isFinite(loss) || !isFlatFinite(passes)) return undefined;
  const predictions: Vector[] = [];
  for (let example = 0; example < examples; example++) predictions.push(flatPrediction(passes, example));
  return { step, theta, loss, predictions, gates: gatesOf(passes, examples, before) };
}

/**
 * The network after training as by `train`, with nothing kept on the way: for thousands of steps. Throws RangeError as
 * `train`, and where a number grows past the largest there is.
 */
export function descend(network: Network, data: readonly Example[], options: TrainOptions): Network {
  const start = startOf(network, data, options);
  for (let step = 0; step < options.steps; step++) move(start, start.nextBatch(), options.learningRate);
  return withParameters(network, numbersFrom(start.theta));
}

/** Moves the parameters against the mean of the batch's gradients. */
function move(
  { theta, gradients, passes, update }: Start,
  batch: readonly number[],
  learningRate: number,
): void {
  if (batch.length === 1 && update === gradientDescent) {
    // A single gradient needs no adding up: it moves theta where it is found.
    flatGradients(passes, theta, theta, learningRate, batch);
  } else {
    flatGradients(passes, theta, gradients, -1, batch);
    update(theta, gradients, 1 / batch.length, learningRate);
  }
}

interface Start {
  readonly theta: Float64Array;
  readonly gradients: Float64Array;
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
    gradients: new Float64Array(theta.length),
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

function numbersFrom(row: Float64Array): Vector {
  const numbers = new Array<number>(row.length);
  for (let i = 0; i < row.length; i++) numbers[i] = row[i] as number;
  return numbers;
}

/** The gates of all examples, which have been run forward: of `before` all that has not moved. */
function gatesOf(passes: FlatPasses, examples: number, before?: readonly Gates[]): readonly Gates[] {
  if (before?.every((gates, example) => areStill(gates, passes, example))) return before;
  const { z, sizes, units } = passes;
  return Array.from({ length: examples }, (_, example) => {
    const gates = before?.[example];
    if (gates && areStill(gates, passes, example)) return gates;
    let unit = example * units + (sizes[0] as number);
    const isOn = (): boolean => (z[unit++] as number) > 0;
    return sizes.slice(1, -1).map((width) => Array.from({ length: width }, isOn));
  });
}

function areStill(gates: Gates, { z, sizes, units }: FlatPasses, example: number): boolean {
  let unit = example * units + (sizes[0] as number);
  for (const layer of gates) {
    for (const wasOn of layer) if ((z[unit++] as number) > 0 !== wasOn) return false;
  }
  return true;
}
