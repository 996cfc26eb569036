import { expect, test } from './test.ts';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'chain-rule';

test('blocks are turned and moved by keys, buttons and pointer; what does not fit is refused with its shapes', async ({
  page,
}) => {
  await open(page, '/#chain-matrix');
  await settledStage(page, chapter);
  await page.keyboard.press('ArrowRight');
  await settledStage(page, chapter);
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const svg = stage.locator('svg.chain-matrix');
  const verdict = stage.locator('.verdict');
  const order = (): string | null => new URL(page.url()).searchParams.get('matrix.order');
  await expect(verdict).toHaveText(/Refused: rows of 2 meet a column of 3/);
  await expect(svg).toContainText('no partner');

  // By keys, which do not go to another step of the essay.
  const step = await stage.locator('.stepper').textContent();
  await svg.getByRole('button', { name: /^W, 3 by 2, on the left/ }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict).toHaveText(/It fits/);
  await expect.poll(order).toBe('WT-d');
  await page.keyboard.press('ArrowRight');
  await expect(verdict).toHaveText(/Refused: rows of 1 meet columns of 2/);
  await expect(svg.getByRole('button', { name: /^W on its side, 2 by 3, on the right/ })).toBeFocused();
  await expect(stage.locator('.stepper')).toHaveText(step ?? '');

  // By buttons, and by a link.
  await stage.getByRole('button', { name: 'turn W', exact: true }).click();
  await stage.getByRole('button', { name: 'turn δ', exact: true }).click();
  await expect(verdict).toHaveText(/It fits/);
  await expect.poll(order).toBe('dT-W');

  // Drawn across, a block changes sides; pressed, it turns.
  const block = svg.getByRole('button', { name: /^δ on its side/ });
  const box = await block.boundingBox();
  if (!box) throw new Error('Expected a block to be drawn');
  const [x, y] = [box.x + box.width / 2, box.y + 14];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 320, y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(order).toBe('W-dT');
  await svg.getByRole('button', { name: /^W, 3 by 2/ }).click();
  await expect.poll(order).toBe('WT-dT');
  await expect(verdict).toHaveText(/Refused/);
});

test('a number lights its lines, a line its numbers, and the formula follows', async ({ page }) => {
  await open(page, '/#chain-matrix');
  await settledStage(page, chapter);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  const stage = page.locator(`[data-stage="${chapter}"]`);
  const svg = stage.locator('svg.chain-matrix');
  const lit = svg.locator('.cell.lit');
  await expect(lit).toHaveCount(7);
  await svg.locator('.cell[data-cell="w.1.2.2"] .ground').hover();
  await expect(lit).toHaveCount(3);
  await expect(svg.locator('.strand.gradient')).toHaveCount(1);
  await expect(svg.locator('.strand.gradient')).toHaveAttribute('data-edge', 'w.1.2.2');
  await expect(stage.locator('.equation .result')).toHaveAttribute('data-q', 'dx.2');
  await svg.locator('.hit[data-hit="w.1.1.1"]').hover({ force: true });
  await expect(svg.locator('.cell[data-cell="w.1.1.1"]')).toHaveClass(/lit/);
  // A number takes the focus once the inspector, which wakes at the first move, has made it one that can be asked.
  const number = svg.locator('.cell[data-cell="dx.2"] .number');
  await expect(number).toHaveAttribute('data-askable');
  await number.focus();
  await expect(lit).toHaveCount(7);
});
