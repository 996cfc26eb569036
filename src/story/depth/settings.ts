import type { ActivationName, InitialiserName } from '../../engine/index.ts';
import { choice, number, optional } from '../setting.ts';
import type { ValuesOf } from '../table.ts';

// What the reader can set in the depth lab, by its name in a link.

/** What the units of a network may bend their sums by. */
export const BENDS = ['relu', 'sigmoid', 'tanh'] as const satisfies readonly ActivationName[];
export type Bend = (typeof BENDS)[number];

/** How the weights are dealt; the last two are multiplied by the scale. */
export const SCHEMES = ['uniform', 'xavier', 'he'] as const satisfies readonly InitialiserName[];

export const SCHEME_NAMES: Readonly<Record<(typeof SCHEMES)[number], string>> = {
  uniform: 'uniform',
  xavier: 'Xavier',
  he: 'He',
};

export const MOST_LAYERS = 20;
export const MOST_UNITS = 6;
/** As far back as any message goes. */
const ALL_THE_WAY = MOST_LAYERS + 1;

/** The two networks, by their bars: the same weights and biases in both. */
export const SIDES = ['filled', 'outlined'] as const;
export type SideName = (typeof SIDES)[number];

export const DEPTH = {
  /** Hidden layers, and units in each of them. */
  'depth.layers': number({ fallback: 8, range: [1, MOST_LAYERS], isWhole: true }),
  'depth.width': number({ fallback: 4, range: [1, MOST_UNITS], isWhole: true }),
  'depth.filled': choice<Bend>({ fallback: 'relu', options: BENDS }),
  'depth.outlined': choice<Bend>({ fallback: 'sigmoid', options: BENDS }),
  'depth.scheme': choice<(typeof SCHEMES)[number]>({ fallback: 'uniform', options: SCHEMES }),
  /** v of the uniform ±v; what the limits of the other schemes are multiplied by. */
  'depth.scale': number({ fallback: 2.5, range: [0.1, 20] }),
  'depth.bias': choice<'zero' | 'centred'>({ fallback: 'zero', options: ['zero', 'centred'] }),
  /** Which deal of weights. */
  'depth.seed': number({ fallback: 4, range: [1, 9999], isWhole: true }),
  /** The layer that is looked at. Left alone, one half way down. */
  'depth.layer': optional(number({ fallback: 1, range: [1, MOST_LAYERS], isWhole: true })),
  /** How far the message has gone back: 1 at the output, one more at every layer. Past the first layer, all the way. */
  'depth.back': number({ fallback: ALL_THE_WAY, range: [0, ALL_THE_WAY] }),
} as const;

/** In the essay nothing has been sent yet: there is a question to be answered first. */
export const DEPTH_IN_ESSAY: typeof DEPTH = {
  ...DEPTH,
  'depth.back': { ...DEPTH['depth.back'], fallback: 0 },
};

export type DepthSettings = ValuesOf<typeof DEPTH>;

/** Twenty stops a decade: where the dial of the weights stops. */
export const SCALES: readonly number[] = Array.from({ length: 47 }, (_, i) =>
  Number((0.1 * 10 ** (i / 20)).toPrecision(2)),
);

/** The stop nearest to a scale. */
export const nearestScale = (scale: number): number =>
  SCALES.reduce(
    (best, stop, i) =>
      Math.abs(Math.log(stop / scale)) < Math.abs(Math.log((SCALES[best] ?? NaN) / scale)) ? i : best,
    0,
  );

/** The layer that is looked at. */
export const chosenLayer = (settings: DepthSettings): number =>
  Math.min(settings['depth.layers'], settings['depth.layer'] ?? Math.ceil(settings['depth.layers'] / 2));

/** How far the message has gone back, 0 to one more than there are layers. */
export const backOf = (settings: DepthSettings): number =>
  Math.min(settings['depth.layers'] + 1, settings['depth.back']);

/** Whether a message that has gone so far back has come to a layer. */
export const hasReached = (back: number, depth: number, layer: number): boolean => back >= depth + 2 - layer;

/** Whether the message that was sent is in the first layer. */
export const isAllTheWay = (settings: DepthSettings): boolean =>
  hasReached(backOf(settings), settings['depth.layers'], 1);

/** The setting of a way back: one that is the whole way stays so, whatever the depth. */
export const backSetting = (back: number, depth: number): number =>
  back >= depth + 1 ? ALL_THE_WAY : Math.max(0, back);
