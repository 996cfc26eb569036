import { format } from '../format.ts';
import { sweepsIn, sweepTrail, tryOf } from '../opening.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

const byHand = ({ settings }: Reading): ReturnType<typeof tryOf> => tryOf(settings['top.turns']);

/** What was done by hand in the opening, and what the machine does there. */
export const topStudy = {
  'top.moves': {
    of: ({ settings }) => settings['top.turns'].length,
    words: 'your moves in the opening',
    sentence: 'Counted: the dials that you have turned in the opening, one after the other.',
    text: (value) => String(value),
  },
  'top.far': {
    of: (reading) => byHand(reading).far,
    words: 'how far you have turned in the opening',
    sentence: 'Added up: how far each of your moves took its dial.',
    text: (value) => format(value, 1, 1),
  },
  'top.loss': {
    of: (reading) => byHand(reading).loss,
    words: 'the mean loss that you have left in the opening',
    sentence:
      'Binary cross-entropy, averaged over the two mornings of the opening, with its dials as you left them.',
  },
  'top.sweeps': {
    of: ({ in: runIn }) => sweepsIn(runIn('opening')),
    words: 'the machine’s sweeps in the opening',
    sentence: 'Counted: the sweeps after which the machine is under the goal of the opening.',
    text: (value) => String(value),
  },
  'top.swept': {
    of: ({ in: runIn }, about) => {
      const run = runIn('opening');
      const sweeps = /^\d+$/.test(about) ? Number(about) : sweepsIn(run);
      return sweepTrail(run, sweeps).stops.at(-1)?.[0];
    },
    words: 'how far the machine has turned in the opening',
    sentence: 'Added up: how far its sweeps have turned all thirteen dials.',
    text: (value) => format(value, 1, 1),
  },
} as const satisfies Record<string, StudyNumber>;
