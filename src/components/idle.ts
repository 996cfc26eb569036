/** Does some work when the browser has nothing else to do; soon, where it cannot tell. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 50);
};

/** So long at a time, in ms: far from what anybody notices, also on a slow machine. */
const STRETCH = 4;

/**
 * Does many pieces of work while the browser has nothing else to do, as many at a time as fit into a stretch. Returns how
 * to stop.
 */
export const whileIdle = (pieces: readonly (() => void)[], stretch = STRETCH): (() => void) => {
  let isStopped = false;
  const go = (from: number): void => {
    if (isStopped) return;
    const end = performance.now() + stretch;
    let next = from;
    do pieces[next++]?.();
    while (next < pieces.length && performance.now() < end);
    if (next < pieces.length) whenIdle(() => go(next));
  };
  whenIdle(() => go(0));
  return () => {
    isStopped = true;
  };
};
