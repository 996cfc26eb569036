import { engineOf } from '../truth/engine.ts';
import { OWN } from '../truth/setting.ts';
import { wrongs } from '../truth/wrongs.ts';
import { chapters } from '../../content/chapters/index.ts';
import { numbersIn, scenes } from './reading.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

test('the whole essay is there to be read, and nothing that would do nothing', async ({ page }) => {
  await page.goto('/');
  const steps = page.locator('.step');
  await expect(steps).toHaveCount(scenes.reduce((sum, scene) => sum + scene.steps, 0));
  for (const step of await steps.all()) {
    await expect(step).toBeVisible();
    expect((await step.innerText()).length).toBeGreaterThan(80);
  }
  for (const { question } of chapters)
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
  await expect(page.locator('.glossary .entry')).toHaveCount(8);
  await expect(page.locator('#coda')).toBeVisible();
  const words = (await page.locator('main').innerText()).split(/\s+/).length;
  expect(words).toBeGreaterThan(5000);
  const idle = page.locator(
    'button:visible, input:visible, select:visible, [role="button"]:visible, [role="slider"]:visible',
  );
  expect(
    await idle.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 120))),
  ).toEqual([]);
  await expect(page.locator('[data-stage]:visible')).toHaveCount(0);
});

test('every scene has its still, and what stands there and in the prose is the network’s own', async ({
  page,
}) => {
  await page.goto('/');
  const engine = engineOf(OWN);
  // What each still shows is told in tests/figures; that it is here, filled in, by the last of the backward pass.
  for (const { id } of scenes) {
    const frame = page.locator(`[data-still="${id}"] iframe`);
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().locator('svg')).toBeVisible();
    const [outer, inner] = [
      await frame.boundingBox(),
      await frame.contentFrame().locator('svg').boundingBox(),
    ];
    expect(Math.abs(outer!.height - inner!.height), id).toBeLessThan(1);
  }
  const still = await numbersIn(
    page.locator('[data-still="backward-all"] iframe').contentFrame().locator('body'),
  );
  expect(still.filter(({ value }) => value !== undefined).length).toBeGreaterThan(20);
  expect(wrongs(still, engine, 0)).toEqual([]);
  const prose = await numbersIn(page.locator('main'), '[data-prose][data-q]');
  expect(prose.length).toBeGreaterThan(150);
  expect(wrongs(prose, engine, 0)).toEqual([]);
});

test('links lead to the scenes and answers open', async ({ page }) => {
  await page.goto('/#backward-gate');
  await expect(page.locator('#backward-gate h3')).toBeInViewport();
  const question = page.locator('.question').first();
  await question.locator('summary').click();
  await expect(question.locator('p').first()).toBeVisible();
});
