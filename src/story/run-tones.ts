import type { Run } from './run.ts';
import { seriesOf } from './series.ts';
import { shareOfStep } from './step-axis.ts';

// The curve of the loss as a tone: its pitch falls with the loss. Time goes along the logarithmic axis of steps.

/** How long a whole run sounds, in s. */
export const SOUNDS_FOR = 6;

/** The pitch of no loss at all, in Hz, and how many octaves higher the largest loss of the run is. */
const LOWEST = 110;
const OCTAVES = 3;

/** A pitch from some moment on, until the next one. */
export interface Tone {
  readonly step: number;
  /** In s. */
  readonly at: number;
  /** In Hz. */
  readonly pitch: number;
}

/** The pitch of a loss, where the largest that there is sounds highest: every octave is as high as every other. */
const pitchOf = (loss: number, largest: number): number =>
  LOWEST * 2 ** (OCTAVES * (largest > 0 ? loss / largest : 0));

/** The tone of every step, in order. A run that ends early sounds for a shorter time. */
export const tonesOf = (run: Run): readonly Tone[] => {
  const { losses } = seriesOf(run);
  const largest = Math.max(...losses);
  return losses.map((loss, step) => ({
    step,
    at: shareOfStep(step) * SOUNDS_FOR,
    pitch: pitchOf(loss, largest),
  }));
};
