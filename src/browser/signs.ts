// Signs on the page that islands wake by: what gives one and who waits for it need not know each other.

/** On <html> once the reader has set something: what was built is no longer true. */
const CHANGED = 'data-changed';

/** On what wakes as a whole, a chapter with its stage or a lab. */
export const NEAR = 'data-near';
/** What it says once that has come near. */
const NOW = 'now';

/** Says that the reader has set something. Call as often as you like. */
export const tellChanged = (): void => document.documentElement.setAttribute(CHANGED, NOW);

/** Says that a chapter or lab has come near. */
export const tellNear = (whole: Element): void => whole.setAttribute(NEAR, NOW);

export type Sign = 'changed' | 'near';

/**
 * Calls `done` once: when the reader has set something, or when what the island is in comes near, whichever of them is
 * waited for. What is in nothing that could come is near.
 */
export const whenTold = (island: Element, signs: readonly Sign[], done: () => void): void => {
  const places = signs.map((sign) =>
    sign === 'changed'
      ? ([document.documentElement, CHANGED] as const)
      : ([island.closest(`[${NEAR}]`), NEAR] as const),
  );
  const isTold = (): boolean => places.some(([place, name]) => !place || place.getAttribute(name) === NOW);
  if (isTold()) {
    done();
    return;
  }
  const watching = new MutationObserver(() => {
    if (!isTold()) return;
    watching.disconnect();
    done();
  });
  for (const [place, name] of places) if (place) watching.observe(place, { attributeFilter: [name] });
};
