/** From this width on the stage stands beside the prose, below it on top. It stands in layout.css too. */
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
export const lineShare = (): 0.6 | 0.8 => (matches(WIDE) ? 0.6 : 0.8);

/** The reading line, in px from the top of the window. */
export const readingLine = (): number => Math.round(innerHeight * lineShare());

/**
 * A long step plays while so much of a window is scrolled, so that it is over before its beginning has left the window, or
 * has gone under the stage. In px.
 */
export const longestPlay = (): number => (matches(WIDE) ? 0.5 : 0.3) * innerHeight;

/** What covers the top of the window, in px: the stage, where it lies above the prose. */
export const coveredTop = (): number => {
  const side = document.querySelector('.side');
  return side === null || matches(WIDE) || matches(LOW) ? 0 : side.clientHeight;
};
