import type { Reading } from '../story/reading.ts';
import type { WorldName } from '../story/world.ts';
import { valueOf, wordFor, written, type Style } from '../story/values.ts';

/**
 * Brings every number and word of the prose up to the reader's own settings. The prose itself is never hydrated: what
 * was built stays, and only the text of these spans changes.
 */
export const refreshProse = (root: ParentNode, reading: Reading): void => {
  for (const element of root.querySelectorAll<HTMLElement>('[data-prose]')) {
    const { q = '', at, as, words, world } = element.dataset;
    const value = valueOf(reading, { q, at, world: world as WorldName | undefined });
    const text = words === undefined ? written(q, value, as as Style | undefined) : wordFor(value, words);
    if (element.textContent !== text) element.textContent = text;
    if (value === undefined) element.removeAttribute('data-value');
    else if (element.getAttribute('data-value') !== String(value))
      element.setAttribute('data-value', String(value));
  }
};
