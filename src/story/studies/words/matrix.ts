import type { matrixStudy } from '../matrix.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const matrixWords = {
  'matrix.fits': {
    words: 'the orders of W and δ that fit',
    sentence:
      'Counted: each of the two may stand upright or lie on its side, and either may come first. An order fits where a row of the first is as long as a column of the second.',
  },
} as const satisfies Record<keyof typeof matrixStudy, StudyWords>;
