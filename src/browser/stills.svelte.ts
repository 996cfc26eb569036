import { untrack } from 'svelte';
import { on } from 'svelte/events';
import { MediaQuery } from 'svelte/reactivity';
import { atWork } from './at-work.ts';
import { onFirstUse } from './first-use.ts';
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

/** Where the page that has every still as it was built is. */
const BUILT = `${import.meta.env.BASE_URL}stills/`;

/**
 * Shows the stills where they speak: as built until the reader has set something, then with the reader's own numbers. The
 * built ones are fetched when somebody begins to read, what draws the others when something is set, so that the first view
 * pays for neither: a page about to be printed cannot wait. Call while a component is set up.
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

  let built = $state.raw<string>();
  const fetchBuilt = async (): Promise<void> => {
    const response = await fetch(BUILT);
    if (!response.ok) throw new Error(`Expected the stills at ${BUILT}, found status ${response.status}`);
    built = await response.text();
  };
  $effect(() => {
    onFirstUse(async () => {
      if (untrack(() => built) === undefined) await fetchBuilt();
      return () => undefined;
    });
  });

  const policy =
    typeof trustedTypes === 'undefined'
      ? undefined
      : trustedTypes.createPolicy('stills', { createHTML: (html: string) => html });
  const show = (): void => {
    // This site's own words.
    const html = built === undefined ? undefined : (policy?.createHTML(built) ?? built);
    const page = html === undefined ? undefined : new DOMParser().parseFromString(html, 'text/html');
    for (const { scenes } of chapters) {
      for (const { id } of scenes) {
        const target = document.querySelector(`[data-still="${id}"]`);
        if (!target) continue;
        const still = page?.getElementById(id);
        if (draw) {
          target.replaceChildren();
          draw(target, momentAtEndOf(scenes, id));
        } else if (still) target.replaceChildren(...still.childNodes);
      }
    }
  };

  $effect(() => on(window, 'beforeprint', show));
  $effect(() => {
    if (!isStill.current) return undefined;
    if (draw === undefined) {
      if (story.settings !== DEFAULTS) return undefined;
      if (built === undefined) {
        void atWork(fetchBuilt());
        return undefined;
      }
    }
    // Again with every other number that is set.
    const timer = setTimeout(show, REST_MS);
    return () => clearTimeout(timer);
  });
};
