import { moveByScript } from './by-script.ts';
import { heldBy, type Held } from './held.ts';
import { isLong } from './length.ts';
import { expect, test, type Page } from './test.ts';
import { open } from './waiting.ts';
import { movesOf } from './walk.ts';
import { rested, wakeAll } from './whole-page.ts';

// A page that is read for hours holds no more than one that was read for a minute.

/** How many walks; MEMORY_WALKS sets another number. */
const WALKS = Number(process.env['MEMORY_WALKS'] ?? (isLong ? 20 : 9));
const MOVES = isLong ? 500 : 200;
/** After so many, everything that the page remembers is full: the undo history, its runs, what was fetched on demand. */
const WARM_UP = 6;
/** What has been left behind for good is there after each of so many. */
const LAST = 3;

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

/** The least that was held at any of these moments: a picture that is let go of a moment later is no growth. */
const least = (moments: readonly Held[]): Held => ({
  nodes: Math.min(...moments.map(({ nodes }) => nodes)),
  listeners: Math.min(...moments.map(({ listeners }) => listeners)),
  objects: Math.min(...moments.map(({ objects }) => objects)),
  heap: Math.min(...moments.map(({ heap }) => heap)),
});

/** What has grown, in words; nothing if all is as it was but for what comes and goes (a text here, a cache there). */
const grown = (before: Held, after: Held): readonly string[] => [
  ...(after.listeners > before.listeners ? [`listeners: ${before.listeners} to ${after.listeners}`] : []),
  ...(after.nodes > before.nodes + 150 ? [`nodes: ${before.nodes} to ${after.nodes}`] : []),
  ...(after.objects > before.objects + 200_000
    ? [`objects: ${before.objects} to ${after.objects} bytes`]
    : []),
];

test(`${WALKS} walks of ${MOVES} moves leave no node, no listener and no object behind`, async ({ page }) => {
  test.setTimeout(120_000 + WALKS * 60_000);
  await open(page, '/');
  await wakeAll(page);
  const moments: Held[] = [];
  for (let walk = 1; walk <= WALKS; walk++) {
    await moveByScript(page, movesOf(1000 + walk, MOVES));
    await goHome(page);
    const held = await heldBy(page);
    test.info().annotations.push({ type: `walk ${walk}`, description: JSON.stringify(held) });
    moments.push(held);
    const first = moments[WARM_UP - 1];
    if (first && walk >= WARM_UP + LAST)
      expect(grown(first, least(moments.slice(-LAST))), `after ${walk} walks`).toEqual([]);
  }
});

test('a listener, nodes or objects that are left behind are noticed', async ({ page }) => {
  await open(page, '/');
  await goHome(page);
  const before = await heldBy(page);
  await page.evaluate(() => {
    const kept = Array.from({ length: 200 }, () => document.createElement('p'));
    const numbers = Array.from({ length: 20_000 }, (_, i) => ({ i }));
    addEventListener('scroll', () => Object.assign(globalThis, { kept, numbers }));
  });
  const found = grown(before, await heldBy(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(['listeners', 'nodes', 'objects']);
});
