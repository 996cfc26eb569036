/** Does some work when the browser has nothing else to do; soon, where it cannot tell. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 50);
};

/** So long at a time, in ms: far from what anybody notices, also on a slow machine. */
const STRETCH = 4;

/**
 * Does many pieces of work while the browser has nothing else to do, as many at a time as fit into a stretch. Returns how
 * to stop. A piece that is done, or never will be, is let go of with all that it holds.
 */
export const whileIdle = (pieces: readonly (() => void)[], stretch = STRETCH): (() => void) => {
  const left = [...pieces];
  const go = (): void => {
    const end = performance.now() + stretch;
    do left.shift()?.();
    while (left.length > 0 && performance.now() < end);
    if (left.length > 0) whenIdle(go);
  };
  whenIdle(go);
  return () => {
    left.length = 0;
  };
};
