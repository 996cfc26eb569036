/** Fetches what opens a term where it stands when the first one is pressed, and opens it then. Call once, in the browser. */
export const openTermsOnDemand = (): void => {
  const press = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a.term') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    document.removeEventListener('click', press);
    void import('./terms.ts').then(({ openTermsInPlace }) => {
      openTermsInPlace();
      link.click();
    });
  };
  document.addEventListener('click', press);
};
