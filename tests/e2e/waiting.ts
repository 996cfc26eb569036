import { expect, type Page } from '@playwright/test';
import { pictureOf, stageOf } from './reading.ts';

// When a page is ready to be read.

/** As many frames as a figure takes to come on: what was scrolled or set has reached the page. */
const COMING_ON = 32;
/** More than any piece of a figure waits for its turn. */
const BETWEEN_PIECES = 8;

export const frames = (page: Page, count = COMING_ON): Promise<void> =>
  page.evaluate(async (some) => {
    for (let i = 0; i < some; i++) await new Promise((done) => requestAnimationFrame(done));
  }, count);

/** Waits until nothing on the stage of a chapter changes any more, and says what is on it. */
export const settledStage = async (page: Page, chapter: string): Promise<string> => {
  const stage = stageOf(page, chapter);
  // Until its island has woken up, a stage may show what it was built with.
  await expect(page.locator('astro-island:not([ssr])').filter({ has: stage })).toBeAttached();
  await expect(stage.locator('svg').first()).toBeAttached();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        // Counted in frames, as pieces wait for frames, and those take their time on a busy machine.
        await frames(page, BETWEEN_PIECES);
        last = await pictureOf(stage);
        return last === before;
      },
      { intervals: [20] },
    )
    .toBe(true);
  return last;
};

/** Opens an address and waits until the page has read it. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  for (const island of ['Reader', 'Hero'])
    await expect(page.locator(`astro-island[component-url*="/${island}."]:not([ssr])`)).toBeAttached();
  // What waits for the reader's first change wakes up where a link brings one.
  await expect(page.locator('html[data-changed] astro-island[client="changed"][ssr]')).toHaveCount(0);
};

/** Holds back the files whose address matches; returns how to let them go. */
export const hold = async (page: Page, files: RegExp): Promise<() => void> => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
};

/** Waits until every part of the lab shows the reader's own step. */
export const labAwake = (page: Page): Promise<void> =>
  expect(page.locator('.lab :is(astro-island[ssr], [data-asleep])')).toHaveCount(0);

/** Scrolls through the whole page, there and back, in steps of a share of the window. */
export const scrollThrough = async (page: Page, share = 0.6): Promise<void> => {
  await page.evaluate(async (part) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const { scrollHeight } = document.documentElement;
    for (let y = 0; y < scrollHeight; y += innerHeight * part) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
      await frame();
    }
    for (let y = document.documentElement.scrollHeight; y > 0; y -= innerHeight * part) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
  }, share);
};
