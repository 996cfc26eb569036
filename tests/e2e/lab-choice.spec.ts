import { engineOf } from '../truth/engine.ts';
import { OWN, PARAMETERS } from '../truth/setting.ts';
import { openLab, press } from './lab.ts';
import { expect, test } from './test.ts';

test.describe('choosing a parameter', () => {
  test('by its edge, its label, its row or the arrow keys; Enter edits it', async ({ page }) => {
    const lab = await openLab(page);
    const chain = lab.locator('.chain');
    const edge = lab.locator('[data-hit="w.2.1.3"]');
    const point = await edge.evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.6);
      const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    });
    await page.mouse.click(point.x, point.y);
    await expect(chain).toHaveAttribute('data-chain', 'w.2.1.3');
    for (const id of PARAMETERS) {
      await lab.locator(`[data-pick="${id}"]`).click();
      await expect(chain).toHaveAttribute('data-chain', id);
    }
    await lab.getByRole('button', { name: 'b₃, the bias of hidden unit 3: show its chain' }).click();
    await expect(chain).toHaveAttribute('data-chain', 'b.1.3');
    const chosen = lab.getByRole('radio', { checked: true }).and(lab.locator('[data-pick]'));
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    await expect(chain).toHaveAttribute('data-chain', 'w.2.1.1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(lab.getByLabel('the bias of hidden unit 3, value', { exact: true })).toBeFocused();
  });

  test('it stays through training, and its factors multiply up to its gradient', async ({ page }) => {
    const lab = await openLab(page, { param: 'w.1.2.1' });
    await lab.getByText('Words', { exact: true }).click();
    await expect(lab.locator('.chain .product td')).toHaveText('not computed yet');
    for (let step = 1; step <= 3; step++) {
      await press(lab, 'Training step');
      await expect(lab.locator('.chain')).toHaveAttribute('data-chain', 'w.1.2.1');
      const numbers = await lab
        .locator('.chain td [data-q]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
      const gradient = engineOf(OWN).valueOf('dw.1.2.1', step - 1);
      expect(numbers.at(-1)).toBe(gradient);
      expect(numbers.slice(0, -1).reduce((product, factor) => product * factor, 1)).toBeCloseTo(
        gradient!,
        12,
      );
      await expect(lab.locator('.chain .equation')).toContainText('new');
    }
  });
});

test('both lenses name every row, and more digits show more', async ({ page }) => {
  const lab = await openLab(page);
  await press(lab, 'Forward');
  const names = lab.locator('.lab-tables tbody th');
  await expect(names.first()).toHaveText('x₁');
  await lab.getByText('Words', { exact: true }).click();
  await expect(names.first()).toHaveText('input 1');
  // Inputs, three units of sum, gate and activation, the output's sum and slope, prediction, target and loss.
  expect(await names.count()).toBe(2 + 3 * 3 + 2 + 3 + PARAMETERS.length);
  const loss = lab.locator('.nodes [data-q="loss"]');
  await expect(loss).toHaveText('0.6832');
  await lab.getByText('More digits').click();
  await expect(loss).toHaveText('0.68319718');
});
