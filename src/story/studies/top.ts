import { format } from '../format.ts';
import { sweepsIn, sweepTrail, tryOf } from '../opening.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

const byHand = ({ settings }: Reading): ReturnType<typeof tryOf> => tryOf(settings['top.turns']);

/** What was done by hand in the opening, and what the machine does there. */
export const topStudy = {
  'top.moves': {
    of: ({ settings }) => settings['top.turns'].length,
    text: (value) => String(value),
  },
  'top.far': {
    of: (reading) => byHand(reading).far,
    text: (value) => format(value, 1, 1),
  },
  'top.loss': {
    of: (reading) => byHand(reading).loss,
  },
  'top.sweeps': {
    of: ({ in: runIn }) => sweepsIn(runIn('opening')),
    text: (value) => String(value),
  },
  'top.swept': {
    of: ({ in: runIn }, about) => {
      const run = runIn('opening');
      const sweeps = /^\d+$/.test(about) ? Number(about) : sweepsIn(run);
      return sweepTrail(run, sweeps).stops.at(-1)?.[0];
    },
    text: (value) => format(value, 1, 1),
  },
} as const satisfies Record<string, StudyNumber>;
