import { format } from '../format.ts';
import { decimalsApart, nudgeOf, type Nudge } from '../nudge.ts';
import { quantityIn } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

/** The experiment with a parameter: with the reader's nudge, or a share of it. */
const nudged = ({ run, settings }: Reading, parameter: string, share = 1): Nudge =>
  nudgeOf(run, settings.step, parameter, settings['nudge.eps'] * share);

/** How big a change is beside the nudge that made it: −1 under a tenth, 1 over all of it, 0 between. */
const sizeOf = ({ outcome, epsilon }: Nudge): number => {
  const share = Math.abs(outcome) / epsilon;
  return share < 0.1 ? -1 : share > 1 ? 1 : 0;
};

/** Promise and outcome are written so that they can be told apart. */
const apart = (value: number, reading: Reading, about: string): string => {
  const decimals = decimalsApart(nudged(reading, about));
  return format(value, decimals, decimals);
};
const plain = (value: number): string => format(value, 4, 0);
const small = (value: number): string => format(value, 4);

const GAP = 'What happened minus what was promised, without its sign.';

/** One parameter raised by ε, what its gradient promises for the loss, and what happens. */
export const nudgeStudy = {
  'nudge.eps': {
    of: ({ settings }) => settings['nudge.eps'],
    words: 'the nudge ε',
    sentence: 'Chosen: how far one parameter is raised. The dial under the figure sets it.',
    text: plain,
  },
  'nudge.eps-tenth': {
    of: ({ settings }) => settings['nudge.eps'] / 10,
    words: 'a tenth of the nudge ε',
    sentence: 'The nudge that the dial sets, divided by ten.',
    text: (value) => format(value, 5, 0),
  },
  'nudge.change': {
    of: (reading, about) => {
      const { before, after } = nudged(reading, reading.settings.param);
      return quantityIn(after, about) - quantityIn(before, about);
    },
    words: 'what the nudge did to a number downstream of it',
    sentence:
      'The number in a second forward pass, with one parameter larger by ε, minus the number in the first.',
    text: small,
  },
  'nudge.after': {
    of: (reading, about) => quantityIn(nudged(reading, reading.settings.param).after, about),
    words: 'a number downstream of the nudge, after it',
    sentence:
      'Computed in a second forward pass, in which one parameter is larger by ε and no other has changed.',
    text: small,
  },
  'nudge.raised': {
    of: (reading, about) => quantityIn(nudged(reading, about).after, 'loss'),
    words: 'the loss with one parameter raised',
    sentence:
      'Computed in a second forward pass, in which that parameter is larger by ε and no other has changed.',
  },
  'nudge.outcome': {
    of: (reading, about) => nudged(reading, about).outcome,
    words: 'what raising one parameter did to the loss',
    sentence:
      'The loss of a second forward pass, with that parameter larger by ε, minus the loss of the first.',
    text: apart,
  },
  'nudge.outcome-tenth': {
    of: (reading, about) => nudged(reading, about, 0.1).outcome,
    words: 'what raising one parameter by a tenth of ε did to the loss',
    sentence:
      'The loss of a second forward pass, with that parameter larger by a tenth of ε, minus the loss of the first.',
    text: small,
  },
  'nudge.promise': {
    of: (reading, about) => nudged(reading, about).promise,
    words: 'what the gradient promises for this nudge',
    sentence: 'The gradient times ε: what the loss would do if it went on along a straight line.',
    text: apart,
  },
  'nudge.gap': {
    of: (reading, about) => nudged(reading, about).gap,
    words: 'how far promise and outcome are apart',
    sentence: `${GAP} Where the loss is smooth it shrinks with the square of ε.`,
    text: small,
  },
  'nudge.gap-tenth': {
    of: (reading, about) => nudged(reading, about, 0.1).gap,
    words: 'how far promise and outcome are apart for a tenth of the nudge',
    sentence: GAP,
    text: small,
  },
  'nudge.gap-hundredth': {
    of: (reading, about) => nudged(reading, about, 0.01).gap,
    words: 'how far promise and outcome are apart for a hundredth of the nudge',
    sentence: GAP,
    text: small,
  },
  'nudge.rate': {
    of: (reading, about) => nudged(reading, about).outcome / reading.settings['nudge.eps'],
    words: 'the change of the loss for each unit of the nudge, measured',
    sentence: 'What happened, divided by ε.',
  },
  'nudge.size': {
    of: (reading, about) => sizeOf(nudged(reading, about)),
    words: 'how big the change of the loss is beside the nudge',
    sentence: 'Minus one for less than a tenth of it, zero for more than that, one for more than all of it.',
  },
} as const satisfies Record<string, StudyNumber>;
