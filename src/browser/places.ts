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

/** How far a chapter has been read: the position among its steps, and where those stand while it is being read. */
interface Read {
  readonly chapter: string;
  readonly position: number;
  readonly spans: readonly Span[];
}

/** How far each chapter has been read, with the reading line at such a height of the document. */
export const readAt = (height: number): readonly Read[] =>
  chapters().map(([chapter, element]) => {
    // Of a chapter that is not being read, nothing else needs to be measured.
    const { top, bottom } = element.getBoundingClientRect();
    if (height < top + scrollY) return { chapter, position: 0, spans: [] };
    if (height > bottom + scrollY) return { chapter, position: stepsIn(chapter).length, spans: [] };
    const spans = spansIn(chapter);
    return { chapter, position: positionAt(spans, height), spans };
  });

/** Id of the section that begins last above such a height of the document. */
export const sectionAt = (height: number): string =>
  all('[data-section]').findLast((section) => topOf(section) <= height)?.id ?? 'top';

/** Whether such a height of the document is above its first chapter. */
export const isBeforeChapters = (height: number): boolean =>
  all('[data-chapter]').every((chapter) => topOf(chapter) > height);
