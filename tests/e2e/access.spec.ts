import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { toldChapters } from './reading.ts';
import { open, settledStage } from './waiting.ts';

/** What axe finds in the page, or in a part of it. */
const violations = async (page: Page, part = 'html'): Promise<readonly string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).include(part).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing, at the top and in each chapter', async ({ page }) => {
        test.setTimeout(120_000);
        await open(page, '/?v=1&step=1&x=0.7,0.2');
        // The whole page once, then what lives in each chapter: its stage at a scene, its open answers.
        expect(await violations(page), 'in the page').toEqual([]);
        for (const { id, scenes } of toldChapters) {
          await page.evaluate((hash) => (location.hash = hash), scenes[Math.floor(scenes.length / 2)]!.id);
          await settledStage(page, id);
          const answer = page.locator(`[data-chapter="${id}"] .question summary`).first();
          await answer.evaluate((summary) => summary.parentElement?.setAttribute('open', ''));
          expect(await violations(page, `[data-chapter="${id}"]`), `in ${id}`).toEqual([]);
        }
      });
    });
  }
}

test('axe finds nothing in what a browser without scripts shows', async ({ page }) => {
  test.setTimeout(150_000);
  // axe itself is a script: so the page is served as such a browser takes it, and only axe runs.
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const css = (await response.text())
      .replaceAll(/\(scripting:\s*none\)/g, '(min-width: 0)')
      .replaceAll(/\(scripting:\s*enabled\)/g, 'not all');
    await route.fulfill({ response, body: css });
  });
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replaceAll(/<script\b[^>]*><\/script>/g, '')
      .replaceAll(/<\/?noscript>/g, '');
    await route.fulfill({ response, body: html });
  });
  await page.goto('/');
  await expect(page.locator('.still svg').first()).toBeVisible();
  await expect(page.locator('.reader .motion')).toBeHidden();
  expect(await violations(page)).toEqual([]);
});

test('everything can be reached and seen by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/');
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#concept')).toBeInViewport();
  await page.evaluate(() => (location.hash = 'forward-weigh'));
  await settledStage(page, 'passes');
  const next = page.locator('[data-stage="passes"] .stepper').getByRole('button', { name: 'next step' });
  const label = page.locator('[data-stage="passes"] .stepper span');
  const before = await label.textContent();
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(label).not.toHaveText(before ?? '');
});

test('no ring around what has the focus is cut off where its scene ends', async ({ page }) => {
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, '/#coda');
    const rings = await page.locator('.scene').evaluateAll((scenes) =>
      scenes.flatMap((scene) => {
        const edge = scene.getBoundingClientRect();
        return [...scene.querySelectorAll('a, button, summary, label, [tabindex]')]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            // The outline of base.css: two px, three px off.
            const room = Math.min(top - edge.top, edge.bottom - bottom, left - edge.left, edge.right - right);
            return { name: `${scene.id}: ${element.textContent.trim()}`, isCut: room < 5 };
          });
      }),
    );
    expect(rings.length).toBeGreaterThan(50);
    expect(
      rings.filter(({ isCut }) => isCut).map(({ name }) => name),
      `${width} px`,
    ).toEqual([]);
  }
});

test('nothing in a figure is set smaller than 12 px as displayed', async ({ page }) => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 768, height: 1024 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(viewport);
    await open(page, '/');
    for (const { id, scenes } of toldChapters) {
      for (const scene of [scenes[0]!, scenes.at(-1)!]) {
        await page.evaluate((hash) => (location.hash = hash), scene.id);
        await settledStage(page, id);
        const small = await page.locator(`[data-stage="${id}"] svg text`).evaluateAll((texts) =>
          texts.flatMap((text) => {
            const svg = (text as SVGTextElement).getScreenCTM();
            const size = Number.parseFloat(getComputedStyle(text).fontSize) * (svg?.a ?? 1);
            return size < 11.95 && text.textContent.trim() ? [`${text.textContent} ${size.toFixed(2)}`] : [];
          }),
        );
        expect(small, `${scene.id} at ${viewport.width}`).toEqual([]);
      }
    }
  }
});
