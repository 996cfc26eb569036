import type { ClientDirective } from 'astro';
import { wakeInOrder } from './waking.ts';

type Load = Parameters<ClientDirective>[0];

/**
 * What tells that somebody may open it: what it needs is fetched meanwhile. Not that a pointer is over it, which one at rest
 * is as well when the page is scrolled under it.
 */
const APPROACH = ['pointermove', 'focusin', 'touchstart'] as const;

/** Whether the address sets something of this lab. */
const isSet = (lab: string): boolean =>
  [...new URLSearchParams(location.search).keys()].some((name) => name.startsWith(`${lab}.`));

/** Wakes a lab when its button is pressed, or where the address sets something of it. */
export const whenOpened = (load: Load, island: Element): void => {
  const place = island.closest<HTMLElement>('[data-lab]');
  const { lab } = place?.dataset ?? {};
  if (!place || lab === undefined) {
    wakeInOrder(load);
    return;
  }
  const listening = new AbortController();
  const { signal } = listening;
  let loading: ReturnType<Load> | undefined;
  const fetchAhead = (): void => {
    if (loading) return;
    loading = load();
    // Nobody has asked for it yet. Who presses asks once more.
    loading.catch(() => (loading = undefined));
  };
  const open = (): void => {
    listening.abort();
    place.ariaBusy = 'true';
    wakeInOrder(() => loading ?? load());
  };
  const openIfSet = (): void => {
    if (!signal.aborted && isSet(lab)) open();
  };
  for (const sign of APPROACH) place.addEventListener(sign, fetchAhead, { signal, passive: true });
  place.querySelector('button')?.addEventListener('click', open, { signal });
  addEventListener('popstate', openIfSet, { signal });
  openIfSet();
};
