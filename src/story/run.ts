import {
  quantities,
  trace,
  train,
  type Op,
  type TrainingRun,
} from '../engine/index.ts';
import { exampleOf, networkOf, RUN_STEPS, type Settings } from './essay.ts';

/** What follows from the settings alone, whatever scene is shown. Computed when asked for, once. */
export interface Run {
  readonly settings: Settings;
  readonly training: TrainingRun;
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

/** The training run of these settings. It goes one step past RUN_STEPS, so that the update shown at the last step has a result. */
export const runOf = (settings: Settings): Run => {
  const example = exampleOf(settings);
  const training = train(networkOf(settings.theta), [example], {
    steps: RUN_STEPS + 1,
    learningRate: settings.eta,
  });
  const last = training.moments.length - 1;
  const thetaAt = (step: number): readonly number[] =>
    training.moments[Math.min(Math.max(0, Math.round(step)), last)]?.theta ?? settings.theta;
  return {
    settings,
    training,
    thetaAt,
    quantitiesAt: remembered((step) => quantities(networkOf(thetaAt(step)), example)),
    traceAt: remembered(
      (step) => trace(networkOf(thetaAt(step)), example, { learningRate: settings.eta }).ops,
    ),
  };
};

let latest: Run | undefined;

/** `runOf`, remembering the settings asked for last: islands and stills ask for the same ones again and again. */
export const cachedRunOf = (settings: Settings): Run => {
  if (latest?.settings !== settings) latest = runOf(settings);
  return latest;
};
