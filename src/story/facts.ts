import { PARAMETERS, RUN_STEPS, NUDGE } from './essay.ts';
import type { Run } from './run.ts';

/** When a hidden unit stays silent from some step of the run on to its end: that step; undefined if it never does. */
export const silentFrom = (run: Run, unit: number): number | undefined => {
  const open = run
    .training()
    .moments.slice(0, RUN_STEPS + 1)
    .map(({ gates }) => gates[0]?.[0]?.[unit - 1] ?? true);
  const lastOpen = open.lastIndexOf(true);
  return lastOpen === open.length - 1 ? undefined : lastOpen + 1;
};

/** The first step at which the loss is below `goal`; undefined if the run never gets there. */
export const stepBelow = (run: Run, goal: number): number | undefined =>
  run.training().moments.find(({ step, loss }) => step <= RUN_STEPS && loss < goal)?.step;

/** How many of the parameters have gradient 0 at a training step. */
export const unmoved = (run: Run, step: number): number => {
  const all = run.quantitiesAt(step);
  return PARAMETERS.filter((id) => all.get(`d${id}`) === 0).length;
};

/** The loss that the opening asks the reader to get under, by hand. */
export const GOAL = 0.1;

/** Numbers about the network and its run that are not quantities of one pass, by name. */
const facts: Record<string, (run: Run) => number | undefined> = {
  parameters: () => PARAMETERS.length,
  steps: () => RUN_STEPS,
  nudge: () => NUDGE,
  goal: () => GOAL,
  'nudge-passes': () => 2 * PARAMETERS.length,
  'silent-2': (run) => silentFrom(run, 2),
  'silent-3': (run) => silentFrom(run, 3),
  'loss-change': (run) => {
    const { step } = run.settings;
    return (run.quantitiesAt(step + 1).get('loss') ?? NaN) - (run.quantitiesAt(step).get('loss') ?? NaN);
  },
  'below-goal': (run) => stepBelow(run, GOAL),
  'unmoved-end': (run) => unmoved(run, RUN_STEPS),
  'moved-end': (run) => PARAMETERS.length - unmoved(run, RUN_STEPS),
  'unmoved-now': (run) => unmoved(run, run.settings.step),
};

/** A fact by name; undefined where there is no such moment. Throws RangeError for a name that is not in the table. */
export const factOf = (run: Run, name: string): number | undefined => {
  const fact = facts[name];
  if (!fact)
    throw new RangeError(`Expected one of the facts ${Object.keys(facts).join(', ')}, found "${name}"`);
  return fact(run);
};

/** Where each fact comes from, in a sentence. */
export const FACT_SENTENCES: Readonly<Record<string, string>> = {
  parameters:
    'Counted: six weights into the hidden units, three biases there, three weights into the output, one bias there.',
  steps: 'Chosen: one training run of this essay is so many updates.',
  nudge: 'Chosen: a rise small enough for the gradient to foretell what the loss does.',
  goal: 'Chosen: the loss that the opening asks you to get under.',
  'nudge-passes': 'Counted: every parameter a little up and a little down, one forward pass each.',
  'silent-2':
    'Found in the run: the first training step from which the gate of unit 2 stays shut to the end.',
  'silent-3':
    'Found in the run: the first training step from which the gate of unit 3 stays shut to the end.',
  'loss-change': 'The loss after the next update minus the loss now.',
  'below-goal':
    'Found in the run: the first training step at which the loss is under the goal of the opening.',
  'unmoved-end': 'Counted at the last step of the run: the parameters whose gradient is exactly 0.',
  'moved-end': 'Counted at the last step of the run: the parameters whose gradient is not 0.',
  'unmoved-now': 'Counted at the training step shown: the parameters whose gradient is exactly 0.',
};
