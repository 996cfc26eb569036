import { milestonesOf } from '../engine/index.ts';
import { RUN_STEPS } from './essay.ts';
import type { Fact } from './facts.ts';
import { leastLoss } from './loss-curve.ts';
import type { Run } from './run.ts';
import { seriesOf } from './series.ts';

/** Says that gates of several units shut first, at one step. No unit has this number. */
export const SEVERAL = 9;

/** The unit of the first hidden layer whose gate is the first to shut during a run; SEVERAL for two at once. */
export const firstToShut = (run: Run): number | undefined => {
  const shut = run
    .training()
    .events.filter((event) => event.kind === 'unit-silent' && event.step > 0 && event.step <= RUN_STEPS)
    .flatMap((event) => (event.kind === 'unit-silent' ? [event] : []));
  const first = shut.filter(({ step }) => step === shut[0]?.step);
  return new Set(first.map(({ unit }) => unit)).size > 1 ? SEVERAL : first[0]?.unit;
};

/** Facts about a run of training as a whole. */
export const RUN_FACTS = {
  coin: {
    of: () => Math.LN2,
    sentence: 'The loss of a prediction of one half, whatever the target: the natural logarithm of 2.',
  },
  least: {
    of: (run) => leastLoss(run.world.examples[0]?.target[0] ?? NaN),
    sentence: 'The loss of a prediction that is the target itself: no network can do better.',
  },
  'run-change': {
    of: (run) => {
      const { losses, last } = seriesOf(run);
      return (losses[last] ?? NaN) - (losses[0] ?? NaN);
    },
    sentence: 'The loss at the end of the run minus the loss at its start.',
  },
  halved: {
    of: (run) => milestonesOf(seriesOf(run).moments, []).find(({ kind }) => kind === 'halved')?.step,
    sentence: 'Found in the run: the first training step at which half of the loss at the start is gone.',
  },
  'shuts-first': {
    of: firstToShut,
    sentence: 'Found in the run: the hidden unit whose gate is the first to shut after the start.',
  },
  'shuts-at': {
    of: (run) =>
      run.training().events.find(({ kind, step }) => kind === 'unit-silent' && step > 0 && step <= RUN_STEPS)
        ?.step,
    sentence: 'Found in the run: the first training step after the start at which a gate shuts.',
  },
} as const satisfies Record<string, Fact>;
