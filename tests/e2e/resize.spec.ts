import { expect, test, type Page } from './test.ts';
import { idle, jump, open } from './waiting.ts';

/** The step of chapter 2 that is being read, and whether some of it is in the window. */
const read = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('[data-chapter="passes"] .step.on');
    const { top = NaN, bottom = NaN } = step?.getBoundingClientRect() ?? {};
    return `${step?.textContent.trim().slice(0, 40) ?? 'none'}${bottom > 0 && top < innerHeight ? '' : ', out of sight'}`;
  });

test('a window of another height, and another form of the page with it, stays at the step being read', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 900 });
  const stills = page.waitForResponse(/\/stills\/$/);
  await open(page, '/');
  await jump(page, 'backward-gate');
  await stills;
  const before = await read(page);
  expect(before).toContain('The gradients stand at a');
  // Below 30rem every scene shows its still, and the page is much longer.
  for (const height of [460, 900, 620, 900]) {
    await page.setViewportSize({ width: 900, height });
    await idle(page);
    expect(await read(page), `${height} px high`).toBe(before);
  }
});

test('a phone that is turned stays at the step being read, also where its figure has played to its end', async ({
  page,
}) => {
  const [upright, flat] = [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ];
  await page.setViewportSize(upright);
  await open(page, '/');
  for (const share of [0.5, 0.95]) {
    await page.evaluate((part) => {
      const steps = document.querySelectorAll('#backward-gate .step');
      const { top, height } = steps[steps.length - 1]!.getBoundingClientRect();
      scrollTo({ top: top + scrollY + height * part - innerHeight * 0.8, behavior: 'instant' });
    }, share);
    await idle(page);
    const before = await read(page);
    for (const size of [flat, upright]) {
      await page.setViewportSize(size);
      await idle(page);
      expect(await read(page), `${share} of it, ${size.width} px wide`).toBe(before);
    }
  }
});

test('a field that is typed into stays in sight when a keyboard takes half of the window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/#passes-lab');
  const field = page.locator('.lab .entry-field input').first();
  await expect(field).toBeEditable();
  await field.focus();
  for (const height of [400, 844]) {
    await page.setViewportSize({ width: 390, height });
    await idle(page);
    await expect(field).toBeInViewport();
    await expect(field).toBeFocused();
  }
});
