import type { pathStudy } from '../path.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const pathWords = {
  'path.zeros': {
    words: 'the parameters whose gradient is zero',
    sentence: 'Counted: of the thirteen those whose gradient is exactly zero at the step shown.',
  },
} as const satisfies Record<keyof typeof pathStudy, StudyWords>;
