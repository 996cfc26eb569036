import { quantities, trace, train, type Op, type TrainingRun } from '../engine/index.ts';
import { exampleOf, networkOf, RUN_STEPS, type Settings } from './essay.ts';

/** What follows from the network, the example and the learning rate: every training step, computed when asked for, once. */
interface Course {
  /** Steps 0 to RUN_STEPS + 1; fewer if the numbers overflowed. */
  readonly training: () => TrainingRun;
  /** Every quantity of one pass at a training step; a step past the end of the run counts as its last. */
  readonly quantitiesAt: (step: number) => ReadonlyMap<string, number>;
  readonly traceAt: (step: number) => readonly Op[];
  readonly thetaAt: (step: number) => readonly number[];
}

/** The course of some settings, with the settings. */
export interface Run extends Course {
  readonly settings: Settings;
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
const courseOf = (settings: Settings): Course => {
  const { theta, eta } = settings;
  const example = exampleOf(settings);
  let trained: TrainingRun | undefined;
  const training = (): TrainingRun =>
    (trained ??= train(networkOf(theta), [example], { steps: RUN_STEPS + 1, learningRate: eta }));
  const held = (step: number): number =>
    step <= 0 ? 0 : Math.min(Math.round(step), training().moments.length - 1);
  const thetaAt = (step: number): readonly number[] =>
    held(step) === 0 ? theta : (training().moments[held(step)]?.theta ?? theta);
  const quantitiesAt = remembered((step) => quantities(networkOf(thetaAt(step)), example));
  const traceAt = remembered((step) => trace(networkOf(thetaAt(step)), example, { learningRate: eta }).ops);
  return {
    training,
    thetaAt,
    quantitiesAt: (step) => quantitiesAt(held(step)),
    traceAt: (step) => traceAt(held(step)),
  };
};

let latest: { readonly settings: Settings; readonly course: Course } | undefined;

/** The run of these settings. Moving to another step of the same course does not train again. */
export const runOf = (settings: Settings): Run => {
  const { x, y, theta, eta } = settings;
  const before = latest?.settings;
  if (!latest || before?.x !== x || before.y !== y || before.theta !== theta || before.eta !== eta) {
    latest = { settings, course: courseOf(settings) };
  }
  return { ...latest.course, settings };
};

/** A quantity at steps 0 to `steps` of the run. */
export const quantityCurve = (run: Run, id: string, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => run.quantitiesAt(step).get(id) ?? 0);
