import { violationsIn } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { idle, jump, open } from './waiting.ts';

// A lab's place in the essay: a still with a button that opens it.

const LABS = ['gates', 'depth', 'bugs'] as const;

/** The scripts of a lab that are fetched from now on. */
const fetchedOf = (page: Page): readonly string[] => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/(\w+)InEssay\.[\w-]+\.js$/.exec(request.url()) ?? [];
    if (name !== undefined) fetched.push(name.toLowerCase());
  });
  return fetched;
};

test('who reads past the labs fetches none of them; a hand that comes near does, and the button opens', async ({
  page,
}) => {
  const fetched = fetchedOf(page);
  await open(page, '/');
  // A pointer at rest, with the page scrolled under it.
  await page.mouse.move(640, 400);
  for (const lab of LABS) {
    await jump(page, `training-${lab}`);
    const section = page.locator(`#training-${lab}`);
    const still = section.frameLocator('iframe');
    await expect(still.locator('svg:visible').first()).toBeVisible();
    await expect(still.locator(':is(button, input, select):visible')).toHaveCount(0);
  }
  expect(fetched).toEqual([]);
  for (const lab of LABS) {
    await jump(page, `training-${lab}`);
    const section = page.locator(`#training-${lab}`);
    const button = section.locator('.lab-open button');
    if (lab === 'gates') await button.hover();
    else await button.focus();
    await expect.poll(() => fetched).toContain(lab);
    await button.focus();
    const before = await page.evaluate(() => scrollY);
    await expect(section.locator('.lab-room:visible')).toHaveCount(0);
    await button.press('Enter');
    await expect(section.locator('.lab-room')).toBeFocused();
    await expect(section.locator('.lab-poster, .lab-door')).toHaveCount(2);
    for (const gone of await section.locator('.lab-poster, .lab-door').all()) await expect(gone).toBeHidden();
    await expect(section.locator('[aria-busy]')).toHaveCount(0);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  }
});

test('a link that sets something of a lab opens it, and the place that it names stays', async ({ page }) => {
  await open(page, '/?v=1&gates.data=and#training-bugs');
  await expect(page.locator('#training-gates .lab-room')).toBeVisible();
  await expect(page.locator('#training-bugs .lab-poster')).toBeVisible();
  await idle(page);
  const top = () =>
    page.locator('#training-bugs').evaluate((section) => Math.abs(section.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(4);
});

test.describe('where a script does not come', () => {
  test.use({ mayComplain: true });

  test('the still stays, and the lab can be asked for again', async ({ page }) => {
    const files = /\/BugsInEssay\./;
    await open(page, '/');
    await jump(page, 'training-bugs');
    await page.route(files, (route) => route.abort());
    const button = page.locator('#training-bugs .lab-open button');
    const failed = page.waitForEvent('requestfailed');
    await button.focus();
    await failed;
    // A hand that only came near has lost nothing.
    await expect(page.locator('html[data-lost]')).toHaveCount(0);
    await page.unroute(files);
    await button.click();
    await expect(page.locator('#training-bugs .bugs-bench')).toBeVisible();
  });
});

test('axe finds nothing where a lab is still closed', async ({ page }) => {
  await open(page, '/#training-gates');
  await jump(page, 'training-gates');
  for (const lab of LABS) expect(await violationsIn(page, `#training-${lab}`)).toEqual([]);
});
