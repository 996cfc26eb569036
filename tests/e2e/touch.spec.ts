import { drag, midOf } from './finger.ts';
import { expect, test, type Page } from './test.ts';
import { idle, jump, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const turnsIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => new URLSearchParams(location.search).get('top.turns'));

test('a finger drags a line of the opening sideways, the very first time, and then a dial', async ({
  page,
}) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await drag(session, await midOf(page, '.for-narrow [data-hit="w.2.1.1"]'), { x: 60, y: 0 }, () =>
    expect(page.locator('.toy astro-island:not([ssr])')).toBeAttached(),
  );
  await expect.poll(() => turnsIn(page)).toMatch(/^9,1\.\d+$/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.evaluate(() => scrollTo(0, 500));
  await idle(page);
  const label = page.locator('.dials label').first();
  const setting = label.locator('.setting');
  const before = Number(await setting.getAttribute('data-value'));
  await drag(session, await midOf(page, '.dials label'), { x: 40, y: 0 });
  await expect.poll(async () => Number(await setting.getAttribute('data-value'))).toBeCloseTo(before + 1, 1);
});

test('a swipe over the opening’s dials or over a slider of the lab scrolls, and sets nothing', async ({
  page,
}) => {
  await open(page, '/?v=1&top.sweeps=7');
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => scrollTo(0, 500));
  await idle(page);
  await drag(session, await midOf(page, '.dials label:nth-of-type(2)'), { x: 4, y: -200 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(600);
  await idle(page);
  expect(page.url()).toContain('top.sweeps=7');
  await jump(page, 'passes-lab');
  await page
    .locator('[aria-label="input 1: cloud cover, dial"], .lab .dial input[type="range"]')
    .first()
    .scrollIntoViewIfNeeded();
  await idle(page);
  const slider = page.locator('.lab .dial input[type="range"]').first();
  const [was, from] = [await slider.inputValue(), await page.evaluate(() => scrollY)];
  const at = await midOf(page, '.lab .dial input[type="range"]');
  await drag(session, { x: at.x - 40, y: at.y }, { x: 0, y: -180 });
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(from);
  await expect.poll(() => slider.inputValue()).toBe(was);
});

test('the first tap on the machine’s button starts it, though the opening was still asleep', async ({
  page,
}) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Let the machine try' }).tap();
  await expect.poll(() => page.url()).toContain('top.sweeps=');
});

test('on the empty chart of the run a swipe down scrolls, and only one that goes sideways draws', async ({
  page,
}) => {
  await open(page, '/#training-run');
  await settledStage(page, 'training');
  const session = await page.context().newCDPSession(page);
  const stage = page.locator('[data-stage="training"]');
  const guessed = stage.locator('.pencil[d]');
  const swipe = async (x: number, y: number): Promise<void> => {
    const box = (await stage.locator('.catch.paper').boundingBox())!;
    await drag(session, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, { x, y });
  };
  const from = await page.evaluate(() => scrollY);
  await swipe(4, 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(from);
  await idle(page);
  await expect(guessed).toHaveCount(0);
  await expect(page.locator('.reader .changed')).toHaveCount(0);
  await swipe(60, 10);
  await expect(guessed).toHaveCount(1);
});
