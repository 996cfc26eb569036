import { RUN_STEPS } from './essay.ts';
import type { Reading } from './reading.ts';
import type { WorldName } from './world.ts';

/** How a number may be written in prose, where its kind's own way is not wanted. */
export type Style = 'plain' | 'percent' | 'count' | 'size' | 'precise' | 'word';

/**
 * A number that is asked about: `q` and `at` as in prose, `back` training steps before that (an update leads there).
 * Relative to the step that the page shows, so that an answer follows when the reader moves on.
 */
export interface Subject {
  readonly q: string;
  readonly at?: string | undefined;
  readonly back?: number;
  readonly as?: Style | undefined;
  /** The essay's own unless given. */
  readonly world?: WorldName | undefined;
}

/** The training step that `at` names. Throws RangeError if it is not a whole number within the run. */
export const stepNamed = (at: string | undefined, now: number): number => {
  if (at === undefined || at === '') return now;
  const step = at.startsWith('+') ? now + Number(at.slice(1)) : Number(at);
  if (!Number.isInteger(step) || step < 0 || step > RUN_STEPS + 1) {
    throw new RangeError(`Expected a training step from 0 to ${RUN_STEPS}, or +n, found "${at}"`);
  }
  return step;
};

/** The step a subject is of: never before the start of the run, nor past its end. */
export const stepOf = ({ settings }: Reading, { at, back = 0 }: Subject): number =>
  Math.min(RUN_STEPS + 1, Math.max(0, stepNamed(at, settings.step) - back));
