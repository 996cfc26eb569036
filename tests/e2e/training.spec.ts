import { readFileSync } from 'node:fs';
import { engineOf } from '../truth/engine.ts';
import { linkTo, OWN, settingOf } from '../truth/setting.ts';
import { wrongs } from '../truth/wrongs.ts';
import { numbersIn, stageOf } from './reading.ts';
import { expect, test, type Page } from './test.ts';
import { frames, hold, idle, jump, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const stage = (page: Page) => stageOf(page, 'training');
const button = (page: Page, name: string | RegExp) => stage(page).getByRole('button', { name });
const stepOnce = (page: Page) => stage(page).getByRole('button', { name: 'One step', exact: true });
const handle = (page: Page) => stage(page).getByRole('slider', { name: 'training step' });
const stepOf = async (page: Page): Promise<number> =>
  Number(await handle(page).getAttribute('aria-valuenow'));
const read = async (page: Page, q: string): Promise<number> =>
  (await numbersIn(stage(page))).find((shown) => shown.q === q)?.value ?? NaN;
const chart = (page: Page) => stage(page).locator('svg.chart');
/** Whether each of the answers that the scene withholds can be seen. They keep their room, and their place for Tab. */
const answersShown = (page: Page): Promise<readonly boolean[]> =>
  page
    .locator('#training-run .told')
    .evaluateAll((answers) => answers.map((answer) => getComputedStyle(answer).opacity === '1'));
const gotThere = async (page: Page, address: string): Promise<void> => {
  await open(page, address);
  await settledStage(page, 'training');
};

const expectEnd = async (page: Page): Promise<void> => {
  await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBe(200);
  await expect(stage(page).locator('[data-q="yhat"]').getByText('0.999304')).toBeVisible();
  await expect(stage(page).locator('[data-q="loss"]').getByText('0.000696')).toBeVisible();
  await expect(chart(page)).toHaveAttribute('aria-label', /Shown is step 200, loss 0\.000696/);
};

test('before Run nothing of the answer stands on the page; after it, it does', async ({ page }) => {
  await gotThere(page, '/#training-run');
  await expect(chart(page)).toHaveAttribute('aria-label', /not run yet/);
  await expect(chart(page)).not.toContainText(/unit \d off|below|gone|shut/);
  expect(await answersShown(page)).toEqual([false, false, false]);
  await stepOnce(page).click();
  await expect.poll(() => answersShown(page)).toEqual([true, true, true]);
  await button(page, 'Reset').click();
  await expect.poll(() => answersShown(page)).toEqual([false, false, false]);
  // Who comes to one by Tab is not led into the dark.
  await page.locator('#training-run .told [tabindex="0"]').first().focus();
  expect((await answersShown(page)).filter(Boolean)).toHaveLength(1);
});

test('who reads on without running is told all the same', async ({ page }) => {
  await gotThere(page, '/#training-run');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => answersShown(page)).toEqual([true, true, true]);
  await expect(chart(page)).toContainText('unit 2 off at step 2');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => answersShown(page)).toEqual([false, false, false]);
  await expect(chart(page)).not.toContainText('unit 2 off');
});

test('200 steps from the button end at ŷ = 0.999304, L = 0.000696', async ({ page }) => {
  await gotThere(page, '/#training-run');
  await button(page, '16×').click();
  await button(page, 'Run training: 200 steps').click();
  await expectEnd(page);
});

test('200 steps from the link end at ŷ = 0.999304, L = 0.000696', async ({ page }) => {
  await gotThere(page, '/?v=1&step=200#training-run');
  await expectEnd(page);
});

test('it pauses by the space bar, goes on, steps forward and back, and resets', async ({ page }) => {
  await gotThere(page, '/#training-run');
  await page.keyboard.press(' ');
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(1);
  // Not the height scrolled to: words above change with the step, and the page stays at what is read.
  const top = (): Promise<number> =>
    page.locator('#training-run').evaluate((scene) => Math.round(scene.getBoundingClientRect().top));
  const before = await top();
  await page.keyboard.press(' ');
  await expect(button(page, 'Go on')).toBeVisible();
  // Words above change with the step, by a line's fraction; a page down is hundreds.
  expect(Math.abs((await top()) - before)).toBeLessThan(20);
  const paused = await stepOf(page);
  expect(paused).toBeLessThan(200);
  await stepOnce(page).click();
  await expect.poll(() => stepOf(page)).toBe(paused + 1);
  expect(await read(page, 'loss')).toBeCloseTo(engineOf(OWN).valueOf('loss', paused + 1)!, 12);
  await button(page, 'Back one step').click();
  await expect.poll(() => stepOf(page)).toBe(paused);
  await button(page, 'Reset').click();
  await expect.poll(() => stepOf(page)).toBe(0);
  await expect(button(page, 'Run training: 200 steps')).toBeVisible();
});

test('a key on the handle, a flag or an undo stops a run, and counts', async ({ page }) => {
  const seen = (): Promise<string | null> =>
    page.evaluate(() => new URLSearchParams(location.search).get('run.seen'));
  await gotThere(page, '/#training-run');
  await button(page, '½×').click();
  /** Runs from the start, with the focus on the handle. */
  const runOn = async (): Promise<void> => {
    await handle(page).focus();
    await page.keyboard.press(' ');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(2);
  };
  const expectStopped = async (at: number): Promise<void> => {
    await expect(button(page, 'Pause')).toHaveCount(0);
    await idle(page);
    expect(await stepOf(page)).toBe(at);
  };
  await runOn();
  await page.keyboard.press('End');
  await expectStopped(200);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expectStopped(0);
  await expect.poll(seen).toBe(null);
  await runOn();
  await page.keyboard.press('Control+z');
  await expectStopped(0);
  await expect.poll(seen).toBe(null);
  await runOn();
  await page.keyboard.press('Home');
  await expectStopped(0);
  await runOn();
  await button(page, /go to step 2: unit 2/).press('Enter');
  await expectStopped(2);
});

test('the record shows the step that the stage shows, and marks it without moving it', async ({ page }) => {
  await gotThere(page, '/#training-run');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBe(200);
  const record = page.locator('.record');
  await record.getByText('All 201 states as a table').click();
  const expectShown = async (step: number): Promise<void> => {
    await expect.poll(() => stepOf(page)).toBe(step);
    await expect(record.locator('tr.now')).toHaveAttribute('data-at', String(step));
  };
  await expectShown(200);
  await record.getByRole('button', { name: /^step 0 / }).click();
  await expectShown(0);
  await expect(record.locator('.events [aria-current]')).toContainText('step 0');
  const lefts = await record
    .locator('.events button span')
    .evaluateAll((words) => words.map((word) => word.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
});

test('pressed before the figure has come, the space bar turns no page, and runs when it has', async ({
  page,
}) => {
  const letGo = await hold(page, /\/Stage\.[^/]*\.js(\?|$)/);
  await page.goto('/#training-run');
  await expect(page.locator('astro-island[component-url*="/Reader."]:not([ssr])')).toBeAttached();
  await frames(page, 30);
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(20_000);
  await page.keyboard.press(' ');
  await frames(page, 30);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  letGo();
  await expect(handle(page)).toBeAttached();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
});

test('who scrolls before the scripts have come is not thrown to where the link leads', async ({ page }) => {
  const letGo = await hold(page, /\/Reader\.[^/]*\.js(\?|$)/);
  await page.goto('/#training-run');
  const top = (): Promise<number> => page.evaluate(() => scrollY);
  await expect.poll(top).toBeGreaterThan(20_000);
  const from = await top();
  await page.mouse.move(300, 450);
  await page.mouse.wheel(0, 3000);
  await expect.poll(top).toBe(from + 3000);
  letGo();
  await settledStage(page, 'training');
  expect(Math.abs((await top()) - from - 3000)).toBeLessThan(300);
});

test('the space bar writes a space in a field', async ({ page }) => {
  await gotThere(page, '/#training-run');
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('#training-run .step')?.append(field);
    field.focus();
  });
  await page.keyboard.press(' ');
  await idle(page);
  expect(await stepOf(page)).toBe(0);
  await expect(button(page, 'Pause')).toHaveCount(0);
});

test('a curve drawn by the pointer stays beside the run, with how far they are apart', async ({ page }) => {
  await gotThere(page, '/#training-run');
  const box = (await stage(page).locator('.catch').boundingBox())!;
  const point = (across: number, down: number) =>
    [box.x + 12 + across * (box.width - 24), box.y + down * box.height] as const;
  await page.mouse.move(...point(0, 0.15));
  await page.mouse.down();
  await page.mouse.move(...point(0.5, 0.25), { steps: 6 });
  await page.mouse.move(...point(1, 0.5), { steps: 6 });
  await page.mouse.up();
  await expect(chart(page)).toContainText('your guess');
  await expect(chart(page)).not.toContainText('apart');
  await button(page, '16×').click();
  await button(page, /^Run training/).click();
  await expectEnd(page);
  await expect(chart(page)).toContainText('your guess');
  await expect(chart(page)).toContainText(/0\.\d+ apart/);
  await expect(chart(page)).toHaveAttribute(
    'aria-label',
    /Furthest apart at step \d+: you drew 0\.\d+, it was 0\.\d+\./,
  );
  // One gesture, one undo; the run is another.
  const undo = page.locator('.reader .changed').getByRole('button', { name: 'Undo' });
  await undo.click();
  await undo.click();
  await expect(chart(page)).not.toContainText('your guess');
});

test('a guess can be set by three sliders', async ({ page }) => {
  await gotThere(page, '/#training-run');
  const first = stage(page).getByRole('slider', { name: /expect after 1 step/ });
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chart(page)).toContainText('your guess');
  await expect
    .poll(() => page.evaluate(() => new URLSearchParams(location.search).get('run.guess')?.split(',').length))
    .toBe(33);
});

test('handle, flags and curve take the whole page to a step, and there is a way back', async ({ page }) => {
  const engine = engineOf(OWN);
  await gotThere(page, '/?v=1&run.seen=200#training-run');
  const before = await settledStage(page, 'training');
  const prose = page.locator('#forward-loss [data-prose][data-q="loss"]').first();
  const expectAt = async (step: number): Promise<void> => {
    await expect.poll(() => stepOf(page)).toBe(step);
    expect(await read(page, 'loss')).toBeCloseTo(engine.valueOf('loss', step)!, 12);
    await expect(prose).toHaveAttribute('data-value', String(engine.valueOf('loss', step)));
  };
  await handle(page).focus();
  await page.keyboard.press('End');
  await expectAt(200);
  await page.keyboard.press('PageDown');
  await expectAt(190);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expectAt(1);
  await button(page, /go to step 25/).click();
  await expectAt(25);
  const box = (await stage(page).locator('.catch').boundingBox())!;
  await page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
  await expectAt(200);
  await expect.poll(() => page.evaluate(() => new URLSearchParams(location.search).get('step'))).toBe('200');
  await button(page, 'Back to step 0').click();
  await expectAt(0);
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  expect(await settledStage(page, 'training')).toBe(before);
});

test('a swipe that turns out to be a scroll gives the step back', async ({ page }) => {
  await gotThere(page, '/?v=1&step=3&run.seen=200#training-run');
  const seen = await page.evaluate(async () => {
    const rect = document.querySelector('[data-stage="training"] .catch')!;
    const { left, top, width } = rect.getBoundingClientRect();
    Object.assign(rect, { setPointerCapture: () => undefined });
    const send = (type: string, x: number): boolean =>
      rect.dispatchEvent(
        new PointerEvent(type, { pointerId: 7, clientX: x, clientY: top + 40, bubbles: true, button: 0 }),
      );
    const now = (): string =>
      document.querySelector('[data-stage="training"] [role="slider"]')!.getAttribute('aria-valuenow')!;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    send('pointerdown', left + width / 2);
    await frame();
    const during = now();
    send('pointercancel', left + width / 2);
    await frame();
    return [during, now()];
  });
  expect(seen[0]).not.toBe('3');
  expect(seen[1]).toBe('3');
});

test('table, chart and files say the same as the engine', async ({ page }) => {
  for (const seed of [3, 8]) {
    const setting = { ...settingOf(seed), step: 7 };
    const engine = engineOf(setting);
    await gotThere(page, linkTo(setting, '#training-run'));
    const record = page.locator('.record');
    await record.getByText('All 201 states as a table').click();
    const rows = record.locator('tbody tr');
    await expect(rows).toHaveCount(201);
    for (const step of [0, 1, 2, 50, 199, 200]) {
      const numbers = await numbersIn(rows.nth(step));
      expect(numbers.length).toBe(18);
      expect(wrongs(numbers, engine, step)).toEqual([]);
    }
    const saved = page.waitForEvent('download');
    await record.getByRole('button', { name: 'Save CSV' }).click();
    const [heading = '', ...lines] = readFileSync(await (await saved).path(), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(201);
    const column = heading.split(',').indexOf('loss');
    for (const step of [0, 1, 2, 50, 199, 200])
      expect(Number(lines[step]!.split(',')[column])).toBeCloseTo(engine.valueOf('loss', step)!, 12);
    await rows.nth(50).getByRole('button').click();
    await jump(page, 'training-run');
    await settledStage(page, 'training');
    expect(await stepOf(page)).toBe(50);
    expect(wrongs(await numbersIn(stage(page)), engine, 50)).toEqual([]);
  }
});

test('with a link’s numbers the record says nothing of the built run before it is awake', async ({
  page,
}) => {
  const letGo = await hold(page, /\/RunRecord\.[^/]*\.js(\?|$)/);
  await page.goto('/?v=1&eta=0&run.seen=200#training-run', { waitUntil: 'domcontentloaded' });
  const told = page.locator('.record > :is(.sentence, .events)');
  await expect(told.first()).toBeHidden();
  await expect(told.last()).toBeHidden();
  letGo();
  await expect(told.first()).toBeVisible();
  await expect(told.first()).not.toContainText('0.0007');
});

test('a run that is kept stands beside the one after a change', async ({ page }) => {
  await gotThere(page, '/?v=1&step=200#training-run');
  await page.getByRole('button', { name: 'Keep this run' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Keep this one instead' })).toBeFocused();
  const rate = page.locator('.record').getByRole('slider', { name: 'learning rate' });
  await rate.fill('0.5');
  await expect(page.locator('.compare')).toContainText(
    /The kept run ends at a loss of 0\.0007, this one at .*: η was 0\.50 and is/,
  );
  await jump(page, 'training-run');
  await expect(chart(page)).toContainText('kept: η 0.50');
  await page.getByRole('button', { name: 'Forget the kept run' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Keep this run' })).toBeFocused();
  await expect(chart(page)).not.toContainText('kept');
});

test('with other numbers other units fall silent, or none', async ({ page }) => {
  // Every unit open and every weight out of it positive: on a rainy day all sums only grow.
  await gotThere(page, `/?v=1&theta=0.5,0.3,0.2,0.8,0.6,0.4,0.1,0.1,0.2,0.7,0.4,0.6,0&step=200#training-run`);
  await expect(chart(page)).not.toContainText(/off|shut/);
  await expect(chart(page)).toHaveAttribute('aria-label', /every gate stayed open/);
});

test.describe('without motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('the run is there at once', async ({ page }) => {
    await gotThere(page, '/#training-run');
    await button(page, /^Run training/).click();
    await expectEnd(page);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the finished run stands there, with some of its states, and all of them in a file', async ({
    page,
  }) => {
    await page.goto('/#training-run');
    await expect(page.getByText('The loss has fallen.')).toBeVisible();
    const frame = page.locator('[data-still="training-run"] iframe');
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().locator('svg.chart')).toHaveAttribute(
      'aria-label',
      /^Loss over 200 training steps, from 0.6832 to 0.0007: unit 3 off from the start;/,
    );
    await expect(page.locator('.run-record tbody tr')).toHaveCount(10);
    await expect(page.getByRole('link', { name: /as a file/ })).toHaveAttribute('href', '/run.csv');
    const response = await page.request.get('/run.csv');
    expect((await response.text()).trim().split('\n')).toHaveLength(202);
  });
});
