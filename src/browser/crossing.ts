// Between the text and the figure beside it, by one key: the figure's controls come after all of the chapter's text.

const CAN_HAVE_FOCUS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** Where the focus was in the text when it went to the figure. */
let left: HTMLElement | SVGElement | undefined;

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** Gives a place in the text the focus; what cannot have it by itself can from then on, but by no other key. */
const focus = (element: HTMLElement | SVGElement): void => {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
};

const firstIn = (whole: Element): HTMLElement | SVGElement | undefined =>
  [...whole.querySelectorAll<HTMLElement | SVGElement>(CAN_HAVE_FOCUS)].find(isShown);

/**
 * Takes the focus from the text of a chapter to its figure, or from there back to where it was, else to the step that is
 * read. Returns whether there is a figure.
 */
export const cross = (chapter: string): boolean => {
  const whole = document.querySelector(`[data-chapter="${chapter}"]`);
  const side = whole?.querySelector('.side');
  if (!whole || !side) return false;
  const { activeElement: now } = document;
  if (side.contains(now)) {
    const step = [...whole.querySelectorAll<HTMLElement>('.step')].findLast((one) =>
      one.classList.contains('on'),
    );
    const back = left?.isConnected && left.closest('.step') === step ? left : step;
    if (back) focus(back);
    return back !== undefined;
  }
  const figure = ['.figure', '.under', '.stage'].flatMap((part) => {
    const found = side.querySelector(part);
    return (found && firstIn(found)) ?? [];
  })[0];
  if (!figure) return false;
  left = now instanceof HTMLElement || now instanceof SVGElement ? now : undefined;
  focus(figure);
  return true;
};
