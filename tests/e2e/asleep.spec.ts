import { expect, test } from './test.ts';
import { hold, jump, labAwake, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const html = 'html.asleep';

test('a fresh visit is laid out little by little, and at last whole', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    document.addEventListener('DOMContentLoaded', () =>
      seen.push(document.querySelectorAll('.asleep .step:not(.awake)').length),
    );
  });
  await open(page, '/');
  expect(await page.evaluate(() => (window as unknown as { seen: number[] }).seen[0])).toBeGreaterThan(10);
  await expect(page.locator(html)).toHaveCount(0);
  const skipped = await page.evaluate(
    () =>
      [...document.querySelectorAll('.step')].filter(
        (step) => getComputedStyle(step).contentVisibility !== 'visible',
      ).length,
  );
  expect(skipped).toBe(0);
});

test('a visit by link, and a reload, is laid out whole from the start', async ({ page }) => {
  await page.goto('/#backward-all');
  await expect(page.locator(html)).toHaveCount(0);
  await page.goto('/');
  await page.reload({ waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  await expect(page.locator(html)).toHaveCount(0);
});

test('a jump at once, while most of it sleeps, lands where it should', async ({ page }) => {
  await open(page, '/#update-step');
  const expected = await settledStage(page, 'passes');
  await page.goto('about:blank');
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await jump(page, 'update-step');
  expect(await settledStage(page, 'passes')).toBe(expected);
});

test('a button of the lab that is not awake yet says so, and takes no press that would be lost', async ({
  page,
}) => {
  const letGo = await hold(page, /\/LabRun\./);
  await page.goto('/#passes-lab');
  const forward = page.locator('.lab').getByRole('button', { name: 'Forward', exact: true });
  await expect(forward).toHaveCSS('border-top-style', 'dashed');
  await expect(forward).toHaveCSS('pointer-events', 'none');
  letGo();
  await labAwake(page);
  await expect(forward).toHaveCSS('border-top-style', 'solid');
  await forward.click();
  await expect(page.locator('.lab')).toContainText('Forward pass, done');
});
