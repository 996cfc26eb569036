import { fits } from '../arrangement.ts';
import { ARRANGEMENTS } from '../arrangements.ts';
import type { StudyNumber } from './study.ts';

/** In how many of their orders W and δ can be multiplied. */
export const matrixStudy = {
  'matrix.fits': {
    of: () => ARRANGEMENTS.filter(fits).length,
  },
} as const satisfies Record<string, StudyNumber>;
