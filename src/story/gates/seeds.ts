import {
  activationOf,
  at,
  endingOf,
  forward,
  gradientOf,
  networkFrom,
  type ConvergenceOptions,
  type Example,
  type LossName,
  type Network,
} from '../../engine/index.ts';
import { isLockedAt, TOLERANCE } from './box.ts';
import { termsIn } from './changes.ts';
import { dataIn, MOST_EPOCHS, sizesIn, type GateActivation, type GateValues } from './settings.ts';

// Whether a setting learns its table is a matter of luck with the first weights: so it is asked of a hundred of them.

export const SEEDS = 100;

/** What a hundred runs have in common: all that is set but the seed. */
export interface SeedSetting {
  readonly sizes: readonly number[];
  readonly data: readonly Example[];
  readonly activation: GateActivation;
  readonly loss: LossName;
  readonly eta: number;
  readonly range: number;
  readonly bias: number;
  readonly lock: number;
}

/** How one of them ended. */
export interface SeedEnd {
  readonly seed: number;
  /** The epoch at which it had solved the table; undefined where it never did. */
  readonly epochs: number | undefined;
  /** Its numbers grew past the largest there is, and the run broke off there. */
  readonly isOutgrown: boolean;
  /** Of its hidden units, so many are dead: ReLU units that are off on every row. */
  readonly dead: number;
  /** Whether its loss was still going down fast enough to lose a hundredth of itself in a thousand epochs more. */
  readonly isMoving: boolean;
  /** So many units, the output among them, have a mean slope under the lock threshold, dead ones not counted. */
  readonly locked: number;
}

/** How a run ended, in one word: the first of these that holds. */
export type Why = 'solved' | 'outgrown' | 'dead' | 'locked' | 'moving' | 'rest';

export const whyOf = ({ epochs, isOutgrown, dead, locked, isMoving }: SeedEnd): Why => {
  if (epochs !== undefined) return 'solved';
  if (isOutgrown) return 'outgrown';
  if (dead > 0) return 'dead';
  if (locked > 0) return 'locked';
  return isMoving ? 'moving' : 'rest';
};

export const seedSettingIn = (values: GateValues): SeedSetting => {
  const { activation, loss, eta } = termsIn(values);
  return {
    sizes: sizesIn(values),
    data: dataIn(values),
    activation,
    loss,
    eta,
    range: values['gates.range'],
    bias: values['gates.bias'],
    lock: values['gates.lock'],
  };
};

const optionsOf = (setting: SeedSetting, most: number): Omit<ConvergenceOptions, 'seeds'> => ({
  sizes: setting.sizes,
  data: setting.data,
  learningRate: setting.eta,
  hidden: setting.activation,
  loss: setting.loss,
  range: setting.range,
  bias: setting.bias,
  tolerance: TOLERANCE,
  most,
});

/** A loss that falls by more than this share of itself in so many epochs more has not come to rest. */
const REST = 0.01;
const MORE = 1000;

const isMovingAt = (network: Network, { data, eta }: SeedSetting): boolean => {
  const { loss, gradient } = gradientOf(network, data);
  const fall = eta * gradient.reduce((sum, g) => sum + g * g, 0);
  return fall * MORE > REST * loss;
};

/** The run from one seed, to its end. */
export const seedEnd = (setting: SeedSetting, seed: number, most = MOST_EPOCHS): SeedEnd => {
  const { sizes, data, activation: hidden, loss, lock } = setting;
  const { steps, theta } = endingOf(optionsOf(setting, most), seed);
  // Of numbers that have outgrown the machine there is no unit to speak of.
  if (!theta.every(Number.isFinite))
    return { seed, epochs: undefined, isOutgrown: true, isMoving: false, dead: 0, locked: 0 };
  const network = networkFrom({ sizes, theta, hidden, loss });
  const passes = data.map(({ input }) => forward(network, input));
  const means = network.layers.map(({ activation, bias }, l) =>
    bias.map((_, j) => {
      const { df } = activationOf(activation);
      return passes.reduce((sum, pass) => sum + df(at(at(pass.layers, l).preActivation, j)), 0) / data.length;
    }),
  );
  const last = means.length - 1;
  const isDead = (mean: number, l: number): boolean => l < last && hidden === 'relu' && mean === 0;
  // As it is said beside the network: a ReLU is on or off, and cross-entropy cancels the output's slope.
  const isLocked = (mean: number, l: number): boolean =>
    (l === last ? loss !== 'bce' : hidden !== 'relu') && isLockedAt(mean, lock);
  const all = means.flatMap((units, l) => units.map((mean) => ({ mean, l })));
  return {
    seed,
    epochs: steps,
    isOutgrown: false,
    isMoving: isMovingAt(network, setting),
    dead: all.filter(({ mean, l }) => isDead(mean, l)).length,
    locked: all.filter(({ mean, l }) => isLocked(mean, l)).length,
  };
};

export interface SeedSummary {
  readonly runs: number;
  readonly solved: number;
  /** Of those that solved it; undefined if none did. */
  readonly median: number | undefined;
  readonly fewest: number | undefined;
  readonly most: number | undefined;
  readonly never: number;
  /** Of those that never did: with numbers past the largest there is; of the others, with a dead unit; of those left, with a locked one; of the rest, still on its way; at rest. */
  readonly outgrown: number;
  readonly withDead: number;
  readonly withLocked: number;
  readonly moving: number;
  readonly atRest: number;
  /** Dead units in them, counted. */
  readonly deadUnits: number;
}

export const summaryOf = (ends: readonly SeedEnd[]): SeedSummary => {
  const epochs = ends.flatMap((end) => end.epochs ?? []).toSorted((a, b) => a - b);
  const never = ends.filter((end) => end.epochs === undefined);
  const half = epochs.length / 2;
  const middle = [epochs[Math.ceil(half) - 1], epochs[Math.floor(half)]];
  const [low, high] = middle;
  const so = (why: Why): number => never.filter((end) => whyOf(end) === why).length;
  return {
    runs: ends.length,
    solved: epochs.length,
    median: low === undefined || high === undefined ? undefined : (low + high) / 2,
    fewest: epochs[0],
    most: epochs.at(-1),
    never: never.length,
    outgrown: so('outgrown'),
    withDead: so('dead'),
    withLocked: so('locked'),
    moving: so('moving'),
    atRest: so('rest'),
    deadUnits: never.reduce((sum, { dead }) => sum + dead, 0),
  };
};

/** The summary of as many runs as there are seeds, all at once: for what is built. */
export const summaryFor = (setting: SeedSetting): SeedSummary =>
  summaryOf(Array.from({ length: SEEDS }, (_, seed) => seedEnd(setting, seed)));
