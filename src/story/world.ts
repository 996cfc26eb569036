import {
  networkFrom,
  type ActivationName,
  type Example,
  type LossName,
  type Network,
  type OptimizerName,
} from '../engine/index.ts';
import { FAST_ETA, SIZES } from './essay.ts';
import type { Settings } from './settings.ts';

/** What the engine is asked about: a network, its data, and how it is trained. */
export interface World {
  /** Inputs, hidden units layer by layer, outputs. */
  readonly sizes: readonly number[];
  readonly hidden: ActivationName;
  readonly loss: LossName;
  readonly examples: readonly Example[];
  /** Every parameter at step 0, in parameter order. */
  readonly theta: readonly number[];
  readonly eta: number;
  readonly optimizer: OptimizerName;
}

const ownDay = ({ x, y }: Settings): Example => ({ input: x, target: [y] });

/** A second day with the two inputs swapped and the opposite outcome. */
const otherDay = ({ x, y }: Settings): Example => ({ input: x.toReversed(), target: [1 - y] });

const essay = (settings: Settings): World => ({
  sizes: SIZES,
  hidden: 'relu',
  loss: 'bce',
  examples: [ownDay(settings)],
  theta: settings.theta,
  eta: settings.eta,
  optimizer: 'sgd',
});

const twoDays = (settings: Settings): World => ({
  ...essay(settings),
  examples: [ownDay(settings), otherDay(settings)],
});

/** Three more units between the hidden layer and the output: row by row, then their biases. */
const MIDDLE = [0.6, -0.2, 0.3, -0.3, 0.5, 0.4, 0.2, 0.4, -0.5, 0.1, 0.05, -0.1];
/** Where the parameters of the essay's output unit begin. */
const OUTPUT = 9;

/** The worlds that the essay is told in, each as it follows from what the reader has set. */
const worlds = {
  essay,
  'two-days': twoDays,
  'two-days-fast': (settings: Settings) => ({ ...twoDays(settings), eta: FAST_ETA }),
  'three-layers': (settings: Settings) => ({
    ...essay(settings),
    sizes: [2, 3, 3, 1],
    theta: [...settings.theta.slice(0, OUTPUT), ...MIDDLE, ...settings.theta.slice(OUTPUT)],
  }),
  squared: (settings: Settings) => ({ ...essay(settings), loss: 'mse' }),
} as const satisfies Record<string, (settings: Settings) => World>;

export type WorldName = keyof typeof worlds;

export const WORLD_NAMES = Object.keys(worlds) as readonly WorldName[];

export const worldOf = (name: WorldName, settings: Settings): World => worlds[name](settings);

/** The network of a world with these parameters; its own at step 0 unless given. */
export const networkOf = (
  { sizes, hidden, loss, theta }: World,
  parameters: readonly number[] = theta,
): Network => networkFrom({ sizes, theta: parameters, hidden, loss });
