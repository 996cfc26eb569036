import { finite, whole } from './checks.ts';
import { eventsOf, type TrainingEvent } from './events.ts';
import { forward, lossOf, someExamples } from './forward.ts';
import { gradientOf } from './gradient.ts';
import { parametersOf, withParameters, type Example, type Network } from './network.ts';
import { updateFor, type Optimizer, type OptimizerName } from './optimizers.ts';
import { randomFrom, shuffled } from './random.ts';
import type { Vector } from './vector.ts';

export interface TrainOptions {
  /** How many times the parameters move. */
  readonly steps: number;
  readonly learningRate: number;
  readonly optimizer?: Optimizer | OptimizerName;
  /** How many examples each step looks at. Unless given, all of them. */
  readonly batch?: number;
  /** Where mini-batches are drawn at random, from what. Unless given, the examples come in the given order. */
  readonly seed?: number;
}

/** The network as it stood after `step` updates, and what it made of the data. */
export interface Moment {
  readonly step: number;
  readonly theta: Vector;
  /** The mean over all data. */
  readonly loss: number;
  /** [example][output] */
  readonly predictions: readonly Vector[];
  /** [example][hidden layer][unit]: is z > 0? */
  readonly gates: readonly (readonly (readonly boolean[])[])[];
}

/** A run keeps every moment: time is an index. */
export interface TrainingRun {
  readonly learningRate: number;
  /** One before each step and one after the last; fewer if the numbers overflowed. */
  readonly moments: readonly Moment[];
  readonly events: readonly TrainingEvent[];
}

/**
 * Trains on `data` and keeps everything. Where a number would grow past the largest there is, the run stops at the
 * last finite moment with an `overflow` event. Throws RangeError for steps or a batch that are not whole and positive
 * (0 steps are allowed), a learning rate that is not finite, an unknown optimizer, or as `gradientOf`.
 */
export function train(network: Network, data: readonly Example[], options: TrainOptions): TrainingRun {
  const { steps, learningRate, optimizer = 'sgd' } = options;
  whole('steps', steps, 0);
  finite('the learning rate', learningRate);
  const theta = Float64Array.from(parametersOf(network));
  const update = updateFor(optimizer, theta.length);
  const batches = batchesOf(data, options);
  const moments: Moment[] = [momentAt(network, data, 0)];
  let overflow: readonly TrainingEvent[] = [];

  for (let step = 1; step <= steps; step++) {
    try {
      const current = withParameters(network, [...theta]);
      const { gradient } = gradientOf(current, batches.next().value);
      update(theta, Float64Array.from(gradient), learningRate);
      moments.push(momentAt(withParameters(network, [...theta]), data, step));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      overflow = [{ kind: 'overflow', step }];
      break;
    }
  }
  return { learningRate, moments, events: [...eventsOf(network, moments), ...overflow] };
}

function momentAt(network: Network, data: readonly Example[], step: number): Moment {
  const passes = data.map(({ input }) => forward(network, input));
  const losses = data.map(({ target }, i) => lossOf(network, passes[i] as (typeof passes)[number], target));
  return {
    step,
    theta: parametersOf(network),
    loss: losses.reduce((sum, loss) => sum + loss, 0) / data.length,
    predictions: passes.map(({ prediction }) => prediction),
    gates: passes.map(({ layers }) =>
      layers.slice(0, -1).map(({ preActivation }) => preActivation.map((z) => z > 0)),
    ),
  };
}

/** The examples of each step, for ever. Every example comes once before any comes again. */
function* batchesOf(
  data: readonly Example[],
  { batch, seed }: Pick<TrainOptions, 'batch' | 'seed'>,
): Generator<readonly Example[], never> {
  const size = whole('a batch', batch ?? someExamples(data).length, 1, data.length);
  const random = seed === undefined ? undefined : randomFrom(seed);
  for (;;) {
    const order = random && size < data.length ? shuffled(data.length, random) : data.map((_, i) => i);
    for (let first = 0; first < order.length; first += size) {
      yield order.slice(first, first + size).map((i) => data[i] as Example);
    }
  }
}
