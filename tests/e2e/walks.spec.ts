import { moveByHand } from './by-hand.ts';
import { complaintsOf } from './complaints.ts';
import { isLong } from './length.ts';
import { expect, test, type Page } from './test.ts';
import { frames, open } from './waiting.ts';
import { movesOf, type Move } from './walk.ts';
import { differences, rested, stages, wakeAll } from './whole-page.ts';

// The page is a function of where the reader is and of what they set: after any walk it is what its link opens.

/** How many walks; WALKS sets another number, and WALK_FROM the first seed. */
const WALKS = Number(process.env['WALKS'] ?? (isLong ? 20 : 1));
const FIRST = Number(process.env['WALK_FROM'] ?? 1);
const MOVES = isLong ? 500 : 200;
const CHECK_EVERY = 100;

test.use({ viewport: { width: 1440, height: 900 } });

/** Brings a page to the same place as another: as far from the top of the section that the other's address names. */
const follow = async (page: Page, leader: Page): Promise<void> => {
  const place = await leader.evaluate(() => {
    const id = location.hash.slice(1);
    return { id, top: (document.getElementById(id) ?? document.body).getBoundingClientRect().top };
  });
  await page.evaluate(({ id, top }) => {
    const section = document.getElementById(id) ?? document.body;
    scrollBy({ top: section.getBoundingClientRect().top - top, behavior: 'instant' });
  }, place);
  await frames(page);
};

/** Within a stage of the lab no link leads; the end of it is where the next press leads. */
const finishStage = async (page: Page): Promise<void> => {
  const phase = page.locator('.lab .saying');
  if (/Computing/.test((await phase.textContent()) ?? ''))
    await page.evaluate(() =>
      document.querySelectorAll<HTMLElement>('.lab .transport .buttons button')[1]?.click(),
    );
};

for (let seed = FIRST; seed < FIRST + WALKS; seed++) {
  test(`after ${MOVES} moves drawn from seed ${seed} the page is what its link opens`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000 + MOVES * 1000);
    await open(page, '/');
    await wakeAll(page);
    const moves = movesOf(seed, MOVES);
    for (const [i, move] of moves.entries()) {
      await moveByHand(page, move);
      if ((i + 1) % CHECK_EVERY > 0) continue;
      const made: readonly Move[] = moves.slice(Math.max(0, i - 11), i + 1);
      const where = `seed ${seed}, ${i + 1} moves, the last:\n${made.map((m) => JSON.stringify(m)).join('\n')}`;
      await rested(page);
      await finishStage(page);
      const walked = await rested(page);
      const fresh = await context.newPage();
      const others = complaintsOf(fresh);
      await open(fresh, page.url());
      await follow(fresh, page);
      await wakeAll(fresh);
      await follow(fresh, page);
      const linked = await rested(fresh);
      expect(others, where).toEqual([]);
      expect(Object.keys(walked), where).toEqual(expect.arrayContaining(stages));
      expect(differences(walked, linked), `${page.url()}\n${where}`).toEqual([]);
      await expect(fresh, where).toHaveURL(page.url());
      await fresh.close();
    }
  });
}
