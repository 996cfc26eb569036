import { violationsIn } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { jump, open as openEssay } from './waiting.ts';

const PAGE = '/lab/bugs/';
const bugs = (page: Page) => page.locator('.bugs');
const guess = (page: Page, name: string) => page.locator(`[data-guess="${name}"]`);

/** Opens the lab’s page, and waits until it answers. */
const open = async (page: Page, query = ''): Promise<void> => {
  await page.goto(PAGE + query);
  await expect(page.locator('astro-island[component-url*="/BugsOnPage."]:not([ssr])')).toBeAttached();
};
/** What a link has to bring back: the pictures, the guesses, every sentence, where the dials stand. */
const pictureOf = (page: Page): Promise<string> =>
  page.locator('.bugs').evaluate((lab) => {
    const dials = [...lab.querySelectorAll('input')].map(({ value }) => value);
    const pressed = [...lab.querySelectorAll('[aria-pressed="true"], [aria-checked="true"]')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    );
    const said = [...lab.querySelectorAll('svg, p, td, h2')]
      .filter((one) => one.getAttribute('role') !== 'status')
      .map((one) => (one instanceof SVGElement ? one.outerHTML : one.textContent));
    return JSON.stringify([dials, pressed, said]).replace(/c\d+-/g, 'c-');
  });

test('by keys alone: look at dots, guess wrong, guess right, read what it was; the link brings it all back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page);
  const dot = page.locator('.bugs-dot');
  await expect(dot).toContainText('Not even the sign is right');
  await page.locator('.bugs-plot [role="radio"][aria-checked="true"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(dot).toContainText('b₃');
  await expect(page.locator('.bugs-thirteen tr.marked th')).toHaveText('b₃');
  await expect(page.locator('.bugs-net .marked [data-q="bugs.said.b.1.3"]')).toBeAttached();

  await guess(page, 'no-bias-gradient').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.bugs-guesses .left')).toContainText('two guesses left');
  await expect(page.locator('li.wrong .why')).toContainText('level line through 0');
  await expect(page.locator('.bugs-bench [role="status"]')).toContainText('level line through 0');
  await expect(guess(page, 'no-bias-gradient')).toBeFocused();
  // One that is struck out costs nothing more.
  await page.keyboard.press('Enter');
  await expect(page.locator('.bugs-guesses .left')).toContainText('two guesses left');
  await expect(page.locator('.bugs-answer')).toHaveCount(0);
  await expect(page.locator('.bugs-trace .broken')).toHaveCount(0);

  const steps = page.getByRole('slider');
  await steps.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(page.locator('.dial output')).toHaveText('3');
  await guess(page, 'update-before-propagate').focus();
  await page.keyboard.press(' ');
  await expect(page.locator('.bugs-answer h2')).toContainText('Found, with two guesses');
  await expect(page.locator('.bugs-trace .broken').first()).toContainText('should be');
  await expect(page.locator('.bugs-cases li').first()).toContainText('found');
  await page.getByRole('button', { name: 'dry', exact: true }).click();
  await expect(page.locator('.bugs-trace h2')).toContainText('dry');

  await expect
    .poll(() => new URL(page.url()).search)
    .toBe('?bugs.guesses=no-bias-gradient,update-before-propagate&bugs.param=b.1.3&bugs.step=3&bugs.day=dry');
  const before = await pictureOf(page);
  await page.reload();
  await expect(page.locator('.bugs-answer h2')).toBeVisible();
  await expect.poll(() => pictureOf(page)).toBe(before);
  await page.getByRole('button', { name: 'Next case' }).last().click();
  await expect(page.locator('.bugs-case')).toContainText('Case 2 of 9');
  await expect(page.locator('.bugs-guesses .left')).toContainText('three guesses left');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.bugs-case')).toContainText('Case 1 of 9');
  await expect(page.locator('.bugs-cases li').first()).toContainText('found');
});

test('by mouse: dots, lines and rows are one choice; the one that passes the check is found in the step', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, '?bugs.case=5');
  await expect(page.locator('.bugs-plot figcaption b')).toHaveText('All thirteen dots on the line');
  await expect(page.locator('.silence')).toContainText('Check the step');
  await page.locator('.bugs-plot [data-pick="b.2.1"]').click();
  await expect(page.locator('.bugs-thirteen tr.marked th')).toHaveText('b');
  await page.locator('.bugs-net [data-hit="w.1.3.2"]').last().click();
  await expect(page.locator('.bugs-plot [aria-checked="true"]')).toHaveAttribute('data-pick', 'w.1.3.2');
  await page.getByRole('button', { name: /^b₁,/ }).click();
  await expect(page.locator('.bugs-plot [aria-checked="true"]')).toHaveAttribute('data-pick', 'b.1.1');
  // Pointed at in the table, lit in the plot and in the network.
  await page.locator('.bugs-thirteen tr', { hasText: 'w₂₂' }).hover();
  await expect(page.locator('.bugs-net .marked [data-q="bugs.said.w.1.2.2"]')).toBeAttached();
  await page.getByRole('button', { name: 'the step', exact: true }).click();
  await expect(page.locator('.bugs-plot figcaption b')).toHaveText('Nine dots on the line, four off it');
  await expect(page.locator('.bugs-dot')).toContainText('2.00 times as far');
  await guess(page, 'bias-once-per-weight').click();
  await expect(page.locator('.bugs-answer')).toContainText('To the check: nothing.');
});

test('three wrong guesses end a case, “Tell me” as well; a place where all is 0 says so; what a link gets wrong is told', async ({
  page,
}) => {
  // And all this in a browser that keeps nothing.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await open(page, '?bugs.case=2&bugs.step=200&bugs.guesses=divides,divides');
  await expect(page.locator('.notices')).toContainText('bugs.step was brought into its range');
  await expect(page.locator('.notices')).toContainText('bugs.guesses was ignored');
  for (const name of ['divides', 'no-gate', 'slope-left-in']) await guess(page, name).click();
  await expect(page.locator('.bugs-answer h2')).toContainText(
    'It was another one. The biases get no gradient.',
  );
  await expect(page.locator('.bugs-cases li').nth(1)).toContainText('not found');
  // With a guess to go again, the list no longer tells.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.bugs-guesses .left')).toContainText('one guess left');
  await expect(page.locator('.bugs-cases li').nth(1)).toContainText('· open');
  // A button that has nothing left to do keeps the focus.
  const undo = page.getByRole('button', { name: 'Undo' });
  for (let i = 0; i < 4; i++) await undo.press('Enter');
  await expect(undo).toBeFocused();
  await expect(undo).toBeDisabled();
  await page.locator('.bugs-cases button').nth(2).click();
  await page.getByRole('button', { name: 'Tell me' }).press('Enter');
  // What was pressed is gone: the focus is not.
  await expect(page.locator('.bugs-answer')).toBeFocused();
  await expect(page.locator('.bugs-answer h2')).toContainText('Here it is.');
  await page.locator('.bugs-cases button').nth(0).click();
  await page.getByRole('button', { name: 'all zeros' }).click();
  await expect(page.locator('.silence')).toContainText('the check can show nothing');
});

test('in the essay it keeps to itself: the network and its numbers stay, what is set is in the link, and goes along to the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openEssay(page, '/?v=1&x=0.7,0.2#training-bugs');
  await jump(page, 'training-bugs');
  await page.getByRole('button', { name: 'Take the first case' }).click();
  await expect(bugs(page).locator('[data-q="bugs.x.1"]')).toHaveText('0.8');
  await guess(page, 'divides').click();
  await expect(page.locator('li.wrong .why')).toContainText('no number');
  await expect.poll(() => new URL(page.url()).searchParams.get('bugs.guesses')).toBe('divides');
  await expect.poll(() => new URL(page.url()).searchParams.get('x')).toBe('0.7,0.2');
  await expect(page.locator('#training-bugs .lab-onward a:visible')).toHaveAttribute(
    'href',
    '/lab/bugs/?bugs.guesses=divides',
  );
  // A number of the lab is no number of the essay: it opens no answer about that.
  await page.locator('.bugs-dot [data-q]').first().click();
  await expect(page.locator('.inspector')).toHaveCount(0);
  expect(await violationsIn(page, '#training-bugs')).toEqual([]);
  await jump(page, 'training-surface');
  await page.reload();
  await jump(page, 'training-bugs');
  await expect(page.locator('.bugs-guesses .left')).toContainText('two guesses left');
});

test('axe finds nothing, light and dark, and nothing reaches past the edge at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, '?bugs.guesses=divides,update-before-propagate');
  await expect(page.locator('.bugs-answer')).toBeVisible();
  await page.locator('.bugs-settings summary').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsIn(page, 'body', colorScheme === 'light' ? 'all' : 'contrast')).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await page.locator('.bugs svg text').evaluateAll((texts) =>
    texts.flatMap((text) => {
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      return size < 12 ? [`${text.textContent} ${size}`] : [];
    }),
  );
  expect(small).toEqual([]);
  const targets = await page.locator('.bugs :is(button, summary, input, [role="radio"])').evaluateAll((all) =>
    all.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height) < 23.9 ? [`${one.outerHTML.slice(0, 80)} ${width} × ${height}`] : [];
    }),
  );
  expect(targets).toEqual([]);
  // On paper the names stay that are buttons here; what is only to be pressed goes.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.bugs .guess:visible')).toHaveCount(9);
  await expect(page.locator('.bugs-thirteen th button:visible')).toHaveCount(13);
  await expect(page.locator('.bugs .buttons:visible, .bugs input:visible')).toHaveCount(0);
});

test('on a phone the network follows the plot, no table pushes the page, and no index is too small', async ({
  page,
}) => {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await open(page, '?bugs.case=6&bugs.told=yes&bugs.step=30');
    await expect(page.locator('.bugs-trace .due').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const tops = await page
      .locator('.bugs-bench > :is(.bugs-plot, .bugs-net, .bugs-dot, .bugs-training)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toHaveLength(4);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    const indices = await page
      .locator('.bugs svg tspan')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...indices)).toBeGreaterThanOrEqual(9.6);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and shows how the first case looks', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One rule is broken');
    await expect(page.locator('.bugs-plot svg')).toBeVisible();
    await expect(page.locator('.bugs-net svg')).toBeVisible();
    await expect(page.locator('.bugs-dot')).toContainText('Not even the sign is right');
    await expect(page.locator('.bugs-trace tbody tr')).toHaveCount(20);
    await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
