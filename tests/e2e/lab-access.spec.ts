import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { DEFAULTS } from '../../src/story/essay.ts';
import { endOf, STAGES } from '../../src/story/phase.ts';
import { expectedAt, open, press, shownIn, test } from './lab.ts';

test('the whole lab by keyboard alone', async ({ page }) => {
  const lab = await open(page);
  await lab.getByText('Symbols').press('Tab');
  const reach = async (name: string): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (label.trim() === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Expected to reach “${name}” by Tab`);
  };
  await reach('Backward step');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Enter');
  await expect(lab.locator('.phase')).toHaveText('Backward: the inputs, done');
  await reach('Training step');
  await page.keyboard.press('Space');
  await expect(lab.locator('.phase')).toHaveText('Updated: training step 1 is done');
  await reach('input 2, dial');
  await page.keyboard.press('ArrowRight');
  await expect(lab.getByLabel('input 2', { exact: true })).toHaveValue('0.25');
  await reach('the bias of hidden unit 1');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/x=0\.8,0\.25&theta=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any phase (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const lab = await open(page);
    const audit = async (): Promise<void> => {
      // The names of numbers follow what they say once the page has come to rest.
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page })
        .include('#passes-lab')
        .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    };
    await audit();
    for (let i = 0; i < STAGES.length - 1; i++) {
      await press(lab, 'Backward step');
      await audit();
    }
    await press(lab, 'Training step');
    await lab.getByText('Words', { exact: true }).click();
    await lab.locator('.parameters input').first().fill('abc');
    await lab.locator('.parameters input').first().press('Enter');
    await audit();
  });
}

test('everything to press is 24 px or more, and nothing sticks out, down to 320 px', async ({ page }) => {
  for (const width of [320, 360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const lab = await open(page);
    await press(lab, 'Training step');
    const small = await lab
      .locator('button, input:not(.lens input), .lens span, [role="radio"]')
      .evaluateAll((controls) =>
        controls
          .map((control) => {
            const { width: w, height: h } = control.getBoundingClientRect();
            const target = control.matches('[type="checkbox"]')
              ? (control.closest('label')?.clientHeight ?? 0)
              : h;
            return { what: control.outerHTML.slice(0, 90), w, h: target };
          })
          .filter(({ w, h }) => w > 0 && (h < 24 || (w < 24 && h < 24))),
      );
    expect(small, `at ${width} px`).toEqual([]);
    const type = await lab
      .locator('.lab-figure svg text')
      .evaluateAll((texts) =>
        Math.min(
          ...texts.map(
            (text) =>
              parseFloat(getComputedStyle(text).fontSize) * ((text as SVGTextElement).getScreenCTM()?.a ?? 1),
          ),
        ),
      );
    expect(type, `at ${width} px`).toBeGreaterThanOrEqual(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('without JavaScript there is the finished backward pass with full tables', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('/#passes-lab');
  const lab = page.locator('.lab');
  expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, endOf(STAGES.at(-1)!)));
  expect(await lab.locator('button:visible, input:visible').count()).toBe(0);
  await expect(lab.locator('svg.network')).toBeVisible();
  await page.close();
});
