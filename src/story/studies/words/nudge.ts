import type { nudgeStudy } from '../nudge.ts';
import type { StudyWords } from '../study.ts';

const GAP = 'What happened minus what was promised, without its sign.';

/** What each of them is, and where it comes from. */
export const nudgeWords = {
  'nudge.eps': {
    words: 'the nudge ε',
    sentence: 'Chosen: how far one parameter is raised. The dial under the figure sets it.',
  },
  'nudge.eps-tenth': {
    words: 'a tenth of the nudge ε',
    sentence: 'The nudge that the dial sets, divided by ten.',
  },
  'nudge.change': {
    words: 'what the nudge did to a number downstream of it',
    sentence:
      'The number in a second forward pass, with one parameter larger by ε, minus the number in the first.',
  },
  'nudge.after': {
    words: 'a number downstream of the nudge, after it',
    sentence:
      'Computed in a second forward pass, in which one parameter is larger by ε and no other has changed.',
  },
  'nudge.raised': {
    words: 'the loss with one parameter raised',
    sentence:
      'Computed in a second forward pass, in which that parameter is larger by ε and no other has changed.',
  },
  'nudge.outcome': {
    words: 'what raising one parameter did to the loss',
    sentence:
      'The loss of a second forward pass, with that parameter larger by ε, minus the loss of the first.',
  },
  'nudge.outcome-tenth': {
    words: 'what raising one parameter by a tenth of ε did to the loss',
    sentence:
      'The loss of a second forward pass, with that parameter larger by a tenth of ε, minus the loss of the first.',
  },
  'nudge.promise': {
    words: 'what the gradient promises for this nudge',
    sentence: 'The gradient times ε: what the loss would do if it went on along a straight line.',
  },
  'nudge.gap': {
    words: 'how far promise and outcome are apart',
    sentence: `${GAP} Where the loss is smooth it shrinks with the square of ε.`,
  },
  'nudge.gap-tenth': {
    words: 'how far promise and outcome are apart for a tenth of the nudge',
    sentence: GAP,
  },
  'nudge.gap-hundredth': {
    words: 'how far promise and outcome are apart for a hundredth of the nudge',
    sentence: GAP,
  },
  'nudge.rate': {
    words: 'the change of the loss for each unit of the nudge, measured',
    sentence: 'What happened, divided by ε.',
  },
  'nudge.size': {
    words: 'how big the change of the loss is beside the nudge',
    sentence: 'Minus one for less than a tenth of it, zero for more than that, one for more than all of it.',
  },
} as const satisfies Record<keyof typeof nudgeStudy, StudyWords>;
