import { getContext } from 'svelte';

/** Under which name what comes in parts says how many of them are shown. */
export const SHOWN = 'parts shown';

/** How many parts may be there already: all of them, where nothing comes in parts. Call while a component is set up. */
export const partsShown = (): (() => number) =>
  getContext<(() => number) | undefined>(SHOWN) ?? (() => Infinity);
