import { momentAt, stopsOf, type Chapter, type Moment } from './timeline.ts';

/** How far a figure has come: not begun, in the midst of a movement half way through, and at its end. */
export const POSES = ['begin', 'half', 'end'] as const;

export type Pose = (typeof POSES)[number];

/** The steps of one chapter in a row that show a figure. */
interface Stretch {
  readonly chapter: Chapter;
  readonly first: number;
  readonly count: number;
}

const stretchesOf = (chapter: Chapter, figure: string): readonly Stretch[] => {
  const shows = stopsOf(chapter.scenes).map(({ end }) => end.figure === figure);
  return shows.flatMap((isShown, first) => {
    if (!isShown || shows[first - 1] === true) return [];
    const end = shows.indexOf(false, first);
    return [{ chapter, first, count: (end < 0 ? shows.length : end) - first }];
  });
};

/** Where in a step half of its movement is over, and where all of it is: shares that no place in the essay can round. */
const HALF = 5 / 16;
const OVER = 1023 / 1024;

/**
 * A figure at three places of the longest stretch of the essay that it is on stage for. Throws RangeError for a figure of no
 * scene.
 */
export const posesOf = (chapters: readonly Chapter[], figure: string): Readonly<Record<Pose, Moment>> => {
  const stretches = chapters.flatMap((chapter) => stretchesOf(chapter, figure));
  const [longest] = stretches.toSorted((a, b) => b.count - a.count);
  if (!longest) throw new RangeError(`Expected a figure that a scene shows, found "${figure}"`);
  const { chapter, first, count } = longest;
  const at = (position: number): Moment => {
    const moment = momentAt(chapter.scenes, position);
    if (!moment) throw new RangeError(`Expected steps in ${chapter.id}, found none`);
    return moment;
  };
  return {
    begin: at(first),
    half: at(first + Math.floor(count / 2) + HALF),
    end: at(first + count - 1 + OVER),
  };
};
