import { onMount } from 'svelte';
import { inTurn } from './in-turn.ts';

/**
 * How many parts of a figure are there: all `whole` of them, or, where it is to appear gradually, one more each time its
 * turn comes. Call it while a component is being set up.
 */
export const gradual = (isGradual: boolean, whole: number): { readonly parts: number } => {
  let parts = $state(isGradual ? 0 : whole);
  onMount(() => {
    let stop = (): void => undefined;
    const goOn = (): void => {
      if (parts < whole) stop = inTurn(more);
    };
    const more = (): void => {
      parts += 1;
      goOn();
    };
    goOn();
    return () => stop();
  });
  return {
    get parts() {
      return parts;
    },
  };
};
