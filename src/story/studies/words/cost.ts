import type { costStudy } from '../cost.ts';
import type { StudyWords } from '../study.ts';

const COUNTED = 'Counted in multiplications, for the network of the cost study;';
const IN_DEEP = 'Counted in multiplications, with eight hidden layers of three:';
const HERE = 'Counted in multiplications, for the essay’s own network:';

/** What each of them is, and where it comes from. */
export const costWords = {
  'cost.own.paths': {
    words: 'multiplications, path by path',
    sentence: `${HERE} for each parameter, every path to the loss multiplied out by itself.`,
  },
  'cost.own.nudge': {
    words: 'multiplications, nudging every parameter',
    sentence: `${HERE} two forward passes for each parameter.`,
  },
  'cost.own.backprop': {
    words: 'multiplications of one backward pass',
    sentence: `${HERE} one backward pass.`,
  },
  'cost.deep.paths': {
    words: 'multiplications, path by path',
    sentence: `${IN_DEEP} every path multiplied out by itself.`,
  },
  'cost.deep.nudge': {
    words: 'multiplications, nudging every parameter',
    sentence: `${IN_DEEP} two forward passes for each parameter.`,
  },
  'cost.deep.order': {
    words: 'path by path, minus nudging',
    sentence: `${IN_DEEP} path by path, minus nudging.`,
  },
  'cost.depth': {
    words: 'hidden layers of the network of the cost study',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'cost.width': {
    words: 'units in each hidden layer of the network of the cost study',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'cost.paths': {
    words: 'multiplications, path by path',
    sentence: `${COUNTED} for each parameter, every path to the loss is multiplied out by itself.`,
  },
  'cost.nudge': {
    words: 'multiplications, nudging every parameter',
    sentence: `${COUNTED} two forward passes for each parameter.`,
  },
  'cost.backprop': {
    words: 'multiplications of one backward pass',
    sentence: `${COUNTED} one backward pass.`,
  },
  'cost.kept': {
    words: 'numbers kept from the forward pass',
    sentence:
      'Counted for the network of the cost study: what each weight was multiplied by, once for every unit that sends it, and one slope for each unit.',
  },
  'cost.ways': {
    words: 'paths from one weight of the first layer',
    sentence: 'Counted: in every hidden layer past the first, each path goes on through each unit.',
  },
  'cost.lone': {
    words: 'paths from one weight of the first layer, but for one',
    sentence: 'Counted: the paths past the first.',
  },
  'cost.parameters': {
    words: 'parameters of the network of the cost study',
    sentence: 'Counted: all weights and biases of the network of the cost study.',
  },
  'check.eps': {
    words: 'the nudge of the gradient check',
    sentence: 'Chosen, with the dial under the figure.',
  },
  'check.worst': {
    words: 'the largest disagreement of the gradient check',
    sentence:
      'Measured: each parameter is nudged up and down, and the slope found so is held against the one that came backward; the largest difference of all parameters.',
  },
  'check.finer': {
    words: 'the finest nudge’s largest disagreement, minus that of one in between',
    sentence:
      'Measured: the largest disagreement of the gradient check with the finest nudge, minus the one with a nudge in between.',
  },
} as const satisfies Record<keyof typeof costStudy, StudyWords>;
