import { expect, test } from './test.ts';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'chain-rule';

test('any of the thirteen is drawn out: by key, by its column, by its line; a zero says where it is lost', async ({
  page,
}) => {
  await open(page, '/?v=1&param=w.1.3.1#chain-one-path');
  await settledStage(page, chapter);
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const svg = stage.locator('svg.chain-path');
  const param = (): string | null => new URL(page.url()).searchParams.get('param');
  // The text follows w₁₁ whatever is chosen, and does not answer its question.
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  await expect(stage.locator('.equation .result')).toHaveAttribute('data-q', 'dw.1.1.1');
  await expect(svg.locator('[data-q="dw.1.2.1"]')).toHaveCount(0);

  await page.keyboard.press('ArrowRight');
  await settledStage(page, chapter);
  await expect(stage.locator('.why')).toHaveText(/z₃ = −0\.20 is not above 0/);
  await expect(svg.locator('.wall')).toHaveCount(2);

  await svg.locator('[data-pick="w.2.1.2"]').click();
  await expect(svg).toHaveAttribute('aria-label', /w₂, z, ŷ, L/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(param).toBe('w.2.1.3');
  await expect(stage.locator('.why')).toHaveText(/a₃ is 0/);
  await svg.locator('.hit[data-hit="w.1.2.2"]').dispatchEvent('click');
  await expect.poll(param).toBe('w.1.2.2');
  await expect(stage.locator('.why')).toHaveCount(0);
});
