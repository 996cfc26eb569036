import { getContext, setContext } from 'svelte';
import { whileIdle } from './idle.ts';

const SHOWN = Symbol('how many parts are shown');

/**
 * Lets what is inside come part by part, one in each idle moment, so that nothing waits for the whole of it. Call while a
 * component is set up; `start` begins, `areAll` tells when it is over.
 */
export const inParts = (count: number) => {
  let shown = $state(0);
  setContext(SHOWN, () => shown);
  return {
    start: (): (() => void) =>
      whileIdle(
        Array.from({ length: count }, () => () => {
          shown += 1;
        }),
        0,
      ),
    get areAll(): boolean {
      return shown >= count;
    },
  };
};

/** How many parts may be there already: all of them, where nothing comes in parts. Call while a component is set up. */
export const partsShown = (): (() => number) =>
  getContext<(() => number) | undefined>(SHOWN) ?? (() => Infinity);
