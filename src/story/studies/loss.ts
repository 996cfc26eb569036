import { format } from '../format.ts';
import { CHANCE, leaving, lossAt } from '../loss-curve.ts';
import { quantityIn } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

const targetIn = ({ run, settings }: Reading): number => quantityIn(run.quantitiesAt(settings.step), 'y');

/** The price of a prediction that leaves so much of a chance to what happened. */
const priceOf = (reading: Reading, chance: number): number => {
  const target = targetIn(reading);
  return lossAt(leaving(chance, target), target);
};

/** Between these a loss counts as about doubled. */
const [HARDLY, MANIFOLD] = [1.5, 3];

/** What predictions cost, on the curve of the first chapter. */
export const lossStudy = {
  'loss.coin': {
    of: () => Math.LN2,
    words: 'the price of a coin flip',
    sentence: 'The natural logarithm of two: what a prediction of one half costs, whatever happens.',
  },
  'loss.decade': {
    of: () => Math.LN10,
    words: 'the price of leaving the outcome a tenth of its chance',
    sentence: 'The natural logarithm of ten.',
    text: (value) => format(value, 2, 2),
  },
  'loss.wrong': {
    of: (reading) => priceOf(reading, CHANCE),
    words: 'the loss of a prediction that leaves the outcome one chance in ten',
    sentence: 'Binary cross-entropy of that prediction against the same target.',
    text: (value) => format(value, 2, 2),
  },
  'loss.wronger': {
    of: (reading) => priceOf(reading, CHANCE * CHANCE),
    words: 'the loss of a prediction that leaves the outcome one chance in a hundred',
    sentence: 'Binary cross-entropy of that prediction against the same target.',
    text: (value) => format(value, 2, 2),
  },
  'loss.growth': {
    of: (reading) => {
      const growth = priceOf(reading, CHANCE * CHANCE) / priceOf(reading, CHANCE);
      return growth < HARDLY ? -1 : growth > MANIFOLD ? 1 : 0;
    },
    words: 'how the loss grows from one chance in ten to one in a hundred',
    sentence: 'Minus one for hardly, zero for about double, one for much more.',
  },
  'loss.tried': {
    of: (reading) => {
      const tried = reading.settings['loss.try'];
      return tried === undefined ? undefined : lossAt(tried, targetIn(reading));
    },
    words: 'the loss of the prediction that you try',
    sentence: 'Binary cross-entropy of the prediction that you try, against the same target.',
  },
} as const satisfies Record<string, StudyNumber>;
