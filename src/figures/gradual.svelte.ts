import { onMount } from 'svelte';
import { inTurn } from './in-turn.ts';

/**
 * How many parts of a figure are there: all `whole` of them, or, where it is to appear gradually, one more each time the
 * screen is drawn. Call it while a component is being set up.
 */
export const gradual = (isGradual: boolean, whole: number): { readonly parts: number } => {
  let parts = $state(isGradual ? 0 : whole);
  onMount(() => inTurn(...Array.from({ length: whole - parts }, () => () => (parts += 1))));
  return {
    get parts() {
      return parts;
    },
  };
};
