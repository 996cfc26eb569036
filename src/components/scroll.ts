import scrollama from 'scrollama';
import { betweenDrawings } from '../figures/between-drawings.ts';
import { heightAt, positionAt, type Span } from '../story/position.ts';
import { story } from '../story/story.svelte.ts';
import { isAsleep, wake, wakeInTurn } from './asleep.ts';

/** Below this width the stage lies on top of the prose. It stands in layout.css too. */
const WIDE = '(min-width: 64rem)';

/** In a window this low the stage is not over the prose. */
const LOW = '(max-height: 30rem)';

const media = new Map<string, MediaQueryList>();

/** Whether the window is so. Asked in every frame that scrolls, so each query is made only once. */
const matches = (query: string): boolean => {
  const list = media.get(query) ?? matchMedia(query);
  media.set(query, list);
  return list.matches;
};

/** How far down the window the reading line is: a step is on stage while it crosses it. */
const lineShare = (): 0.6 | 0.8 => (matches(WIDE) ? 0.6 : 0.8);

const readingLine = (): number => Math.round(innerHeight * lineShare());

interface Places {
  readonly chapters: ReadonlyMap<string, readonly Span[]>;
  readonly sections: readonly { readonly id: string; readonly top: number }[];
}

const spanOf = (element: Element): Span => {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: top + scrollY, bottom: bottom + scrollY };
};

/**
 * A long step plays while so much of a window is scrolled, so that it is over before its beginning has left the window, or
 * has gone under the stage.
 */
const longest = (): number => (matches(WIDE) ? 0.5 : 0.3);

const playedSpanOf = (step: Element): Span => {
  const { top, bottom } = spanOf(step);
  return { top, bottom: Math.min(bottom, top + longest() * innerHeight) };
};

const measured = (): Places => ({
  chapters: new Map(
    [...document.querySelectorAll('[data-chapter]')].map((chapter) => [
      chapter.getAttribute('data-chapter') ?? '',
      [...chapter.querySelectorAll('.step')].map(playedSpanOf),
    ]),
  ),
  sections: [...document.querySelectorAll('[data-section]')].map((section) => ({
    id: section.id,
    top: spanOf(section).top,
  })),
});

let places: Places | undefined;

/** Where everything stands in the document: read once, and again when something has changed size. */
const currentPlaces = (): Places => {
  wake();
  return (places ??= measured());
};

/** Where in the document the reading line was when last looked at. */
let lastLine = 0;

/** A page still asleep, and read above its first chapter: what the story says of such a place from the start holds. */
const isBeforeChapters = (): boolean =>
  isAsleep() && (document.querySelector('[data-chapter]')?.getBoundingClientRect().top ?? 0) > readingLine();

/** Recomputes from geometry where the reader is: nothing is added up, so however they came there the answer is the same. */
const place = (): void => {
  if (isBeforeChapters()) return;
  const { chapters, sections } = currentPlaces();
  const y = scrollY + readingLine();
  lastLine = y;
  story.place(Object.fromEntries([...chapters].map(([id, spans]) => [id, positionAt(spans, y)])));
  story.scene = sections.findLast(({ top }) => top <= y)?.id ?? 'top';
};

/** The step of a chapter (from 0) that a position lies in. */
export const stepIndex = (position: number, steps: number): number =>
  Math.min(steps - 1, Math.max(0, Math.ceil(position) - 1));

/** What is left between the words a jump lands on and what covers the window above them, in px. */
const AIR = 8;

/** How far into a step a jump lands: its movement is over. */
const SETTLED = 0.8;

/** What covers the top of the window: the stage, where it lies above the prose. */
const coveredTop = (): number =>
  matches(WIDE) || matches(LOW) ? 0 : (document.querySelector('.side')?.clientHeight ?? 0);

/** Where a step begins for whoever reads it: the first of a scene with the title above it. */
const beginningOf = (step: Element): number => {
  const title = step.previousElementSibling?.previousElementSibling;
  return spanOf(title?.localName === 'h3' ? title : step).top;
};

/** The scroll at which step `index` of a chapter is on stage, its movement over and its first words still in view. */
const scrollFor = (chapter: string, index: number): number | undefined => {
  const spans = currentPlaces().chapters.get(chapter) ?? [];
  const step = document.querySelectorAll(`[data-chapter="${chapter}"] .step`)[index];
  if (!step) return undefined;
  return Math.min(heightAt(spans, index + SETTLED) - readingLine(), beginningOf(step) - coveredTop() - AIR);
};

/** Scrolls so that step `index` of a chapter (from 0) is on stage. */
export const goToStep = (chapter: string, index: number): void => {
  const top = scrollFor(chapter, index);
  if (top !== undefined) scrollTo({ top, behavior: story.motion ? 'smooth' : 'instant' });
};

/** Lands on a scene so that its first step is on stage, where an anchor alone would stop somewhere near. */
const land = (id: string): void => {
  const target = document.getElementById(id);
  const first = target?.querySelector('.step');
  const chapter = first?.closest('[data-chapter]');
  if (!first || !chapter) {
    // Where the browser went to may have been a place on a page half asleep.
    wake();
    target?.scrollIntoView({ behavior: 'instant' });
    return;
  }
  const index = [...chapter.querySelectorAll('.step')].indexOf(first);
  const top = scrollFor(chapter.getAttribute('data-chapter') ?? '', index);
  if (top !== undefined) scrollTo({ top, behavior: 'instant' });
};

/** The id that an address ends in; "" for one that cannot be decoded. */
const idIn = (address: string): string => {
  try {
    return decodeURIComponent(new URL(address).hash.slice(1));
  } catch {
    return '';
  }
};

/** Keeps `story` at where the reader is, until the page is left. Call once, in the browser. */
export const followScroll = (): void => {
  let isDue = false;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    betweenDrawings(() => {
      isDue = false;
      place();
    });
  };
  const again = (): void => {
    places = undefined;
    soon();
  };
  addEventListener('scroll', soon, { passive: true });

  // A turned phone or a resized window: stay at the step that was being read.
  let width = innerWidth;
  addEventListener('resize', () => {
    const isReflowed = innerWidth !== width;
    width = innerWidth;
    if (!isReflowed) {
      again();
      return;
    }
    // By the line as it was: the window has its new size already, and perhaps another share of it.
    const reading = [...currentPlaces().chapters].find(
      ([, spans]) =>
        lastLine >= (spans[0]?.top ?? Infinity) && lastLine <= (spans[spans.length - 1]?.bottom ?? -Infinity),
    );
    const position = reading ? story.positionIn(reading[0]) : undefined;
    places = undefined;
    const spans = reading ? currentPlaces().chapters.get(reading[0]) : undefined;
    if (spans && position !== undefined)
      scrollTo({ top: heightAt(spans, position) - readingLine(), behavior: 'instant' });
    soon();
  });
  new ResizeObserver(again).observe(document.body);
  void document.fonts.ready.then(again);

  // scrollama tells when a chapter comes or goes, by whatever means; where in it the reader is, is always measured. Watching
  // each step would cost time in every frame.
  wakeInTurn(() =>
    scrollama().setup({ step: '[data-chapter]', offset: lineShare() }).onStepEnter(soon).onStepExit(soon),
  );

  // By the address that was gone to: the page may have written another since.
  addEventListener('hashchange', ({ newURL }) => land(idIn(newURL)));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    if (!id || id !== location.hash.slice(1)) return;
    // The same hash again fires no hashchange.
    event.preventDefault();
    land(id);
  });
  const [navigation] = performance.getEntriesByType('navigation');
  const isFresh = navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
  if (isFresh && location.hash) land(idIn(location.href));
  place();
};
