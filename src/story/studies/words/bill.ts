import { NUDGE } from '../../essay.ts';
import { format } from '../../format.ts';
import type { billStudy } from '../bill.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const billWords = {
  'bill.slope': {
    words: 'the slope of the loss along one parameter, measured',
    sentence: `The loss with the parameter raised by ${format(NUDGE, 2)} minus the loss with it lowered by as much, divided by twice that: two forward passes.`,
  },
  'bill.forward': {
    words: 'the multiplications of one forward pass',
    sentence: 'Counted: one for each weight of the essay’s network.',
  },
  'bill.parameters': {
    words: 'the parameters of a large network',
    sentence: 'Chosen: the slider under the figure sets it.',
  },
  'bill.runs': {
    words: 'the forward passes for nudging every parameter',
    sentence: 'Two for each parameter.',
  },
  'bill.speed': {
    words: 'forward passes in a second',
    sentence: 'Chosen, to make out the bill in years.',
  },
  'bill.years': {
    words: 'the years that they would take',
    sentence: 'The forward passes, divided by those in a second and by the seconds of a year of 365.25 days.',
  },
  'bill.length': {
    words: 'how long they are when each is drawn one pixel wide, in kilometres',
    sentence: 'The forward passes times a ninety-sixth of an inch, the pixel of a style sheet.',
  },
} as const satisfies Record<keyof typeof billStudy, StudyWords>;
