import type { Chapter } from './timeline.ts';

/** A step of the essay: its chapter, and its place there from 0. */
export interface Place {
  readonly chapter: string;
  readonly index: number;
}

/** Every step of the essay in reading order, across chapters. */
export const stepsOf = (chapters: readonly Chapter[]): readonly Place[] =>
  chapters.flatMap(({ id, scenes }) =>
    scenes.flatMap(({ steps }) => steps).map((_, index) => ({ chapter: id, index })),
  );

/**
 * Where among all steps the reader is: i while step i is being read, i + ½ between it and the next, −½ before the first.
 * `positionIn` tells the position among a chapter's steps, as `positionAt` gives it.
 */
export const readingAt = (steps: readonly Place[], positionIn: (chapter: string) => number): number => {
  const last = steps.findLastIndex(({ chapter, index }) => positionIn(chapter) > index);
  const step = steps[last];
  if (!step) return -0.5;
  return positionIn(step.chapter) < step.index + 1 ? last : last + 0.5;
};

/** The step that a key asks for; undefined if it asks for none, or for one past either end. */
export const stepNamedBy = (
  key: string,
  steps: readonly Place[],
  positionIn: (chapter: string) => number,
  /** The step that an earlier key is still on the way to. */
  aim?: Place,
): Place | undefined => {
  const now = aim ? steps.indexOf(aim) : readingAt(steps, positionIn);
  switch (key) {
    case 'ArrowRight':
    case 'j':
      return steps[Math.floor(now) + 1];
    case 'ArrowLeft':
    case 'k':
      return steps[Math.ceil(now) - 1];
    default:
      return undefined;
  }
};
