import { networkFrom, parameterIds, type Example, type Network } from '../engine/index.ts';

/** Units per layer of the network that this essay is about: two inputs, three ReLU units, one sigmoid output. */
export const SIZES = [2, 3, 1] as const;

/** Ids of the 13 parameters, in parameter order (W¹ row by row, b¹, W², b²). */
export const PARAMETERS = parameterIds(SIZES);

/** One training run is this many updates. */
export const RUN_STEPS = 200;

/** How far the essay nudges a parameter to see what the loss does. */
export const NUDGE = 0.01;

/** What a reader can set. Everything else on the page follows from these and from where they are. */
export interface Settings {
  /** The two inputs: cloud cover and wind. */
  readonly x: readonly number[];
  /** The target, 0 to 1: did it rain? */
  readonly y: number;
  /** The 13 parameters at step 0, in parameter order. */
  readonly theta: readonly number[];
  readonly eta: number;
  /** The training step that the page shows, 0 to RUN_STEPS. */
  readonly step: number;
  /** The parameter that nudges and chains are shown for. */
  readonly param: string;
}

/** The essay's own network, example and learning rate: the one place where they are written down. */
export const DEFAULTS: Settings = {
  x: [0.8, 0.2],
  y: 1,
  theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
  eta: 0.5,
  step: 0,
  param: 'w.1.1.1',
};

/** The bounds a setting is held to, whoever sets it. */
export const RANGES = {
  x: [-5, 5],
  y: [0, 1],
  theta: [-20, 20],
  eta: [0, 50],
  step: [0, RUN_STEPS],
} as const satisfies Record<string, readonly [number, number]>;

export const networkOf = (theta: readonly number[]): Network => networkFrom({ sizes: SIZES, theta });

export const exampleOf = ({ x, y }: Pick<Settings, 'x' | 'y'>): Example => ({ input: x, target: [y] });
