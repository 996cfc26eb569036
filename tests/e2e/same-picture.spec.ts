import { expect, test, type Page } from '@playwright/test';
import { scenes, toldChapters } from './reading.ts';
import { frames, open, settledStage } from './waiting.ts';

// What is shown is a function of where you are: however a reader came to a place, the picture there is the same.
const WIDE = { width: 1440, height: 900 };
test.use({ viewport: WIDE });

/** The numbers and words of a scene's prose, which step is on, and the stage beside it. */
const picture = async (page: Page, chapter: string, id: string): Promise<string> => {
  const stage = await settledStage(page, chapter);
  const prose = await page
    .locator(`#${id} [data-prose]`)
    .evaluateAll((numbers) =>
      numbers.map(({ textContent, classList, dataset: { q, at, value } }) =>
        [q, at, value, classList.value, textContent].join(' '),
      ),
    );
  const on = await page
    .locator(`[data-chapter="${chapter}"] .step`)
    .evaluateAll((steps) => steps.flatMap((step, i) => (step.classList.contains('on') ? [i] : [])));
  return [on.join(), ...prose, stage].join('\n');
};

/**
 * How far a scene's heading is above the top of the window, in px. Counted from there, as a browser may set some formulas
 * in another font when it has not fetched ours yet, and the page is then a little longer.
 */
const offsetOf = (page: Page, id: string): Promise<number> =>
  page.locator(`#${id}`).evaluate((scene) => -scene.getBoundingClientRect().top);

/** Scrolls, a third of a window at a time, until a scene is so far above the top of the window. */
const wheelTo = (page: Page, id: string, offset: number): Promise<void> =>
  page.locator(`#${id}`).evaluate(async (scene, wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const rest = () => wanted + scene.getBoundingClientRect().top;
    const step = innerHeight / 3;
    while (Math.abs(rest()) > step) {
      scrollBy({ top: Math.sign(rest()) * step, behavior: 'instant' });
      await frame();
    }
    scrollBy({ top: rest(), behavior: 'instant' });
    await frame();
  }, offset);

for (const { id: chapter } of toldChapters) {
  const own = scenes.filter((scene) => scene.chapter === chapter);

  test(`${chapter}: a jump, scrolling down and scrolling back give the same picture`, async ({ page }) => {
    test.setTimeout(120_000);
    const jumped = new Map<string, { readonly offset: number; readonly picture: string }>();
    // By a link the first, by jumps the others.
    await open(page, `/#${own[0]!.id}`);
    jumped.set(own[0]!.id, {
      picture: await picture(page, chapter, own[0]!.id),
      offset: await offsetOf(page, own[0]!.id),
    });
    for (const { id } of own.slice(1).toReversed()) {
      await page.evaluate((hash) => (location.hash = hash), id);
      jumped.set(id, { picture: await picture(page, chapter, id), offset: await offsetOf(page, id) });
    }

    await open(page, '/');
    for (const { id } of own) {
      await wheelTo(page, id, jumped.get(id)!.offset);
      expect(await picture(page, chapter, id), `${id}, scrolled down to`).toBe(jumped.get(id)!.picture);
    }
    await page.evaluate(() => scrollTo({ top: 1e9, behavior: 'instant' }));
    await frames(page);
    for (const { id } of own.toReversed()) {
      await wheelTo(page, id, jumped.get(id)!.offset);
      expect(await picture(page, chapter, id), `${id}, scrolled back to`).toBe(jumped.get(id)!.picture);
    }
  });

  // In two halves, so that no single test is much longer than the others.
  const middle = own.length > 6 ? Math.ceil(own.length / 2) : own.length;
  for (const part of [own.slice(0, middle), own.slice(middle)].filter(({ length }) => length > 0)) {
    test(`${part[0]!.id} to ${part.at(-1)!.id}: a link, a reload and a resize give the same picture`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      for (const { id } of part) {
        await page.goto('about:blank');
        await open(page, `/#${id}`);
        const linked = await picture(page, chapter, id);
        // The address follows a little later; a reload goes by it and by the browser's own memory of the scroll.
        await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`);
        await page.reload();
        await expect(page.locator('.reader .motion')).toBeAttached();
        expect(await picture(page, chapter, id), `${id}, reloaded`).toBe(linked);
        await page.setViewportSize({ width: 800, height: 900 });
        await frames(page);
        await page.setViewportSize(WIDE);
        await frames(page);
        expect(await picture(page, chapter, id), `${id}, resized`).toBe(linked);
      }
    });
  }
}

test('scenes differ from one another: the pictures are not the same because they are empty', async ({
  page,
}) => {
  await open(page, '/#forward-inputs');
  const seen = new Set<string>();
  const passes = scenes.filter(({ chapter }) => chapter === 'passes');
  for (const { id } of passes) {
    await page.evaluate((hash) => (location.hash = hash), id);
    seen.add(await settledStage(page, 'passes'));
  }
  expect(seen.size).toBeGreaterThanOrEqual(passes.length - 1);
});
