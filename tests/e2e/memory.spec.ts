import { moveByScript } from './by-script.ts';
import { heldBy, type Held } from './held.ts';
import { isLong } from './length.ts';
import { expect, test, type Page } from './test.ts';
import { open } from './waiting.ts';
import { movesOf } from './walk.ts';
import { rested, wakeAll } from './whole-page.ts';

// A page that is read for hours holds no more than one that was read for a minute.

/** How many walks; MEMORY_WALKS sets another number. */
const WALKS = Number(process.env['MEMORY_WALKS'] ?? (isLong ? 20 : 8));
const MOVES = isLong ? 500 : 200;
/** After so many, everything that the page remembers is full: the undo history, its runs, what was fetched on demand. */
const WARM_UP = 6;
/** How often it is looked at again if something has grown. */
const AGAIN = 2;

test.use({ viewport: { width: 1440, height: 900 } });

/** Puts everything back: the numbers, the lab, the place. */
const goHome = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.lab .transport .buttons button')[4]?.click();
    document.querySelector<HTMLElement>('.changed [aria-label^="Reset"]')?.click();
    // Not by the address, which may not have been written yet: the same again leads nowhere.
    document.querySelector<HTMLElement>('.rail a[href="#top"]')?.click();
  });
  await rested(page);
};

/** What has grown, in words; nothing if all is as it was but for what comes and goes (a text here, a cache there). */
const grown = (before: Held, after: Held): readonly string[] => [
  ...(after.listeners > before.listeners ? [`listeners: ${before.listeners} to ${after.listeners}`] : []),
  ...(after.nodes > before.nodes + 150 ? [`nodes: ${before.nodes} to ${after.nodes}`] : []),
  ...(after.objects > before.objects + 200_000
    ? [`objects: ${before.objects} to ${after.objects} bytes`]
    : []),
];

test(`${WALKS} walks of ${MOVES} moves leave no node, no listener and no object behind; what is left, is noticed`, async ({
  page,
}) => {
  test.setTimeout(120_000 + WALKS * 60_000);
  await open(page, '/');
  await wakeAll(page);
  let walks = 0;
  /** So many more walks, and what the page holds at home after them. To measure takes as long as to walk. */
  const heldAfter = async (more: number): Promise<Held> => {
    for (const last = walks + more; walks < last;) await moveByScript(page, movesOf(1000 + ++walks, MOVES));
    await goHome(page);
    const held = await heldBy(page);
    test.info().annotations.push({ type: `walk ${walks}`, description: JSON.stringify(held) });
    return held;
  };
  const before = await heldAfter(WARM_UP);
  let after = await heldAfter(WALKS - WARM_UP);
  // A picture that is let go of a moment later is no growth: what has been left behind for good is there after more walks too.
  for (let again = 0; again < AGAIN && grown(before, after).length > 0; again++) after = await heldAfter(1);
  expect(grown(before, after), `after ${walks} walks`).toEqual([]);

  await page.evaluate(() => {
    const kept = Array.from({ length: 200 }, () => document.createElement('p'));
    const numbers = Array.from({ length: 20_000 }, (_, i) => ({ i }));
    addEventListener('scroll', () => Object.assign(globalThis, { kept, numbers }));
  });
  const found = grown(after, await heldBy(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(['listeners', 'nodes', 'objects']);
});
