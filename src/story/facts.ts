import { RUN_STEPS, NUDGE } from './essay.ts';
import { quantityIn } from './quantity.ts';
import { RUN_FACTS } from './run-facts.ts';
import type { Run } from './run.ts';

/** When a hidden unit stays silent, on every example, from some step of the run on to its end: that step; undefined if it never does. */
export const silentFrom = (run: Run, unit: number): number | undefined => {
  const open = run
    .training()
    .moments.slice(0, RUN_STEPS + 1)
    .map(({ gates }) => gates.some((layers) => layers[0]?.[unit - 1]));
  const lastOpen = open.lastIndexOf(true);
  return lastOpen === open.length - 1 ? undefined : lastOpen + 1;
};

/** The first step at which the loss is below `goal`; undefined if the run never gets there. */
export const stepBelow = (run: Run, goal: number): number | undefined =>
  run.training().moments.find(({ step, loss }) => step <= RUN_STEPS && loss < goal)?.step;

/** How many of the parameters have gradient 0 at a training step. */
export const unmoved = (run: Run, step: number): number => {
  const all = run.quantitiesAt(step);
  return run.parameters.filter((id) => all.get(`d${id}`) === 0).length;
};

/** The loss that the opening asks the reader to get under, by hand. */
export const GOAL = 0.1;

/** A number about a network and its run that is not a quantity of one pass, and where it comes from. */
export interface Fact {
  /** Undefined where there is no such moment. `step` is the training step that the page shows. */
  readonly of: (run: Run, step: number) => number | undefined;
  readonly sentence: string;
}

const silence = (unit: number): Fact => ({
  of: (run) => silentFrom(run, unit),
  sentence: `Found in the run: the first training step from which the gate of unit ${unit} stays shut to the end.`,
});

const facts = {
  ...RUN_FACTS,
  parameters: {
    of: (run) => run.parameters.length,
    sentence:
      'Counted: six weights into the hidden units, three biases there, three weights into the output, one bias there.',
  },
  steps: { of: () => RUN_STEPS, sentence: 'Chosen: one training run of this essay is so many updates.' },
  nudge: {
    of: () => NUDGE,
    sentence:
      'Chosen: a rise small enough for the gradient to foretell what the loss does, unless a gate turns on the way.',
  },
  goal: { of: () => GOAL, sentence: 'Chosen: the loss that the opening asks you to get under.' },
  'nudge-passes': {
    of: (run) => 2 * run.parameters.length,
    sentence: 'Counted: every parameter a little up and a little down, one forward pass each.',
  },
  'silent-2': silence(2),
  'silent-3': silence(3),
  'loss-change': {
    of: (run, step) =>
      quantityIn(run.quantitiesAt(step + 1), 'loss') - quantityIn(run.quantitiesAt(step), 'loss'),
    sentence: 'The loss after the next update minus the loss now.',
  },
  'below-goal': {
    of: (run) => stepBelow(run, GOAL),
    sentence: 'Found in the run: the first training step at which the loss is under the goal of the opening.',
  },
  'unmoved-end': {
    of: (run) => unmoved(run, RUN_STEPS),
    sentence: 'Counted at the last step of the run: the parameters whose gradient is exactly 0.',
  },
  'moved-end': {
    of: (run) => run.parameters.length - unmoved(run, RUN_STEPS),
    sentence: 'Counted at the last step of the run: the parameters whose gradient is not 0.',
  },
  'unmoved-now': {
    of: unmoved,
    sentence: 'Counted at the training step shown: the parameters whose gradient is exactly 0.',
  },
} as const satisfies Record<string, Fact>;

export const FACT_NAMES = Object.keys(facts);

/** The fact of a name. Throws RangeError for one that is not in the table. */
const factNamed = (name: string): Fact => {
  const table: Readonly<Record<string, Fact>> = facts;
  const fact = table[name];
  if (!fact) throw new RangeError(`Expected one of the facts ${FACT_NAMES.join(', ')}, found "${name}"`);
  return fact;
};

/** A fact by name; undefined where there is no such moment. Throws RangeError for an unknown name. */
export const factOf = (run: Run, step: number, name: string): number | undefined =>
  factNamed(name).of(run, step);

/** Where a fact comes from, in a sentence. */
export const factSentence = (name: string): string => factNamed(name).sentence;
