import { isLong } from './length.ts';
import { scenes, toldChapters } from './reading.ts';
import { expect, test, type Page } from './test.ts';
import { idle, jump, open, settledStage } from './waiting.ts';

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
  // Loads and resizes are the dearest things here, so the short check makes them where a chapter turns and ends.
  const chosen = isLong ? own : [own[Math.floor(own.length / 2)]!, own.at(-1)!];
  const isChosen = (id: string): boolean => chosen.some((scene) => scene.id === id);

  test(`${chapter}: jumping, scrolling, resizing, a link and a reload give the same picture of each scene`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await open(page, '/');
    const jumped = new Map<string, { readonly offset: number; readonly picture: string }>();
    for (const { id } of own.toReversed()) {
      await jump(page, id);
      jumped.set(id, { picture: await picture(page, chapter, id), offset: await offsetOf(page, id) });
    }
    // Not the same because they are empty.
    const different = new Set([...jumped.values()].map((one) => one.picture));
    expect(different.size).toBeGreaterThanOrEqual(own.length - 1);

    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    for (const { id } of own) {
      await wheelTo(page, id, jumped.get(id)!.offset);
      expect(await picture(page, chapter, id), `${id}, scrolled down to`).toBe(jumped.get(id)!.picture);
      if (!isChosen(id)) continue;
      await page.setViewportSize({ width: 800, height: 900 });
      await idle(page);
      await page.setViewportSize(WIDE);
      await idle(page);
      expect(await picture(page, chapter, id), `${id}, resized`).toBe(jumped.get(id)!.picture);
    }
    await page.evaluate(() => scrollTo({ top: 1e9, behavior: 'instant' }));
    await idle(page);
    for (const { id } of own.toReversed()) {
      await wheelTo(page, id, jumped.get(id)!.offset);
      expect(await picture(page, chapter, id), `${id}, scrolled back to`).toBe(jumped.get(id)!.picture);
    }

    for (const { id } of chosen) {
      await page.goto('about:blank');
      await open(page, `/#${id}`);
      expect(await picture(page, chapter, id), `${id}, by link`).toBe(jumped.get(id)!.picture);
      if (!isLong && id !== own.at(-1)!.id) continue;
      // The address follows a little later; a reload goes by it and by the browser's own memory of the scroll.
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`);
      await page.reload();
      expect(await picture(page, chapter, id), `${id}, reloaded`).toBe(jumped.get(id)!.picture);
    }
  });
}
