/** On the list of contents while it lies open over a narrow page. */
const OPEN = 'data-open';

/**
 * Opens the list of contents over the page, where it does not stand at its edge anyway; a link in it, Escape or another
 * press closes it, and the focus goes back to what opened it.
 */
export const openContents = (opener: HTMLElement): void => {
  const contents = document.querySelector<HTMLElement>('.rail');
  if (!contents) return;
  if (contents.hasAttribute(OPEN)) {
    contents.removeAttribute(OPEN);
    return;
  }
  const open = new AbortController();
  const close = (): void => {
    contents.removeAttribute(OPEN);
    open.abort();
    opener.focus({ preventScroll: true });
  };
  const { signal } = open;
  contents.setAttribute(OPEN, '');
  contents.querySelector<HTMLElement>('[aria-current], a')?.focus();
  contents.addEventListener(
    'click',
    ({ target }) => target instanceof Element && target.closest('a, button') && close(),
    {
      signal,
    },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    },
    { signal },
  );
};
