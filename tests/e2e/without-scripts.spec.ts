import { expect, test } from '@playwright/test';
import { chapters } from '../../content/chapters/index.ts';
import { cursorAfter } from '../../src/story/cursor.ts';
import { dialsAtEndOf } from '../../src/story/timeline.ts';
import { numbersIn, scenes, toldChapters } from './reading.ts';
import { engineOf, OWN } from './setting.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page }) => {
  await page.goto('/');
});

test('the whole essay is there to be read', async ({ page }) => {
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
});

test('every scene has its still, with numbers that are the network’s own', async ({ page }) => {
  const engine = engineOf(OWN);
  for (const { id: chapter, scenes: own } of toldChapters) {
    for (const { id } of own) {
      const still = page.locator(`[data-still="${id}"]`);
      await expect(still.locator('svg')).toBeVisible();
      const dials = dialsAtEndOf(own, id);
      const isMoved = dials.cursor >= cursorAfter('update');
      for (const { q, value, text } of await numbersIn(still)) {
        if (value === undefined) {
          expect(text, `${q} in ${id}`).toMatch(/^[—…]$/);
          continue;
        }
        const step = dials.step + Number(isMoved && /^[wb]\./.test(q));
        expect(value, `${q} in ${id} of ${chapter}`).toBeCloseTo(engine.valueOf(q, step)!, 12);
      }
    }
  }
  const shown = await numbersIn(page.locator('[data-still="backward-all"]'));
  expect(shown.filter(({ value }) => value !== undefined).length).toBeGreaterThan(20);
});

test('numbers in the prose are the network’s own', async ({ page }) => {
  const engine = engineOf(OWN);
  for (const { q, at, value } of await numbersIn(page.locator('main'), '[data-prose]')) {
    const step = at?.startsWith('+') ? Number(at.slice(1)) : Number(at ?? 0);
    expect(value, q).toBeCloseTo(engine.valueOf(q, step)!, 12);
  }
});

test('nothing that would do nothing is to be seen', async ({ page }) => {
  const idle = page.locator(
    'button:visible, input:visible, select:visible, [role="button"]:visible, [role="slider"]:visible',
  );
  expect(
    await idle.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 120))),
  ).toEqual([]);
  await expect(page.locator('[data-stage]:visible')).toHaveCount(0);
});

test('links lead to the scenes and answers open', async ({ page }) => {
  await page.goto('/#backward-gate');
  await expect(page.locator('#backward-gate h3')).toBeInViewport();
  const question = page.locator('.question').first();
  await question.locator('summary').click();
  await expect(question.locator('p').first()).toBeVisible();
});
