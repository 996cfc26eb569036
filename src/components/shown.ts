import type { Frame } from '../story/frame.ts';

// What a stage shows follows the frame a piece at a time, one piece for each time the screen is drawn: all in one is more
// than a slow machine has time for. At rest every piece shows the frame, however it came there.

/**
 * The pieces that follow the figure, in their order: what is written along the edges of a network, its hidden neurons, its
 * two ends, then what is written below: a line, in two pieces, and a table.
 */
const FOLLOWING = ['labels', 'hidden', 'ends', 'coming', 'line', 'table'] as const;

/** What a stage shows: the frame of each piece. */
export interface Shown {
  /** There is no figure: another one is due. */
  readonly isCleared: boolean;
  readonly figure: Frame;
  readonly labels: Frame;
  readonly hidden: Frame;
  readonly ends: Frame;
  /** Whose line is being written, unseen. Undefined while there is nothing to say, as for what is written. */
  readonly coming: Frame | undefined;
  readonly line: Frame | undefined;
  readonly table: Frame | undefined;
}

/** A stage on which nothing is yet, at a frame. */
const cleared = (frame: Frame): Shown => ({
  isCleared: true,
  figure: frame,
  labels: frame,
  hidden: frame,
  ends: frame,
  coming: undefined,
  line: undefined,
  table: undefined,
});

/** Whether a frame says something else than another one, not only that it is further on. */
const isAnother = (a: Frame, b: Frame | undefined): boolean =>
  b === undefined ||
  a.dials.figure !== b.dials.figure ||
  a.current?.op !== b.current?.op ||
  a.known !== b.known ||
  !a.nudge !== !b.nudge;

/** What is shown after one more piece of work; the same object where `frame` is shown in full. At first it is nothing. */
export const nextShown = (shown: Shown | undefined, frame: Frame): Shown => {
  if (!shown) return cleared(frame);
  if (shown.isCleared) return { ...cleared(frame), isCleared: false };
  // A movement under way goes on while what is said of it is still being written.
  const figure = isAnother(frame, shown.figure) ? shown.figure : frame;
  const behind = FOLLOWING.find((piece) => isAnother(figure, shown[piece]));
  if (behind) return { ...shown, figure, [behind]: figure };
  if (frame.dials.figure !== figure.dials.figure) return cleared(figure);
  if (figure !== frame) return { ...shown, figure: frame };
  const isAll = shown.figure === frame && FOLLOWING.every((piece) => shown[piece] === frame);
  if (isAll) return shown;
  return {
    isCleared: false,
    figure: frame,
    labels: frame,
    hidden: frame,
    ends: frame,
    coming: frame,
    line: frame,
    table: frame,
  };
};
