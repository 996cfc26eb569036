import { WHOLE } from '../figures/parts.ts';
import type { Frame } from '../story/frame.ts';

// What a stage shows follows the frame a piece at a time, one piece for each time the screen is drawn: all in one is more
// than a slow machine has time for. At rest figure and line show the frame, however they came there.

/** What a stage shows. */
export interface Shown {
  /** Whether it is more than the empty stage that is built. */
  readonly isLive: boolean;
  /** The frame that the figure shows. */
  readonly drawn: Frame;
  /** There is no figure: another one is due. */
  readonly isCleared: boolean;
  /** How long the figure that has just come on is still being built, in drawings of the screen. */
  readonly building: number;
  /** The frames that the line under the figure and the table below it show; undefined while there is nothing to say. */
  readonly written: Frame | undefined;
  readonly filed: Frame | undefined;
}

/** The largest figure takes so many drawings of the screen, after its first, to be whole. */
export const BUILDING = WHOLE;

/** As a stage is built. */
export const builtShown = (frame: Frame): Shown => ({
  isLive: false,
  drawn: frame,
  isCleared: true,
  building: 0,
  written: undefined,
  filed: undefined,
});

/** Whether the line under the figure is another one, not only further on. */
const isAnotherLine = (a: Frame, b: Frame | undefined): boolean =>
  b === undefined || a.current?.op !== b.current?.op || a.known !== b.known || !a.nudge !== !b.nudge;

/** What is shown after one more piece of work; the same object where `frame` is shown in full. */
export const nextShown = (shown: Shown, frame: Frame): Shown => {
  const { drawn, written, filed } = shown;
  if (!shown.isLive) return { ...shown, isLive: true };
  if (shown.isCleared) return { ...shown, isCleared: false, drawn: frame, building: BUILDING };
  if (shown.building > 0) return { ...shown, building: shown.building - 1 };
  if (isAnotherLine(drawn, written)) return { ...shown, written: drawn };
  if (isAnotherLine(drawn, filed)) return { ...shown, filed: drawn };
  if (frame === drawn) return shown;
  if (frame.dials.figure !== drawn.dials.figure)
    return { ...shown, isCleared: true, written: undefined, filed: undefined };
  return isAnotherLine(frame, written)
    ? { ...shown, drawn: frame }
    : { ...shown, drawn: frame, written: frame, filed: frame };
};
