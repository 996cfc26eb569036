import { RUN_STEPS } from '../../essay.ts';
import type { rateStudy } from '../rate.ts';
import type { StudyWords } from '../study.ts';

const leftAfter = (words: string): StudyWords => ({
  words: `the loss that is left ${words}, at one learning rate`,
  sentence: `Computed in a run of its own, from the same start ${words}: the mean loss after ${RUN_STEPS} updates, or after the last one before a number grew too large.`,
});

/** What each of them is, and where it comes from. */
export const rateWords = {
  'rate.eta': {
    words: 'the learning rate of the laboratory',
    sentence: 'Chosen, with the dial of the figure; until it is turned the text chooses.',
  },
  'rate.one': leftAfter('on the first day alone'),
  'rate.two': leftAfter('on both days'),
  'rate.end': {
    words: 'what becomes of the run at the larger of two rates that are too large',
    sentence:
      'One where it still turns back on itself in the last quarter, two where less than half of the loss is left, zero for anything else.',
  },
} as const satisfies Record<keyof typeof rateStudy, StudyWords>;
