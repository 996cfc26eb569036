import { few } from './few.ts';
import { parameterIds, quantities, trace, train, type Op, type TrainingRun } from '../engine/index.ts';
import { RUN_STEPS } from './essay.ts';
import { quantityIn } from './quantity.ts';
import { networkOf, WORLD_NAMES, type World } from './world.ts';

/** What follows from a world: every training step, computed when asked for, once. */
export interface Run {
  readonly world: World;
  /** Ids of the world's parameters, in parameter order. */
  readonly parameters: readonly string[];
  /** Steps 0 to RUN_STEPS + 1; fewer if the numbers overflowed. */
  readonly training: () => TrainingRun;
  /** Every quantity of one pass at a training step; a step past the end of the run counts as its last. */
  readonly quantitiesAt: (step: number) => ReadonlyMap<string, number>;
  readonly traceAt: (step: number) => readonly Op[];
  readonly thetaAt: (step: number) => readonly number[];
}

const remembered = <T>(compute: (step: number) => T): ((step: number) => T) => {
  const known = new Map<number, T>();
  return (step) => {
    const found = known.get(step);
    if (found !== undefined) return found;
    const made = compute(step);
    known.set(step, made);
    return made;
  };
};

/** The run goes one step past RUN_STEPS, so that the update shown at the last step has a result. Trained when first asked for. */
const made = (world: World): Run => {
  const { theta, eta, examples, optimizer, sizes, held: isHeld } = world;
  let trained: TrainingRun | undefined;
  const training = (): TrainingRun =>
    (trained ??= train(networkOf(world), examples, { steps: RUN_STEPS + 1, learningRate: eta, optimizer }));
  const held = (step: number): number =>
    step <= 0 || isHeld ? 0 : Math.min(Math.round(step), training().moments.length - 1);
  const thetaAt = (step: number): readonly number[] =>
    held(step) === 0 ? theta : (training().moments[held(step)]?.theta ?? theta);
  const quantitiesAt = remembered((step) => quantities(networkOf(world, thetaAt(step)), examples));
  const traceAt = remembered(
    (step) => trace(networkOf(world, thetaAt(step)), examples, { learningRate: eta }).ops,
  );
  return {
    world,
    parameters: parameterIds(sizes),
    training,
    thetaAt,
    quantitiesAt: (step) => quantitiesAt(held(step)),
    traceAt: (step) => traceAt(held(step)),
  };
};

/** So many runs are kept: those of every world at two settings of the reader's. */
const MOST_KEPT = 2 * WORLD_NAMES.length;
const kept = few<Run>(MOST_KEPT);

const keys = new WeakMap<World, string>();

const keyOf = (world: World): string => {
  const found = keys.get(world);
  if (found !== undefined) return found;
  const { sizes, hidden, loss, examples, theta, eta, optimizer, held } = world;
  const data = examples.flatMap(({ input, target }) => [input, target]);
  const key = [hidden, loss, optimizer, held && `held ${held.moved ?? ''}`, eta, sizes, theta, ...data].join(
    ';',
  );
  keys.set(world, key);
  return key;
};

/** The run of a world. Asked for again, it is the same one, unless several others were asked for in the meantime. */
export const runOf = (world: World): Run => kept(keyOf(world), () => made(world));

/** A quantity at steps 0 to `steps` of the run. */
export const quantityCurve = (run: Run, id: string, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => quantityIn(run.quantitiesAt(step), id));
