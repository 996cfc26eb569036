/** A browser that never finds a moment is not waited for longer than this, in ms. */
const LONGEST = 1000;

/** Does some work when the browser has nothing else to do; soon, where it cannot tell. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: LONGEST });
  else setTimeout(work, 50);
};

/** So long at a time, in ms: far from what anybody notices, also on a slow machine. */
const STRETCH = 4;

/**
 * Does many pieces of work while the browser has nothing else to do, as many at a time as fit into a stretch. Asks for a
 * piece when its turn has come, so that finding the pieces may be work for several turns as well. Returns how to stop; what
 * the pieces hold is then let go of.
 */
export const whileIdle = (pieces: Iterable<() => unknown>, stretch = STRETCH): (() => void) => {
  let left: Iterator<() => unknown> | undefined = pieces[Symbol.iterator]();
  const go = (): void => {
    const end = performance.now() + stretch;
    while (left) {
      const next = left.next();
      if (next.done) left = undefined;
      else next.value();
      if (performance.now() >= end) break;
    }
    if (left) whenIdle(go);
  };
  whenIdle(go);
  return () => {
    left = undefined;
  };
};
