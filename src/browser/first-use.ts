import { whenIdle } from './idle.ts';

/** Starts something; `pressed` is the last press while it was being fetched. */
export type Start = (pressed: MouseEvent | undefined) => void;

/**
 * Fetches something when somebody begins to read, and starts it: at the first scroll, key, touch, or pointer on a number.
 * Until then it costs nothing. Call once, in the browser.
 */
export const onFirstUse = (load: () => Promise<Start>): void => {
  const listening = new AbortController();
  /** What it asked about is answered when it has been fetched. */
  let pressed: MouseEvent | undefined;
  let isFetching = false;
  const wake = (): void => {
    if (isFetching) return;
    isFetching = true;
    load().then(
      (start) => {
        listening.abort();
        start(pressed);
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
  // Not in a frame that is being scrolled: starting takes longer than a frame.
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
