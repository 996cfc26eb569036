import { OWN } from '../truth/setting.ts';
import { violationsIn, type Rules } from './axe.ts';
import { expectedAt, openLab, PHASES, press, shownIn } from './lab.ts';
import { isLong } from './length.ts';
import { expect, test } from './test.ts';
import { idle } from './waiting.ts';

test('the whole lab by keyboard alone', async ({ page }) => {
  const lab = await openLab(page);
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

/** In between, no more has come up than is audited in these. */
const AUDITED = new Set(['forward', 'hidden', 'inputs']);

test('axe finds nothing in any phase, light and dark', async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await openLab(page);
  // What there is to be pressed and read is the same in every phase but the first and the last; only colours differ, and
  // in the dark those of what is known, and is not known yet, differ all at once.
  const audit = async (rules: Rules, isDarkToo: boolean): Promise<void> => {
    await page.emulateMedia({ colorScheme: 'light' });
    await idle(page);
    // The names of numbers follow what they say once the page has come to rest; colours do so at once.
    await expect.poll(() => violationsIn(page, '#passes-lab', rules), { intervals: [500] }).toEqual([]);
    if (!isDarkToo) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page, '#passes-lab', 'contrast')).toEqual([]);
  };
  await audit('all', true);
  for (const { name } of PHASES.slice(1)) {
    await press(lab, 'Backward step');
    if (isLong || AUDITED.has(name)) await audit(name === 'inputs' ? 'all' : 'contrast', name === 'hidden');
  }
  await press(lab, 'Training step');
  await lab.getByText('Words', { exact: true }).click();
  await lab.locator('.parameters input').first().fill('abc');
  await lab.locator('.parameters input').first().press('Enter');
  await audit('all', true);
});

test('everything to press is 24 px or more, and nothing sticks out, down to 320 px', async ({ page }) => {
  const lab = await openLab(page);
  await press(lab, 'Training step');
  for (const width of [320, 360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await idle(page);
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('there is the finished backward pass with full tables', async ({ page }) => {
    await page.goto('/#passes-lab');
    const lab = page.locator('.lab');
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'inputs'));
    expect(await lab.locator('button:visible, input:visible').count()).toBe(0);
    await expect(lab.locator('svg.network')).toBeVisible();
  });
});
