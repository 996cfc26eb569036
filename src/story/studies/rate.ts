import { FAST_ETA, RUN_STEPS, WILD_ETA } from '../essay.ts';
import { ratedAt } from '../rates.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

/** The loss that is left when the essay's network has been trained with the learning rate that `about` says. */
const leftAfter = (world: 'essay' | 'two-days', words: string): StudyNumber => ({
  of: (reading, about) => ratedAt(reading.in(world), Number(about)).losses.at(-1),
  words: `the loss that is left ${words}, at one learning rate`,
  sentence: `Computed in a run of its own, from the same start ${words}: the mean loss after ${RUN_STEPS} updates, or after the last one before a number grew too large.`,
});

/** What the run at the largest of the essay's rates comes to on two days. */
const endOf = (reading: Reading): number => {
  const { verdict } = ratedAt(reading.in('two-days'), WILD_ETA);
  if (verdict.behaviour === 'oscillates') return 1;
  return verdict.lastLoss < verdict.firstLoss / 2 ? 2 : 0;
};

/** What learning rates do to the essay's network. */
export const rateStudy = {
  'rate.eta': {
    of: ({ settings }) => settings['rate.eta'] ?? FAST_ETA,
    words: 'the learning rate of the laboratory',
    sentence: 'Chosen, with the dial of the figure; until it is turned the text chooses.',
  },
  'rate.one': leftAfter('essay', 'on the first day alone'),
  'rate.two': leftAfter('two-days', 'on both days'),
  'rate.end': {
    of: endOf,
    words: 'what becomes of the run at the larger of two rates that are too large',
    sentence:
      'One where it still turns back on itself in the last quarter, two where less than half of the loss is left, zero for anything else.',
  },
} as const satisfies Record<string, StudyNumber>;
