import { WILD_ETA } from './essay.ts';
import { FACT_NAMES, type FactName } from './facts.ts';
import { format } from './format.ts';
import { TABLE } from './saturation.ts';
import { textOf } from './symbol.ts';

// Kept apart from how the facts are found: these are asked for only when somebody asks about a number.

const silence = (unit: number): string =>
  `Found in the run: the first training step from which the gate of unit ${unit} stays shut to the end.`;

const pull = (sentence: string): string => `Counted at the training step shown: the parameters ${sentence}.`;

const wildly = (words: string): string =>
  `Computed in a run of the same network on the same data, with η at ${WILD_ETA}: ${words}.`;

const paths = (source: string): string =>
  `Counted in the graph of the network, from the loss back to ${textOf(source)}: every node has as many paths as all that it enters have together.`;

const openPaths = (source: string): string =>
  `Counted: the paths from ${textOf(source)} to the loss on which every gate is open.`;

const tabulated = Object.fromEntries(
  TABLE.flatMap((z) => [
    [`sigmoid(${z})`, `The height of the sigmoid at z = ${format(z, 0, 0)}.`],
    [
      `slope(${z})`,
      `The slope of the sigmoid at z = ${format(z, 0, 0)}: its height times one minus its height.`,
    ],
  ]),
);

const sentences: Readonly<Record<FactName, string>> = {
  parameters: 'Counted: every weight of the network, and a bias for each unit.',
  steps: 'Chosen: one training run of this essay is so many updates.',
  nudge:
    'Chosen: a rise small enough for the gradient to foretell what the loss does, unless a gate turns on the way.',
  goal: 'Chosen: the loss that the opening asks you to get under.',
  'nudge-passes': 'Counted: every parameter a little up and a little down, one forward pass each.',
  'silent-2': silence(2),
  'silent-3': silence(3),
  'loss-change': 'The loss after the next update minus the loss now.',
  'below-goal':
    'Found in the run: the first training step at which the loss is under the goal of the opening.',
  'unmoved-end': 'Counted at the last step of the run: the parameters whose gradient is exactly 0.',
  'moved-end': 'Counted at the last step of the run: the parameters whose gradient is not 0.',
  'unmoved-now': 'Counted at the training step shown: the parameters whose gradient is exactly 0.',
  'pulled-same': pull('at which several days pull, all in the same direction'),
  'pulled-opposite': pull('at which several days pull, not all in the same direction'),
  'pulled-only': pull('at which one day pulls and every other has a gradient of exactly 0'),
  'pulled-none': pull('at which the gradient of every day is exactly 0'),
  'overwritten-loss':
    'Computed by the broken program: the mean loss after one update in which each day overwrites the store (=) in place of adding to it (+=).',
  'overwritten-end-first':
    'Computed by the broken program: the loss of the first day when every update of the whole run has overwritten the store.',
  'overwritten-end-last':
    'Computed by the broken program: the loss of the last day when every update of the whole run has overwritten the store.',
  'wild-eta':
    'Chosen: a learning rate at which the output of this essay’s network never comes to rest on two days.',
  'wild-speaking': `Counted at the last step of a run with η at ${WILD_ETA}: the hidden units whose gate is open on some day.`,
  'wild-bias-before': wildly('the bias of the output one update before the last step'),
  'wild-bias-end': wildly('the bias of the output at the last step'),
  'wild-loss-before': wildly('the mean loss one update before the last step'),
  'wild-loss-end': wildly('the mean loss at the last step'),
  'days-below-goal':
    'Found in the run: the first training step at which the loss of each day by itself is under the goal of the opening.',
  'speaking-end': 'Counted at the last step of the run: the hidden units whose gate is open on some day.',
  'paths-x1': paths('x.1'),
  'paths-w11': paths('w.1.1.1'),
  'paths-w21': paths('w.1.2.1'),
  'open-x1': openPaths('x.1'),
  'open-w11': openPaths('w.1.1.1'),
  'open-w21': openPaths('w.1.2.1'),
  step: 'The training step that the page shows: so many updates have been made.',
  'widest-x2': 'Compared: the hidden unit through which most comes, whatever its sign.',
  'wrong-z': 'Chosen: so far from zero, on the wrong side, a prediction is confident and wrong.',
  'wrong-slope':
    'The slope of the sigmoid that far from zero, on either side: the share that half the squared error keeps of what cross-entropy sends.',
  locked: 'Chosen: where its slope is below this, the essay calls a sigmoid locked.',
  'locked-z':
    'Solved: so far from zero, on either side, the slope of the sigmoid is the one at which it counts as locked.',
  'squared-most':
    'Solved: the largest gradient at z that half the squared error of a sigmoid can have for this target.',
};

const table: Readonly<Record<string, string>> = { ...tabulated, ...sentences };

/** Where a fact comes from, in a sentence. Throws RangeError for an unknown name. */
export const factSentence = (name: string): string => {
  const sentence = table[name];
  if (sentence === undefined)
    throw new RangeError(`Expected one of the facts ${FACT_NAMES.join(', ')}, found "${name}"`);
  return sentence;
};
