import { untrack } from 'svelte';
import { on } from 'svelte/events';
import { queryOf, settingsFrom } from '../story/permalink.ts';
import type { Story } from '../story/story.svelte.ts';
import { atRest } from './rest.ts';

/**
 * Browsers limit how often an address may be written, and have work to do for each: none while the page is scrolled. Written
 * as it then stands, it keeps up with what runs by itself.
 */
const EVERY_MS = 350;

/** Sets what the address says, then keeps the address at what is set and where it is read. Call while a component is set up. */
export const followAddress = (story: Story): void => {
  const address = $derived(
    queryOf(story.settings, story.phase) + (story.scene === 'top' ? '' : `#${story.scene}`),
  );
  const writing = atRest(() => {
    history.replaceState(history.state, '', location.pathname + address);
  }, EVERY_MS);

  $effect(() => {
    untrack(() => {
      const { settings, phase, notices } = settingsFrom(location.search);
      // Without a link the story stands where it begins, or where somebody put it who turned a dial before this was here.
      if (location.search) story.begin(settings, phase);
      story.notices = [...story.notices, ...notices];
    });
    return on(window, 'scroll', writing.moved, { passive: true });
  });
  $effect(() => {
    if (address !== location.search + location.hash) writing.due();
  });
};
