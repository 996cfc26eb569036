import { allBelow, overwrittenEnd, overwrittenLosses, pulled, speakingAtEnd, type Pull } from './batch.ts';
import { GOAL, NUDGE, RUN_STEPS, WILD_ETA } from './essay.ts';
import { quantityIn } from './quantity.ts';
import { runOf, type Run } from './run.ts';
import { activations, losses } from '../engine/index.ts';
import { format } from './format.ts';
import { isOpenWay, pathCount, waysOf } from './paths.ts';
import { LOCKED, loudestSquared, slopeAt, TABLE, WRONG, zOfSlope } from './saturation.ts';
import { textOf } from './symbol.ts';

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

/** A number about a network and its run that is not a quantity of one pass, and where it comes from. */
interface Fact {
  /** Undefined where there is no such moment. `step` is the training step that the page shows. */
  readonly of: (run: Run, step: number) => number | undefined;
  readonly sentence: string;
}

const silence = (unit: number): Fact => ({
  of: (run) => silentFrom(run, unit),
  sentence: `Found in the run: the first training step from which the gate of unit ${unit} stays shut to the end.`,
});

const pull = (way: Pull, sentence: string): Fact => ({
  of: (run, step) => pulled(run, step, way),
  sentence: `Counted at the training step shown: the parameters ${sentence}.`,
});

/** The same network on the same data, at the larger of the two learning rates that are too large. */
const wild = (run: Run): Run => runOf({ ...run.world, eta: WILD_ETA });

const wildly = (letter: 'b' | 'loss', step: number, words: string): Fact => ({
  of: (run) =>
    quantityIn(wild(run).quantitiesAt(step), letter === 'b' ? `b.${run.world.sizes.length - 1}.1` : 'loss'),
  sentence: `Computed in a run of the same network on the same data, with η at ${WILD_ETA}: ${words}.`,
});

const meanOf = (losses: readonly number[] | undefined): number | undefined =>
  losses && losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

/** The hidden unit through which most of x₁'s gradient comes, from 1; undefined where nothing comes. */
const widestUnit = (run: Run, step: number): number | undefined => {
  if (pathCount(run, step, 'x.1') === undefined) return undefined;
  const ways = waysOf(run, step, 'x.1').filter(({ op }) => op.value !== 0);
  return ways.toSorted((a, b) => Math.abs(b.op.value) - Math.abs(a.op.value))[0]?.units[0];
};

const paths = (source: string): Fact => ({
  of: (run, step) => pathCount(run, step, source),
  sentence: `Counted in the graph of the network, from the loss back to ${textOf(source)}: every node has as many paths as all that it enters have together.`,
});

const openPaths = (source: string): Fact => ({
  of: (run, step) => pathCount(run, step, source) && waysOf(run, step, source).filter(isOpenWay).length,
  sentence: `Counted: the paths from ${textOf(source)} to the loss on which every gate is open.`,
});

/** Half the squared error's δ where it is largest, for the target of the world's one example. */
const mostSquared = ({ world }: Run): number => {
  const target = world.examples[0]?.target[0];
  if (target === undefined) throw new RangeError('Expected an example with one target, found none');
  const z = loudestSquared(target);
  return losses.mse.delta(z, activations.sigmoid.f(z), target, activations.sigmoid.df);
};

/** The sigmoid and its slope where the essay tabulates them: `sigmoid(-4)`, `slope(-4)`. */
const tabulated = Object.fromEntries(
  TABLE.flatMap((z): readonly (readonly [string, Fact])[] => [
    [
      `sigmoid(${z})`,
      {
        of: () => activations.sigmoid.f(z),
        sentence: `The height of the sigmoid at z = ${format(z, 0, 0)}.`,
      },
    ],
    [
      `slope(${z})`,
      {
        of: () => slopeAt(z),
        sentence: `The slope of the sigmoid at z = ${format(z, 0, 0)}: its height times one minus its height.`,
      },
    ],
  ]),
);

const facts = {
  ...tabulated,
  parameters: {
    of: (run) => run.parameters.length,
    sentence: 'Counted: every weight of the network, and a bias for each unit.',
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
  'pulled-same': pull('same', 'at which several days pull, all in the same direction'),
  'pulled-opposite': pull('opposite', 'at which several days pull, not all in the same direction'),
  'pulled-only': pull('only', 'at which one day pulls and every other has a gradient of exactly 0'),
  'pulled-none': pull('none', 'at which the gradient of every day is exactly 0'),
  'overwritten-loss': {
    of: (run, step) => meanOf(overwrittenLosses(run, step)),
    sentence:
      'Computed by the broken program: the mean loss after one update in which each day overwrites the store (=) in place of adding to it (+=).',
  },
  'overwritten-end-first': {
    of: (run) => overwrittenEnd(run)?.[0],
    sentence:
      'Computed by the broken program: the loss of the first day when every update of the whole run has overwritten the store.',
  },
  'overwritten-end-last': {
    of: (run) => overwrittenEnd(run)?.at(-1),
    sentence:
      'Computed by the broken program: the loss of the last day when every update of the whole run has overwritten the store.',
  },
  'wild-eta': {
    of: () => WILD_ETA,
    sentence:
      'Chosen: a learning rate at which the output of this essay’s network never comes to rest on two days.',
  },
  'wild-speaking': {
    of: (run) => speakingAtEnd(wild(run)),
    sentence: `Counted at the last step of a run with η at ${WILD_ETA}: the hidden units whose gate is open on some day.`,
  },
  'wild-bias-before': wildly('b', RUN_STEPS - 1, 'the bias of the output one update before the last step'),
  'wild-bias-end': wildly('b', RUN_STEPS, 'the bias of the output at the last step'),
  'wild-loss-before': wildly('loss', RUN_STEPS - 1, 'the mean loss one update before the last step'),
  'wild-loss-end': wildly('loss', RUN_STEPS, 'the mean loss at the last step'),
  'days-below-goal': {
    of: (run) => allBelow(run, GOAL),
    sentence:
      'Found in the run: the first training step at which the loss of each day by itself is under the goal of the opening.',
  },
  'speaking-end': {
    of: speakingAtEnd,
    sentence: 'Counted at the last step of the run: the hidden units whose gate is open on some day.',
  },
  'paths-x1': paths('x.1'),
  'paths-w11': paths('w.1.1.1'),
  'paths-w21': paths('w.1.2.1'),
  'open-x1': openPaths('x.1'),
  'open-w11': openPaths('w.1.1.1'),
  'open-w21': openPaths('w.1.2.1'),
  'widest-x1': {
    of: widestUnit,
    sentence: 'Compared: the hidden unit through which most comes, whatever its sign.',
  },
  'wrong-z': {
    of: () => WRONG,
    sentence: 'Chosen: so far from zero, on the wrong side, a prediction is confident and wrong.',
  },
  'wrong-slope': {
    of: () => slopeAt(WRONG),
    sentence:
      'The slope of the sigmoid that far from zero, on either side: the share that half the squared error keeps of what cross-entropy sends.',
  },
  locked: {
    of: () => LOCKED,
    sentence: 'Chosen: where its slope is below this, the essay calls a sigmoid locked.',
  },
  'locked-z': {
    of: () => zOfSlope(LOCKED),
    sentence:
      'Solved: so far from zero, on either side, the slope of the sigmoid is the one at which it counts as locked.',
  },
  'squared-most': {
    of: mostSquared,
    sentence:
      'Solved: the largest gradient at z that half the squared error of a sigmoid can have for this target.',
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
