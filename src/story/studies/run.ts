import { milestonesOf } from '../../engine/index.ts';
import { RUN_STEPS } from '../essay.ts';
import { gapTexts, widestGap } from '../guess.ts';
import { leastLoss } from '../loss-curve.ts';
import { quantityIn } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Run } from '../run.ts';
import { seriesOf } from '../series.ts';
import { format, formatCount } from '../format.ts';
import type { StudyNumber } from './study.ts';

/** Stands for the gates of several units that shut at one and the same step. No unit has this number. */
export const SEVERAL = 9;

/** The first step after the start at which a gate shuts during a run. */
export const shutsAt = (run: Run): number | undefined =>
  run.training().events.find(({ kind, step }) => kind === 'unit-silent' && step > 0 && step <= RUN_STEPS)
    ?.step;

/** The unit whose gate that is; SEVERAL for more than one. */
export const firstToShut = (run: Run): number | undefined => {
  const at = shutsAt(run);
  const units = run
    .training()
    .events.flatMap((event) => (event.kind === 'unit-silent' && event.step === at ? [event.unit] : []));
  return new Set(units).size > 1 ? SEVERAL : units[0];
};

const gapOf = ({ settings, run }: Reading) => widestGap(settings['run.guess'], seriesOf(run).losses);

/** What there is to say of the essay's own run of training as a whole. */
export const runStudy = {
  'run.least': {
    of: ({ run, settings }) => leastLoss(quantityIn(run.quantitiesAt(settings.step), 'y')),
    words: 'the least loss that there is',
    sentence: 'The loss of a prediction that is the target itself: no network can do better.',
  },
  'run.change': {
    of: ({ run }) => {
      const { losses } = seriesOf(run);
      return (losses.at(-1) ?? NaN) - (losses[0] ?? NaN);
    },
    words: 'what the run made of the loss',
    sentence: 'The loss at the end of the run minus the loss at its start.',
  },
  'run.halved': {
    of: ({ run }) => milestonesOf(seriesOf(run).moments, []).find(({ kind }) => kind === 'halved')?.step,
    words: 'when half of the loss was gone',
    sentence: 'Found in the run: the first training step at which half of the loss at its start is gone.',
    text: formatCount,
  },
  'run.shuts': {
    of: ({ run }) => firstToShut(run),
    words: 'whose gate is the first to shut',
    sentence: 'Found in the run: the hidden unit whose gate is the first to shut after the start.',
    text: formatCount,
  },
  'run.shuts-at': {
    of: ({ run }) => shutsAt(run),
    words: 'when the first gate shuts',
    sentence: 'Found in the run: the first training step after the start at which a gate shuts.',
    text: formatCount,
  },
  'run.gap': {
    of: (reading) => {
      const gap = gapOf(reading);
      return gap && Math.abs(gap.guessed - gap.was);
    },
    words: 'how far guess and run are apart, where that is furthest',
    sentence: 'The loss that you drew minus the loss that it was, without its sign.',
    text: (value, reading) => {
      const gap = gapOf(reading);
      return gap ? gapTexts(gap).apart : format(value);
    },
  },
} as const satisfies Record<string, StudyNumber>;
