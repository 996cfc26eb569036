import type { Frame } from '../story/frame.ts';

// What a stage shows follows the frame a piece at a time, one piece for each time the screen is drawn: all in one is more
// than a slow machine has time for. At rest every piece shows the frame, however it came there.

/**
 * The pieces that follow the figure, in their order: the nodes of a network after its edges, then what is written below: a
 * line, in symbols where it is a formula, its numbers, and a table.
 */
const FOLLOWING = ['nodes', 'line', 'numbers', 'table'] as const;

/** What a stage shows: the frame of each piece. */
export interface Shown {
  /** Whether it is more than the empty stage that is built. */
  readonly isLive: boolean;
  /** There is no figure: another one is due. */
  readonly isCleared: boolean;
  readonly figure: Frame;
  readonly nodes: Frame;
  /** Undefined while there is nothing to say. */
  readonly line: Frame | undefined;
  readonly numbers: Frame | undefined;
  readonly table: Frame | undefined;
}

/** As a stage is built. */
export const builtShown = (frame: Frame): Shown => ({
  isLive: false,
  isCleared: true,
  figure: frame,
  nodes: frame,
  line: undefined,
  numbers: undefined,
  table: undefined,
});

/** Whether a frame says something else than another one, not only that it is further on. */
const isAnother = (a: Frame, b: Frame | undefined): boolean =>
  b === undefined ||
  a.dials.figure !== b.dials.figure ||
  a.current?.op !== b.current?.op ||
  a.known !== b.known ||
  !a.nudge !== !b.nudge;

/** What is shown after one more piece of work; the same object where `frame` is shown in full. */
export const nextShown = (shown: Shown, frame: Frame): Shown => {
  if (!shown.isLive) return { ...shown, isLive: true };
  if (shown.isCleared) return { ...shown, isCleared: false, figure: frame, nodes: frame };
  // A movement under way goes on while what is said of it is still being written.
  const figure = isAnother(frame, shown.figure) ? shown.figure : frame;
  const behind = FOLLOWING.find((piece) => isAnother(figure, shown[piece]));
  // Little changes in a table that is there: it goes with the nodes.
  if (behind === 'nodes') return { ...shown, figure, nodes: figure, table: shown.table && figure };
  if (behind) return { ...shown, figure, [behind]: figure };
  if (frame.dials.figure !== figure.dials.figure)
    return { ...shown, isCleared: true, line: undefined, numbers: undefined, table: undefined };
  if (figure !== frame) return { ...shown, figure: frame };
  const isAll = shown.figure === frame && FOLLOWING.every((piece) => shown[piece] === frame);
  return isAll ? shown : { ...shown, figure: frame, nodes: frame, line: frame, numbers: frame, table: frame };
};
