import type { Locator, Page } from '@playwright/test';
import { chapters } from '../../content/chapters/index.ts';
import type { Shown } from '../truth/wrongs.ts';

// What there is to read on a page.

/** Every number within an element, in order. */
export const numbersIn = (root: Locator, selector = '[data-q]'): Promise<readonly Shown[]> =>
  root.locator(selector).evaluateAll((elements) =>
    elements.map((element) => ({
      q: element.getAttribute('data-q') ?? '',
      at: element.closest('[data-at]')?.getAttribute('data-at') ?? undefined,
      world: element.closest('[data-world]')?.getAttribute('data-world') ?? undefined,
      value: element.hasAttribute('data-value') ? Number(element.getAttribute('data-value')) : undefined,
      text: element.textContent.trim(),
      isWords: element.hasAttribute('data-words') || /^(g|path)$/.test(element.localName),
    })),
  );

/**
 * What an element of the page says, as far as the eye and a screen reader go: no comments, attributes and classes in
 * order.
 */
export const pictureOf = (root: Locator): Promise<string> =>
  root.evaluate((element) => {
    const told = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent?.replace(/\s+/g, ' ') ?? '';
      if (!(node instanceof Element)) return '';
      // What is spoken a moment later, and the handles of the inspector, which wakes up at the first move, are no part
      // of the picture.
      if (node.hasAttribute('data-narration')) return '';
      const handles = ['aria-describedby', 'aria-haspopup', 'aria-label', 'data-askable', 'role', 'tabindex'];
      const isAskable = node.hasAttribute('data-askable');
      const attributes = [...node.attributes]
        .filter(
          ({ name, value }) => (value !== '' || name !== 'class') && !(isAskable && handles.includes(name)),
        )
        .map(
          // Svelte numbers what is named by $props.id() in the order in which it came.
          ({ name, value }) =>
            ` ${name}="${name === 'class' ? value.split(' ').sort().join(' ') : value.replace(/\bc\d+(?=-)/g, 'c')}"`,
        )
        .sort()
        .join('');
      return `<${node.localName}${attributes}>${[...node.childNodes].map(told).join('')}\n`;
    };
    return told(element);
  });

export const toldChapters = chapters.filter(({ scenes }) => scenes.length > 0);
export const scenes = toldChapters.flatMap(({ id: chapter, scenes: own }) =>
  own.map(({ id, steps }) => ({ id, chapter, steps: steps.length })),
);

export const stageOf = (page: Page, chapter: string): Locator => page.locator(`[data-stage="${chapter}"]`);
