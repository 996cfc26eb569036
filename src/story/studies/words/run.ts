import type { runStudy } from '../run.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const runWords = {
  'run.least': {
    words: 'the least loss that there is',
    sentence: 'The loss of a prediction that is the target itself: no network can do better.',
  },
  'run.change': {
    words: 'what the run made of the loss',
    sentence: 'The loss at the end of the run minus the loss at its start.',
  },
  'run.halved': {
    words: 'when half of the loss was gone',
    sentence: 'Found in the run: the first training step at which half of the loss at its start is gone.',
  },
  'run.shuts': {
    words: 'whose gate is the first to shut',
    sentence: 'Found in the run: the hidden unit whose gate is the first to shut after the start.',
  },
  'run.shuts-at': {
    words: 'when the first gate shuts',
    sentence: 'Found in the run: the first training step after the start at which a gate shuts.',
  },
  'run.gap': {
    words: 'how far guess and run are apart, where that is furthest',
    sentence: 'The loss that you drew minus the loss that it was, without its sign.',
  },
} as const satisfies Record<keyof typeof runStudy, StudyWords>;
