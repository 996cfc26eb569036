import type { Page } from '@playwright/test';
import { pictureOf, stageOf } from './reading.ts';

// When a page is ready to be read.

/** More frames than what was scrolled or set takes to reach the page. */
const FOLLOWED = 8;

export const frames = (page: Page, count = FOLLOWED): Promise<void> =>
  page.evaluate(async (some) => {
    for (let i = 0; i < some; i++) await new Promise((done) => requestAnimationFrame(done));
  }, count);

/** Waits until the page has followed all that was done to it: nothing scrolls any more, and no island is waking. */
export const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // Two drawings, of which one tells of the scroll and of what has come near; what then follows is done right after.
    const drawn = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    let last: number;
    do {
      last = scrollY;
      await drawn();
    } while (scrollY !== last || document.documentElement.hasAttribute('data-waking'));
  });

/** Waits until nothing on the stage of a chapter changes any more, and says what is on it. */
export const settledStage = async (page: Page, chapter: string): Promise<string> => {
  const stage = stageOf(page, chapter);
  // Until its island has woken up, a stage may show what it was built with.
  await page.waitForFunction((id) => {
    const shown = document.querySelector(`[data-stage="${id}"]`);
    return shown?.closest('astro-island:not([ssr])') && shown.querySelector('svg');
  }, chapter);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await idle(page);
  return pictureOf(stage);
};

/** Goes to a scene, or another section, by its anchor, and waits until the page has followed. */
export const jump = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), id);
  await idle(page);
};

/** Opens an address and waits until the page has read it, and what is near is awake. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  // Looked at in every frame: what polls from outside learns of it half a second late.
  await page.waitForFunction(() => {
    const isAwake = (name: string): boolean =>
      document.querySelector(`astro-island[component-url*="/${name}."]:not([ssr])`) !== null;
    if (!isAwake('Reader')) return false;
    // The opening wakes at the first sign of life; what waits for the reader's first change, where a link brings one.
    dispatchEvent(new Event('pointermove'));
    return (
      isAwake('Hero') && !document.querySelector('html[data-changed] astro-island[opts*="changed"][ssr]')
    );
  });
  await idle(page);
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
export const labAwake = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => !document.querySelector('.lab astro-island[ssr]'));
  await idle(page);
};

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
