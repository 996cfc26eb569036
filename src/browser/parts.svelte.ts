import { setContext } from 'svelte';
import { drawn } from './at-work.ts';
import { whileIdle } from './idle.ts';
import { SHOWN } from './parts-shown.ts';

/**
 * Lets what is inside come part by part, one in each idle moment, so that nothing waits for the whole of it. Call while a
 * component is set up; `start` begins, `areAll` tells when it is over and has found its size.
 */
export const inParts = (count: number) => {
  let shown = $state(0);
  let areAll = $state(false);
  setContext(SHOWN, () => shown);
  const part = (): void => {
    shown += 1;
  };
  /** What measures its box is told of it with the next drawing, and is drawn in the one after. */
  const settle = async (): Promise<void> => {
    await drawn();
    await drawn();
    areAll = true;
  };
  return {
    start: (): (() => void) =>
      whileIdle([...Array.from({ length: count }, () => part), () => void settle()], 0),
    get areAll(): boolean {
      return areAll;
    },
  };
};
