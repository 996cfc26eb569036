import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { drag, midOf } from './finger.ts';
import { open, settledStage } from './waiting.ts';

// The landscape of the loss: pulled about by pointer and keys, and all of it in the link.

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'training';
const stageIn = (page: Page) => page.locator(`[data-stage="${chapter}"]`);
const setIn = (page: Page, name: string) => new URL(page.url()).searchParams.get(`surface.${name}`);

const goTo = async (page: Page, step: number, query = ''): Promise<void> => {
  await open(page, `/${query}#training-surface`);
  await settledStage(page, chapter);
  for (let i = 1; i < step; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
};

test('the point is pulled with the pointer and walked with the keys; loss, runs and link follow', async ({
  page,
}) => {
  await goTo(page, 4);
  const stage = stageIn(page);
  const end = stage.locator('[data-q="surface.end:ground/sgd"]');
  await expect(end).toHaveText('0.4152');
  const handle = stage.getByRole('slider', { name: 'The point on the map' });
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y - 60, { steps: 4 });
  await page.mouse.up();
  // Where unit 1 is shut on both days the ground is level, and no run leaves.
  await expect(stage.locator('[data-q="surface.da:ground"]')).toHaveText('0');
  await expect(end).toHaveText('0.7246');
  await expect.poll(() => setIn(page, 'at')).toMatch(/^-0\.[5-8]\d*,1\.[1-4]\d*$/);

  await handle.focus();
  const [a, b] = setIn(page, 'at')!.split(',').map(Number);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect
    .poll(() => setIn(page, 'at')?.split(',').map(Number))
    .toEqual([expect.closeTo(a! + 0.05, 6), expect.closeTo(b! - 0.5, 6)]);
  // A link opens the same picture.
  const picture = await settledStage(page, chapter);
  const step = await stage.locator('.stepper').textContent();
  await page.reload();
  await settledStage(page, chapter);
  await expect(stage.locator('.stepper')).toHaveText(step ?? '');
  expect(await settledStage(page, chapter)).toBe(picture);
  await handle.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => setIn(page, 'at')).toBe(null);
});

test('any two are chosen from the lists or by their lines; who runs, on what, with what, by lists', async ({
  page,
}) => {
  await goTo(page, 4);
  const stage = stageIn(page);
  const [one, other] = [
    stage.getByLabel('Parameter of the map, one'),
    stage.getByLabel('Parameter of the map, the other'),
  ];
  await one.selectOption('b.1.3');
  await expect.poll(() => [setIn(page, 'a'), setIn(page, 'b')]).toEqual(['b.1.3', 'w.2.1.1']);
  await other.selectOption('b.1.3');
  await expect.poll(() => [setIn(page, 'a'), setIn(page, 'b')]).toEqual(['w.2.1.1', 'b.1.3']);
  await stage.locator('[data-pick="w.2.1.3"]').click({ force: true });
  await expect(other).toHaveValue('w.2.1.3');
  await expect(one).toHaveValue('b.1.3');

  await stage.getByLabel('Whose path').selectOption('adam');
  await expect(stage.locator('[data-q^="surface.end:"]')).toHaveCount(1);
  await stage.getByLabel('What a run moves').selectOption('all');
  await expect(stage.locator('[data-q="surface.under:ground/adam"]')).toBeVisible();
  await stage.getByLabel('What a step looks at').selectOption('drawn');
  const end = stage.locator('[data-q="surface.end:ground/adam"]');
  await expect.poll(() => setIn(page, 'days')).toBe('drawn');
  await settledStage(page, chapter);
  const before = await end.getAttribute('data-value');
  await stage.getByRole('button', { name: 'draw another lot' }).click();
  await expect.poll(() => setIn(page, 'seed')).toBe('2');
  await expect(end).not.toHaveAttribute('data-value', before ?? '');
  await stage.getByRole('button', { name: 'Reset the map' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('on the saddle both gradients are zero', async ({ page }) => {
  await goTo(page, 6);
  const stage = stageIn(page);
  await stage.getByRole('button', { name: 'Put the point on the saddle' }).click();
  for (const id of ['da', 'db'])
    await expect
      .poll(async () =>
        Math.abs(Number(await stage.locator(`[data-q="surface.${id}:saddle"]`).getAttribute('data-value'))),
      )
      .toBeLessThan(1e-12);
});

test('on a phone the map fits, also far out', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await goTo(page, 1, '?v=1&eta=50&surface.at=100,-100');
  const stage = stageIn(page);
  await expect(stage.locator('.handle')).toBeVisible();
  await expect(stage.locator('.contour').first()).toBeAttached();
  expect(await stage.locator('svg.surface').textContent()).not.toMatch(/NaN|Infinity/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the point is pulled whichever way it goes, and the map beside it lets the page scroll', async ({
    page,
  }) => {
    await goTo(page, 4);
    const stage = stageIn(page);
    const session = await page.context().newCDPSession(page);
    const scrolled = () => page.evaluate(() => scrollY);
    const from = await scrolled();
    const point = await midOf(page, '[data-stage="training"] .handle');
    await drag(session, point, { x: 10, y: 50 });
    // All the way down, by more than the browser lets pass before it takes a finger for a scroll.
    await expect.poll(() => Number(setIn(page, 'at')?.split(',')[0])).toBeLessThan(-0.3);
    const map = (await stage.locator('.field').boundingBox())!;
    await drag(session, { x: map.x + map.width - 20, y: map.y + map.height - 20 }, { x: 0, y: -120 });
    await expect.poll(scrolled).toBeGreaterThan(from + 40);
  });
});
