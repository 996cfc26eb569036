import type { Page } from '@playwright/test';
import type { Control, Move } from './walk.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Brings a control into view, by a jump to its section if need be. Where it is; undefined if the page has none now. */
const boxOf = (page: Page, control: Control): Promise<Box | undefined> =>
  page.evaluate(async ({ at, selector, index }) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const found = (): HTMLElement | undefined => {
      const element = document.querySelectorAll<HTMLElement>(selector)[index];
      return element?.closest('astro-island')?.hasAttribute('ssr') ? undefined : element;
    };
    if (!found() && at) {
      location.hash = at;
      // Long enough for the island there to wake up.
      for (let i = 0; i < 60 && !found(); i++) await frame();
    }
    const element = found();
    if (!element) return undefined;
    const isInView = (): boolean => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    if (!isInView()) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await frame();
      await frame();
    }
    if (!element.isConnected || !element.getClientRects().length) return undefined;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  }, control);

const blur = (page: Page): Promise<void> =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur()).then();

/** Makes a move as a reader does, with mouse and keyboard. Nothing happens where the page lacks what it is for. */
export const moveByHand = async (page: Page, move: Move): Promise<void> => {
  if (move.kind === 'scroll') {
    await page.mouse.wheel(0, move.windows * (page.viewportSize()?.height ?? 0));
    return;
  }
  if (move.kind === 'key') {
    await blur(page);
    await page.keyboard.press(move.key);
    return;
  }
  if (move.kind === 'jump') {
    if (move.by === 'address') await page.evaluate((to) => (location.hash = to), move.to);
    else
      await page.evaluate(
        (to) => document.querySelector<HTMLElement>(`.rail a[href="#${to}"]`)?.click(),
        move.to,
      );
    return;
  }
  const box = await boxOf(page, move.control);
  if (!box) return;
  const middle = box.y + box.height / 2;
  if (move.kind === 'press') {
    await page.mouse.click(box.x + box.width / 2, middle);
  } else if (move.kind === 'turn') {
    const to = box.x + box.width * move.place;
    if (!move.isDragged) {
      await page.mouse.click(to, middle);
      return;
    }
    await page.mouse.move(box.x + box.width / 2, middle);
    await page.mouse.down();
    await page.mouse.move(to, middle, { steps: 3 });
    await page.mouse.up();
  } else {
    await page.mouse.click(box.x + box.width / 2, middle, { clickCount: 3 });
    await page.keyboard.insertText(move.text);
    await page.keyboard.press(move.isTaken ? 'Enter' : 'Escape');
    // What cannot be taken in stays as it was typed until one thinks better of it; an open answer closes first.
    for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
  }
};
