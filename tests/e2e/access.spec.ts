import { violationsIn } from './axe.ts';
import { toldChapters } from './reading.ts';
import { expect, test } from './test.ts';
import { idle, jump, open, settledStage } from './waiting.ts';
import { wakeAll } from './whole-page.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

for (const viewport of SIZES) {
  test(`axe finds nothing at ${viewport.width} px: in the page and in each chapter`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    await open(page, '/?v=1&step=1&x=0.7,0.2');
    const inBoth = async (part: string): Promise<void> => {
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violationsIn(page, part), `in ${part}`).toEqual([]);
      // Colours do not depend on the width.
      if (viewport.width < 1000) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsIn(page, part, 'contrast'), `in ${part}, dark`).toEqual([]);
    };
    // What lives in each chapter, its stage at a scene; then the whole page, with an open answer in each and its numbers awake.
    for (const { id, scenes } of toldChapters) {
      await jump(page, scenes[Math.floor(scenes.length / 2)]!.id);
      await settledStage(page, id);
      const answer = page.locator(`[data-chapter="${id}"] .question summary`).first();
      await answer.evaluate((summary) => summary.parentElement?.setAttribute('open', ''));
      await inBoth(`[data-chapter="${id}"] .side`);
    }
    await expect(page.locator('.toy [data-askable]').first()).toBeAttached();
    await inBoth('html');
  });
}

test('axe finds nothing in what a browser without scripts shows', async ({ page }) => {
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
  await expect(page.locator('.still iframe').first().contentFrame().locator('svg')).toBeVisible();
  for (const button of await page.getByRole('button', { name: /motion o/i }).all())
    await expect(button).toBeHidden();
  expect(await violationsIn(page, 'html')).toEqual([]);
});

test('the skip link leads past the rail, and a step is played by its button', async ({ page }) => {
  await page.setViewportSize(SIZES[0]!);
  await open(page, '/');
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#concept')).toBeInViewport();
  await jump(page, 'forward-weigh');
  await settledStage(page, 'passes');
  const next = page.locator('[data-stage="passes"] .stepper').getByRole('button', { name: 'next step' });
  const label = page.locator('[data-stage="passes"] .stepper span');
  const before = await label.textContent();
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(label).not.toHaveText(before ?? '');
});

test('Tab comes to everything that can be pressed, one after the other, each in view and with a ring', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize(SIZES[0]!);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/');
  await wakeAll(page);
  // What stands on the way, by its place in the document; of radio buttons with one name only the chosen one, or the
  // first. What is on a stage comes and goes with the scroll.
  const expected = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex]'),
    ]
      .filter(
        (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility(),
      )
      .filter((element) => !element.closest('[data-stage]'))
      .filter((element, _, all) => {
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked)
          return true;
        const group = all.filter((other) => other instanceof HTMLInputElement && other.name === element.name);
        return group[0] === element && !group.some((other) => (other as HTMLInputElement).checked);
      });
    controls.forEach((element, i) => element.setAttribute('data-stop', String(i)));
    return controls.map(({ outerHTML }) => outerHTML.slice(0, 90));
  });
  expect(expected.length).toBeGreaterThan(150);
  const faults: string[] = [];
  const reached: number[] = [];
  while (reached.at(-1) !== expected.length - 1 && reached.length < 2 * expected.length) {
    await page.keyboard.press('Tab');
    const { stop, isSeen, isRinged } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      // A radio button or a dial may be drawn by what stands beside it.
      const around = [element, element.parentElement, element.nextElementSibling];
      return {
        stop: Number(element.getAttribute('data-stop') ?? -1),
        isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
        isRinged: around.some((one) => one && getComputedStyle(one).outlineStyle !== 'none'),
      };
    });
    reached.push(stop);
    if (stop < 0) continue;
    if (!isSeen) faults.push(`out of view: ${expected[stop]}`);
    if (!isRinged) faults.push(`no ring: ${expected[stop]}`);
  }
  expect(expected.filter((_, i) => !reached.includes(i))).toEqual([]);
  expect(reached.filter((stop) => stop >= 0)).toEqual(expected.map((_, i) => i));
  expect(faults).toEqual([]);
});

test('no ring around what has the focus is cut off where its scene ends', async ({ page }) => {
  await open(page, '/#coda');
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await idle(page);
    const rings = await page.locator('.scene').evaluateAll((scenes) =>
      scenes.flatMap((scene) => {
        const edge = scene.getBoundingClientRect();
        return [...scene.querySelectorAll('a, button, summary, label, [tabindex]')]
          .filter((element) => element.checkVisibility())
          .filter((element) => !element.closest('[data-stage]'))
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
  await open(page, '/');
  for (const viewport of [...SIZES, { width: 768, height: 1024 }]) {
    await page.setViewportSize(viewport);
    for (const { id, scenes } of toldChapters) {
      for (const scene of [scenes[0]!, scenes.at(-1)!]) {
        await jump(page, scene.id);
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
