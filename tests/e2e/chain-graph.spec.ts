import { expect, test } from './test.ts';
import { stageOf } from './reading.ts';
import { open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const chapter = 'chain-rule';
/** Steps of the scene before the one that is walked by hand. */
const BEFORE = 7;

test('the graph is walked by hand, by keys and by tapping an operation, and a link keeps the place', async ({
  page,
}) => {
  await open(page, '/?v=1&graph.walked=14#chain-graph');
  await settledStage(page, chapter);
  for (let i = 0; i < BEFORE; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  const stage = stageOf(page, chapter);
  const svg = stage.locator('svg.chain-graph');
  const slider = stage.getByRole('slider', { name: 'Edges walked back' });
  await expect(slider).toHaveValue('14');
  // The first of three messages is there, the gradient is not.
  await expect(svg.locator('text[data-q="path:x.1/1"]').last()).toHaveAttribute('data-value', /^-0\.173/);
  await expect(svg.locator('[data-q="dx.1"]')).toHaveCount(0);

  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveValue('13');
  await expect(svg.locator('[data-q="path:x.1/1"]')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(svg.locator('[data-q="dx.1"]')).toHaveAttribute('data-value', /^-0\.133/);

  // The gate of unit 1: its turn ends with the ninth edge.
  await svg
    .locator('.operation')
    .filter({ has: page.locator('path') })
    .first()
    .click();
  await expect(slider).toHaveValue('9');
  await expect.poll(() => new URL(page.url()).searchParams.get('graph.walked')).toBe('9');
});

test('a product and its gradient explain themselves', async ({ page }) => {
  await open(page, '/#chain-sum');
  await page.evaluate(() => (location.hash = 'chain-graph'));
  await settledStage(page, chapter);
  for (let i = 0; i < BEFORE; i++) {
    await page.keyboard.press('ArrowRight');
    await settledStage(page, chapter);
  }
  const svg = stageOf(page, chapter).locator('svg.chain-graph');
  const inspector = page.locator('.inspector');
  await svg.locator('text[data-q="product:w.1.2.1"]').click();
  await expect(inspector).toContainText('the product of w₂₁ and x₁');
  await page.keyboard.press('Escape');
  await svg.locator('text[data-q="dproduct:w.1.2.1"]').click();
  await expect(inspector).toContainText('goes on to the product unchanged');
});
