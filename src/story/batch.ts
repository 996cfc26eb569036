import {
  exampleId,
  forward,
  gradientId,
  lossOf,
  mutantGradient,
  mutants,
  mutantStep,
  type Network,
} from '../engine/index.ts';
import { RUN_STEPS } from './essay.ts';
import { kept } from './frame.ts';
import { quantityIn } from './quantity.ts';
import { runOf, type Run } from './run.ts';
import { networkOf } from './world.ts';

// Several examples that share one set of parameters: how they pull, what a program keeps of that, and how a run ends.

/** How the examples pull at one parameter: `only` one of them does, or several, all the same way or not. */
export type Pull = 'none' | 'only' | 'same' | 'opposite';

/** The pull of some gradients of one parameter, one an example. */
export const pullOf = (gradients: readonly number[]): Pull => {
  const signs = gradients.map(Math.sign).filter((sign) => sign !== 0);
  if (signs.length < 2) return signs.length === 0 ? 'none' : 'only';
  return signs.every((sign) => sign === signs[0]) ? 'same' : 'opposite';
};

/** A sum of numbers of this size is off by so much of it at most, for what rounding leaves. */
const ROUNDING = 4 * Number.EPSILON;

/** Whether a sum, or a mean, is nothing but what rounding leaves of parts that cancel: worked out exactly, it would be 0. */
export const isRounding = (sum: number, parts: readonly number[]): boolean =>
  sum !== 0 && Math.abs(sum) <= ROUNDING * Math.max(...parts.map(Math.abs));

/** The gradients of one parameter at a training step, one an example. */
export const gradientsOf = (run: Run, step: number, id: string): readonly number[] =>
  run.world.examples.map((_, i, { length }) =>
    quantityIn(run.quantitiesAt(step), exampleId(gradientId(id), i, length)),
  );

/** How many parameters the examples pull at in this way, at a training step. */
export const pulled = (run: Run, step: number, pull: Pull): number =>
  run.parameters.filter((id) => pullOf(gradientsOf(run, step, id)) === pull).length;

/** The loss of each example by itself. */
const lossesOf = (run: Run, network: Network): readonly number[] =>
  run.world.examples.map(({ input, target }) => lossOf(network, forward(network, input), target));

const keptLosses = kept<readonly (readonly number[])[]>();

/** [step][example] the loss of each example by itself, at steps 0 to RUN_STEPS; fewer if the run overflowed. */
export const lossesAlong = (run: Run): readonly (readonly number[])[] =>
  keptLosses(run, '', () =>
    run
      .training()
      .moments.slice(0, RUN_STEPS + 1)
      .map(({ theta }) => lossesOf(run, networkOf(run.world, theta))),
  );

/** The first training step at which every example's own loss is below `goal`; undefined if the run never gets there. */
export const allBelow = (run: Run, goal: number): number | undefined => {
  const step = lossesAlong(run).findIndex((losses) => losses.every((loss) => loss < goal));
  return step < 0 ? undefined : step;
};

/** How many hidden units have an open gate on some example at the last training step. */
export const speakingAtEnd = (run: Run): number => {
  const { gates = [] } =
    run
      .training()
      .moments.slice(0, RUN_STEPS + 1)
      .at(-1) ?? {};
  const units = gates[0]?.flat() ?? [];
  return units.filter((_, unit) => gates.some((layers) => layers.flat()[unit])).length;
};

/** The mistake of an example that replaces what stands in the store, where it should add to it. */
const overwriting = (() => {
  const found = mutants.find(({ name }) => name === 'overwrites-batch');
  if (!found) throw new RangeError('Expected the engine to know the mutant overwrites-batch');
  return found;
})();

/** The gradients that are left, in parameter order, where each example overwrites (=) what it should add to (+=). */
export const overwrittenGradient = (run: Run, step: number): readonly number[] =>
  mutantGradient(overwriting, networkOf(run.world, run.thetaAt(step)), run.world.examples).gradient;

const keptOverwritten = kept<readonly number[] | undefined>();

/**
 * The loss of each example after one update with what is left, from the parameters of a training step; undefined where a
 * number would grow past the largest there is.
 */
export const overwrittenLosses = (run: Run, step: number): readonly number[] | undefined =>
  keptOverwritten(run, `${step}`, () => {
    const { world } = run;
    const before = networkOf(world, run.thetaAt(step));
    try {
      return lossesOf(run, mutantStep(overwriting, before, world.examples, world.eta));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  });

/** The loss of each example by itself after a whole run of such updates from the start; undefined as above. */
export const overwrittenEnd = (run: Run): readonly number[] | undefined => {
  // What is left is the last example's share alone: that example is all that such a program ever learns from.
  const { examples, eta } = run.world;
  const { moments } = runOf({
    ...run.world,
    examples: examples.slice(-1),
    eta: eta / examples.length,
  }).training();
  const last = moments[RUN_STEPS];
  return last && lossesOf(run, networkOf(run.world, last.theta));
};
