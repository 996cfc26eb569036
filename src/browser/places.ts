import { positionAt, type Span } from '../story/position.ts';
import { longestPlay } from './reading-line.ts';

// Where things stand in the document. Read whenever it is asked for, so that it holds whatever has changed its size since.

const found = new Map<string, readonly Element[]>();

/** The elements that a selector finds, looked for once: those of the prose stay as they were built. */
const all = (selector: string): readonly Element[] => {
  const elements = found.get(selector) ?? [...document.querySelectorAll(selector)];
  found.set(selector, elements);
  return elements;
};

/** The chapters of the page, by the id in their `data-chapter`. */
const chapters = (): readonly (readonly [string, Element])[] =>
  all('[data-chapter]').map((chapter) => [chapter.getAttribute('data-chapter') ?? '', chapter]);

/** The steps of a chapter, in reading order. */
export const stepsIn = (chapter: string): readonly Element[] => all(`[data-chapter="${chapter}"] .step`);

/** In px from the top of the document. */
export const topOf = (element: Element): number => element.getBoundingClientRect().top + scrollY;

/** Where a step stands while it plays. */
const playedSpanOf = (step: Element): Span => {
  const { top, bottom } = step.getBoundingClientRect();
  return { top: top + scrollY, bottom: Math.min(bottom, top + longestPlay()) + scrollY };
};

export const spansIn = (chapter: string): readonly Span[] => stepsIn(chapter).map(playedSpanOf);

/** The position among each chapter's steps, by its id, with the reading line at such a height of the document. */
export const positionsAt = (height: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    chapters().map(([id, chapter]) => {
      // Of a chapter that is not being read, nothing else needs to be measured.
      const { top, bottom } = chapter.getBoundingClientRect();
      if (height < top + scrollY) return [id, 0];
      if (height > bottom + scrollY) return [id, stepsIn(id).length];
      return [id, positionAt(spansIn(id), height)];
    }),
  );

/** Id of the section that begins last above such a height of the document. */
export const sectionAt = (height: number): string =>
  all('[data-section]').findLast((section) => topOf(section) <= height)?.id ?? 'top';

/** Whether such a height of the document is above its first chapter. */
export const isBeforeChapters = (height: number): boolean =>
  all('[data-chapter]').every((chapter) => topOf(chapter) > height);
