import type { lossStudy } from '../loss.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const lossWords = {
  'loss.coin': {
    words: 'the price of a coin flip',
    sentence: 'The natural logarithm of two: what a prediction of one half costs, whatever happens.',
  },
  'loss.decade': {
    words: 'the price of leaving the outcome a tenth of its chance',
    sentence: 'The natural logarithm of ten.',
  },
  'loss.wrong': {
    words: 'the loss of a prediction that leaves the outcome one chance in ten',
    sentence: 'Binary cross-entropy of that prediction against the same target.',
  },
  'loss.wronger': {
    words: 'the loss of a prediction that leaves the outcome one chance in a hundred',
    sentence: 'Binary cross-entropy of that prediction against the same target.',
  },
  'loss.growth': {
    words: 'how the loss grows from one chance in ten to one in a hundred',
    sentence: 'Minus one for hardly, zero for about double, one for much more.',
  },
  'loss.tried': {
    words: 'the loss of the prediction that you try',
    sentence: 'Binary cross-entropy of the prediction that you try, against the same target.',
  },
} as const satisfies Record<keyof typeof lossStudy, StudyWords>;
