import { boxOf } from '../../src/story/gates/box.ts';
import { forkOf, SATURATED } from '../../src/story/gates/fork.ts';
import { GATES, type GateValues } from '../../src/story/gates/settings.ts';
import { summaryFor, seedSettingIn } from '../../src/story/gates/seeds.ts';
import { solvedSentence } from '../../src/story/gates/seed-words.ts';
import { fallbacksOf, partsOf, valuesIn } from '../../src/story/table.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { jump, open } from './waiting.ts';

const PAGE = '/lab/gates/';
const set = (changes: Partial<GateValues> = {}): GateValues => ({ ...fallbacksOf(GATES), ...changes });
const queryFor = (changes: Partial<GateValues>): string => `?${partsOf(GATES, set(changes)).join('&')}`;

/** What the page says is set: its address. */
const settingsOf = (page: Page): GateValues => valuesIn(GATES, new URL(page.url()).search).values;
const openLab = async (page: Page, query = ''): Promise<void> => {
  await page.goto(PAGE + query);
  await expect(page.locator('.gates-page astro-island:not([ssr])')).toBeAttached();
  await expect(page.locator('.gate-figure > svg')).toBeVisible();
};
const number = (page: Page, q: string) => page.locator(`[data-own] .gate-stats [data-q="${q}"]`);
const epoch = async (page: Page): Promise<number> =>
  Number(await number(page, 'gates.epoch').getAttribute('data-value'));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const inAddress = (page: Page, text: string) => expect.poll(() => new URL(page.url()).search).toContain(text);

/** All numbers of the lab, as the page has them. */
const numbersOf = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  page
    .locator('[data-own] [data-q][data-value]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-q') ?? '', one.getAttribute('data-value') ?? ''] as const),
    );
/** As near as two machines’ exponentials are to each other, after hundreds of epochs. */
const isNear = (value: string, wanted: number | undefined, what: string): void =>
  expect(Math.abs(Number(value) - wanted!), what).toBeLessThanOrEqual(
    1e-8 * Math.max(1e-6, Math.abs(wanted!)),
  );
/** Each of them is the model’s, once the address says what is set. */
const areTheModels = (page: Page, values?: GateValues): Promise<void> =>
  expect(async () => areOf(page, values ?? settingsOf(page))).toPass({ timeout: 5000 });
const areOf = async (page: Page, values: GateValues): Promise<void> => {
  const box = boxOf(values);
  const shown = box.rows[box.row]!.values;
  const seen = await numbersOf(page);
  expect(seen.length).toBeGreaterThan(25);
  for (const [q, value] of seen) {
    const [id = '', row] = q.replace('gates.', '').split('@');
    if (row !== undefined) {
      const of = box.rows[Number(row)]!;
      isNear(value, id === 'loss' ? of.loss : of.prediction, q);
    } else if (id === 'loss') isNear(value, box.loss, q);
    else if (id === 'epoch') expect(Number(value)).toBe(box.epoch);
    else if (/^([xzab]\.|w\.|yhat|dz)/.test(id)) isNear(value, shown.get(id), q);
  }
};

test('by mouse and by keys: another loss keeps the weights, a run plays, steps, is scrubbed, reset and undone', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLab(page);
  await areTheModels(page, set());
  await page.locator('.gate-words').getByText('cross-entropy').click();
  await inAddress(page, 'gates.then=300,bce,2,sigmoid');
  await areTheModels(page);
  expect(boxOf(settingsOf(page)).theta).toEqual(boxOf(set()).theta);
  await expect(page.locator('.gate-note').first()).toContainText('the weights stayed');

  await button(page, 'Step').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(() => epoch(page)).toBe(302);
  await button(page, 'Play').click();
  await expect.poll(() => epoch(page)).toBeGreaterThan(310);
  await button(page, 'Pause').click();
  const played = await epoch(page);
  await inAddress(page, `gates.epoch=${played}`);
  await areTheModels(page);

  const scrubber = page.locator('.gate-transport input[type="range"]');
  await scrubber.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => epoch(page)).toBe(0);
  await inAddress(page, `gates.ran=${played}`);
  await page.keyboard.press('End');
  // To the end of the axis: past where the run had come to, it trains on.
  await expect.poll(() => epoch(page)).toBe(500);
  await button(page, 'Reset').click();
  // The same first weights, under the loss of now.
  await expect.poll(() => new URL(page.url()).search).toBe('?gates.loss=bce&gates.epoch=0');
  await areTheModels(page);
  await button(page, 'Undo').first().click();
  await inAddress(page, 'gates.then=300,bce');

  // A line by its label, by keys, and from the list; a row by its button and by its dot: all one choice.
  await page.locator('[data-pick="w.2.1.1"]').click();
  await expect(page.getByLabel('The line from', { exact: true })).toHaveValue('w.2.1.1');
  await expect(page.locator('.gate-factors tbody th').first()).toContainText('raw error');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('The line from', { exact: true })).not.toHaveValue('w.2.1.1');
  await page.getByLabel('The line from', { exact: true }).selectOption('w.1.2.1');
  await expect(page.locator('.gate-factors tbody th').first()).toContainText('sum of w·δ');
  await page.getByLabel('show row 4 in the network').check();
  await expect(page.locator('.gate-chain h2')).toContainText('on row 4');
  await page.locator('.gate-map .dot').first().click();
  await expect(page.locator('.gate-chain h2')).toContainText('on row 1');
  await areTheModels(page);
});

test('a link brings back all of it; two runs part from one start, and one is gone on with', async ({
  page,
}) => {
  const there = {
    'gates.data': 'and',
    'gates.hidden': [4, 3],
    'gates.activation': 'tanh',
    'gates.eta': 0.35,
    'gates.epoch': 77,
    'gates.ran': 140,
    'gates.then': [{ from: 60, loss: 'bce', eta: 0.5, activation: 'leakyRelu' }],
    'gates.row': 3,
    'gates.line': 'w.2.2.4',
  } as const;
  await openLab(page, queryFor(there));
  await areTheModels(page, set(there));
  const before = await numbersOf(page);
  await page.reload();
  await expect(page.locator('.gate-figure > svg')).toBeVisible();
  expect(await numbersOf(page)).toEqual(before);

  await button(page, 'A saturated start').click();
  const fork = forkOf(set(SATURATED))!;
  for (const prong of fork.prongs)
    await expect
      .poll(async () =>
        Number(await page.locator(`[data-q="gates.fork.${prong.loss}"]`).getAttribute('data-value')),
      )
      .toBeCloseTo(prong.lossThere, 8);
  // Both curves stand under the network, all of it in the window.
  await expect(page.locator('.gate-figure > svg')).toBeInViewport({ ratio: 0.95 });
  for (const at of [0, 1]) await expect(page.locator('.prong-plot').nth(at)).toBeInViewport({ ratio: 0.95 });
  await expect(page.locator('.prong-said')).toHaveText([/Three of the four/, /It has all four rows right/]);
  // Either curve scrubs both.
  const box = (await page.locator('.prong-plot .scrub').nth(1).boundingBox())!;
  await page.mouse.click(box.x + 14, box.y + box.height / 2);
  await expect.poll(() => Number(new URL(page.url()).searchParams.get('gates.on'))).toBeLessThan(20);
  await page.getByLabel('epochs of both runs').fill('300');
  await button(page, 'Go on with cross-entropy').click();
  await expect.poll(() => epoch(page)).toBe(300);
  await expect(page.locator('.gate-said')).toContainText('It has all four rows right.');
  await areTheModels(page);
});

test('a table of one’s own: typed, pasted, a bad cell named and kept over a reload, cleared', async ({
  page,
}) => {
  await openLab(page);
  await page.locator('.gate-words').getByText('your own').click();
  const cell = (row: number, column: string) => page.getByLabel(`row ${row}, ${column}`, { exact: true });
  await cell(1, 'y').fill('0.5');
  await inAddress(page, 'gates.rows=0,0,0.5_0,1,1');
  await cell(2, 'x₁').fill('two');
  await expect(page.locator('.problems')).toContainText('Row 2, x₁: “two” is not a number.');
  await inAddress(page, 'gates.rows=0,0,0.5_0,1,1');
  await expect(page.locator('.own-table .gate-note')).toContainText(
    'the link has the last table that was whole',
  );
  await page.reload();
  await expect(cell(2, 'x₁')).toHaveValue('two');
  await expect(cell(1, 'y')).toHaveValue('0.5');
  await cell(1, 'x₁').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'a\tb\tt\n0\t0\t1\n2\t−1\t0');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await inAddress(page, 'gates.rows=0,0,1_2,-1,0');
  await expect(page.locator('.gate-rows tbody tr')).toHaveCount(2);
  await areTheModels(page);
  await button(page, 'Undo').first().click();
  await inAddress(page, 'gates.rows=0,0,0.5');
  // Kept for a visit that brings no table of its own.
  await button(page, 'Add a row').click();
  await page.goto(PAGE);
  await expect(page.locator('.gate-figure > svg')).toBeVisible();
  await page.locator('.gate-words').getByText('your own').click();
  await expect(page.locator('.own-table tbody tr')).toHaveCount(5);
  await button(page, 'Clear, and keep nothing').click();
  await expect(page.locator('.own-table tbody tr')).toHaveCount(4);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('gates')))).toEqual(
    [],
  );
});

test('a hundred seeds run in a worker, can be cancelled, and say what the engine says; blocked storage is no error', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const setting = { 'gates.activation': 'relu', 'gates.range': 1 } as const;
  await openLab(page, queryFor({ 'gates.data': 'own' }));
  await expect(page.locator('.own-table .gate-note')).toContainText('This browser keeps nothing');
  await openLab(page, queryFor(setting));
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await button(page, 'Run a hundred seeds').click();
  const found = page.locator('.gate-found');
  await expect(found).toContainText(solvedSentence(summaryFor(seedSettingIn(set(setting)))), {
    timeout: 20_000,
  });
  await expect(found).toContainText('with dead units');
  expect(workers).toHaveLength(1);
  expect(workers[0]).toContain('/_astro/');
  await expect(page.locator('.seed-plot .seed')).toHaveCount(100);
  await page.getByLabel('look at one run').press('ArrowRight');
  await button(page, 'Open this run').click();
  await expect(page.locator('.gate-said')).toContainText('It has all four rows right.');

  // Long runs: eight rows that contradict each other, in the largest network there is.
  const rows = Array.from({ length: 8 }, (_, i) => ({ input: [1, 1], target: [i % 2] }));
  await openLab(
    page,
    queryFor({ 'gates.data': 'own', 'gates.rows': rows, 'gates.hidden': [6, 6], 'gates.eta': 0.01 }),
  );
  await button(page, 'Run a hundred seeds').click();
  await expect(page.locator('.gate-seeds progress')).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(page.locator('.gate-seeds progress')).toHaveCount(0);
});

test('in the essay it is the same lab: in the essay’s link, and the essay’s own network is left alone', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/#training-gates');
  await jump(page, 'training-gates');
  const section = page.locator('#training-gates');
  await section.getByRole('button', { name: 'Open the glass box' }).click();
  await expect(section.locator('.gate-figure > svg')).toBeVisible();
  await areTheModels(page, set());
  await section.locator('.gate-words').getByText('tanh', { exact: true }).click();
  await section.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => epoch(page)).toBe(301);
  await inAddress(page, 'gates.then=300,mse,2,tanh');
  await inAddress(page, 'gates.epoch=301');
  await expect(page.locator('#forward-loss [data-prose][data-q="loss"]').first()).toHaveText('0.6832');
  // Its numbers are not the essay’s: pressing one asks nothing.
  await section.locator('.gate-rows td.loss').first().click();
  await expect(page.locator('.inspector:visible')).toHaveCount(0);
  await inAddress(page, 'gates.row=1');
  const query = new URL(page.url()).search;
  expect(new URLSearchParams(query).has('theta')).toBe(false);
  // More room for what is set.
  const more = await section.getByRole('link', { name: 'The same with more room' }).getAttribute('href');
  const wanted = valuesIn(GATES, query).values;
  expect(valuesIn(GATES, new URL(more ?? '', page.url()).search).values).toEqual(wanted);
  await open(page, `/${query}#training-gates`);
  await jump(page, 'training-gates');
  await expect(section.locator('.gate-figure > svg')).toBeVisible();
  await areTheModels(page, wanted);
});

test('in the essay the weights that are read with are gone to, and a table is only chosen where there is one', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const own = { 'gates.hidden': [3], 'gates.activation': 'relu', 'gates.loss': 'bce' } as const;
  await open(page, `/${queryFor(own)}#training-gates`);
  await jump(page, 'training-gates');
  const section = page.locator('#training-gates');
  await expect(section.locator('.gate-figure > svg')).toBeVisible();
  await expect(section.locator('.gate-words').first()).not.toContainText('your own');
  await section.getByRole('link', { name: 'Read the essay with these weights' }).click();
  await inAddress(page, 'theta=');
  await expect(page.locator('#passes')).toBeInViewport();
  expect(new URL(page.url()).hash).toMatch(/^#(passes|forward|backward)/);

  await open(page, `/${queryFor({ 'gates.data': 'own' })}#training-gates`);
  await jump(page, 'training-gates');
  await expect(section.locator('.gate-settings .gate-note')).toContainText('OR until you type another');
});

test('axe finds nothing, light and dark, and nothing reaches past the edge at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  // Where no worker can be had, the page does the runs itself.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await openLab(
    page,
    `${queryFor({ ...SATURATED, 'gates.data': 'own', 'gates.lock': 0.25 })}&gates.bias=none`,
  );
  await expect(page.locator('.gate-notices')).toContainText('gates.bias was ignored');
  await page.locator('.gate-guide summary').click();
  await page.getByLabel('row 1, y', { exact: true }).fill('no');
  await button(page, 'Run a hundred seeds').click();
  await expect(page.locator('.seed-plot .seed')).toHaveCount(100);
  expect(await violationsInBoth(page, 'body')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await page
    .locator('.gates-page svg text, .gates-page svg tspan')
    .evaluateAll(
      (texts) => texts.filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) < 9.6).length,
    );
  expect(small).toBe(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and shows the network with its numbers, its map and its table', async ({
    page,
  }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A box you can see into');
    await expect(page.locator('.gate-network:visible')).toHaveCount(1);
    await expect(page.locator('.decision-map .half').first()).toBeVisible();
    await expect(page.locator('.gate-rows tbody tr')).toHaveCount(4);
    await expect(page.locator('main :is(button, input, select):visible')).toHaveCount(0);
    // In the essay it stands in a frame of its own.
    await page.goto('/#training-gates');
    const still = page.frameLocator('#training-gates iframe');
    await expect(still.locator('.gate-network:visible')).toHaveCount(1);
    await expect(page.locator('#training-gates button:visible')).toHaveCount(0);
  });
});
