import { expect, test } from './test.ts';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'training';

test('the fastest rate is found with keys and pointer, and a link keeps it', async ({ page }) => {
  await open(page, '/?v=1&rate.days=two#training-rate');
  await settledStage(page, chapter);
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const status = stage.getByRole('status').first();
  // A run of the strip goes onto the dial.
  await stage.getByRole('button', { name: /^η = 5: kills/ }).click();
  await expect(status).toHaveText('η = 5 leaves no unit open: turn it down.');
  const dial = stage.getByRole('slider', { name: 'learning rate η' });
  await dial.focus();
  for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowLeft');
  await expect(dial).toHaveAttribute('aria-valuetext', /^η = 2.2, converges/);
  await expect(status).toHaveText('Under 0.1 at step 7: no rate is faster. Found.');
  await expect.poll(() => new URL(page.url()).searchParams.get('rate.eta')).toBe('2.2');
  const seen = await settledStage(page, chapter);
  await page.reload();
  expect(await settledStage(page, chapter)).toBe(seen);
  // The essay's own network is as it was; the text takes over again.
  expect(new URL(page.url()).searchParams.get('eta')).toBeNull();
  await stage.getByRole('button', { name: 'as in the text' }).click();
  await expect.poll(() => new URL(page.url()).search).not.toContain('rate.');
});

test('the handle is dragged along the map', async ({ page }) => {
  await open(page, '/#training-rate');
  await settledStage(page, chapter);
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const dial = stage.getByRole('slider', { name: 'learning rate η' });
  const box = (await stage.locator('.rate .field').boundingBox())!;
  await page.mouse.move(box.x + 11, box.y + box.height / 2);
  await page.mouse.down();
  await expect(dial).toHaveAttribute('aria-valuetext', /^η = 0.001,/);
  await page.mouse.move(box.x + box.width + 300, box.y, { steps: 4 });
  await expect(dial).toHaveAttribute('aria-valuetext', /^η = 30,/);
  await page.mouse.up();
});
