import {
  networkFrom,
  quantities,
  train,
  type ActivationName,
  type Example,
  type LossName,
  type Network,
  type OptimizerName,
} from '../engine/index.ts';
import { FAST_ETA, OPENING_ETA, SIZES } from './essay.ts';
import { quantityIn } from './quantity.ts';
import { wrongSide } from './saturation.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { thetaAfter } from './turns.ts';
import { moved } from './waking.ts';

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
  /** Of a world in which nothing is trained (η is 0): at every step it stands as the essay's network does at the step shown. */
  readonly held?: {
    /** A parameter that was moved all the same, to bring z to where the reader wants it. */
    readonly moved?: string;
  };
}

const ownDay = ({ x, y }: Settings): Example => ({ input: x, target: [y] });

/** A second day with the two inputs swapped and the outcome turned round, 1 − y in place of y. */
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

/** The opening has a network and two days of its own, whatever the reader sets elsewhere. This is how the machine trains it. */
const opening = (): World => ({ ...twoDays(DEFAULTS), eta: OPENING_ETA });
/** The essay's own, with a silent unit woken by the reader's hand and a slope below zero, where they want them. */
const woken = (settings: Settings): World => ({
  ...essay({ ...settings, ...moved(settings) }),
  hidden: settings['wake.leak'] === 'on' ? 'leakyRelu' : 'relu',
});

/** Three more units between the hidden layer and the output: row by row, then their biases. */
const MIDDLE = [0.6, -0.2, 0.3, -0.3, 0.5, 0.4, 0.4, 0.2, -0.5, 0.1, 0.05, -0.1];
/** Where the parameters of the essay's output unit begin. */
const OUTPUT = 9;

/** The essay's network as the page shows it, at the training step that the reader has gone to. */
const asShown = (settings: Settings): World => {
  const own = essay(settings);
  if (settings.step === 0) return { ...own, eta: 0, held: {} };
  const { moments } = train(networkOf(own), own.examples, {
    steps: settings.step,
    learningRate: own.eta,
    optimizer: own.optimizer,
  });
  return { ...own, theta: moments.at(-1)?.theta ?? own.theta, eta: 0, held: {} };
};

/** The output's bias, the last parameter of all. */
const BIAS = 'b.2.1';

const withBias = (world: World, bias: number): World => ({
  ...world,
  theta: [...world.theta.slice(0, -1), bias],
});

/** A world of the essay's shape with the output's bias moved, and nothing else, so that its sum is `z`. */
export const turnedTo = (world: World, z: number): World => {
  const unbiased = withBias(world, 0);
  const others = quantityIn(quantities(networkOf(unbiased), world.examples), 'z.2.1');
  return { ...withBias(world, z - others), held: { moved: BIAS } };
};

/** Where z has been turned to by the reader, or else stands on the wrong side of the target. */
export const turnedZ = (settings: Settings): number => settings['cancel.z'] ?? wrongSide(settings.y);

const turned = (settings: Settings): World => turnedTo(asShown(settings), turnedZ(settings));

/** The worlds that the essay is told in, each as it follows from what the reader has set. */
const worlds = {
  essay,
  'two-days': twoDays,
  'two-days-fast': (settings: Settings) => ({ ...twoDays(settings), eta: FAST_ETA }),
  opening,
  /** As the reader has turned it; nothing trains it. */
  'opening-turned': (settings: Settings) => ({
    ...opening(),
    theta: thetaAfter(DEFAULTS.theta, settings['top.turns']),
    eta: 0,
  }),
  'three-layers': (settings: Settings) => ({
    ...essay(settings),
    sizes: [2, 3, 3, 1],
    theta: [...settings.theta.slice(0, OUTPUT), ...MIDDLE, ...settings.theta.slice(OUTPUT)],
  }),
  squared: (settings: Settings) => ({ ...asShown(settings), loss: 'mse' }),
  woken,
  turned,
  'turned-squared': (settings: Settings) => ({ ...turned(settings), loss: 'mse' }),
} as const satisfies Record<string, (settings: Settings) => World>;

export type WorldName = keyof typeof worlds;

export const WORLD_NAMES = Object.keys(worlds) as readonly WorldName[];

export const worldOf = (name: WorldName, settings: Settings): World => worlds[name](settings);

/** The network of a world with these parameters; its own at step 0 unless given. */
export const networkOf = (
  { sizes, hidden, loss, theta }: World,
  parameters: readonly number[] = theta,
): Network => networkFrom({ sizes, theta: parameters, hidden, loss });
