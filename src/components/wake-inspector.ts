import { mount } from 'svelte';
import { whenIdle } from './idle.ts';

/**
 * Fetches the inspector when somebody begins to read: at the first scroll, key, touch, or pointer on a number. Until
 * then it costs nothing. Call once, in the browser.
 */
export const wakeInspector = (): void => {
  const listening = new AbortController();
  /** The last press while it was being fetched: what it asked about is answered when the inspector is here. */
  let pressed: MouseEvent | undefined;
  let isFetching = false;
  const wake = (): void => {
    if (isFetching) return;
    isFetching = true;
    import('./Inspector.svelte').then(
      ({ default: Inspector }) => {
        listening.abort();
        mount(Inspector, { target: document.body, props: { pressed } });
      },
      (error: unknown) => {
        // The next to ask may have more luck, and asks about something else.
        isFetching = false;
        pressed = undefined;
        reportError(error);
      },
    );
  };
  const options = { signal: listening.signal, passive: true };
  // Not in a frame that is being scrolled: mounting takes longer than a frame.
  addEventListener('scroll', () => whenIdle(wake), { ...options, once: true });
  addEventListener('keydown', wake, options);
  addEventListener(
    'click',
    (event) => {
      pressed = event;
      wake();
    },
    options,
  );
  addEventListener(
    'pointerover',
    ({ target }) => target instanceof Element && target.closest('[data-q], svg') && wake(),
    options,
  );
};
