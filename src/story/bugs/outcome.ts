import type { BugName, Case } from './cases.ts';
import { GUESSES } from './settings.ts';

/** How a riddle stands: open, solved, out of guesses, or told because the reader asked. */
export type Outcome = 'open' | 'solved' | 'spent' | 'told';

/** What has been guessed and how it stands. Guesses after the right one do not count. */
export interface Standing {
  readonly guesses: readonly BugName[];
  readonly outcome: Outcome;
  readonly left: number;
}

export const standingOf = (
  { bug }: Pick<Case, 'bug'>,
  guessed: readonly BugName[],
  isTold: boolean,
): Standing => {
  const right = guessed.indexOf(bug);
  const guesses = guessed.slice(0, right < 0 ? GUESSES : Math.min(right + 1, GUESSES));
  const outcome = guesses.includes(bug)
    ? 'solved'
    : guesses.length >= GUESSES
      ? 'spent'
      : isTold
        ? 'told'
        : 'open';
  return { guesses, outcome, left: GUESSES - guesses.length };
};

/** How each case ended for this reader, by its number; those not ended are missing. */
export type Progress = ReadonlyMap<number, Exclude<Outcome, 'open'>>;

const LETTERS = { solved: 's', spent: 'o', told: 't' } as const;

/** Progress as it is remembered: «1s-3t». Whatever cannot be read is left out. */
export const progressFrom = (text: string, cases: number): Progress =>
  new Map(
    text.split('-').flatMap((piece) => {
      const [, digits = '', letter = ''] = /^(\d{1,2})([sot])$/.exec(piece) ?? [];
      const number = Number(digits);
      const outcome = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find(
        (name) => LETTERS[name] === letter,
      );
      return outcome && number >= 1 && number <= cases ? [[number, outcome] as const] : [];
    }),
  );

export const textOfProgress = (progress: Progress): string =>
  [...progress]
    .toSorted(([a], [b]) => a - b)
    .map(([number, outcome]) => `${number}${LETTERS[outcome]}`)
    .join('-');

/** With how a case has ended now. The first end counts. */
export const withEnd = (progress: Progress, number: number, outcome: Outcome): Progress =>
  outcome === 'open' || progress.has(number) ? progress : new Map([...progress, [number, outcome]]);
