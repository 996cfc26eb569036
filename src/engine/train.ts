import { finite, finiteVector, whole } from './checks.ts';
import { eventsOf, type TrainingEvent } from './events.ts';
import { flatGradients, flatPasses, type FlatPasses } from './flat.ts';
import { possibleTarget, someExamples } from './forward.ts';
import { parameterIds } from './ids.ts';
import { momentsOf, type Moment } from './moments.ts';
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
  /** The names of the parameters that move; the others are held still. Unless given, all move. */
  readonly only?: readonly string[];
}

/** A run keeps the parameters of each step: time is an index. All else follows from them, and is made when first asked for. */
export interface TrainingRun {
  readonly learningRate: number;
  /** One before each step and one after the last; fewer if the numbers overflowed. */
  readonly moments: readonly Moment[];
  readonly events: readonly TrainingEvent[];
  /** Whether it has fewer moments than were asked for. */
  readonly isCut: boolean;
}

/**
 * Trains on `data` and keeps what every moment follows from. Where a number would grow past the largest there is, the
 * run ends at the last finite moment with an `overflow` event. Throws RangeError if there is no example or one does not
 * fit the network, for `steps` that are not whole and at least 0, a `batch` that is not whole and from 1 to the number
 * of examples, a learning rate that is not finite, an unknown optimizer, or a name in `only` that no parameter has.
 */
export function train(network: Network, data: readonly Example[], options: TrainOptions): TrainingRun {
  const { steps, learningRate } = options;
  const start = startOf(network, data, options);
  const history = historyOf(start, steps, learningRate);
  const moments = once(() => momentsOf(start.passes, history, start.theta.length));
  const events = once(() => eventsOf(network, moments(), steps));
  return {
    learningRate,
    get moments() {
      return moments();
    },
    get events() {
      return events();
    },
    get isCut() {
      return moments().length <= steps;
    },
  };
}

/** Theta of every step, one row after another. A number past the largest there is, is kept like any other. */
function historyOf(start: Start, steps: number, learningRate: number): Vector {
  const { theta } = start;
  const history = new Array<number>((steps + 1) * theta.length);
  let next = 0;
  for (let step = 0; ; step++) {
    for (let p = 0; p < theta.length; p++) history[next++] = theta[p] as number;
    if (step === steps) return history;
    move(start, start.nextBatch(), learningRate);
  }
}

/**
 * The network after training as by `train`, with nothing kept on the way: for thousands of steps. Throws RangeError as
 * `train`, and where a number grows past the largest there is.
 */
export function descend(network: Network, data: readonly Example[], options: TrainOptions): Network {
  const start = startOf(network, data, options);
  for (let step = 0; step < options.steps; step++) move(start, start.nextBatch(), options.learningRate);
  return withParameters(network, [...start.theta]);
}

/** Moves the parameters against the mean of the batch's gradients. */
function move(
  { theta, gradients, passes, update, still }: Start,
  batch: readonly number[],
  learningRate: number,
): void {
  if (gradients === theta) {
    flatGradients(passes, theta, theta, learningRate, batch);
  } else {
    flatGradients(passes, theta, gradients, -1, batch);
    for (const p of still) gradients[p] = 0;
    update(theta, gradients, 1 / batch.length, learningRate);
  }
}

interface Start {
  readonly theta: Float64Array;
  /** Added up over a batch; a single one that needs no adding up moves theta itself. */
  readonly gradients: Float64Array;
  readonly passes: FlatPasses;
  readonly update: Update;
  /** The places in theta that are held still. */
  readonly still: readonly number[];
  /** Which examples the next step looks at. */
  readonly nextBatch: () => readonly number[];
}

function startOf(network: Network, data: readonly Example[], options: TrainOptions): Start {
  const { steps, learningRate, optimizer = 'sgd', batch = data.length, seed, only } = options;
  const [inputs = 0] = sizesOf(network);
  someExamples(data).forEach(({ input, target }) => {
    finiteVector('the input', input, inputs);
    possibleTarget(network, target);
  });
  whole('steps', steps, 0);
  finite('the learning rate', learningRate);
  whole('batch', batch, 1, data.length);
  const theta = new Float64Array(finiteVector('theta', parametersOf(network)));
  const update = updateFor(optimizer, theta.length);
  const still = only ? stillOf(network, only) : [];
  const movesAtOnce = batch === 1 && update === gradientDescent && still.length === 0;
  return {
    theta,
    gradients: movesAtOnce ? theta : new Float64Array(theta.length),
    passes: flatPasses(network, data),
    update,
    still,
    nextBatch: batchesOf(data.length, batch, seed),
  };
}

/** The places in theta of all parameters but those in `only`. */
function stillOf(network: Network, only: readonly string[]): readonly number[] {
  const ids = parameterIds(sizesOf(network));
  const unknown = only.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new RangeError(`expected the name of a parameter, found ${unknown}`);
  return ids.flatMap((id, p) => (only.includes(id) ? [] : [p]));
}

/** Deals out batches for ever. Every example comes once before any comes again. */
function batchesOf(count: number, size: number, seed?: number): () => readonly number[] {
  const everyExample = [...new Array(count).keys()];
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

/** `make`, called when first asked for and never again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
