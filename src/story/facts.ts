import { allBelow, overwrittenEnd, overwrittenLosses, pulled, speakingAtEnd, type Pull } from './batch.ts';
import { GOAL, NUDGE, RUN_STEPS, WILD_ETA } from './essay.ts';
import { quantityIn } from './quantity.ts';
import { runOf, type Run } from './run.ts';
import { activations, losses } from '../engine/index.ts';
import { isOpenWay, pathCount, waysOf } from './paths.ts';
import { LOCKED, loudestSquared, slopeAt, TABLE, WRONG, zOfSlope } from './saturation.ts';

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

/**
 * A number about a network and its run that is not a quantity of one pass; undefined where there is no such moment. `step` is
 * the training step that the page shows.
 */
type Fact = (run: Run, step: number) => number | undefined;

const silence =
  (unit: number): Fact =>
  (run) =>
    silentFrom(run, unit);

const pull =
  (way: Pull): Fact =>
  (run, step) =>
    pulled(run, step, way);

/** The same network on the same data, at the larger of the two learning rates that are too large. */
const wild = (run: Run): Run => runOf({ ...run.world, eta: WILD_ETA });

const wildly =
  (letter: 'b' | 'loss', step: number): Fact =>
  (run) =>
    quantityIn(wild(run).quantitiesAt(step), letter === 'b' ? `b.${run.world.sizes.length - 1}.1` : 'loss');

const meanOf = (losses: readonly number[] | undefined): number | undefined =>
  losses && losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

/** The hidden unit through which most of x₂'s gradient comes, from 1; undefined where nothing comes. */
const widestUnit = (run: Run, step: number): number | undefined => {
  if (pathCount(run, step, 'x.2') === undefined) return undefined;
  const ways = waysOf(run, step, 'x.2').filter(({ op }) => op.value !== 0);
  return ways.toSorted((a, b) => Math.abs(b.op.value) - Math.abs(a.op.value))[0]?.units[0];
};

const paths =
  (source: string): Fact =>
  (run, step) =>
    pathCount(run, step, source);

const openPaths =
  (source: string): Fact =>
  (run, step) =>
    pathCount(run, step, source) && waysOf(run, step, source).filter(isOpenWay).length;

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
    [`sigmoid(${z})`, () => activations.sigmoid.f(z)],
    [`slope(${z})`, () => slopeAt(z)],
  ]),
);

const facts = {
  parameters: (run) => run.parameters.length,
  steps: () => RUN_STEPS,
  nudge: () => NUDGE,
  goal: () => GOAL,
  'nudge-passes': (run) => 2 * run.parameters.length,
  'silent-2': silence(2),
  'silent-3': silence(3),
  'loss-change': (run, step) =>
    quantityIn(run.quantitiesAt(step + 1), 'loss') - quantityIn(run.quantitiesAt(step), 'loss'),
  'below-goal': (run) => stepBelow(run, GOAL),
  'unmoved-end': (run) => unmoved(run, RUN_STEPS),
  'moved-end': (run) => run.parameters.length - unmoved(run, RUN_STEPS),
  'unmoved-now': unmoved,
  'pulled-same': pull('same'),
  'pulled-opposite': pull('opposite'),
  'pulled-only': pull('only'),
  'pulled-none': pull('none'),
  'overwritten-loss': (run, step) => meanOf(overwrittenLosses(run, step)),
  'overwritten-end-first': (run) => overwrittenEnd(run)?.[0],
  'overwritten-end-last': (run) => overwrittenEnd(run)?.at(-1),
  'wild-eta': () => WILD_ETA,
  'wild-speaking': (run) => speakingAtEnd(wild(run)),
  'wild-bias-before': wildly('b', RUN_STEPS - 1),
  'wild-bias-end': wildly('b', RUN_STEPS),
  'wild-loss-before': wildly('loss', RUN_STEPS - 1),
  'wild-loss-end': wildly('loss', RUN_STEPS),
  'days-below-goal': (run) => allBelow(run, GOAL),
  'speaking-end': speakingAtEnd,
  'paths-x1': paths('x.1'),
  'paths-w11': paths('w.1.1.1'),
  'paths-w21': paths('w.1.2.1'),
  'open-x1': openPaths('x.1'),
  'open-w11': openPaths('w.1.1.1'),
  'open-w21': openPaths('w.1.2.1'),
  'widest-x2': widestUnit,
  step: (_, step) => step,
  'wrong-z': () => WRONG,
  'wrong-slope': () => slopeAt(WRONG),
  locked: () => LOCKED,
  'locked-z': () => zOfSlope(LOCKED),
  'squared-most': mostSquared,
} as const satisfies Record<string, Fact>;

/** A fact by itself; those of the table of the sigmoid are beside them. */
export type FactName = keyof typeof facts;

const table: Readonly<Record<string, Fact>> = { ...tabulated, ...facts };

export const FACT_NAMES = Object.keys(table);

/** The fact of a name. Throws RangeError for one that is not in the table. */
const factNamed = (name: string): Fact => {
  const fact = table[name];
  if (!fact) throw new RangeError(`Expected one of the facts ${FACT_NAMES.join(', ')}, found "${name}"`);
  return fact;
};

/** A fact by name; undefined where there is no such moment. Throws RangeError for an unknown name. */
export const factOf = (run: Run, step: number, name: string): number | undefined =>
  factNamed(name)(run, step);
