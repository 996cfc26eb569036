import type { ActivationName } from './activations.ts';
import { at, finite, whole } from './checks.ts';
import { flatGradients, flatPasses, flatPrediction } from './flat.ts';
import { gradientOf } from './gradient.ts';
import { initialTheta, type InitialiserName } from './initialisers.ts';
import type { LossName } from './losses.ts';
import { networkFrom, type Example } from './network.ts';
import { gradientDescent } from './optimizers.ts';
import type { Vector } from './vector.ts';

export interface ConvergenceOptions {
  readonly sizes: readonly number[];
  readonly data: readonly Example[];
  readonly learningRate: number;
  /** One run from each. */
  readonly seeds: readonly number[];
  /** A run gives up after so many steps. */
  readonly most: number;
  /** Solved means: every |ŷ − y| is smaller. Unless given, 0.3. */
  readonly tolerance?: number;
  readonly hidden?: ActivationName;
  readonly loss?: LossName;
  readonly initialiser?: InitialiserName;
  readonly range?: number;
  readonly bias?: number;
}

/** How a run ended: after how many steps it had solved its data, undefined if it gave up; and its parameters then. */
export interface Ending {
  readonly steps: number | undefined;
  readonly theta: Vector;
}

/**
 * After how many full-batch steps each seed's run had solved its data; undefined for one that gave up. Throws
 * RangeError for `most` that is not whole and at least 0, or as `initialTheta`, `networkFrom` and `gradientOf`.
 */
export function convergence(options: ConvergenceOptions): readonly (number | undefined)[] {
  return options.seeds.map((seed) => endingOf(options, seed).steps);
}

/** How the run from one seed ends, whichever seeds `options` names. Throws as `convergence`. */
export function endingOf(options: Omit<ConvergenceOptions, 'seeds'>, seed: number): Ending {
  const { sizes, hidden = 'relu', loss = 'bce', initialiser = 'uniform', range = 1, bias = 0 } = options;
  whole('most', options.most, 0);
  finite('the learning rate', options.learningRate);
  const theta = initialTheta({ sizes, seed, initialiser, range, bias });
  return solved(networkFrom({ sizes, theta, hidden, loss }), theta, options);
}

function solved(
  network: ReturnType<typeof networkFrom>,
  start: readonly number[],
  { data, learningRate, most, tolerance = 0.3 }: Omit<ConvergenceOptions, 'seeds'>,
): Ending {
  gradientOf(network, data); // refuses data that do not fit
  const passes = flatPasses(network, data);
  const theta = Float64Array.from(start);
  const gradients = new Float64Array(theta.length);
  const batch = [...data.keys()];
  const isClose = ({ target }: Example, i: number): boolean =>
    flatPrediction(passes, i).every((prediction, j) => Math.abs(prediction - at(target, j)) < tolerance);

  for (let step = 0; ; step++) {
    flatGradients(passes, theta, gradients, -1, batch);
    if (data.every(isClose)) return { steps: step, theta: [...theta] };
    if (step === most) return { steps: undefined, theta: [...theta] };
    gradientDescent(theta, gradients, 1 / data.length, learningRate);
  }
}
