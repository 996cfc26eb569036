import { ARRANGEMENTS, type Arrangement } from './arrangements.ts';
import {
  CHECK_EPSILON,
  DEEP_LAYERS,
  EPSILON,
  FAST_ETA,
  LEAST_EPSILON,
  LEAST_RATE,
  MOST_RATE,
  MOST_SWEEPS,
  PARAMETERS,
  RUN_STEPS,
  WALK,
} from './essay.ts';
import { NOTATIONS, type Notation } from './notation.ts';
import { choice, labSetting, number, numbers, optional } from './setting.ts';
import { WAYS, type Way } from './waking.ts';
import { RUN_SETTINGS } from './run-settings.ts';
import { SURFACE_SETTINGS } from './surface-settings.ts';
import { fallbacksOf, settledIn, type ValuesOf } from './table.ts';
import { turnsSetting } from './turns.ts';

/**
 * What a reader can set, by its name in a link: the one place where the essay's own network, example and learning rate
 * are written down. Link, bounds, undo, notices and the words for what was changed follow from it.
 */
export const SETTINGS = {
  /** The two inputs: cloud cover and wind. */
  x: numbers({
    fallback: [0.8, 0.2],
    range: [-5, 5],
    names: ['x.1', 'x.2'],
    expected: 'two numbers',
  }),
  /** The target: did it rain? */
  y: number({ fallback: 1, range: [0, 1], words: 'the target' }),
  /** The 13 parameters at step 0, in parameter order. */
  theta: numbers({
    fallback: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
    range: [-20, 20],
    names: PARAMETERS,
    expected: '13 numbers',
  }),
  eta: number({ fallback: 0.5, range: [0, 50], words: 'the learning rate' }),
  /** In the opening: what was turned by hand; and how many sweeps the machine has made, while it tries. */
  'top.turns': turnsSetting,
  'top.sweeps': optional(number({ fallback: 0, range: [0, MOST_SWEEPS], isWhole: true, control: 'place' })),
  /** The training step that the page shows. */
  step: number({ fallback: 0, range: [0, RUN_STEPS], isWhole: true, control: 'place' }),
  /** The parameter that nudges and chains are shown for. */
  param: choice({
    fallback: 'w.1.1.1',
    options: PARAMETERS,
    expected: 'the name of a weight or bias such as w.1.2.1',
  }),
  /** Hidden layers, left alone as the text has them, and units in each, of the network whose cost is counted. */
  'cost.depth': optional(number({ fallback: DEEP_LAYERS, range: [1, 10], isWhole: true })),
  'cost.width': number({ fallback: 3, range: [1, 5], isWhole: true }),
  /** The nudge of the gradient check. Left alone, the text decides. */
  'check.eps': optional(number({ fallback: CHECK_EPSILON, range: [1e-12, 0.1] })),
  /** A prediction tried on the loss curve by hand. */
  'loss.try': optional(number({ fallback: 0.9, range: [0.001, 0.999] })),
  /** How far a parameter is nudged in the experiment of the first chapter. */
  'nudge.eps': number({ fallback: EPSILON, range: [LEAST_EPSILON, EPSILON] }),
  /** Whether that experiment is done with the chosen parameter or with each of them. Left alone, the text decides. */
  'nudge.which': optional(choice({ fallback: 'one', options: ['one', 'all'] })),
  /** How many parameters the bill is made out for, as a power of ten. Left alone, the text decides. */
  'bill.power': optional(number({ fallback: 12, range: [1, 12], isWhole: true })),
  /** How many edges of the computation graph have been walked by hand. Left alone, all of them. */
  'graph.walked': optional(number({ fallback: 0, range: [0, WALK], isWhole: true })),
  ...RUN_SETTINGS,
  ...SURFACE_SETTINGS,
  /** Where the output's sum z is held while two losses are compared. Left alone, the text decides. */
  'cancel.z': optional(number({ fallback: 0, range: [-10, 10] })),
  /** How the reader has put W and δ beside each other. Left alone, they stand as the way forward would have them. */
  'matrix.order': optional(choice<Arrangement>({ fallback: 'W-d', options: ARRANGEMENTS })),
  /** How the sheet of formulas is written, and whether it shows letters or the reader's numbers. */
  'formula.notation': choice<Notation>({ fallback: 'partial', options: NOTATIONS }),
  'formula.shown': choice<'symbols' | 'numbers'>({ fallback: 'symbols', options: ['symbols', 'numbers'] }),
  /** What wakes a silent unit, where the reader has woken it; and whether hidden units have a slope below zero. */
  'wake.by': optional(choice<Way>({ fallback: 'bias', options: WAYS })),
  'wake.leak': choice<'off' | 'on'>({ fallback: 'off', options: ['off', 'on'] }),
  /** The learning rate of the laboratory, and the days it trains on. Left alone, the text decides. */
  'rate.eta': optional(number({ fallback: FAST_ETA, range: [LEAST_RATE, MOST_RATE] })),
  'rate.days': optional(choice<'one' | 'two'>({ fallback: 'two', options: ['one', 'two'] })),
  /** What is set in the three labs of the last chapter, each with a network and a table of its own. */
  gates: labSetting,
  depth: labSetting,
  bugs: labSetting,
} as const;

/** The labs that have a place in the essay and a page of their own. */
export type LabName = 'gates' | 'depth' | 'bugs';

export type Settings = ValuesOf<typeof SETTINGS>;

/** Everything as the essay has it. */
export const DEFAULTS: Settings = fallbacksOf(SETTINGS);

/** The bounds of the settings that are numbers. */
export const RANGES = {
  x: SETTINGS.x.range,
  y: SETTINGS.y.range,
  theta: SETTINGS.theta.range,
  eta: SETTINGS.eta.range,
  step: SETTINGS.step.range,
  'cost.depth': SETTINGS['cost.depth'].range,
  'cost.width': SETTINGS['cost.width'].range,
  'check.eps': SETTINGS['check.eps'].range,
} as const;

/** What belongs to the essay's own network and its data: what «the essay's own again» is about. */
export const NETWORK_SETTINGS = [
  'x',
  'y',
  'theta',
  'eta',
  'step',
] as const satisfies readonly (keyof Settings)[];

/** The changes that bring the essay's own network back and leave everything else as it is set. */
export const essaysOwn = (): Partial<Settings> =>
  Object.fromEntries(NETWORK_SETTINGS.map((name) => [name, DEFAULTS[name]]));

export const isSame = (a: Settings, b: Settings): boolean =>
  a === b || String(Object.values(a)) === String(Object.values(b));

/** Settings of which nothing differs from the defaults are the defaults. */
export const settled = (settings: Settings): Settings =>
  isSame(settings, DEFAULTS) ? DEFAULTS : settledIn(SETTINGS, settings);
