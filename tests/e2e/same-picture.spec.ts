import { expect, test, type Page } from '@playwright/test';
import { frames, open, pictureOf, scenes, settledStage, toldChapters } from './essay.ts';

// What is shown is a function of where you are: however a reader came to a place, the picture there is the same.
const WIDE = { width: 1440, height: 900 };
test.use({ viewport: WIDE });

/** The prose of a scene with its numbers, which of its steps is on, and the stage beside it. */
const picture = async (page: Page, chapter: string, id: string): Promise<string> => {
  const stage = await settledStage(page, chapter);
  return `${await pictureOf(page.locator(`#${id}`))}\n${stage}`;
};

const scrollTop = (page: Page): Promise<number> => page.evaluate(() => scrollY);
const scrollToTop = async (page: Page, top: number): Promise<void> => {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
  await frames(page);
};

/** Wheels from where the page is to `top`, a third of a window at a time. */
const wheelTo = async (page: Page, top: number): Promise<void> => {
  await page.evaluate(async (goal) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const step = innerHeight / 3;
    while (Math.abs(goal - scrollY) > step) {
      const before = scrollY;
      scrollBy({ top: Math.sign(goal - scrollY) * step, behavior: 'instant' });
      await frame();
      if (scrollY === before) break;
    }
    scrollTo({ top: goal, behavior: 'instant' });
    await frame();
  }, top);
};

for (const { id: chapter } of toldChapters) {
  const own = scenes.filter((scene) => scene.chapter === chapter);

  test(`${chapter}: a jump, scrolling down and scrolling back give the same picture`, async ({ page }) => {
    test.setTimeout(120_000);
    const jumped = new Map<string, { readonly top: number; readonly picture: string }>();
    await open(page, `/#${own[0]!.id}`);
    for (const { id } of own.toReversed()) {
      await page.evaluate((hash) => (location.hash = hash), id);
      jumped.set(id, { picture: await picture(page, chapter, id), top: await scrollTop(page) });
    }
    expect(new Set([...jumped.values()].map(({ top }) => top)).size).toBe(own.length);

    await open(page, '/');
    for (const { id } of own) {
      await wheelTo(page, jumped.get(id)!.top);
      expect(await picture(page, chapter, id), `${id}, scrolled down to`).toBe(jumped.get(id)!.picture);
    }
    await scrollToTop(page, 1e9);
    for (const { id } of own.toReversed()) {
      await wheelTo(page, jumped.get(id)!.top);
      expect(await picture(page, chapter, id), `${id}, scrolled back to`).toBe(jumped.get(id)!.picture);
    }
  });

  test(`${chapter}: a link, a reload and a resize give the same picture as a jump`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const { id } of own) {
      await page.goto('about:blank');
      await open(page, `/#${id}`);
      const linked = await picture(page, chapter, id);
      const top = await scrollTop(page);
      await page.evaluate(() => (location.hash = 'glossary'));
      await frames(page);
      await page.evaluate((hash) => (location.hash = hash), id);
      expect(await picture(page, chapter, id), `${id}, jumped to`).toBe(linked);
      expect(await scrollTop(page)).toBe(top);
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

test('scenes differ from one another: the pictures are not the same because they are empty', async ({ page }) => {
  await open(page, '/#forward-inputs');
  const seen = new Set<string>();
  const passes = scenes.filter(({ chapter }) => chapter === 'passes');
  for (const { id } of passes) {
    await page.evaluate((hash) => (location.hash = hash), id);
    seen.add(await settledStage(page, 'passes'));
  }
  expect(seen.size).toBeGreaterThanOrEqual(passes.length - 1);
});
