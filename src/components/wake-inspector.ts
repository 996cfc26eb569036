import { mount } from 'svelte';
import { whenIdle } from './idle.ts';

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
  // Not in a frame that is being scrolled: mounting takes longer than a frame.
  addEventListener('scroll', () => whenIdle(() => listening.signal.aborted || wake()), {
    ...options,
    once: true,
  });
  addEventListener('keydown', () => wake(), options);
  addEventListener('click', (event) => wake(event), options);
  addEventListener(
    'pointerover',
    ({ target }) => target instanceof Element && target.closest('[data-q], svg') && wake(),
    options,
  );
};
