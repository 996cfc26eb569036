import { expect, test } from '@playwright/test';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'training';

test('any of the thirteen is chosen with pointer or arrow keys, and its store follows', async ({ page }) => {
  await open(page, '/#training-two-days');
  await settledStage(page, chapter);
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const svg = stage.locator('svg.two-days');
  await expect(svg).toContainText('the store of ∂L/∂w₁₁');
  const radios = stage.getByRole('radio');
  await expect(radios).toHaveCount(13);

  await stage.locator('[data-pick="b.2.1"]').click();
  await expect(svg).toContainText('the store of ∂L/∂b');
  await expect(svg.locator('[data-q="share:db.2.1@1"]')).toHaveAttribute('data-value', /^0\.226/);
  await expect.poll(() => new URL(page.url()).searchParams.get('param')).toBe('b.2.1');

  // The last is followed by the first; keys that a choice takes do not go to another step of the essay.
  const step = await stage.locator('.stepper').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(stage.locator('[data-pick="w.1.1.1"]')).toBeFocused();
  await expect(svg).toContainText('the store of ∂L/∂w₁₁');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(svg).toContainText('the store of ∂L/∂w₃');
  await expect(stage.locator('.stepper')).toHaveText(step ?? '');
});

test('a bar and a number of the store explain themselves, down to the day', async ({ page }) => {
  await open(page, '/?v=1&param=b.2.1#training-two-days');
  await settledStage(page, chapter);
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  const svg = page.locator(`[data-stage="${chapter}"] svg.two-days`);
  const inspector = page.locator('.inspector');
  await svg.locator('text[data-q="share:db.2.1@1"]').click();
  await expect(inspector).toContainText('what day 2 puts into the store of ∂L/∂b');
  await expect(inspector).toContainText('0.2261 =');
  await inspector.getByRole('button', { name: /∂L\/∂b⁽²⁾/ }).click();
  await expect(inspector).toContainText('on day 2');
  await page.keyboard.press('Escape');
  await svg.locator('path[data-q="dw.1.1.1@0"]').hover({ force: true });
  await expect(inspector).toContainText('∂L/∂w⁽¹⁾₁₁');
});

test('the picture is the same when it is come back to', async ({ page }) => {
  await open(page, '/#training-two-days');
  const seen: string[] = [await settledStage(page, chapter)];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('ArrowRight');
    seen.push(await settledStage(page, chapter));
  }
  expect(new Set(seen).size).toBe(seen.length);
  for (let i = 3; i >= 0; i--) {
    await page.keyboard.press('ArrowLeft');
    expect(await settledStage(page, chapter)).toBe(seen[i]);
  }
});
