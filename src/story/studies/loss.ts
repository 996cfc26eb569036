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
  },
  'loss.decade': {
    of: () => Math.LN10,
    text: (value) => format(value, 2, 2),
  },
  'loss.wrong': {
    of: (reading) => priceOf(reading, CHANCE),
    text: (value) => format(value, 2, 2),
  },
  'loss.wronger': {
    of: (reading) => priceOf(reading, CHANCE * CHANCE),
    text: (value) => format(value, 2, 2),
  },
  'loss.growth': {
    of: (reading) => {
      const growth = priceOf(reading, CHANCE * CHANCE) / priceOf(reading, CHANCE);
      return growth < HARDLY ? -1 : growth > MANIFOLD ? 1 : 0;
    },
  },
  'loss.tried': {
    of: (reading) => {
      const tried = reading.settings['loss.try'];
      return tried === undefined ? undefined : lossAt(tried, targetIn(reading));
    },
  },
} as const satisfies Record<string, StudyNumber>;
