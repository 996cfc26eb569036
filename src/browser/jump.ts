import { heightAt } from '../story/position.ts';
import { wake } from './asleep.ts';
import { spansIn, stepsIn, topOf } from './places.ts';
import { coveredTop, readingLine } from './reading-line.ts';

/** What is left between the words a jump lands on and what covers the window above them, in px. */
const AIR = 8;

/** How far into a step a jump lands: its movement is over. */
const SETTLED = 0.8;

/** Where a step begins for whoever reads it: the first of a scene with the title above it. */
const beginningOf = (step: Element): number => {
  const title = step.previousElementSibling?.previousElementSibling;
  return topOf(title?.localName === 'h3' ? title : step);
};

/** Scrolls so that step `index` of a chapter (from 0) is on stage, its movement over and its first words still in view. */
export const goToStep = (chapter: string, index: number, isSmooth: boolean): void => {
  // What sleeps cannot be measured.
  wake();
  const step = stepsIn(chapter)[index];
  if (!step) return;
  const top = Math.min(
    heightAt(spansIn(chapter), index + SETTLED) - readingLine(),
    beginningOf(step) - coveredTop() - AIR,
  );
  scrollTo({ top, behavior: isSmooth ? 'smooth' : 'instant' });
};

/** Scrolls to the beginning of the page, or to its end. */
export const goToEdge = (isEnd: boolean, isSmooth: boolean): void => {
  wake();
  const top = isEnd ? document.documentElement.scrollHeight : 0;
  scrollTo({ top, behavior: isSmooth ? 'smooth' : 'instant' });
};

/** The sections that follow the last step. */
const AFTER = ['glossary', 'coda'];

/**
 * Where no step is left for a key, goes on to the next section after the last one, or back to the opening. Whether there was
 * one.
 */
export const goPast = (key: string, scene: string, isSmooth: boolean): boolean => {
  const isForward = key === 'ArrowRight' || key === 'j';
  if (!isForward && key !== 'ArrowLeft' && key !== 'k') return false;
  const next = isForward ? AFTER[AFTER.indexOf(scene) + 1] : 'top';
  const target = document.getElementById(next ?? '');
  if (!target) return false;
  wake();
  scrollTo({ top: topOf(target), behavior: isSmooth ? 'smooth' : 'instant' });
  return true;
};

/** Lands on a scene so that its first step is on stage, where an anchor alone would stop somewhere near. */
const land = (id: string): void => {
  const target = document.getElementById(id);
  const first = target?.querySelector('.step');
  const chapter = first?.closest('[data-chapter]')?.getAttribute('data-chapter');
  if (first && typeof chapter === 'string') {
    goToStep(chapter, stepsIn(chapter).indexOf(first), false);
    return;
  }
  // Where the browser went to may have been a place on a page half asleep.
  wake();
  target?.scrollIntoView({ behavior: 'instant' });
};

/** The id that an address ends in; "" for one that cannot be decoded. */
const idIn = (address: string): string => {
  try {
    return decodeURIComponent(new URL(address).hash.slice(1));
  } catch {
    return '';
  }
};

/**
 * Whether the page has been gone to just now. Reloaded or gone back to, or by a link to words of it (`#:~:text=`), the browser
 * knows the place better.
 */
const isFresh = (): boolean => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'navigate' && !visit.name.includes(':~:');
};

/** Whether the reader has scrolled by hand since the page came: early.js notes it, for scripts may come late. */
const hasScrolled = (): boolean => 'scrolled' in document.documentElement.dataset;

/** Lands every jump within the page: by its address as it is opened, by links, back and forth. Call once, in the browser. */
export const followJumps = (): void => {
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
  if (isFresh() && location.hash && !hasScrolled()) land(idIn(location.href));
};
