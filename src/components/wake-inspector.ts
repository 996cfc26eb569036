import { mount } from 'svelte';

/**
 * Fetches the inspector when somebody begins to read: at the first scroll, key, touch, or pointer on a number. Until
 * then it costs nothing. Call once, in the browser.
 */
export const wakeInspector = (): void => {
  const listening = new AbortController();
  const wake = (pressed?: MouseEvent): void => {
    listening.abort();
    void import('./Inspector.svelte').then(({ default: Inspector }) =>
      mount(Inspector, { target: document.body, props: { pressed } }),
    );
  };
  const options = { signal: listening.signal, passive: true };
  addEventListener('scroll', () => wake(), options);
  addEventListener('keydown', () => wake(), options);
  addEventListener('click', (event) => wake(event), options);
  addEventListener(
    'pointerover',
    ({ target }) => target instanceof Element && target.closest('[data-q], svg') && wake(),
    options,
  );
};
