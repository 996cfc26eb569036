import { violationsIn } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { labAwake, open } from './waiting.ts';

test.use({ reducedMotion: 'reduce' });

/** Which of all the steps is being read, from 0: the last one marked, as a chapter that is over keeps its mark. */
const reading = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.step')].findLastIndex((step) => step.classList.contains('on')),
  );

/** What of the page is left below the window, in px. */
const below = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight - scrollY - innerHeight);

test('j and →, k and ← go through the steps of the whole essay, Home and End to its edges', async ({
  page,
}) => {
  await open(page, '/');
  const count = await page.locator('.step').count();
  const inConcept = await page.locator('[data-chapter="concept"] .step').count();
  for (let i = 0; i <= inConcept; i++) {
    await page.keyboard.press(i % 2 ? 'ArrowRight' : 'j');
    await expect.poll(() => reading(page)).toBe(i);
  }
  await expect(page.locator('[data-chapter="passes"] .step.on')).toHaveCount(1);
  await page.keyboard.press('k');
  await expect.poll(() => reading(page)).toBe(inConcept - 1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => reading(page)).toBe(inConcept - 2);
  await page.keyboard.press('End');
  await expect.poll(() => reading(page)).toBe(count - 1);
  await expect.poll(() => below(page)).toBeLessThan(2);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('j');
  await expect.poll(() => reading(page)).toBe(0);
});

test('the step buttons keep the focus, from the first step to the last, whatever comes on the stage', async ({
  page,
}) => {
  await open(page, '/#concept-prediction');
  const stage = page.locator('[data-stage="concept"]');
  const count = await page.locator('[data-chapter="concept"] .step').count();
  for (const [name, steps] of [
    ['next step', count - 1],
    ['previous step', count - 1],
  ] as const) {
    const button = stage.getByRole('button', { name });
    await button.focus();
    for (let i = 1; i <= steps; i++) {
      await page.keyboard.press('Enter');
      await expect(stage.locator('.stepper')).toHaveText(
        new RegExp(`step ${name === 'next step' ? i + 1 : count - i} of ${count}`),
      );
      await expect(button).toBeFocused();
    }
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expect(button).toBeFocused();
  }
});

test('keys pressed quickly each count, also while the page is still scrolling', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/');
  for (let i = 0; i < 4; i++) await page.keyboard.press('j');
  // The first key leaves the opening for step 0.
  await expect.poll(() => reading(page)).toBe(3);
});

test('f takes the focus from the text to the figure beside it, and back', async ({ page }) => {
  await open(page, '/#training-rate');
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: now } = document;
      return now?.closest('.side') ? 'figure' : now?.closest('.step') ? 'text' : 'neither';
    });
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.press('f');
  await expect.poll(focused).toBe('figure');
  await page.keyboard.press('f');
  await expect.poll(focused).toBe('text');
  // Where the focus came from it goes back to.
  const number = page.locator('[data-chapter="training"] .step.on [data-q]').first();
  await number.focus();
  await page.keyboard.press('f');
  await expect.poll(focused).toBe('figure');
  await page.keyboard.press('f');
  await expect(number).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test('? tells the keys; Escape closes it and gives the focus back', async ({ page }) => {
  await open(page, '/');
  const link = page.getByRole('link', { name: 'Start reading' });
  await link.focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsIn(page, 'dialog', colorScheme === 'light' ? 'all' : 'contrast')).toEqual([]);
  }
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('j');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});

test('keys belong to what has the focus: fields, dials, choices; and to the browser with a modifier', async ({
  page,
}) => {
  await open(page, '/#passes-lab');
  await labAwake(page);
  const at = (): Promise<number> => page.evaluate(() => scrollY);
  const lab = page.locator('.lab');
  for (const control of [
    lab.getByLabel('input 1', { exact: true }),
    lab.getByLabel('input 1, dial'),
    lab.locator('[data-pick="w.1.1.1"]'),
    lab.getByLabel('More digits'),
    lab.getByRole('radio', { name: 'Symbols' }),
  ]) {
    await control.focus();
    const before = await at();
    for (const key of ['j', 'k', '?']) await page.keyboard.press(key);
    expect(await at()).toBe(before);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await lab.getByRole('button', { name: 'Forward' }).focus();
  const before = await at();
  for (const key of ['Alt+j', 'Control+ArrowRight', 'Meta+k', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  expect(await at()).toBe(before);
  await page.keyboard.press('k');
  expect(await at()).toBeLessThan(before);
});

test('undo and redo by key, but not while a number is being typed', async ({ page }) => {
  await open(page, '/#passes-lab');
  const lab = page.locator('.lab');
  await labAwake(page);
  const dial = lab.getByLabel('input 1, dial');
  await dial.focus();
  await page.keyboard.press('ArrowRight');
  const field = lab.getByLabel('input 1', { exact: true });
  await expect(field).toHaveValue('0.85');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('0.80');
  await expect(page.locator('.reader .changed')).toContainText('Everything is the essay’s own again');
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue('0.85');
  await field.focus();
  await page.keyboard.type('7');
  await page.keyboard.press('Control+z');
  await expect(dial).toHaveValue('0.85');
});
