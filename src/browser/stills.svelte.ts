import { on } from 'svelte/events';
import { MediaQuery } from 'svelte/reactivity';
import { DEFAULTS } from '../story/settings.ts';
import type { Story } from '../story/story.svelte.ts';
import { momentAtEndOf, type Chapter, type Moment } from '../story/timeline.ts';

/**
 * On paper, and in a window too low for stage and prose together (a phone on its side, a page at 400 %), each scene shows its
 * still. The same query stands in prose.css and layout.css.
 */
const STILL = 'print, (max-height: 30rem) and (max-width: 63.99rem)';

/** A window that is being resized comes to rest first. */
const REST_MS = 120;

/** Draws the still of a moment into an element, as the story now stands. */
export type DrawStill = (target: Element, moment: Moment) => void;

/**
 * Shows the stills where they speak: as built until the reader has set something, then with the reader's own numbers. What
 * draws them is loaded then, so that it costs nothing before: a page about to be printed cannot wait. Call while a component
 * is set up.
 */
export const showStills = (
  story: Story,
  chapters: readonly Chapter[],
  load: () => Promise<DrawStill>,
): void => {
  const isStill = new MediaQuery(STILL, false);
  let draw = $state.raw<DrawStill>();
  $effect(() => {
    if (story.settings === DEFAULTS || draw) return;
    void load().then((loaded) => (draw = loaded));
  });

  const policy =
    typeof trustedTypes === 'undefined'
      ? undefined
      : trustedTypes.createPolicy('stills', { createHTML: (html: string) => html });
  const show = (): void => {
    for (const { scenes } of chapters) {
      for (const { id } of scenes) {
        const target = document.querySelector(`[data-still="${id}"]`);
        const built = target?.querySelector('noscript');
        if (!target) continue;
        if (draw) {
          target.replaceChildren();
          draw(target, momentAtEndOf(scenes, id));
        } else if (built) {
          // This page's own words: what a browser without scripts would have shown here.
          const html = built.textContent;
          target.innerHTML = policy?.createHTML(html) ?? html;
        }
      }
    }
  };

  $effect(() => on(window, 'beforeprint', show));
  $effect(() => {
    const isReady = story.settings === DEFAULTS || draw !== undefined;
    if (!isStill.current || !isReady) return undefined;
    // Again with every other number that is set.
    const timer = setTimeout(show, REST_MS);
    return () => clearTimeout(timer);
  });
};
