import { train, verdictOn, type Verdict } from '../engine/index.ts';
import { FAST_ETA, GOAL, MOST_RATE, RUN_STEPS, WILD_ETA } from './essay.ts';
import { kept } from './frame.ts';
import { leastLoss } from './loss-curve.ts';
import type { Run } from './run.ts';
import { networkOf } from './world.ts';

// The same network on the same data, trained with one learning rate after another.

/** The mantissas of the rates that the dial stops at, in tenths: steps of a tenth, a fifth, a half. */
const MANTISSAS = [
  ...Array.from({ length: 10 }, (_, i) => 10 + i),
  ...Array.from({ length: 15 }, (_, i) => 20 + 2 * i),
  ...Array.from({ length: 10 }, (_, i) => 50 + 5 * i),
];

/** Every rate that the dial stops at, from the least to the most: each is one run on the map. */
export const STOPS: readonly number[] = [-3, -2, -1, 0, 1]
  .flatMap((power) => MANTISSAS.map((tenths) => Number(`${tenths}e${power - 1}`)))
  .filter((eta) => eta <= MOST_RATE);

/** Five rates, one for each thing that a rate does to the essay's own two days. */
export const PRESETS = [0.01, 0.5, 4.2, FAST_ETA, WILD_ETA] as const;

/** The index of the stop nearest to a rate, by its logarithm. */
export const nearestStop = (eta: number): number => {
  const distances = STOPS.map((stop) => Math.abs(Math.log(stop / eta)));
  return distances.indexOf(Math.min(...distances));
};

/** What is left of a run when its curves are forgotten. */
export interface Outcome {
  readonly eta: number;
  readonly verdict: Verdict;
  /** The first step at which the mean loss is below the goal of the opening; undefined if there is none. */
  readonly below: number | undefined;
}

/** A run at one learning rate. */
export interface Rated extends Outcome {
  /** The mean loss at steps 0 to the last; RUN_STEPS + 1 of them unless the numbers overflowed. */
  readonly losses: readonly number[];
  /** [example][step] */
  readonly predictions: readonly (readonly number[])[];
}

/** The lowest mean loss that the targets of a run's data allow. */
export const leastMean = ({ world: { examples } }: Run): number =>
  examples.reduce((sum, { target: [y = NaN] }) => sum + leastLoss(y), 0) / examples.length;

const trained = (run: Run, eta: number): Rated => {
  const { world } = run;
  const training = train(networkOf(world), world.examples, { steps: RUN_STEPS, learningRate: eta });
  const { moments } = training;
  const losses = moments.map(({ loss }) => loss);
  const below = losses.findIndex((loss) => loss < GOAL);
  return {
    eta,
    verdict: verdictOn(training, leastMean(run)),
    below: below < 0 ? undefined : below,
    losses,
    predictions: world.examples.map((_, i) => moments.map(({ predictions }) => predictions[i]?.[0] ?? NaN)),
  };
};

const keptRates = kept<Rated>(16);

/** The network and data of a run, trained from its start with another learning rate. The last few are kept. */
export const ratedAt = (run: Run, eta: number): Rated => keptRates(run, String(eta), () => trained(run, eta));

/** The same, without its curves, and not kept: for the many of a map. */
export const outcomeAt = (run: Run, eta: number): Outcome => {
  const { verdict, below } = trained(run, eta);
  return { eta, verdict, below };
};

/** Whether a run has got under the goal, and some unit is open at its end. */
export const hasLearned = ({ below, verdict }: Outcome): boolean =>
  below !== undefined && verdict.deadFrom === undefined;
