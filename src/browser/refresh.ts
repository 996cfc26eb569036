import type { Reading } from '../story/reading.ts';
import type { WorldName } from '../story/world.ts';
import type { Style } from '../story/subject.ts';
import { valueOf, wordFor } from '../story/values.ts';
import { isExactly, toldAs } from '../story/working.ts';

const put = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

/**
 * Brings every number and word of the prose up to the reader's own settings. The prose itself is never hydrated: what
 * was built stays, and only the text of these spans changes.
 */
export const refreshProse = (root: ParentNode, reading: Reading): void => {
  for (const element of root.querySelectorAll<HTMLElement>('[data-prose]')) {
    const { q = '', at, as, words, bounds, of, is } = element.dataset;
    const told = { q, at, of, world: element.dataset['world'] as WorldName | undefined };
    if (is !== undefined) {
      const [exact = '', about = ''] = is.split('|');
      put(element, isExactly(reading, told) ? exact : about);
      continue;
    }
    const value = valueOf(reading, told);
    put(
      element,
      words === undefined ? toldAs(reading, told, as as Style | undefined) : wordFor(value, words, bounds),
    );
    if (value === undefined) element.removeAttribute('data-value');
    else if (element.getAttribute('data-value') !== String(value))
      element.setAttribute('data-value', String(value));
  }
};
