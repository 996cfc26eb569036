import { placeBeside } from './placement.ts';

/** The least room that an entry opened in place takes, in px. */
const WIDTH = 352;

const entryOf = (link: Element): Element | null =>
  document.getElementById(link.getAttribute('href')?.slice(1) ?? '');

/** What stands in place of a jump: the name, the sentence and the formula of a glossary entry, and the way to the rest. */
const panelFor = (link: Element): HTMLElement | undefined => {
  const entry = entryOf(link);
  const name = entry?.querySelector('dt');
  if (!entry || !name) return undefined;
  const panel = document.createElement('div');
  panel.className = 'term-panel';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', name.textContent.trim());
  panel.tabIndex = -1;
  const title = document.createElement('p');
  title.className = 'title';
  title.textContent = name.textContent.trim();
  const parts = [...entry.querySelectorAll('.short, .formula')].map((part) => part.cloneNode(true));
  const more = document.createElement('a');
  more.href = link.getAttribute('href') ?? '';
  more.textContent = 'In the glossary';
  panel.append(title, ...parts, more);
  return panel;
};

/**
 * Opens a term of the prose where it stands, and leaves the reader there; its link in the panel goes to the glossary. Escape,
 * a press elsewhere or a scroll closes it. With a modifier key the link is a link. Call once, in the browser.
 */
export const openTermsInPlace = (): void => {
  let shown: { readonly panel: HTMLElement; readonly link: HTMLElement } | undefined;
  const close = (hasFocus: boolean): void => {
    if (!shown) return;
    const { panel, link } = shown;
    shown = undefined;
    panel.remove();
    link.removeAttribute('aria-expanded');
    if (hasFocus) link.focus({ preventScroll: true });
  };
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || shown?.panel.contains(target)) {
      if (target instanceof Element && target.closest('.term-panel a')) close(false);
      return;
    }
    const link = target.closest<HTMLElement>('a.term');
    const wasOpen = shown?.link === link;
    close(false);
    if (!link || wasOpen || event.ctrlKey || event.metaKey || event.shiftKey) {
      if (wasOpen) event.preventDefault();
      return;
    }
    const panel = panelFor(link);
    if (!panel) return;
    event.preventDefault();
    // Else the jump that other code makes of a link within the page would be made as well.
    event.stopPropagation();
    document.body.append(panel);
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const size = { width: Math.min(WIDTH, view.width - 16), height: panel.offsetHeight };
    const { left, top } = placeBeside(link.getBoundingClientRect(), size, view);
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
    link.setAttribute('aria-expanded', 'true');
    shown = { panel, link };
    panel.focus({ preventScroll: true });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !shown) return;
    event.preventDefault();
    close(true);
  });
  addEventListener('scroll', () => close(false), { passive: true });
};
