import { faultsOf, pressed } from './answers.ts';
import { violationsInBoth } from './axe.ts';
import { isLong } from './length.ts';
import { expect, test, type Locator, type Page } from './test.ts';
import { hold, idle, jump, open } from './waiting.ts';

// The essay's own network, one met on its way to a target between 0 and 1, and one that is almost certain and wrong.
const NETWORKS = [
  '',
  '?v=1&x=0.5,1.2&y=0.3&theta=1,0.5,-0.25,0.8,0,0.4,0.1,-0.1,0.2,-0.7,1.4,0.6,0.2&step=3',
  '?v=1&y=0&theta=0.5,-0.3,0.2,0.8,-0.6,0.4,0.1,-0.1,0.2,0.7,-0.4,0.6,16',
];
const ANSWER = '.inspector';

/** Wakes the inspector as a reader does: by scrolling. */
const wake = async (page: Page): Promise<void> => {
  await page.mouse.wheel(0, 20);
  await expect(page.locator('.step [data-askable]').first()).toBeAttached();
};

const number = (page: Page, scene: string, q: string): Locator =>
  page.locator(`#${scene} .step [data-q="${q}"]:not([data-words])`).first();

// What is answered of other networks, the crawl reads off the whole page.
for (const [i, query] of (isLong ? NETWORKS : NETWORKS.slice(0, 1)).entries()) {
  test(`every number on the stage of chapter 2 opens, and its arithmetic is right as displayed (network ${i})`, async ({
    page,
  }) => {
    await open(page, `/${query}#forward-inputs`);
    await wake(page);
    const next = page.locator('[data-stage="passes"]').getByRole('button', { name: 'next step' });
    for (const scene of ['backward-start', 'update-step', 'after the update', 'update-again']) {
      if (scene === 'after the update') await next.click();
      else await jump(page, scene);
      await idle(page);
      const stage = await pressed(page, '[data-stage="passes"] [data-q][data-value]');
      expect(stage.length, scene).toBeGreaterThan(15);
      expect(faultsOf(stage)).toEqual([]);
    }
  });
}

test('every number in the prose of chapter 2 opens, and its arithmetic is right as displayed', async ({
  page,
}) => {
  await open(page, `/${NETWORKS[1]}#forward-inputs`);
  await wake(page);
  const prose = await pressed(page, '[data-chapter="passes"] .step [data-q][data-value]:not([data-words])');
  expect(prose.length).toBeGreaterThan(80);
  expect(faultsOf(prose)).toEqual([]);
});

test('a number that is pointed at lights its double in the figure, and the figure’s the one in the sentence', async ({
  page,
}) => {
  await open(page, '/#backward-share');
  await wake(page);
  const told = number(page, 'backward-share', 'dz.2.1');
  const drawn = page.locator('[data-stage="passes"] svg text[data-q="dz.2.1"][data-value]').first();
  const other = page.locator('[data-stage="passes"] svg text[data-q="yhat"][data-value]').first();
  const rim = (mark: Locator) => mark.evaluate((element) => getComputedStyle(element).strokeWidth);
  const ground = (word: Locator) => word.evaluate((element) => getComputedStyle(element).backgroundColor);
  const bare = { rim: await rim(drawn), ground: await ground(told) };
  await told.hover();
  await expect.poll(() => rim(drawn)).toBe('5px');
  expect(await rim(other)).not.toBe('5px');
  await page.mouse.move(4, 4);
  await expect.poll(() => rim(drawn)).toBe(bare.rim);
  await drawn.hover();
  await expect.poll(() => ground(told)).not.toBe(bare.ground);
});

test('operands lead down to what was given, and the trail leads back', async ({ page }) => {
  await open(page, '/#backward-share');
  await wake(page);
  await number(page, 'backward-share', 'da.1.1').click();
  const answer = page.locator(ANSWER);
  await expect(answer.locator('.title')).toContainText('∂L/∂a₁');
  await expect(answer.locator('.title')).toBeFocused();
  await answer.getByRole('button', { name: '∂L/∂z = −0.4950' }).click();
  await expect(answer.locator('.title')).toContainText('∂L/∂z');
  await answer.getByRole('button', { name: /^∂L\/∂ŷ/ }).click();
  await answer.getByRole('button', { name: /^ŷ/ }).first().click();
  await answer.getByRole('button', { name: /^z =/ }).click();
  await answer.getByRole('button', { name: /^w₃ =/ }).click();
  await expect(answer.locator('.rule')).toContainText('set at the start');
  await expect(answer.locator('.trail button')).toHaveText(['∂L/∂a₁', '∂L/∂z', '∂L/∂ŷ', 'ŷ', 'z']);
  await answer.locator('.trail button').nth(1).click();
  await expect(answer.locator('.title')).toContainText('∂L/∂z');
  await expect(answer.locator('.trail button')).toHaveText(['∂L/∂a₁']);
});

test('a parameter leads back through its updates', async ({ page }) => {
  await open(page, '/?v=1&step=2#forward-weigh');
  await wake(page);
  await number(page, 'forward-weigh', 'w.1.1.1').click();
  const answer = page.locator(ANSWER);
  await expect(answer.locator('.rule')).toContainText('after 2 updates');
  await answer.getByRole('button', { name: /^w₁₁ =/ }).click();
  await expect(answer.locator('.rule')).toContainText('after one update');
  await answer.getByRole('button', { name: /^w₁₁ =/ }).click();
  await expect(answer.locator('.rule')).toContainText('set at the start');
});

test('the numbers of a step share one tab stop; arrows move, Enter opens, Escape gives the focus back', async ({
  page,
}) => {
  await open(page, '/#forward-weigh');
  await wake(page);
  const step = page.locator('#forward-weigh .step').first();
  await expect(step.locator('[data-askable][tabindex="0"]')).toHaveCount(1);
  await step.locator('[data-askable]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const third = step.locator('[data-askable]').nth(2);
  await expect(third).toBeFocused();
  await expect(third).toHaveAttribute('tabindex', '0');
  await expect(step.locator('[data-askable][tabindex="0"]')).toHaveCount(1);
  // The focus alone opens it, and leaves with it.
  await expect(page.locator(ANSWER)).toBeVisible();
  await expect(third).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator(ANSWER)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.locator(`${ANSWER} .title`)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(third).toBeFocused();
  await expect(page.locator(ANSWER)).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(step.locator('[data-askable]').last()).toBeFocused();
});

test('Tab past the last button of an answer goes back to its number', async ({ page }) => {
  await open(page, '/#forward-inputs');
  await wake(page);
  const input = number(page, 'forward-inputs', 'x.1');
  await input.focus();
  await page.keyboard.press('Enter');
  await page.locator(`${ANSWER} .close`).focus();
  await page.keyboard.press('Tab');
  await expect(input).toBeFocused();
  await expect(page.locator(ANSWER)).toHaveCount(0);
});

test('a hovered number opens after a moment, stays while the pointer is on its answer, and leaves with it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/#backward-all');
  await wake(page);
  const value = page.locator('[data-stage="passes"] svg [data-q="dz.1.2"]');
  const other = page.locator('[data-stage="passes"] svg [data-q="z.1.1"]');
  await value.hover();
  const answer = page.locator(ANSWER);
  await expect(answer.locator('.title')).toContainText('∂L/∂z₂');
  await answer.hover();
  await page.waitForTimeout(600);
  await expect(answer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(answer).toHaveCount(0);
  await other.hover();
  await expect(answer.locator('.title')).toContainText('z₁');
  await page.mouse.move(5, 895);
  await expect(answer).toHaveCount(0);
});

test('an open answer follows what the reader sets', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/');
  await page.keyboard.press('Shift');
  const yhat = page.locator('.toy svg:visible [data-q="z.2.1@0"]').first();
  await expect(yhat).toHaveAttribute('role', 'button');
  await yhat.click();
  const line = page.locator(`${ANSWER} .numbers`);
  await expect(line).toContainText('0.02 =');
  await page.getByLabel('the bias of the output unit').fill('1');
  await expect(line).toContainText('1.22 =');
  await expect(page.locator(`${ANSWER} .foot`)).toContainText('at training step 0');
});

test('down to 320 px an answer covers neither its number nor the way out', async ({ page }) => {
  await open(page, '/#backward-share');
  await wake(page);
  for (const { width, height } of [
    { width: 320, height: 568 },
    { width: 360, height: 740 },
    { width: 768, height: 1024 },
  ]) {
    await page.setViewportSize({ width, height });
    await jump(page, 'backward-share');
    expect(
      faultsOf(await pressed(page, '#backward-share .step .value, #forward-weigh .step .value')),
    ).toEqual([]);
    expect(faultsOf(await pressed(page, '[data-stage="passes"] [data-q][data-value]'))).toEqual([]);
    await number(page, 'backward-share', 'da.1.2').scrollIntoViewIfNeeded();
    await number(page, 'backward-share', 'da.1.2').click();
    const box = await page.locator(ANSWER).boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(height + 1);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator(ANSWER)).toHaveCount(0);
  }
});

test('nothing of it is fetched before somebody begins to read', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page, '/');
  expect(fetched.filter((url) => url.includes('Inspector'))).toEqual([]);
  await wake(page);
  expect(fetched.filter((url) => url.includes('Inspector')).length).toBeGreaterThan(0);
});

test('the first press is not lost while the inspector is being fetched', async ({ page }) => {
  await open(page, '/#forward-inputs');
  await page.evaluate(() =>
    document
      .querySelector('#forward-inputs .step [data-q="x.1"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
  );
  await expect(page.locator(`${ANSWER} .title`)).toContainText('x₁');
});

test('nor is a press when a scroll has begun to fetch it', async ({ page }) => {
  const letGo = await hold(page, /\/Inspector\.[^/]*\.js$/);
  await open(page, '/');
  const fetching = page.waitForRequest(/\/Inspector\./);
  await page.mouse.wheel(0, 30);
  await fetching;
  await page.locator('.toy [data-q="x.1@0"]:visible').first().click();
  letGo();
  await expect(page.locator(`${ANSWER} .title`)).toContainText('input 1, on day 1');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no number can be focused', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('[data-q][tabindex], [data-q][role]')).toHaveCount(0);
  });
});

test('axe finds nothing in an open answer, light and dark', async ({ page }) => {
  await open(page, '/#backward-all');
  await wake(page);
  await number(page, 'backward-all', 'dx.1').click();
  await expect(page.locator(ANSWER)).toBeVisible();
  expect(await violationsInBoth(page, ANSWER)).toEqual([]);
});

test('a step is announced once, when the reading rests on it', async ({ page }) => {
  await open(page, '/#backward-share');
  await wake(page);
  const told = page.locator('[data-stage="passes"] [data-narration]');
  await expect(told).toHaveText('0.70 times −0.4950 gives −0.3465: a rise in a₁ would lower the loss.', {
    timeout: 4000,
  });
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const region = document.querySelector('[data-stage="passes"] [data-narration]')!;
    new MutationObserver(() => heard.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  // Three steps, too fast to be told: only the last is. Timed in the page, so that a busy machine changes nothing.
  await page.evaluate(async () => {
    for (const index of [0, 1, 2]) {
      document.querySelectorAll('#backward-gate .step, #backward-share .step')[index + 1]?.scrollIntoView({
        block: 'center',
        behavior: 'instant',
      });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  });
  await page.waitForTimeout(2500);
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard).toHaveLength(1);
});

test('the transcript of a scene tells every operation, and follows what the reader sets', async ({
  page,
}) => {
  await open(page, '/#forward-weigh');
  const transcript = page.locator('#forward-weigh .transcript');
  await transcript.locator('summary').click();
  await expect(transcript.locator('tbody tr')).toHaveCount(3);
  await expect(transcript.locator('tbody tr').first()).toContainText(
    '0.44 = 0.50 × 0.80 + (−0.30) × 0.20 + 0.10',
  );
  await page.goto('/?v=1&x=1,0.2#forward-weigh');
  await page.reload();
  await transcript.locator('summary').click();
  await expect(transcript.locator('tbody tr').first()).toContainText(
    '0.54 = 0.50 × 1.00 + (−0.30) × 0.20 + 0.10',
  );
  await expect(transcript.locator('tbody tr').first()).toContainText('plus 0.10 gives 0.54');
});

test('a pointer at rest does not trap the wheel: numbers scrolled under it stay shut', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/#backward-share');
  await wake(page);
  const value = number(page, 'backward-share', 'da.1.1');
  await value.scrollIntoViewIfNeeded();
  await idle(page);
  const { x, y } = (await value.boundingBox())!;
  await page.mouse.move(x + 5, y + 5);
  await expect(page.locator(ANSWER)).toBeVisible();
  const before = await page.evaluate(() => scrollY);
  for (let notch = 1; notch <= 8; notch++) {
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(220);
    expect(await page.evaluate(() => scrollY), `after ${notch} notches`).toBeCloseTo(before + 40 * notch, -1);
    await expect(page.locator(ANSWER)).toHaveCount(0);
  }
  // Whoever then moves it asks again.
  const seen = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.step [data-askable]')].map((one) =>
      one.getBoundingClientRect(),
    );
    const found = boxes.find(({ top, bottom }) => top > 100 && bottom < innerHeight - 100)!;
    return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
  });
  await page.mouse.move(seen.x - 2, seen.y);
  await page.mouse.move(seen.x, seen.y);
  await expect(page.locator(ANSWER)).toBeVisible();
});
