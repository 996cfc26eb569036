import { expect, test } from './test.ts';
import { open, settledStage } from './waiting.ts';

const chapter = 'training';

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
])
  test(`unit 3 is woken in three ways, and put back, at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page, '/#training-silence');
    const before = await settledStage(page, chapter);
    const stage = page.locator(`[data-stage="${chapter}"]`);
    const status = stage.getByRole('status').first();
    await expect(status).toHaveText('Unit 3 is silent at the start. Wake it.');
    const gate = stage.locator('.silence [data-q="gate.1.3"]');
    await expect(gate).toHaveAttribute('data-value', '0');
    for (const [way, z] of [
      ['input', '0.04'],
      ['bias', '0.10'],
      ['weight', '0.04'],
    ] as const) {
      await stage.getByRole('button', { name: way, exact: true }).click();
      await expect(status).toContainText(`Unit 3 starts at z = ${z}: its gate is open`);
      await expect(gate).toHaveAttribute('data-value', '1');
      await stage.getByRole('button', { name: way, exact: true }).click();
      await expect(gate).toHaveAttribute('data-value', '0');
    }
    const leak = stage.getByRole('switch', { name: 'leaky' });
    await leak.click();
    await expect(leak).toHaveAttribute('aria-checked', 'true');
    await expect(status).toHaveText('Leaky: unit 3 still moves, first by 0.0025.');
    await leak.click();
    expect(await settledStage(page, chapter)).toBe(before);
    await expect.poll(() => new URL(page.url()).search).not.toContain('wake');
  });

test('the handle takes the whole essay to its step', async ({ page }) => {
  await open(page, '/#training-silence');
  await settledStage(page, chapter);
  const stage = page.locator(`[data-stage="${chapter}"]`);
  await stage.getByRole('slider', { name: 'training step' }).focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('2');
  await expect(stage.locator('.silence [data-q="gate.1.2"]')).toHaveAttribute('data-value', '0');
});
