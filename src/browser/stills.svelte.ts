import { on } from 'svelte/events';
import { MediaQuery } from 'svelte/reactivity';
import type { Story } from '../story/story.svelte.ts';
import { momentAtEndOf, type Chapter, type Moment } from '../story/timeline.ts';

/**
 * On paper, and in a window too low for stage and prose together (a phone on its side, a page at 400 %), each scene shows its
 * still. The same query stands in early.js, which shows them as they were built, and in prose.css and layout.css.
 */
const STILL = 'print, (max-height: 30rem) and (max-width: 63.99rem)';

/** A window that is being resized comes to rest first. */
const REST_MS = 120;

/** Draws the still of a moment into an element, as the story now stands. */
export type DrawStill = (target: Element, moment: Moment) => void;

/** From now on shows the stills where they speak with the reader's own numbers. */
export const showStills = (story: Story, chapters: readonly Chapter[], draw: DrawStill): void => {
  const show = (): void => {
    for (const { scenes } of chapters) {
      for (const { id } of scenes) {
        const target = document.querySelector(`[data-still="${id}"]`);
        if (!target) continue;
        target.replaceChildren();
        draw(target, momentAtEndOf(scenes, id));
      }
    }
  };
  $effect.root(() => {
    const isStill = new MediaQuery(STILL, false);
    $effect(() => on(window, 'beforeprint', show));
    // Again with every other number that is set.
    $effect(() => {
      const { settings } = story;
      if (!isStill.current) return undefined;
      const timer = setTimeout(() => {
        if (settings === story.settings) show();
      }, REST_MS);
      return () => clearTimeout(timer);
    });
  });
};
