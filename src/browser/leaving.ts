import { betweenDrawings } from './between-drawings.ts';

/** It has left when its lower edge has come so far up, as a share of the window. */
const GONE = 0.45;
/** What is taller than the window is still in use when its lower edge comes into sight: it begins to leave so much later. */
const IN_USE = 0.3;

/**
 * Tells, now and whenever the page is scrolled or resized, how far an element is on its way out at the top: 0 as long as its
 * lower edge is at the window's or under it, 1 once that is well up. On paper nothing is scrolled. Returns how to end it.
 */
export const followLeaving = (element: Element, tell: (share: number) => void): (() => void) => {
  let isDue = false;
  const measure = (): void => {
    isDue = false;
    const { height, bottom } = element.getBoundingClientRect();
    const begins = height > innerHeight ? IN_USE : 0;
    const left = 1 - bottom / innerHeight;
    tell(Math.min(1, Math.max(0, (left - begins) / GONE)));
  };
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    void betweenDrawings(measure);
  };
  const listening = new AbortController();
  const options = { passive: true, signal: listening.signal };
  for (const event of ['scroll', 'resize']) addEventListener(event, soon, options);
  addEventListener('beforeprint', () => tell(0), options);
  addEventListener('afterprint', measure, options);
  measure();
  return () => listening.abort();
};
