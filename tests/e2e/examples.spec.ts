import { examples } from '../../content/examples/index.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test, type Page } from './test.ts';

const PAGE = '/lab/examples/';

/** Opens the page, and waits until it answers. */
const open = async (page: Page, address = PAGE): Promise<void> => {
  await page.goto(address);
  await expect(page.locator('.worked-figure > svg')).toBeVisible();
};
const heading = (page: Page) => page.locator('.example h2');

test.describe('wide', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the choice is in the link, and a link opens it', async ({ page }) => {
    await open(page);
    await expect(heading(page)).toContainText('Matt Mazur');
    await page.getByRole('link', { name: /Han, Kamber, Pei/ }).click();
    await expect(heading(page)).toContainText('Data Mining');
    await expect.poll(() => new URL(page.url()).search).toBe('?example=han-kamber-9.1');
    await page.reload();
    await expect(heading(page)).toContainText('Data Mining');
    await expect(page.locator('.examples-menu [aria-current]')).toContainText('Han, Kamber, Pei');

    await page.locator('.examples-menu [aria-current]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(heading(page)).toContainText('Steven Miller');
    await expect(page.getByRole('link', { name: /Steven Miller/ })).toBeFocused();
  });

  test('every printed number stands beside the computed one, with its sign and the slip behind it', async ({
    page,
  }) => {
    await open(page, `${PAGE}?example=mazur-2015-after`);
    const loss = page.locator('.number-tables tbody tr').first();
    await expect(loss).toContainText('.291027924');
    await expect(loss).toContainText('≠');
    await expect(loss.locator('[data-value]')).toHaveAttribute('data-value', /^0\.291027773693/);
    await expect(page.locator('.stack dd').last()).toHaveText(/=\s*\.291027924/);
    await expect(page.locator('.stack')).toContainText('through weights that have already moved');
  });

  test('a row lights its place in the figure', async ({ page }) => {
    await open(page);
    const lit = page.locator('.worked-figure .neuron.lit');
    await expect(lit).toHaveCount(4);
    await page.locator('.number-tables tbody tr').first().hover();
    await expect(lit).toHaveCount(1);
    await page.locator('h1').hover();
    await expect(lit).toHaveCount(4);
  });

  test('an unknown example is named, and the first one shown', async ({ page }) => {
    await open(page, `${PAGE}?example=nobody`);
    await expect(page.getByRole('status')).toContainText('“nobody”');
    await expect(heading(page)).toContainText('Matt Mazur');
  });

  test('one’s own example is judged; a bad one is told what is wrong, and nothing is lost', async ({
    page,
  }) => {
    await open(page, `${PAGE}?example=nestedsoftware-1-1-1`);
    await expect(heading(page)).toContainText('Nested Software');
    await page.locator('.own-example summary').click();
    const field = page.getByLabel('The example, as JSON');
    await page.getByRole('button', { name: 'Begin with the one shown' }).click();
    await expect(field).toHaveValue(/"id": "nestedsoftware-1-1-1"/);
    const good = await field.inputValue();

    const judge = page.getByRole('button', { name: 'Judge it' });
    for (const [text, message] of [
      [good.slice(0, -20), /not JSON yet/],
      [good.replace('"sse"', '"hinge"'), /loss: "hinge" is none of half_sse/],
      ['{"weights": [[[1], [1, 2]]]}', /activations: expected a list, found nothing/],
    ] as const) {
      await field.fill(text);
      await judge.click();
      await expect(page.getByRole('alert')).toHaveText(message);
      await expect(field).toHaveValue(text);
      await expect(heading(page)).toContainText('Nested Software');
    }

    const own = good
      .replace('"by": "Nested Software"', '"by": "Mine"')
      .replace('"0.8506"', '"0.8606"')
      .replace('"a2+[0]"', '"perplexity"');
    await field.fill(own);
    await judge.click();
    await expect(heading(page)).toContainText('Mine');
    await expect(page.locator('.number-tables tr.wrong')).toHaveCount(1);
    await expect(page.locator('.refused')).toContainText('perplexity could not be computed');
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await expect(page.locator('.worked-figure > svg')).toBeVisible();
    await expect(field).toHaveValue(own);
  });

  test('axe finds nothing, light and dark', async ({ page }) => {
    await open(page, `${PAGE}?example=miller-mind-2015`);
    await expect(heading(page)).toContainText('Miller');
    await page.locator('.own-example summary').click();
    expect(await violationsInBoth(page, 'body')).toEqual([]);
    await page.goto('/lab/');
    expect(await violationsInBoth(page, 'body')).toEqual([]);
  });
});

test('at 320 px nothing reaches past the edge, in any example', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  for (const { id, by } of examples) {
    await page.locator('.examples-select select').selectOption(id);
    await expect(heading(page)).toContainText(by);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBe(320);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and shows every example’s numbers', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Other people’s numbers');
    await expect(page.locator('.worked-figure svg:visible')).toHaveCount(1);
    const printed = examples.reduce((sum, one) => sum + Object.keys(one.published_as_printed).length, 0);
    await expect(page.locator('.number-tables tbody tr:not(.slip)')).toHaveCount(printed);
    await expect(
      page.locator('button:visible, select:visible, textarea:visible, summary:visible'),
    ).toHaveCount(0);
    await page.getByRole('link', { name: /Rahul Rai/ }).click();
    await expect(page.locator(':target h2')).toContainText('Rahul Rai');
  });
});

test('the lab lists its pages, and the essay leads there', async ({ page }) => {
  await page.goto('/lab/');
  await expect(page.getByRole('link', { name: 'In your own hands' })).toHaveAttribute('href', '/#passes-lab');
  await page.getByRole('link', { name: 'Other people’s numbers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Other people’s numbers');
  await page.goto('/#coda');
  await expect(page.locator('#coda').getByRole('link', { name: 'Other people’s numbers' })).toHaveAttribute(
    'href',
    PAGE,
  );
});
