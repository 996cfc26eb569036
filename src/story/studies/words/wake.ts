import type { wakeStudy } from '../wake.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const wakeWords = {
  'wake.unit': {
    words: 'a unit that is silent at the start',
    sentence:
      'Compared: unit 3 if its sum at the start is not above zero, else the first unit of which that holds.',
  },
  'wake.silent': {
    words: 'the units with a sum not above zero at the end',
    sentence: 'Counted at the last step of the run: the hidden units whose sum is not above zero.',
  },
  'wake.leaky': {
    words: 'the units with a sum not above zero at the end, with a slope below zero',
    sentence:
      'Counted at the last step of another run from the same start, in which hidden units have a slope of a hundredth below zero.',
  },
  'wake.other': {
    words: 'whose gate is the first to shut with the outcome turned round',
    sentence:
      'Found in a run from the same start for the opposite target: the hidden unit whose gate is the first to shut after the start.',
  },
  'wake.other-at': {
    words: 'when that gate shuts',
    sentence: 'Found in that run: the first training step after the start at which a gate shuts.',
  },
} as const satisfies Record<keyof typeof wakeStudy, StudyWords>;
