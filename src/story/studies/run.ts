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
  },
  'run.change': {
    of: ({ run }) => {
      const { losses } = seriesOf(run);
      return (losses.at(-1) ?? NaN) - (losses[0] ?? NaN);
    },
  },
  'run.halved': {
    of: ({ run }) => milestonesOf(seriesOf(run).moments, []).find(({ kind }) => kind === 'halved')?.step,
    text: formatCount,
  },
  'run.shuts': {
    of: ({ run }) => firstToShut(run),
    text: formatCount,
  },
  'run.shuts-at': {
    of: ({ run }) => shutsAt(run),
    text: formatCount,
  },
  'run.gap': {
    of: (reading) => {
      const gap = gapOf(reading);
      return gap && Math.abs(gap.guessed - gap.was);
    },
    text: (value, reading) => {
      const gap = gapOf(reading);
      return gap ? gapTexts(gap).apart : format(value);
    },
  },
} as const satisfies Record<string, StudyNumber>;
