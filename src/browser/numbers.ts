import { shown } from '../story/expression.ts';
import { DEFAULTS } from '../story/settings.ts';
import type { Reading } from '../story/reading.ts';
import { studyKind } from '../story/studies/kinds.ts';
import { WORLD_NAMES, worldOf, type WorldName } from '../story/world.ts';
import { stepOf, type Subject } from '../story/subject.ts';
import { symbolOf, textOf } from '../story/symbol.ts';

// The numbers of the page as things that can be asked about. Nobody has to announce them: whatever carries `data-q` and
// `data-value` is one, in prose, figure, table or formula, whoever drew it.

export type NumberElement = HTMLElement | SVGElement;

const NUMBER = '[data-q][data-value]:not([data-words])';

/** The numbers of one of these share a tab stop; arrow keys go from one to the next. */
const GROUP = 'svg, table, details, .equation, .step, .entry, p, section';

/** Has a use of its own for clicks and keys. */
const BUSY = 'a, button, summary, label, input, select, textarea, [role="radio"], [data-hit]';

/** Where numbers are not to be asked: hidden doubles of the figures, the explanation itself, and a lab with a network of its own. */
const SILENT = '.still, .inspector, [data-own]';

/** Id of the sentence that says what a number does when it is pressed, and how to get to its neighbours. */
export const HELP = 'about-numbers';

/** The least size of something to be pressed, in px. */
const TARGET = 24;

const isNumber = (element: Element | null): element is NumberElement =>
  (element instanceof HTMLElement || element instanceof SVGElement) && !element.closest(SILENT);

/** How far a point is from an element, in px; 0 inside it or within the least target around its centre. */
const distance = (element: Element, x: number, y: number): number => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const dx = Math.abs(x - (left + right) / 2) - Math.max(TARGET, right - left) / 2;
  const dy = Math.abs(y - (top + bottom) / 2) - Math.max(TARGET, bottom - top) / 2;
  return Math.max(0, dx, dy);
};

const fromCentre = (element: Element, x: number, y: number): number => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2);
};

/** The number under a pointer. In a figure, where they are small, the nearest whose target holds the point. */
export const numberAt = ({ target, clientX, clientY }: MouseEvent): NumberElement | undefined => {
  if (!(target instanceof Element)) return undefined;
  const hit = target.closest(NUMBER);
  if (isNumber(hit)) return hit;
  const figure = target.closest('svg');
  if (!figure) return undefined;
  const [nearest] = [...figure.querySelectorAll(NUMBER)]
    .filter((element) => distance(element, clientX, clientY) === 0)
    .sort((a, b) => fromCentre(a, clientX, clientY) - fromCentre(b, clientX, clientY));
  return nearest && isNumber(nearest) ? nearest : undefined;
};

/** Whether pressing here means something else. */
export const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(BUSY) !== null;

/** The world that a number is of, by the nearest element that names one; else the essay's own. */
const worldAround = (element: Element): WorldName => {
  const name = element.closest<NumberElement>('[data-world]')?.dataset['world'];
  return WORLD_NAMES.find((world) => world === name) ?? 'essay';
};

/** What a number of the page is. */
export const subjectOf = (element: NumberElement, reading: Reading): Subject => {
  const { q = '', as, value } = element.dataset;
  const place = element.closest<NumberElement>('[data-at], [data-step]');
  const { at, step } = place?.dataset ?? {};
  const later = step === undefined ? 0 : Number(step) - reading.settings.step;
  const world = worldAround(element);
  const run = reading.in(world);
  const subject: Subject = {
    q,
    ...(world !== 'essay' && { world }),
    at: at ?? (later > 0 ? `+${later}` : undefined),
    // The lab shows the step that the last update was measured at. There may be none any more when this is answered.
    ...(at === undefined && later < 0 && { back: -later }),
    ...(as && { as: as as Subject['as'] }),
  };
  // Once the update has been played, the stage shows a parameter as the next step will find it.
  const { back = 0 } = subject;
  const isAt = (stepsBack: number): boolean =>
    String(run.quantitiesAt(stepOf(reading, { ...subject, back: stepsBack })).get(q)) === value;
  return run.parameters.includes(q) && !isAt(back) && isAt(back - 1)
    ? { ...subject, back: back - 1 }
    : subject;
};

const groupOf = (element: Element): Element => element.closest(GROUP) ?? document.body;

/** The numbers that share a tab stop with this one, in order. */
const neighboursOf = (element: Element): readonly NumberElement[] =>
  [...groupOf(element).querySelectorAll<NumberElement>(NUMBER)].filter(
    (other) => groupOf(other) === groupOf(element) && other.hasAttribute('tabindex'),
  );

/** The number that an arrow key leads to; undefined for another key, or past the end. */
export const numberAfter = (element: NumberElement, key: string): NumberElement | undefined => {
  const all = neighboursOf(element);
  const index = all.indexOf(element);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return all[index + 1];
    case 'ArrowLeft':
    case 'ArrowUp':
      return all[index - 1];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
};

/** Moves the tab stop of a group to one of its numbers. */
export const moveStop = (to: NumberElement): void => {
  for (const other of neighboursOf(to)) other.setAttribute('tabindex', other === to ? '0' : '-1');
};

/** In a sentence a number speaks for itself; in a figure or table it needs its name. */
const nameOf = (element: NumberElement): string | undefined => {
  const { q = '', value } = element.dataset;
  const { sizes } = worldOf(worldAround(element), DEFAULTS);
  if (!element.closest('svg, table, .equation') || q.startsWith('fact:')) return undefined;
  const text = element.textContent.trim();
  // A gate is drawn, with a word beside it at most.
  if (q.startsWith('gate')) return `${textOf(q, sizes)} = ${shown(q, Number(value))}${text && `, ${text}`}`;
  const { base } = symbolOf(q, sizes);
  // What has no letter, a number of a study, is called by its text alone, unless it is a loss.
  if (base.length > 1 && q.startsWith(`${base}.`)) return studyKind(q) === 'loss' ? `L = ${text}` : undefined;
  return `${textOf(q, sizes)} = ${text}`;
};

const set = (element: Element, name: string, value: string | undefined): void => {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** Has been made askable, and is a number no more. */
const LAPSED = '[data-askable]:not([data-value])';

const HANDLES = ['role', 'tabindex', 'aria-haspopup', 'aria-describedby', 'aria-label', 'data-askable'];

const makeGroupAskable = (group: readonly NumberElement[]): void => {
  // Found a while ago: some may be numbers no more.
  const elements = group.filter((element) => element.matches(NUMBER));
  const stop = elements.find((element) => element.getAttribute('tabindex') === '0') ?? elements[0];
  for (const element of elements) {
    // A cell stays a cell.
    const isCell = element.matches('td, th');
    if (!isCell) set(element, 'role', 'button');
    set(element, 'aria-haspopup', isCell ? undefined : 'dialog');
    set(element, 'aria-describedby', HELP);
    set(element, 'aria-label', nameOf(element));
    set(element, 'data-askable', '');
    set(element, 'tabindex', element === stop ? '0' : '-1');
  }
};

/**
 * Makes every number of the page a button: one tab stop per group, arrow keys within it. Idempotent; what is a number no
 * more is left as it was found. There are many: it is a piece of work for each to be put into its group, and for each group.
 */
export function* askablePieces(root: ParentNode): Generator<() => void> {
  for (const element of root.querySelectorAll(LAPSED))
    yield () => {
      if (element.matches(LAPSED)) for (const name of HANDLES) element.removeAttribute(name);
    };
  const groups = new Map<Element, NumberElement[]>();
  for (const element of root.querySelectorAll(NUMBER))
    yield () => {
      if (!isNumber(element) || element.closest(BUSY)) return;
      const group = groupOf(element);
      const elements = groups.get(group) ?? [];
      elements.push(element);
      groups.set(group, elements);
    };
  for (const elements of groups.values()) yield () => makeGroupAskable(elements);
}
