import type { topStudy } from '../top.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const topWords = {
  'top.moves': {
    words: 'your moves in the opening',
    sentence: 'Counted: the dials that you have turned in the opening, one after the other.',
  },
  'top.far': {
    words: 'how far you have turned in the opening',
    sentence: 'Added up: how far each of your moves took its dial.',
  },
  'top.loss': {
    words: 'the mean loss that you have left in the opening',
    sentence:
      'Binary cross-entropy, averaged over the two mornings of the opening, with its dials as you left them.',
  },
  'top.sweeps': {
    words: 'the machine’s sweeps in the opening',
    sentence: 'Counted: the sweeps after which the machine is under the goal of the opening.',
  },
  'top.swept': {
    words: 'how far the machine has turned in the opening',
    sentence: 'Added up: how far its sweeps have turned all thirteen dials.',
  },
} as const satisfies Record<keyof typeof topStudy, StudyWords>;
