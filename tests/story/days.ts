import {
  gradientOf,
  meanLoss,
  mutants,
  mutantStep,
  verdictOn,
  withParameters,
  parametersOf,
} from '@/engine/index.ts';
import { GOAL, RUN_STEPS, WILD_ETA } from '@/story/essay.ts';
import { runOf, type Run } from '@/story/run.ts';
import { networkOf } from '@/story/world.ts';

// The facts about several days, counted afresh: from each day's gradient by itself, and step by step with the engine's mutant.

const mutant = mutants.find(({ name }) => name === 'overwrites-batch')!;
const networkAt = (run: Run, step: number) => networkOf(run.world, run.thetaAt(step));

/** [parameter][day] */
export const gradientsAt = (run: Run, step: number): readonly (readonly number[])[] => {
  const days = run.world.examples.map((day) => gradientOf(networkAt(run, step), [day]).gradient);
  return run.parameters.map((_, p) => days.map((gradient) => gradient[p]!));
};

const openAtEnd = (run: Run): number => {
  const { examples, sizes } = run.world;
  const all = run.quantitiesAt(RUN_STEPS);
  const marks = examples.length === 1 ? [''] : examples.map((_, i) => `@${i}`);
  return sizes
    .slice(1, -1)
    .flatMap((units, l) => Array.from({ length: units }, (_, j) => `z.${l + 1}.${j + 1}`))
    .filter((z) => marks.some((mark) => all.get(z + mark)! > 0)).length;
};

/** The loss of each day after a whole run in which every step of the broken program overwrites. */
const overwrittenRun = ({ world }: Run): readonly number[] => {
  let network = networkOf(world);
  for (let step = 0; step < RUN_STEPS; step++)
    network = mutantStep(mutant, network, world.examples, world.eta);
  return world.examples.map((day) => meanLoss(network, [day]));
};

/** The mean loss after one update with the share of the last day alone. */
const overwrittenLoss = ({ world, ...run }: Run, step: number): number => {
  const network = networkAt({ world, ...run }, step);
  const { gradient } = gradientOf(network, world.examples.slice(-1));
  const theta = parametersOf(network).map(
    (value, p) => value - (world.eta * gradient[p]!) / world.examples.length,
  );
  return meanLoss(withParameters(network, theta), world.examples);
};

export const daysCounted = (run: Run, step: number): Readonly<Record<string, number | undefined>> => {
  const signs = gradientsAt(run, step).map((days) =>
    days.filter((gradient) => gradient !== 0).map(Math.sign),
  );
  const wild = runOf({ ...run.world, eta: WILD_ETA });
  const below = Array.from({ length: RUN_STEPS + 1 }, (_, s) => s).find((s) =>
    run.world.examples.every((day) => meanLoss(networkAt(run, s), [day]) < GOAL),
  );
  const bias = `b.${run.world.sizes.length - 1}.1`;
  const [first, last] = [overwrittenRun(run)[0], overwrittenRun(run).at(-1)];
  return {
    'pulled-same': signs.filter((all) => all.length > 1 && new Set(all).size === 1).length,
    'pulled-opposite': signs.filter((all) => new Set(all).size === 2).length,
    'pulled-only': signs.filter((all) => all.length === 1).length,
    'pulled-none': signs.filter((all) => all.length === 0).length,
    'overwritten-loss': overwrittenLoss(run, step),
    'overwritten-end-first': first,
    'overwritten-end-last': last,
    'wild-eta': 20,
    'wild-speaking': openAtEnd(wild),
    'wild-bias-before': wild.quantitiesAt(RUN_STEPS - 1).get(bias),
    'wild-bias-end': wild.quantitiesAt(RUN_STEPS).get(bias),
    'wild-loss-before': wild.quantitiesAt(RUN_STEPS - 1).get('loss'),
    'wild-loss-end': wild.quantitiesAt(RUN_STEPS).get('loss'),
    'days-below-goal': below,
    'speaking-end': openAtEnd(run),
  };
};

export const verdictOf = (run: Run) => verdictOn(run.training());
