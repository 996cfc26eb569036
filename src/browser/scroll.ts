import scrollama from 'scrollama';
import { heightHeld, heldAt, type Held } from '../story/position.ts';
import type { Story } from '../story/story.svelte.ts';
import { isAsleep, wake, wakeInTurn } from './asleep.ts';
import { betweenDrawings } from './between-drawings.ts';
import { isBeforeChapters, readAt, sectionAt, spansIn } from './places.ts';
import { lineShare, readingLine } from './reading-line.ts';

/** A place in the text of a chapter. */
interface Place {
  readonly chapter: string;
  readonly held: Held;
}

/**
 * Recomputes from geometry where the reader is: nothing is added up, so however they came there the answer is the same.
 * Returns the place that is read, where it is between the first step of a chapter and its last.
 */
export const place = (story: Story): Place | undefined => {
  const height = scrollY + readingLine();
  // Of a place above the first chapter, what the story says from the start holds.
  if (isAsleep() && isBeforeChapters(height)) return undefined;
  wake();
  const read = readAt(height);
  story.place(Object.fromEntries(read.map(({ chapter, position }) => [chapter, position])));
  story.scene = sectionAt(height);
  return read.flatMap(({ chapter, position, spans }) => {
    const held = position > 0 ? heldAt(spans, height) : undefined;
    return held ? [{ chapter, held }] : [];
  })[0];
};

/**
 * Calls `changed` whenever a step comes on stage or leaves it, by whatever means. scrollama tells that much; where in it the
 * reader is, is always measured.
 */
const watchStage = (changed: () => void): ReturnType<typeof scrollama> => {
  const stage = scrollama();
  wakeInTurn(() =>
    stage.setup({ step: '.step', offset: lineShare() }).onStepEnter(changed).onStepExit(changed),
  );
  return stage;
};

/** So long a resized page may go on changing. */
const SETTLING_MS = 1000;

/** Keeps `story` at where the reader is, until the page is left. Call once, in the browser. */
export const followScroll = (story: Story): void => {
  /** As it was laid out when it was last looked at. */
  let read: Place | undefined;
  const look = (): void => {
    read = place(story);
  };
  let isDue = false;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    void betweenDrawings(() => {
      isDue = false;
      look();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  const stage = watchStage(soon);

  // A turned phone, a resized window, a keyboard on the screen: stay at what was being read, or typed into.
  /** How the page is laid out. For a phone's own bars, which come and go with the scroll, nothing changes in it. */
  const form = (): string => `${innerWidth} ${document.documentElement.scrollHeight}`;
  const hold = (): void => {
    const field = document.activeElement?.closest('input, textarea');
    if (field) field.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    else if (read) {
      const top = heightHeld(spansIn(read.chapter), read.held) - readingLine();
      scrollTo({ top, behavior: 'instant' });
    }
  };
  let last = form();
  /** Until then what a new form of the page brings with it, its stills say, is still coming. */
  let settled = 0;
  const reform = (isDue: boolean): void => {
    if (isDue && form() !== last) hold();
    last = form();
    soon();
  };
  new ResizeObserver(() => reform(performance.now() < settled)).observe(document.body);
  addEventListener('resize', () => {
    stage.resize();
    settled = performance.now() + SETTLING_MS;
    reform(true);
  });
  look();
};
