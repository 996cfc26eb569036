import { engineOf } from '../truth/engine.ts';
import { OWN } from '../truth/setting.ts';
import { numbersIn, stageOf } from './reading.ts';
import { expect, test, type Page } from './test.ts';
import { jump, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const controls = (page: Page) => page.locator('.training-controls');
const read = async (page: Page, q: string): Promise<number> =>
  (await numbersIn(controls(page))).find((shown) => shown.q === q)?.value ?? NaN;
const button = (page: Page, name: string | RegExp) => controls(page).getByRole('button', { name });

const expectEnd = async (page: Page): Promise<void> => {
  await expect.poll(() => read(page, 'step'), { timeout: 20_000 }).toBe(200);
  expect(Math.abs((await read(page, 'yhat')) - 0.999304)).toBeLessThan(1e-6);
  expect(Math.abs((await read(page, 'loss')) - 0.000696)).toBeLessThan(1e-6);
  await expect(controls(page).locator('[data-q="yhat"]')).toHaveText('0.999304');
  await expect(controls(page).locator('[data-q="loss"]')).toHaveText('0.000696');
};

test('200 steps from the button end at ŷ = 0.999304, L = 0.000696', async ({ page }) => {
  await open(page, '/#training-run');
  await settledStage(page, 'training');
  await button(page, 'Run training: 200 steps').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expectEnd(page);
  await expect(stageOf(page, 'training').locator('svg')).toHaveAttribute(
    'aria-label',
    /step 200, loss 0\.000696/,
  );
});

test('200 steps from the link end at ŷ = 0.999304, L = 0.000696', async ({ page }) => {
  await open(page, '/?v=1&step=200#training-run');
  await settledStage(page, 'training');
  await expectEnd(page);
});

test('it pauses, goes on, steps and resets', async ({ page }) => {
  await open(page, '/#training-run');
  await settledStage(page, 'training');
  await button(page, /^Run training/).click();
  await expect.poll(() => read(page, 'step')).toBeGreaterThan(5);
  await button(page, 'Pause').click();
  const paused = await read(page, 'step');
  expect(paused).toBeLessThan(200);
  await settledStage(page, 'training');
  expect(await read(page, 'step')).toBe(paused);
  await button(page, 'Step').click();
  await expect.poll(() => read(page, 'step')).toBe(paused + 1);
  await expect.poll(() => read(page, 'loss')).toBeCloseTo(engineOf(OWN).valueOf('loss', paused + 1)!, 12);
  await expect(button(page, 'Go on training')).toBeVisible();
  await button(page, 'Reset').click();
  await expect.poll(() => read(page, 'step')).toBe(0);
  await expect(button(page, 'Reset')).toBeDisabled();
});

test('the slider takes the whole page to any step, and back', async ({ page }) => {
  const engine = engineOf(OWN);
  await open(page, '/#training-run');
  const before = await settledStage(page, 'training');
  const prose = page.locator('#forward-loss [data-prose][data-q="loss"]').first();
  const scrub = controls(page).getByRole('slider');
  for (const step of [37, 200, 1, 0]) {
    await scrub.fill(String(step));
    await expect.poll(() => read(page, 'step')).toBe(step);
    expect(await read(page, 'loss')).toBeCloseTo(engine.valueOf('loss', step)!, 12);
    await expect(prose).toHaveAttribute('data-value', String(engine.valueOf('loss', step)));
    await expect
      .poll(() => page.evaluate(() => new URLSearchParams(location.search).get('step')))
      .toBe(step === 0 ? null : String(step));
  }
  expect(await settledStage(page, 'training')).toBe(before);
});

test('the figures tell that unit 2 falls silent at step 2 and unit 3 is silent from the start', async ({
  page,
}) => {
  await open(page, '/#training-run');
  await settledStage(page, 'training');
  const stage = stageOf(page, 'training');
  await expect(stage.locator('svg')).toContainText('unit 2 off at step 2');
  await expect(stage.locator('svg')).toContainText('unit 3 off from the start');
  await jump(page, 'training-silence');
  await settledStage(page, 'training');
  await expect(stage.locator('svg')).toContainText('off from 2');
  await expect(stage.locator('svg')).toContainText('off from 0');
  await expect(page.locator('[data-prose][data-q="fact:silent-2"]').last()).toHaveText('2');
});

test('with other numbers other units fall silent, or none', async ({ page }) => {
  // Every unit open and every weight out of it positive: on a rainy day all sums only grow.
  await open(page, `/?v=1&theta=0.5,0.3,0.2,0.8,0.6,0.4,0.1,0.1,0.2,0.7,0.4,0.6,0#training-run`);
  await settledStage(page, 'training');
  await expect(stageOf(page, 'training').locator('svg')).not.toContainText('off');
  await expect(page.locator('.value[data-q="fact:silent-2"]').first()).toHaveText('never');
});

test.describe('without motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('the run is there at once', async ({ page }) => {
    await open(page, '/#training-run');
    await settledStage(page, 'training');
    await button(page, /^Run training/).click();
    await expectEnd(page);
  });
});
