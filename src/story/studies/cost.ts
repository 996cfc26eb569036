import { checkGradient, costOf, keptFor, parameterCount } from '../../engine/index.ts';
import { CHECK_EPSILON, DEEP_LAYERS } from '../essay.ts';
import type { Reading } from '../reading.ts';
import type { Settings } from '../settings.ts';
import { networkOf } from '../world.ts';
import type { StudyNumber } from './study.ts';

const depthOf = (settings: Pick<Settings, 'cost.depth'>): number => settings['cost.depth'] ?? DEEP_LAYERS;

/** The shape whose cost is counted: as many equal hidden layers as the reader has set, between two inputs and one output. */
export const costSizes = (settings: Pick<Settings, 'cost.depth' | 'cost.width'>): readonly number[] => [
  2,
  ...Array.from({ length: depthOf(settings) }, () => settings['cost.width']),
  1,
];

/** The deep network whose cost the essay quotes: eight hidden layers of three. */
const DEEP = costSizes({ 'cost.depth': DEEP_LAYERS, 'cost.width': 3 });

/** The largest difference between backpropagation and nudges of a size, over all parameters at the step shown. */
const worstAt = ({ settings, run }: Reading, epsilon: number): number =>
  Math.max(
    ...checkGradient(networkOf(run.world, run.thetaAt(settings.step)), run.world.examples, { epsilon }).map(
      ({ error }) => error,
    ),
  );

/** What gradients cost in multiplications, and how far they are from what nudging measures. */
export const costStudy = {
  'cost.own.paths': {
    of: ({ run }) => costOf(run.world.sizes).pathByPath,
  },
  'cost.own.nudge': {
    of: ({ run }) => costOf(run.world.sizes).nudging,
  },
  'cost.own.backprop': {
    of: ({ run }) => costOf(run.world.sizes).backprop,
  },
  'cost.deep.paths': {
    of: () => costOf(DEEP).pathByPath,
  },
  'cost.deep.nudge': {
    of: () => costOf(DEEP).nudging,
  },
  'cost.deep.order': {
    of: () => costOf(DEEP).pathByPath - costOf(DEEP).nudging,
  },
  'cost.depth': {
    of: ({ settings }) => depthOf(settings),
  },
  'cost.width': {
    of: ({ settings }) => settings['cost.width'],
  },
  'cost.paths': {
    of: ({ settings }) => costOf(costSizes(settings)).pathByPath,
  },
  'cost.nudge': {
    of: ({ settings }) => costOf(costSizes(settings)).nudging,
  },
  'cost.backprop': {
    of: ({ settings }) => costOf(costSizes(settings)).backprop,
  },
  'cost.kept': {
    of: ({ settings }) => keptFor(costSizes(settings)),
  },
  'cost.ways': {
    of: ({ settings }) => settings['cost.width'] ** (depthOf(settings) - 1),
  },
  'cost.lone': {
    of: ({ settings }) => settings['cost.width'] ** (depthOf(settings) - 1) - 1,
  },
  'cost.parameters': {
    of: ({ settings }) => parameterCount(costSizes(settings)),
  },
  'check.eps': {
    of: ({ settings }) => settings['check.eps'] ?? CHECK_EPSILON,
  },
  'check.worst': {
    of: (reading) => worstAt(reading, reading.settings['check.eps'] ?? CHECK_EPSILON),
  },
  'check.finer': {
    of: (reading) => worstAt(reading, 1e-12) - worstAt(reading, CHECK_EPSILON),
  },
} as const satisfies Record<string, StudyNumber>;
