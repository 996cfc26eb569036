import type { ClientDirective } from 'astro';
import { wakeInOrder } from './waking.ts';

/** Calls `done` once, when an element comes so near to the window. Returns how to stop waiting. */
export const whenNear = (island: Element, rootMargin: string, done: () => void): (() => void) => {
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      done();
    },
    { rootMargin },
  );
  // An island has no box of its own.
  for (const child of island.children) seen.observe(child);
  return () => seen.disconnect();
};

/** The directive `client:near`, with a CSS margin: wakes an island when it comes so near to the window. */
const near: ClientDirective = (load, { value }, island) => {
  whenNear(island, value, () => wakeInOrder(load));
};

export default near;
