import { at, meanLoss } from '../engine/index.ts';
import { GOAL, MOST_SWEEPS } from './essay.ts';
import { DEFAULTS } from './settings.ts';
import { reachesOf, thetaAfter, turned, type Turn } from './turns.ts';
import { networkOf, worldOf } from './world.ts';
import type { Run } from './run.ts';

// The opening: a network of its own is turned by hand, and then by descent from the same start, until its mean loss over two
// mornings is under the goal. How far was turned, summed over the dials, is what both ways have in common.

const start = worldOf('opening', DEFAULTS);

const lossAt = (theta: readonly number[]): number => meanLoss(networkOf(start, theta), start.examples);

/** The mean loss where so far had been turned. */
export type Spot = readonly [far: number, loss: number];

/** How the loss went. */
export interface Trail {
  /** Close together. */
  readonly points: readonly Spot[];
  /** Before anything was turned, and after each turn or sweep. */
  readonly stops: readonly Spot[];
}

/** How many points are drawn of one turn or sweep. */
const FINE = 8;

const lengthBetween = (from: readonly number[], to: readonly number[]): number =>
  from.reduce((sum, value, i) => sum + Math.abs((to[i] ?? NaN) - value), 0);

/** From one place of the dials to the next, each dial going straight there. */
const between = (from: readonly number[], to: readonly number[], far: number): readonly Spot[] => {
  const length = lengthBetween(from, to);
  return Array.from({ length: FINE }, (_, i): Spot => {
    const share = (i + 1) / FINE;
    return [far + length * share, lossAt(from.map((value, j) => value + ((to[j] ?? NaN) - value) * share))];
  });
};

const trailThrough = (places: readonly (readonly number[])[]): Trail => {
  const [first = start.theta, ...rest] = places;
  const stops: Spot[] = [[0, lossAt(first)]];
  const points: Spot[] = [...stops];
  rest.forEach((theta, i) => {
    const [far] = at(stops, stops.length - 1);
    const spots = between(places[i] ?? theta, theta, far);
    points.push(...spots);
    stops.push(...spots.slice(-1));
  });
  return { points, stops };
};

/** How the loss went as the reader turned. */
export const trailOf = (turns: readonly Turn[]): Trail =>
  trailThrough([start.theta, ...turns.map((_, i) => thetaAfter(start.theta, turns.slice(0, i + 1)))]);

/** How it goes in so many sweeps of the machine, each of them one leap: it sees nothing on the way. */
export const sweepTrail = (run: Run, sweeps: number): Trail => {
  let far = 0;
  const stops = Array.from({ length: sweeps + 1 }, (_, step): Spot => {
    const theta = run.thetaAt(step);
    if (step > 0) far += lengthBetween(run.thetaAt(step - 1), theta);
    return [far, lossAt(theta)];
  });
  return { points: stops, stops };
};

/** So many sweeps bring the machine under the goal. */
export const sweepsIn = (run: Run): number => {
  const steps = Array.from({ length: MOST_SWEEPS }, (_, step) => step);
  return steps.find((step) => lossAt(run.thetaAt(step)) < GOAL) ?? MOST_SWEEPS;
};

/** The turns with one dial turned on. */
export const turnedTo = (turns: readonly Turn[], dial: number, to: number): readonly Turn[] =>
  turned(start.theta, turns, dial, to);

/** What a reader has done by hand. */
export interface Try {
  readonly turns: readonly Turn[];
  readonly far: number;
  readonly loss: number;
}

export const tryOf = (turns: readonly Turn[]): Try => ({
  turns,
  far: reachesOf(start.theta, turns).reduce((sum, reach) => sum + reach, 0),
  loss: lossAt(thetaAfter(start.theta, turns)),
});

/** Whether one try is better than another: under the goal, then in fewer moves; or else nearer to it. */
export const isBetter = (a: Try, b: Try): boolean =>
  a.loss < GOAL && b.loss < GOAL ? a.turns.length < b.turns.length : a.loss < b.loss;
