import { expect, test, type Page } from './test.ts';
import { open } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 }, mayComplain: true });

const notice = (page: Page) => page.locator('.lost-parts');

/** As a server answers for a file of the version before. */
const lose = (page: Page, file: RegExp) =>
  page.route(file, (route) => route.fulfill({ status: 404, body: 'gone' }));

test('a page that is whole tells of nothing lost', async ({ page }) => {
  await open(page, '/#chain-sum');
  await expect(notice(page)).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-lost');
});

for (const [what, file] of [
  ['the figures of a chapter', /\/chain-rule\.[^/]*\.js(\?|$)/],
  ['the stage', /\/Stage\.[^/]*\.js(\?|$)/],
  ['the reader of address and scroll', /\/Reader\.[^/]*\.js(\?|$)/],
] as const) {
  test(`where ${what} cannot be fetched, one notice says so and every scene has its still`, async ({
    page,
  }) => {
    await lose(page, file);
    await page.goto('/#chain-sum');
    await expect(notice(page)).toBeVisible();
    await expect(notice(page)).toContainText('with the essay’s own numbers');
    for (const scene of ['concept-loss', 'backward-all', 'chain-sum']) {
      const still = page.locator(`[data-still="${scene}"]`);
      await still.scrollIntoViewIfNeeded();
      await expect(still.locator('svg').first()).toBeVisible();
    }
    await expect(page.locator('[data-stage]:visible')).toHaveCount(0);
    await page.unroute(file);
    await notice(page).getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('[data-stage="chain-rule"] svg').first()).toBeVisible();
    await expect(notice(page)).toBeHidden();
  });
}

test('what is asleep for good cannot be pressed', async ({ page }) => {
  await lose(page, /\/(?:LabRun|Reader)\.[^/]*\.js(\?|$)/);
  await page.goto('/#passes-lab');
  await expect(notice(page)).toBeVisible();
  await expect(page.locator('astro-island[ssr] button:visible, astro-island[ssr] input:visible')).toHaveCount(
    0,
  );
});
