import { betweenDrawings } from './between-drawings.ts';

/** It has left when its lower edge has come so far up, as a share of the window. */
const GONE = 0.45;

/**
 * Tells, now and whenever the page is scrolled or resized, how far an element is on its way out at the top: 0 as long as its
 * lower edge is at the window's or under it, 1 once that is well up. On paper nothing is scrolled. Returns how to end it.
 */
export const followLeaving = (element: Element, tell: (share: number) => void): (() => void) => {
  let isDue = false;
  const measure = (): void => {
    isDue = false;
    const left = 1 - element.getBoundingClientRect().bottom / innerHeight;
    tell(Math.min(1, Math.max(0, left / GONE)));
  };
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    betweenDrawings(measure);
  };
  const listening = new AbortController();
  const options = { passive: true, signal: listening.signal };
  for (const event of ['scroll', 'resize']) addEventListener(event, soon, options);
  addEventListener('beforeprint', () => tell(0), options);
  addEventListener('afterprint', measure, options);
  measure();
  return () => listening.abort();
};
