import { expect, test } from './test.ts';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'chain-rule';

test('the sheet is written as it is asked for, a link carries it, and formula and figure light each other', async ({
  page,
}) => {
  await open(page, '/?v=1&formula.notation=delta#chain-formulas');
  await settledStage(page, chapter);
  await page.keyboard.press('ArrowRight');
  await settledStage(page, chapter);
  const step = page.locator('#chain-formulas .step').nth(1);
  await expect(step).toHaveAttribute('data-notation', 'delta');
  const weight = step.locator('.in-symbols [data-formula="weight"]');
  await expect(weight.locator('.delta')).toBeVisible();
  await expect(weight.locator('.partial')).toBeHidden();
  await step.getByRole('radio', { name: 'code' }).check();
  await expect(weight.locator('.code')).toHaveText('dW1 = np.outer(dz1, x)');
  await expect(weight.locator('.code')).toBeVisible();
  await expect.poll(() => new URL(page.url()).searchParams.get('formula.notation')).toBe('code');

  const stage = page.locator(`[data-stage="${chapter}"]`);
  await weight.getByRole('button').focus();
  await expect(stage.locator('svg.chain-formulas .title')).toHaveText('A weight of a hidden unit');
  await expect(stage.locator('.equation .result')).toHaveAttribute('data-q', 'dw.1.1.1');
  await stage.locator('.hit[data-hit="w.2.1.1"]').dispatchEvent('pointerenter');
  await expect(step.locator('.in-symbols [data-formula="share"]')).toHaveAttribute('data-lit', '');
  await expect(step.locator('.in-symbols [data-formula="weight"]')).not.toHaveAttribute('data-lit', '');

  await step.getByRole('radio', { name: 'your numbers' }).check();
  const worked = step.locator('.in-numbers [data-formula="weight"]');
  await expect(worked).toContainText('dW1[0,0]');
  await expect(worked.locator('[data-q="dw.1.1.1"]')).toHaveText('−0.2772');
  await step.getByLabel('The parameter').selectOption('w.1.2.1');
  await expect(worked.locator('[data-q="dw.1.2.1"]')).toHaveText('0.1584');
});

for (const shown of ['symbols', 'numbers'])
  for (const notation of ['partial', 'delta', 'code'])
    test(`nothing of it is wider than a window of 320 px: ${notation}, ${shown}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await open(page, `/?v=1&formula.notation=${notation}&formula.shown=${shown}#chain-formulas`);
      await settledStage(page, chapter);
      await expect(page.locator('#chain-formulas .step').nth(1)).toHaveAttribute('data-shown', shown);
      const over = await page.locator('#chain-formulas').evaluate((scene) =>
        [...scene.querySelectorAll('.row math, .row code, .row .numbers, .formula-switch')]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
          .map((element) => element.closest('[data-formula]')?.getAttribute('data-formula') ?? 'switch'),
      );
      expect(over).toEqual([]);
    });
