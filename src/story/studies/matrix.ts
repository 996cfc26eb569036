import { fits } from '../arrangement.ts';
import { ARRANGEMENTS } from '../arrangements.ts';
import type { StudyNumber } from './study.ts';

/** In how many of their orders W and δ can be multiplied. */
export const matrixStudy = {
  'matrix.fits': {
    of: () => ARRANGEMENTS.filter(fits).length,
    words: 'the orders of W and δ that fit',
    sentence:
      'Counted: each of the two may stand upright or lie on its side, and either may come first. An order fits where a row of the first is as long as a column of the second.',
  },
} as const satisfies Record<string, StudyNumber>;
