import { taskOf, written } from '../../src/story/drill/task.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test, type Page } from './test.ts';

const PAGE = '/lab/drill/';
const task = taskOf(5);
const valueOf = (id: string): number => task.values.get(id) ?? NaN;

/** Opens the page, and waits until it answers. */
const open = async (page: Page, query = '?seed=5&mode=one'): Promise<void> => {
  await page.goto(PAGE + query);
  await expect(page.locator('.drill-desk button').first()).toBeEnabled();
};
const field = (page: Page) => page.locator('.drill-question input');
const said = (page: Page) => page.locator('.drill-question .said');

test('by keys alone: a slip is named, put right, and the next blank comes; all of it stays', async ({
  page,
}) => {
  await open(page);
  await expect(page.locator('.drill-question h2')).toContainText('z₁');
  await field(page).focus();
  await page.keyboard.type(written(valueOf('z.1.1') - valueOf('b.1.1')));
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('The bias is missing');
  await expect(page.locator('.drill-desk')).toContainText('0 in a row');
  await field(page).fill(written(valueOf('z.1.1')));
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Right.');
  await expect(page.getByRole('button', { name: 'Next blank' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.drill-question h2')).toContainText('a₁');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(written(valueOf('a.1.1')));
  await page.keyboard.press('Enter');
  await expect(page.locator('.drill-desk')).toContainText('1 in a row');
  await page.reload();
  await expect(page.locator('.drill-desk')).toContainText('2 of 31');
  await expect(page.locator('.drill-desk')).toContainText('1 in a row');
  await expect(page.locator('.drill-figure [data-q="a.1.1"]')).toHaveText(/\d/);
});

test('a hint names the rule, and the true value stands beside one’s own', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Hint' }).click();
  await expect(page.locator('.drill-question .rule')).toContainText('each value times its weight');
  await field(page).fill('77');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Not this number');
  await page.getByRole('button', { name: 'Show the true value' }).click();
  await expect(page.locator('.drill-answers')).toContainText('77');
  await expect(page.locator('.drill-answers .true dd')).toHaveText(written(valueOf('z.1.1')));
});

test('all at once: what is filled in is judged, the rest is shown, and the link keeps it', async ({
  page,
}) => {
  await open(page, '?seed=5&mode=all');
  await expect(page.locator('.worksheet input')).toHaveCount(31);
  await page
    .getByRole('textbox', { name: 'the sum z of hidden unit 1', exact: true })
    .fill(written(valueOf('z.1.1')));
  await page.getByRole('textbox', { name: 'the prediction', exact: true }).fill(written(valueOf('z.2.1')));
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.locator('.worksheet input')).toHaveCount(30);
  await expect(page.locator('.worksheet .said')).toContainText('That is the sum itself');
  await page.getByRole('button', { name: 'Show the rest' }).click();
  await expect(page.locator('.drill-done')).toContainText('1 of 31');
  await page.getByRole('button', { name: 'Another network' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?seed=6&mode=all');
  await expect(page.locator('.worksheet input')).toHaveCount(31);
});

test('a browser that keeps nothing is no trouble', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await open(page);
  await field(page).fill(written(valueOf('z.1.1')));
  await page.keyboard.press('Enter');
  await expect(page.locator('.drill-desk')).toContainText('1 in a row');
});

test('axe finds nothing, light and dark, and nothing reaches past the edge at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const mode of ['one', 'all']) {
    await open(page, `?seed=5&mode=${mode}`);
    if (mode === 'one') {
      await page.getByRole('button', { name: 'Hint' }).click();
      await field(page).fill('0,7');
      await page.keyboard.press('Enter');
      expect(await violationsInBoth(page, 'body')).toEqual([]);
    }
    await page.getByRole('button', { name: /^Show/ }).click();
    expect(await violationsInBoth(page, 'body')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('on paper it is a worksheet', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.worksheet input:visible')).toHaveCount(31);
  await expect(page.locator('.drill-figure svg')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and shows a network worked through', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One blank at a time');
    await expect(page.locator('.drill-line:visible')).toHaveCount(31);
    await expect(page.locator('.drill-figure svg:visible')).toHaveCount(1);
    await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
  });
});
