import { FAST_ETA, WILD_ETA } from '../essay.ts';
import { ratedAt } from '../rates.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

/** The loss that is left when the essay's network has been trained with the learning rate that `about` says. */
const leftAfter = (world: 'essay' | 'two-days'): StudyNumber => ({
  of: (reading, about) => ratedAt(reading.in(world), Number(about)).losses.at(-1),
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
  },
  'rate.one': leftAfter('essay'),
  'rate.two': leftAfter('two-days'),
  'rate.end': {
    of: endOf,
  },
} as const satisfies Record<string, StudyNumber>;
