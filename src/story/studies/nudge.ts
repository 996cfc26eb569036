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

/** One parameter raised by ε, what its gradient promises for the loss, and what happens. */
export const nudgeStudy = {
  'nudge.eps': {
    of: ({ settings }) => settings['nudge.eps'],
    text: plain,
  },
  'nudge.eps-tenth': {
    of: ({ settings }) => settings['nudge.eps'] / 10,
    text: (value) => format(value, 5, 0),
  },
  'nudge.change': {
    of: (reading, about) => {
      const { before, after } = nudged(reading, reading.settings.param);
      return quantityIn(after, about) - quantityIn(before, about);
    },
    text: small,
  },
  'nudge.after': {
    of: (reading, about) => quantityIn(nudged(reading, reading.settings.param).after, about),
    text: small,
  },
  'nudge.raised': {
    of: (reading, about) => quantityIn(nudged(reading, about).after, 'loss'),
  },
  'nudge.outcome': {
    of: (reading, about) => nudged(reading, about).outcome,
    text: apart,
  },
  'nudge.outcome-tenth': {
    of: (reading, about) => nudged(reading, about, 0.1).outcome,
    text: small,
  },
  'nudge.promise': {
    of: (reading, about) => nudged(reading, about).promise,
    text: apart,
  },
  'nudge.gap': {
    of: (reading, about) => nudged(reading, about).gap,
    text: small,
  },
  'nudge.gap-tenth': {
    of: (reading, about) => nudged(reading, about, 0.1).gap,
    text: small,
  },
  'nudge.gap-hundredth': {
    of: (reading, about) => nudged(reading, about, 0.01).gap,
    text: small,
  },
  'nudge.rate': {
    of: (reading, about) => nudged(reading, about).outcome / reading.settings['nudge.eps'],
  },
  'nudge.size': {
    of: (reading, about) => sizeOf(nudged(reading, about)),
  },
} as const satisfies Record<string, StudyNumber>;
