import { PARAMETERS } from '../essay.ts';
import { choice, number, type Setting } from '../setting.ts';
import type { ValuesOf } from '../table.ts';
import { BUG_NAMES, CASES, STARTS, STEPS, type BugName, type Start } from './cases.ts';

/** How often one may guess. */
export const GUESSES = 3;

/** The names guessed so far, first to last. */
const guesses: Setting<readonly BugName[]> = {
  fallback: [],
  expected: `at most ${GUESSES} different ones of ${BUG_NAMES.join(', ')}`,
  control: 'choice',
  parse: (text) => {
    const asked = text === '' ? [] : text.split(',');
    const found = asked.flatMap((name) => BUG_NAMES.filter((bug) => bug === name));
    return found.length === asked.length && new Set(found).size === found.length ? found : undefined;
  },
  hold: (value) =>
    value.length > GUESSES
      ? { value: value.slice(0, GUESSES), notice: `was cut to ${GUESSES} guesses` }
      : { value },
  write: (value) => value.join(','),
  changed: () => [],
};

/** What can be set in the lab, by its name in a link. */
export const BUGS = {
  'bugs.case': number({ fallback: 1, range: [1, CASES.length], isWhole: true, control: 'lab' }),
  'bugs.guesses': guesses,
  /** Whether the answer was asked for. */
  'bugs.told': choice<'no' | 'yes'>({ fallback: 'no', options: ['no', 'yes'] }),
  /** The parameter looked at. */
  'bugs.param': choice({
    fallback: 'b.1.2',
    options: PARAMETERS,
    expected: 'the name of a parameter, such as w.1.2.1',
  }),
  /** After how many steps of training the code is checked. */
  'bugs.step': number({ fallback: 0, range: [0, STEPS], isWhole: true }),
  'bugs.start': choice<Start>({ fallback: 'given', options: STARTS }),
  /** The morning whose way back is listed. */
  'bugs.day': choice<'wet' | 'dry'>({ fallback: 'wet', options: ['wet', 'dry'] }),
  /** What is checked: the gradient, or the step that is made of it. */
  'bugs.look': choice<'check' | 'step'>({ fallback: 'check', options: ['check', 'step'] }),
} as const;

export type BugSettings = ValuesOf<typeof BUGS>;
