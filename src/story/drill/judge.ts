import { entryOf } from '../entry.ts';
import { quantityIn } from '../quantity.ts';
import { lastPlaceOf } from '../worked/example.ts';
import { operandsOf, type Blank } from './formulas.ts';
import type { Slip } from './slip.ts';
import { slipsOf } from './slips.ts';
import { byHand, DECIMALS, type Task } from './task.ts';

/** What is said of an answer. */
export type Verdict =
  | { readonly kind: 'right' }
  /** Right as far as it goes, but with fewer decimals than are asked for. */
  | { readonly kind: 'coarse' }
  /** Right from the reader's own earlier numbers, one of which is not. */
  | { readonly kind: 'carried' }
  | { readonly kind: 'slip'; readonly slip: Slip }
  | { readonly kind: 'wrong' }
  /** No number: what was expected, and what was found. */
  | { readonly kind: 'unread'; readonly problem: string };

/** No number of the drill is nearly so large. */
const RANGE = [-1000, 1000] as const;

/** Half a unit of the last shown place, and a hair for what a machine rounds. */
const HALF = 0.5 * 10 ** -DECIMALS + 1e-9;
const isNear = (a: number, b: number, within = HALF): boolean => Math.abs(a - b) <= within;

/** A slip may have been made with more digits than are shown: in three parts of a thousand it is taken for the same. */
const slackAt = (value: number): number => Math.max(HALF, Math.abs(value) * 0.003);

/**
 * Judges what was typed into a blank. Right is what is within half a unit of the last shown place of the true value, or of
 * what the numbers as they are shown give by hand. `own` are the reader's other numbers, where they may differ.
 */
export const judge = (
  task: Task,
  blank: Blank,
  text: string,
  own?: (id: string) => number | undefined,
): Verdict => {
  const { value, problem } = entryOf(text, RANGE);
  if (value === undefined) return { kind: 'unread', problem };
  const truths = [quantityIn(task.values, blank.id), byHand(task, blank)];
  if (truths.some((truth) => isNear(value, truth))) return { kind: 'right' };

  const slip = slipsOf(task, blank).find((one) => isNear(value, one.value, slackAt(one.value)));
  if (slip) return { kind: 'slip', slip };

  const place = lastPlaceOf(text.trim().replace(',', '.'));
  const isCoarse = place > 10 ** -DECIMALS * 1.5 && place < 0.5;
  if (isCoarse && truths.some((truth) => isNear(value, truth, place / 2 + 1e-9))) return { kind: 'coarse' };

  if (own) {
    const operands = operandsOf(blank).map((id) => own(id) ?? quantityIn(task.values, id));
    if (isNear(value, blank.evaluate(operands))) return { kind: 'carried' };
  }
  return { kind: 'wrong' };
};

/** What a verdict says to the reader. */
export const wordsFor = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'right':
      return 'Right.';
    case 'coarse':
      return 'Right as far as it goes: three decimals are asked for.';
    case 'carried':
      return 'Right from your own numbers: the slip is further up.';
    case 'slip':
      return verdict.slip.words;
    case 'wrong':
      return 'Not this number, and no slip that is known here.';
    case 'unread':
      return verdict.problem;
  }
};
