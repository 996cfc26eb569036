import {
  checkGradient,
  mutantGradient,
  mutantNamed,
  mutantStep,
  parametersOf,
  type Comparison,
  type Network,
} from '../../engine/index.ts';
import { PARAMETERS } from '../essay.ts';
import { ETA, MORNINGS, type BugName } from './cases.ts';

// What the code says, held against what can be measured without it.

/** `on`: both agree; `off`: they do not; `none`: the code has no number. */
export type Verdict = 'on' | 'off' | 'none';

/** One parameter: what should be, and what is. */
export interface Dot {
  readonly id: string;
  /** By a nudge; or, of a step, what the gradient asks for. */
  readonly truth: number;
  /** What the code says; or, of a step, how far it moves. */
  readonly said: number;
  readonly verdict: Verdict;
}

export interface Check {
  readonly dots: readonly Dot[];
  /** Ids of those that lie off the line, or nowhere. */
  readonly off: readonly string[];
  /** Everything is 0 on both sides: any rule at all would say the same here. */
  readonly isBlind: boolean;
}

/** How far apart two numbers may be and still be called the same: a share of the larger, and what a nudge cannot tell. */
const SHARE = 1e-6;
const LEAST = 1e-9;

/** Also for what is no number: nothing is the same as that. */
const isSame = (said: number, truth: number): boolean =>
  Math.abs(said - truth) <= SHARE * Math.max(Math.abs(said), Math.abs(truth)) + LEAST;

const verdictOn = (said: number, truth: number): Verdict =>
  !Number.isFinite(said) ? 'none' : isSame(said, truth) ? 'on' : 'off';

/** The check of some pairs, each of a parameter. */
export const checkOf = (pairs: readonly Omit<Dot, 'verdict'>[]): Check => {
  const dots = pairs.map((pair) => ({ ...pair, verdict: verdictOn(pair.said, pair.truth) }));
  return {
    dots,
    off: dots.filter(({ verdict }) => verdict !== 'on').map(({ id }) => id),
    isBlind: dots.every(({ said, truth }) => Math.abs(said) <= LEAST && Math.abs(truth) <= LEAST),
  };
};

const measuredAt = (network: Network): readonly Comparison[] => checkGradient(network, MORNINGS);

/** The gradient check: what the code says of each parameter, and what nudges measure. */
export const gradientCheck = (bug: BugName, network: Network): Check => {
  const { gradient } = mutantGradient(mutantNamed(bug), network, MORNINGS, ETA);
  return checkOf(
    measuredAt(network).map(({ id, measured }, i) => ({ id, truth: measured, said: gradient[i] ?? NaN })),
  );
};

/** How far the code moves each parameter in one step; NaN where it has no number to move by. */
export const movesOf = (bug: BugName, network: Network): readonly number[] => {
  const { gradient } = mutantGradient(mutantNamed(bug), network, MORNINGS, ETA);
  if (!gradient.every(Number.isFinite)) return PARAMETERS.map(() => NaN);
  const before = parametersOf(network);
  const after = parametersOf(mutantStep(mutantNamed(bug), network, MORNINGS, ETA));
  return before.map((value, i) => (after[i] ?? NaN) - value);
};

/** The check of the step: how far each parameter moves, and −η times what the code itself says of it. */
export const stepCheck = (bug: BugName, network: Network): Check => {
  const { gradient } = mutantGradient(mutantNamed(bug), network, MORNINGS, ETA);
  const moves = movesOf(bug, network);
  return checkOf(
    PARAMETERS.map((id, i) => ({ id, truth: 0 - ETA * (gradient[i] ?? NaN), said: moves[i] ?? NaN })),
  );
};
