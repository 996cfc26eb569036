import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { charactersOf } from '../build/cmap.ts';
import { open, scrollThrough } from './essay.ts';

const drawnBy = (...files: readonly string[]): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) => [
      ...charactersOf(readFileSync(join(import.meta.dirname, '../../src/fonts', `${file}.woff2`))),
    ]),
  );

/** «Function application», which MathML writes between a function and its argument: nothing to be drawn. */
const INVISIBLE = '\u2061';

/** The letters of symbols, which the style sheet has the figures' font draw in sentences too. */
const isInSentences = (character: string): boolean => /[ŷδησ′∂\u2070-\u209c]/.test(character);

/** The files behind each family of the style sheets. */
const FAMILIES: Readonly<Record<string, ReadonlySet<string>>> = {
  Prose: new Set([...drawnBy('prose', 'prose-more'), ...[...drawnBy('figure')].filter(isInSentences)]),
  Title: drawnBy('title'),
  Figure: drawnBy('figure'),
  Formula: drawnBy('math'),
};

test('every character on the page is drawn by a font of the page’s own', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/?v=1&step=200&x=-0.31,0.27');
  await scrollThrough(page, 1);
  const used = await page.evaluate(() => {
    const found: Record<string, string> = {};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (!parentElement || !textContent?.trim() || parentElement.closest('script, noscript, annotation'))
        continue;
      const families = getComputedStyle(parentElement).fontFamily;
      found[families] = [...new Set((found[families] ?? '') + textContent)].join('');
    }
    return found;
  });
  expect(Object.keys(used).length).toBeGreaterThanOrEqual(3);
  const missing = Object.entries(used).flatMap(([families, text]) => {
    const own = families.split(',').map((name) => FAMILIES[name.trim().replaceAll('"', '')]);
    expect(own[0], `${families} begins with a font of ours`).toBeDefined();
    const lost = [...text].filter(
      (character) =>
        character > '\u001f' && character !== INVISIBLE && !own.some((drawn) => drawn?.has(character)),
    );
    return lost.length > 0 ? [`${families.split(',')[0] ?? ''}: ${lost.join('')}`] : [];
  });
  expect(missing).toEqual([]);
});
