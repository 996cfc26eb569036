import {
  datasets,
  networkFrom,
  type ActivationName,
  type Example,
  type MutantName,
  type Network,
} from '../../engine/index.ts';
import { SIZES } from '../essay.ts';
import { DEFAULTS } from '../settings.ts';

// The nine riddles: one broken rule each, in a network in which it shows. The lab has its own copy of the essay's start.

/** Nine ways to break it, in the order in which they are offered as answers: along the way back, then the update. */
export const BUG_NAMES = [
  'slope-left-in',
  'update-before-propagate',
  'no-gate',
  'gate-from-activation',
  'swapped-indices',
  'no-bias-gradient',
  'divides',
  'overwrites-batch',
  'bias-once-per-weight',
] as const satisfies readonly MutantName[];

export type BugName = (typeof BUG_NAMES)[number];

/** What a case is about. */
export interface Case {
  readonly number: number;
  readonly bug: BugName;
  readonly hidden: ActivationName;
}

/**
 * As they are dealt: a link names a case by its number and gives nothing away. Division needs hidden units that are never
 * exactly 0, a gate read from a needs a leak; every network has two riddles at least, so that it is no clue by itself.
 */
const DEALT: readonly (readonly [BugName, ActivationName])[] = [
  ['update-before-propagate', 'relu'],
  ['no-bias-gradient', 'tanh'],
  ['no-gate', 'relu'],
  ['swapped-indices', 'leakyRelu'],
  ['bias-once-per-weight', 'relu'],
  ['divides', 'tanh'],
  ['overwrites-batch', 'relu'],
  ['gate-from-activation', 'leakyRelu'],
  ['slope-left-in', 'tanh'],
];

export const CASES: readonly Case[] = DEALT.map(([bug, hidden], i) => ({ number: i + 1, bug, hidden }));

/** The case of a number. Throws RangeError for another. */
export const caseOf = (number: number): Case => {
  const found = CASES[number - 1];
  if (!found) throw new RangeError(`Expected a case from 1 to ${CASES.length}, found ${number}`);
  return found;
};

/** Where training starts: from the essay's own numbers, or with every number 0. */
export const STARTS = ['given', 'zeros'] as const;
export type Start = (typeof STARTS)[number];

/** The two mornings, and how far a step goes. */
export const MORNINGS: readonly Example[] = datasets.twoDays;
export const ETA = DEFAULTS.eta;

/** So many steps of training are shown. */
export const STEPS = 60;

/** A case's network before the first step. */
export const networkOf = ({ hidden }: Pick<Case, 'hidden'>, start: Start): Network =>
  networkFrom({
    sizes: SIZES,
    theta: start === 'given' ? DEFAULTS.theta : DEFAULTS.theta.map(() => 0),
    hidden,
  });

/** Hidden units in words. */
export const UNIT_WORDS: Readonly<Record<ActivationName, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  identity: 'linear',
};
