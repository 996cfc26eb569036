import { engineOf } from '../truth/engine.ts';
import { OWN } from '../truth/setting.ts';
import { numbersIn, stageOf } from './reading.ts';
import { expect, test } from './test.ts';
import { jump, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const notice = '.reader .notice';

test('a link that cannot be read gets a notice that names what was expected and found, and a working page', async ({
  page,
}) => {
  await open(page, '/?v=1&x=cloudy&eta=2#backward-all');
  await expect(page.locator(notice)).toContainText('x was ignored: expected two numbers, found “cloudy”.');
  await settledStage(page, 'passes');
  const engine = engineOf({ ...OWN, eta: 2 });
  for (const { q, value } of await numbersIn(stageOf(page, 'passes'))) {
    if (value !== undefined) expect(value, q).toBeCloseTo(engine.valueOf(q, 0)!, 9);
  }
  await page.locator(notice).getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator(notice)).toHaveCount(0);
});

test('numbers out of range are brought into it, with a notice', async ({ page }) => {
  await open(page, '/?v=1&x=99,-99&y=3&step=5000#training-run');
  const text = page.locator(notice);
  await expect(text).toContainText('x was brought into its range, −5 to 5.');
  await expect(text).toContainText('y was brought into its range, 0 to 1.');
  await expect(text).toContainText('step was brought into its range, 0 to 200.');
  await expect(page.locator('#forward-inputs [data-q="x.1"]').first()).toHaveText('5.00');
  await settledStage(page, 'training');
  await expect(stageOf(page, 'training').getByRole('slider', { name: 'training step' })).toHaveAttribute(
    'aria-valuenow',
    '200',
  );
});

test('a link of another version is ignored as a whole and says so', async ({ page }) => {
  await open(page, '/?v=9&x=1,1');
  await expect(page.locator(notice)).toContainText('version 9');
  await expect(page.locator('#forward-inputs [data-q="x.1"]').first()).toHaveText('0.80');
});

test('whatever stands in an address, the page works', async ({ page }) => {
  for (const rubbish of [
    '?%',
    '?theta=%F0%9F',
    '?x=<script>alert(1)</script>',
    '?v=1&theta=NaN',
    '#%E0%A4%A',
    '#no-such-scene',
  ]) {
    await page.goto('about:blank');
    await open(page, `/${rubbish}`);
    await jump(page, 'forward-loss');
    await settledStage(page, 'passes');
    await expect(stageOf(page, 'passes').locator('[data-q="loss"]').first(), rubbish).toHaveText('0.6832');
  }
});

test('a browser that keeps nothing gets a notice and a working page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, '/');
  await expect(page.locator(notice)).toContainText('keeps nothing for this page');
  await page.getByRole('slider', { name: 'the bias of the output unit' }).fill('1.5');
  await expect(page.locator('.toy .score')).toContainText('1 move');
  await jump(page, 'forward-loss');
  await settledStage(page, 'passes');
});
