import { lossAlong, meanLoss, quantities, type Line } from '../engine/index.ts';
import { NUDGE } from './essay.ts';
import { format } from './format.ts';
import { kept } from './frame.ts';
import { quantityIn } from './quantity.ts';
import type { Run } from './run.ts';
import { networkOf } from './world.ts';

/** One parameter raised by ε with all others held still, and what that did. */
export interface Nudge {
  readonly parameter: string;
  readonly epsilon: number;
  /** Every quantity of the pass, before the nudge and after it. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  /** The parameter's gradient before the nudge. */
  readonly gradient: number;
  /** Change of the loss: what the gradient promises, gradient · ε, and what happens. */
  readonly promise: number;
  readonly outcome: number;
  /** How far the two are apart; 0 where that is less than the machine can tell. */
  readonly gap: number;
}

/** A difference of two losses is off by about so much, as a share of the larger one. */
const ROUNDING = 4 * Number.EPSILON;

const thetaWith = (
  run: Run,
  step: number,
  parameter: string,
  to: (own: number) => number,
): readonly number[] => run.thetaAt(step).map((own, i) => (run.parameters[i] === parameter ? to(own) : own));

const raisedIn = (run: Run, step: number, parameter: string, epsilon: number): Nudge => {
  const before = run.quantitiesAt(step);
  const theta = thetaWith(run, step, parameter, (own) => own + epsilon);
  const after = quantities(networkOf(run.world, theta), run.world.examples);
  const [loss, raised] = [before, after].map((values) => quantityIn(values, 'loss')) as [number, number];
  const gradient = quantityIn(before, `d${parameter}`);
  const [promise, outcome] = [gradient * epsilon, raised - loss];
  const gap = Math.abs(outcome - promise);
  const isNoise = gap <= ROUNDING * Math.max(loss, raised);
  return { parameter, epsilon, before, after, gradient, promise, outcome, gap: isNoise ? 0 : gap };
};

const keptNudge = kept<Nudge>();

/** Raises a parameter of a run's network at a training step. `epsilon` above 0. */
export const nudgeOf = (run: Run, step: number, parameter: string, epsilon: number): Nudge =>
  keptNudge(run, [step, parameter, epsilon].join(), () => raisedIn(run, step, parameter, epsilon));

/** The loss of a run's network at a training step if one parameter had another value and all others stayed as they are. */
export const lossWith = (run: Run, step: number, parameter: string, value: number): number =>
  meanLoss(
    networkOf(
      run.world,
      thetaWith(run, step, parameter, () => value),
    ),
    run.world.examples,
  );

/** The loss of a run's network at a training step along one parameter, at `count` places from `from` to `to`. */
export const lossesAlong = (
  run: Run,
  step: number,
  parameter: string,
  [from, to]: readonly [number, number],
  count: number,
): Line =>
  lossAlong(networkOf(run.world, run.thetaAt(step)), run.world.examples, { id: parameter, from, to, count });

/** A parameter of a run at a training step. Throws RangeError for the name of none. */
export const valueIn = (run: Run, step: number, parameter: string): number => {
  const value = run.thetaAt(step)[run.parameters.indexOf(parameter)];
  if (value === undefined) throw new RangeError(`Expected a parameter of this network, found "${parameter}"`);
  return value;
};

/** One forward pass of a nudging experiment: a parameter a little up or down, and the loss then. */
export interface Pass {
  readonly parameter: string;
  readonly value: number;
  readonly loss: number;
}

/** A forward pass with a parameter at its own value plus `by`. */
export const passWith = (run: Run, step: number, parameter: string, by: number): Pass => {
  const value = valueIn(run, step, parameter) + by;
  return { parameter, value, loss: lossWith(run, step, parameter, value) };
};

/** The slope between two passes with one parameter at two values, as they were really rounded; 0 if that made them one. */
export const slopeBetween = (up: Pass, down: Pass): number =>
  up.value === down.value ? 0 : (up.loss - down.loss) / (up.value - down.value);

/** The slope of the loss along a parameter, measured with a nudge up and a nudge down: two forward passes. */
export const slopeBy = (run: Run, step: number, parameter: string): number =>
  slopeBetween(passWith(run, step, parameter, NUDGE), passWith(run, step, parameter, -NUDGE));

/** So many decimals at most: a gap that they do not show is below what a sentence can say. */
const MOST_DECIMALS = 10;

/** Decimals with which promise and outcome, as they are written, can be told apart: four or more. */
export const decimalsApart = ({ promise, outcome }: Nudge): number => {
  if (promise === outcome) return 4;
  const places = Array.from({ length: MOST_DECIMALS - 3 }, (_, more) => 4 + more);
  return places.find((decimals) => format(promise, decimals) !== format(outcome, decimals)) ?? MOST_DECIMALS;
};
