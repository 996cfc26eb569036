import { engineOf } from '../truth/engine.ts';
import { linkTo, settingOf } from '../truth/setting.ts';
import { numbersIn, stageOf, toldChapters } from './reading.ts';
import { expect, test } from './test.ts';
import { frames, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** What the stage shows while a scene is scrolled through, a few px at a time. */
const whileScrolling = `async (id) => {
  // The scroll is told of in the first drawing, and followed before the third.
  const frame = async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const scene = document.getElementById(id);
  const seen = { packets: 0, underWay: 0, pictures: new Set() };
  const begin = scene.getBoundingClientRect().top + scrollY - innerHeight * 0.6;
  const end = begin + scene.clientHeight;
  for (let y = begin; y < end; y += 24) {
    scrollTo({ top: y, behavior: 'instant' });
    await frame();
    const stage = scene.closest('[data-chapter]').querySelector('.stage');
    seen.packets += stage.querySelectorAll('.packet').length;
    seen.underWay += stage.querySelectorAll('.result.awaited').length;
    seen.pictures.add(stage.innerHTML);
  }
  return { packets: seen.packets, underWay: seen.underWay, pictures: seen.pictures.size };
}`;
const scrolled = (id: string): string => `(${whileScrolling})(${JSON.stringify(id)})`;

interface Seen {
  readonly packets: number;
  readonly underWay: number;
  readonly pictures: number;
}

test('a step plays as it is scrolled', async ({ page }) => {
  await open(page, '/#forward-weigh');
  const seen = await page.evaluate<Seen>(scrolled('forward-weigh'));
  expect(seen.packets).toBeGreaterThan(0);
  expect(seen.underWay).toBeGreaterThan(0);
  expect(seen.pictures).toBeGreaterThan(10);
});

test('the scroll is followed between two drawings, not in one', async ({ page }) => {
  await open(page, '/#forward-weigh');
  const { before, drawn, after } = await page.evaluate(async () => {
    const here = (): string | null | undefined =>
      document.querySelector('.rail [aria-current]')?.getAttribute('href');
    const atRest = here();
    // Asked after the page has been told of the scroll, in the drawing that shows it.
    const asDrawn = new Promise<string | null | undefined>((tell) => {
      addEventListener('scroll', () => requestAnimationFrame(() => tell(here())), { once: true });
    });
    document.getElementById('backward-gate')?.scrollIntoView({ behavior: 'instant' });
    const first = await asDrawn;
    for (let i = 0; i < 30 && here() === first; i++) await new Promise((done) => requestAnimationFrame(done));
    return { before: atRest, drawn: first, after: here() };
  });
  expect(before).toBe('#forward-weigh');
  expect(drawn).toBe(before);
  expect(after).toBe('#backward-gate');
});

test('a line is there as a whole or not at all, and one at a time', async ({ page }) => {
  await open(page, '/#forward-weigh');
  await settledStage(page, 'passes');
  const seen = await page.evaluate(async () => {
    const stage = document.querySelector('[data-chapter="passes"] .stage');
    const lines = new Set<string>();
    const wrong: string[] = [];
    for (let i = 0; i < 200; i++) {
      scrollBy({ top: 12, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(done));
      const all = [...(stage?.querySelectorAll('.equation') ?? [])];
      const [line] = all;
      if (all.length !== 1 || !line?.querySelector('math') || !line.querySelector('.numbers'))
        wrong.push(`${i}: ${all.map(({ outerHTML }) => outerHTML.slice(0, 80)).join(' ')}`);
      lines.add(line?.querySelector('math')?.textContent ?? '');
    }
    return { lines: lines.size, wrong };
  });
  expect(seen.wrong).toEqual([]);
  expect(seen.lines).toBeGreaterThan(3);
});

test('cleared gradients are gone from numbers, strands and words alike', async ({ page }) => {
  await open(page, '/#update-again');
  await settledStage(page, 'passes');
  await page.keyboard.press('k');
  const stage = stageOf(page, 'passes');
  await expect(stage.locator('.below')).toHaveText('The gradients are cleared.');
  await settledStage(page, 'passes');
  const gradients = (await numbersIn(stage)).filter(({ q }) => q.startsWith('d'));
  expect(gradients.length).toBeGreaterThan(12);
  expect(gradients.filter(({ value }) => value !== undefined)).toEqual([]);
  await expect(stage.locator('.strand:is(.gradient, .receded)')).toHaveCount(0);
  // Where they are measured again, they are drawn again.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(stage.locator('.strand:is(.gradient, .receded)')).not.toHaveCount(0);
});

test.describe('where less motion is wanted', () => {
  test.use({ reducedMotion: 'reduce' });
  test('a step is all or nothing', async ({ page }) => {
    await open(page, '/#forward-weigh');
    const seen = await page.evaluate<Seen>(scrolled('forward-weigh'));
    expect(seen.packets).toBe(0);
    expect(seen.underWay).toBe(0);
    expect(seen.pictures).toBeLessThanOrEqual(2 * 3 + 2);
  });
});

test('motion can be switched off on the page, and stays off', async ({ page }) => {
  await open(page, '/#forward-weigh');
  const toggle = stageOf(page, 'passes').getByRole('button', { name: /^motion o/ });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  expect((await page.evaluate<Seen>(scrolled('forward-weigh'))).packets).toBe(0);
  await page.reload();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('on paper every scene has its still, with the reader’s own numbers', async ({ page }) => {
  const setting = { ...settingOf(7), step: 3 };
  const engine = engineOf(setting);
  await open(page, linkTo(setting));
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await frames(page);
  for (const { scenes } of toldChapters) {
    for (const { id } of scenes) await expect(page.locator(`[data-still="${id}"] svg`).first()).toBeVisible();
  }
  await expect(page.locator('[data-stage]:visible')).toHaveCount(0);
  await expect(page.locator('button:visible:not(.lab-table *, .events *)')).toHaveCount(0);
  const numbers = (await numbersIn(page.locator('[data-still="backward-all"]'))).filter(
    ({ value }) => value !== undefined,
  );
  expect(numbers.length).toBeGreaterThan(20);
  for (const { q, value } of numbers) expect(value, q).toBeCloseTo(engine.valueOf(q, 3)!, 9);
});

test('on paper the essay’s own network has its stills too', async ({ page }) => {
  const stills = page.waitForResponse(/\/stills\/$/);
  await open(page, '/');
  await page.keyboard.press('Shift');
  await stills;
  await page.emulateMedia({ media: 'print' });
  await frames(page);
  await expect(page.locator('[data-still="backward-all"] svg').first()).toBeVisible();
});
