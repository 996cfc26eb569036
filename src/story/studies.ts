import { checkGradient, costOf, keptFor, parameterCount } from '../engine/index.ts';
import { CHECK_EPSILON, DEEP_LAYERS } from './essay.ts';
import type { Reading } from './reading.ts';
import type { Settings } from './settings.ts';
import { billStudy } from './studies/bill.ts';
import { graphStudy } from './studies/graph.ts';
import { lossStudy } from './studies/loss.ts';
import { matrixStudy } from './studies/matrix.ts';
import { nudgeStudy } from './studies/nudge.ts';
import { pathStudy } from './studies/path.ts';
import { runStudy } from './studies/run.ts';
import { topStudy } from './studies/top.ts';
import { rateStudy } from './studies/rate.ts';
import { wakeStudy } from './studies/wake.ts';
import type { Asked, StudyNumber } from './studies/study.ts';
import { surfaceStudy } from './studies/surface.ts';
import { networkOf } from './world.ts';

const depthOf = (settings: Pick<Settings, 'cost.depth'>): number => settings['cost.depth'] ?? DEEP_LAYERS;

/** The shape whose cost is counted: as many equal hidden layers as the reader has set, between two inputs and one output. */
export const costSizes = (settings: Pick<Settings, 'cost.depth' | 'cost.width'>): readonly number[] => [
  2,
  ...Array.from({ length: depthOf(settings) }, () => settings['cost.width']),
  1,
];

const COUNTED = 'Counted in multiplications, for the network of the cost study;';

/** The deep network whose cost the essay quotes: eight hidden layers of three. */
const DEEP = costSizes({ 'cost.depth': DEEP_LAYERS, 'cost.width': 3 });
const IN_DEEP = 'Counted in multiplications, with eight hidden layers of three:';
const HERE = 'Counted in multiplications, for the essay’s own network:';

/** The largest difference between backpropagation and nudges of a size, over all parameters at the step shown. */
const worstAt = ({ settings, run }: Reading, epsilon: number): number =>
  Math.max(
    ...checkGradient(networkOf(run.world, run.thetaAt(settings.step)), run.world.examples, { epsilon }).map(
      ({ error }) => error,
    ),
  );

const studies = {
  ...lossStudy,
  ...nudgeStudy,
  ...billStudy,
  ...graphStudy,
  ...matrixStudy,
  ...pathStudy,
  ...runStudy,
  ...surfaceStudy,
  ...topStudy,
  ...rateStudy,
  ...wakeStudy,
  'cost.own.paths': {
    of: ({ run }) => costOf(run.world.sizes).pathByPath,
    words: 'multiplications, path by path',
    sentence: `${HERE} for each parameter, every path to the loss multiplied out by itself.`,
  },
  'cost.own.nudge': {
    of: ({ run }) => costOf(run.world.sizes).nudging,
    words: 'multiplications, nudging every parameter',
    sentence: `${HERE} two forward passes for each parameter.`,
  },
  'cost.own.backprop': {
    of: ({ run }) => costOf(run.world.sizes).backprop,
    words: 'multiplications of one backward pass',
    sentence: `${HERE} one backward pass.`,
  },
  'cost.deep.paths': {
    of: () => costOf(DEEP).pathByPath,
    words: 'multiplications, path by path',
    sentence: `${IN_DEEP} every path multiplied out by itself.`,
  },
  'cost.deep.nudge': {
    of: () => costOf(DEEP).nudging,
    words: 'multiplications, nudging every parameter',
    sentence: `${IN_DEEP} two forward passes for each parameter.`,
  },
  'cost.deep.order': {
    of: () => costOf(DEEP).pathByPath - costOf(DEEP).nudging,
    words: 'path by path, minus nudging',
    sentence: `${IN_DEEP} path by path, minus nudging.`,
  },
  'cost.depth': {
    of: ({ settings }) => depthOf(settings),
    words: 'hidden layers of the network of the cost study',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'cost.width': {
    of: ({ settings }) => settings['cost.width'],
    words: 'units in each hidden layer of the network of the cost study',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'cost.paths': {
    of: ({ settings }) => costOf(costSizes(settings)).pathByPath,
    words: 'multiplications, path by path',
    sentence: `${COUNTED} for each parameter, every path to the loss is multiplied out by itself.`,
  },
  'cost.nudge': {
    of: ({ settings }) => costOf(costSizes(settings)).nudging,
    words: 'multiplications, nudging every parameter',
    sentence: `${COUNTED} two forward passes for each parameter.`,
  },
  'cost.backprop': {
    of: ({ settings }) => costOf(costSizes(settings)).backprop,
    words: 'multiplications of one backward pass',
    sentence: `${COUNTED} one backward pass.`,
  },
  'cost.kept': {
    of: ({ settings }) => keptFor(costSizes(settings)),
    words: 'numbers kept from the forward pass',
    sentence:
      'Counted for the network of the cost study: what each weight was multiplied by, once for every unit that sends it, and one slope for each unit.',
  },
  'cost.ways': {
    of: ({ settings }) => settings['cost.width'] ** (depthOf(settings) - 1),
    words: 'paths from one weight of the first layer',
    sentence: 'Counted: in every hidden layer past the first, each path goes on through each unit.',
  },
  'cost.lone': {
    of: ({ settings }) => settings['cost.width'] ** (depthOf(settings) - 1) - 1,
    words: 'paths from one weight of the first layer, but for one',
    sentence: 'Counted: the paths past the first.',
  },
  'cost.parameters': {
    of: ({ settings }) => parameterCount(costSizes(settings)),
    words: 'parameters of the network of the cost study',
    sentence: 'Counted: all weights and biases of the network of the cost study.',
  },
  'check.eps': {
    of: ({ settings }) => settings['check.eps'] ?? CHECK_EPSILON,
    words: 'the nudge of the gradient check',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'check.worst': {
    of: (reading) => worstAt(reading, reading.settings['check.eps'] ?? CHECK_EPSILON),
    words: 'the largest disagreement of the gradient check',
    sentence:
      'Measured: each parameter is nudged up and down, and the slope found so is held against the one that came backward; the largest difference of all parameters.',
  },
  'check.finer': {
    of: (reading) => worstAt(reading, 1e-12) - worstAt(reading, CHECK_EPSILON),
    words: 'the finest nudge’s largest disagreement, minus that of one in between',
    sentence:
      'Measured: the largest disagreement of the gradient check with the finest nudge, minus the one with a nudge in between.',
  },
} as const satisfies Record<string, StudyNumber>;

const table: Readonly<Record<string, StudyNumber>> = studies;

/** The number of a study called so, after a colon what it is about; undefined for any other name. */
export const studyNumber = (q: string): Asked | undefined => {
  const [name = '', about] = q.split(':');
  const study = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!study) return undefined;
  const { words, sentence } = study;
  const of = (reading: Reading): number | undefined => study.of(reading, about ?? reading.settings.param);
  const text = (reading: Reading): string | undefined => {
    const value = of(reading);
    return value === undefined ? undefined : study.text?.(value, reading, about ?? reading.settings.param);
  };
  return { of, words, sentence, text };
};
