import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOfFont } from '../../src/figures/layout/font.ts';
import { charactersOf } from '../build/cmap.ts';
import { expect, test, type Page } from './test.ts';
import { open, scrollThrough } from './waiting.ts';

const drawnBy = (...files: readonly string[]): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) => [
      ...charactersOf(readFileSync(join(import.meta.dirname, '../../src/fonts', `${file}.woff2`))),
    ]),
  );

/** «Function application», which MathML writes between a function and its argument, and a space without width: not drawn. */
const INVISIBLE = '\u2061\u200b';

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
        character > '\u001f' && !INVISIBLE.includes(character) && !own.some((drawn) => drawn?.has(character)),
    );
    return lost.length > 0 ? [`${families.split(',')[0] ?? ''}: ${lost.join('')}`] : [];
  });
  expect(missing).toEqual([]);
});

/** The fonts that really draw the text of the first element of a selector, and whether each is the page's own. */
const drawing = async (page: Page, selector: string): Promise<readonly boolean[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ isCustomFont }) => isCustomFont);
};

test('what sleeps on a first visit wakes in its own faces, and bold in the same as the rest', async ({
  page,
}) => {
  await open(page, '/');
  await expect(page.locator('html.asleep')).toHaveCount(0);
  for (const selector of ['.glossary .short', '.step em'])
    expect(await drawing(page, selector), selector).toEqual([true]);
  expect(await drawing(page, '.wrong b')).toEqual(await drawing(page, '.prose p'));
});

test('figures count with the widths that the font’s characters have', async ({ page }) => {
  await open(page, '/');
  const characters = Object.keys(shapeOfFont).filter((one) => one.length === 1);
  const widths = await page.evaluate(async (all) => {
    await document.fonts.load('600 100px Figure', all.join(''));
    const [svg, text] = (['svg', 'text'] as const).map((name) =>
      document.createElementNS('http://www.w3.org/2000/svg', name),
    ) as [SVGSVGElement, SVGTextElement];
    text.setAttribute('font-size', '100');
    text.setAttribute('font-weight', '600');
    svg.append(text);
    document.body.append(svg);
    return all.map((one) => {
      text.textContent = `.${one}.`;
      const whole = text.getComputedTextLength();
      text.textContent = '..';
      return (whole - text.getComputedTextLength()) / 100;
    });
  }, characters);
  // Never less than the boldest there is, and little more.
  const off = characters.flatMap((one, i) => {
    const [counted, real] = [shapeOfFont[one]!, widths[i]!];
    return counted > real - 0.006 && counted < real + 0.06 ? [] : [`${one}: ${counted}, really ${real}`];
  });
  expect(off).toEqual([]);
});
