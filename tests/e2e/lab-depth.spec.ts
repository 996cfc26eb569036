import { chosenLayer, DEPTH, SCALES } from '../../src/story/depth/settings.ts';
import { layerOf, sidesOf } from '../../src/story/depth/side.ts';
import { valuesIn } from '../../src/story/table.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test, type Locator, type Page } from './test.ts';
import { idle, open as openEssay } from './waiting.ts';

const PAGE = '/lab/depth/';

/** Opens the lab's own page, and waits until it answers. */
const open = async (page: Page, query = ''): Promise<Locator> => {
  await page.goto(PAGE + query);
  await expect(page.locator('astro-island[component-url*="DepthOnPage"]:not([ssr])')).toBeAttached();
  return page.locator('.depth');
};
const dial = (lab: Locator, name: string): Locator => lab.getByRole('slider', { name, exact: true });

/** A size as far as two machines agree on the exponential function. */
const written = (bar: string, size: number): string => `${bar} ${size.toPrecision(11)}`;

/** What the bars say, and what the address has the engine say: the size in every layer of both networks. */
const shown = async (lab: Locator): Promise<readonly string[]> => {
  const bars = await lab
    .locator('svg.deep [data-bar]')
    .evaluateAll((all) => all.map((bar) => [bar.getAttribute('data-bar'), bar.getAttribute('data-size')]));
  return bars.map(([bar, size]) => written(bar ?? '', Number(size)));
};
const expected = (address: string): readonly string[] =>
  sidesOf(valuesIn(DEPTH, new URL(address).search).values).flatMap(({ name, layers }) =>
    layers
      .filter(({ decades }) => decades > -Infinity)
      .map(({ layer, size }) => written(`${name}.${layer}`, size)),
  );

test('every control answers to the mouse and to keys, the engine agrees, and the link keeps all of it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const lab = await open(page);
  expect(await shown(lab)).toEqual(expected(page.url()));

  // By keys.
  await dial(lab, 'layers').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(lab.locator('[data-goal="lose"]')).toHaveAttribute('data-done');
  await expect(lab.locator('[data-goal="swell"]')).toHaveAttribute('data-done');
  await dial(lab, 'units').press('ArrowRight');
  await dial(lab, 'weights').press('ArrowLeft');
  const choose = (setting: string, name: string): Promise<void> =>
    lab.locator(`[data-setting="${setting}"]`).getByText(name, { exact: true }).click();
  // By the mouse.
  await choose('depth.filled', 'tanh');
  await choose('depth.scheme', 'He');
  await choose('depth.bias', 'centred');
  await lab.locator('[data-setting="depth.outlined"] input').nth(1).press('ArrowLeft');
  await lab.getByRole('button', { name: 'Deal again' }).click();
  const before = SCALES[SCALES.indexOf(DEPTH['depth.scale'].fallback) - 1];
  const query =
    'depth.layers=12&depth.width=5&depth.filled=tanh&depth.outlined=relu&depth.scheme=he' +
    `&depth.scale=${before}&depth.bias=centred&depth.seed=5`;
  await expect(page).toHaveURL(new RegExp(`\\?${query.replaceAll('.', '\\.')}$`));
  expect(await shown(lab)).toEqual(expected(page.url()));

  // A press on the picture chooses a layer; so does its dial, and the line is exact.
  const box = (await lab.locator('svg.deep').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.2, box.y + 30);
  await dial(lab, 'step into layer').press('ArrowLeft');
  await expect(page).toHaveURL(/depth\.layer=\d+$/);
  const settings = valuesIn(DEPTH, new URL(page.url()).search).values;
  const layer = layerOf(sidesOf(settings)[0]!, chosenLayer(settings));
  const line = lab.locator('.depth-line').first();
  await expect(line).toHaveAttribute('data-exact', 'true');
  const factor = await line.locator('.factor .number').getAttribute('data-value');
  expect(Number(factor)).toBeCloseTo(layer.factor!, 11);
  await expect(lab.locator('.depth-layers tr.chosen th').first()).toHaveText(String(layer.layer));

  // The message goes back by hand, and what it has not come to shows a dash.
  await dial(lab, 'the message is').press('Home');
  await expect(lab.locator('.depth-fate')).toHaveText('Nothing has left the loss yet.');
  await expect(lab.locator('svg.deep [data-bar]')).toHaveCount(0);
  for (let i = 0; i < 3; i++) await lab.getByRole('button', { name: 'one layer on' }).click();
  await expect(lab.locator('.depth-fate p')).toHaveCount(2);
  await expect(page).toHaveURL(/depth\.back=3$/);
  await expect(lab.locator('svg.deep [data-q="depth.factor.1"]').first()).toHaveText('—');

  // The link has it all.
  const picture = await lab.locator('svg.deep').innerHTML();
  await page.reload();
  await expect(page.locator('astro-island[component-url*="DepthOnPage"]:not([ssr])')).toBeAttached();
  await expect.poll(() => lab.locator('svg.deep').innerHTML()).toBe(picture);

  // Back again, step by step and at once.
  await lab.getByRole('button', { name: 'Deal again' }).click();
  await expect(page).toHaveURL(/depth\.seed=6/);
  await lab.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/depth\.seed=5/);
  await lab.getByRole('button', { name: 'As it came' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
  // What has done all that it can keeps the focus.
  await expect(lab.getByRole('button', { name: 'As it came' })).toBeFocused();
  await expect(lab.getByRole('button', { name: 'As it came' })).toBeDisabled();
  await dial(lab, 'the message is').press('Home');
  await dial(lab, 'the message is').press('ArrowRight');
  const towards = lab.getByRole('button', { name: 'towards the output' });
  await towards.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
  await expect(towards).toBeFocused();
  await expect(lab.locator('.depth-fate')).toHaveText('Nothing has left the loss yet.');
});

test('sent off, the message runs back by itself; with less motion it is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const lab = await open(page, '?depth.layers=5');
  await lab.getByRole('button', { name: 'Send a message' }).click();
  const reached = (): Promise<number> => lab.locator('svg.deep [data-bar]').count();
  await expect.poll(reached).toBeLessThan(6);
  await lab.getByRole('button', { name: 'Stop it' }).click();
  await expect(page).toHaveURL(/depth\.back=[\d.]+$/);
  await lab.getByRole('button', { name: 'Send a message' }).click();
  await expect.poll(reached).toBe(10);
  await expect(page).toHaveURL(/\?depth\.layers=5$/);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await dial(lab, 'the message is').press('Home');
  await lab.getByRole('button', { name: 'Send a message' }).click();
  expect(await reached()).toBe(10);
});

test('where there is half a page of room the tables of both networks stand side by side, none cut off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  const lab = await open(page);
  const layers = await lab
    .locator('.depth-layers .scroll')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(layers[0]).toBe(layers[1]);
  const cut = await lab
    .locator('.depth-room .scroll')
    .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  expect(cut).toEqual([0, 0, 0, 0]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
});

test('what a link cannot mean is said', async ({ page }) => {
  const lab = await open(page, '?depth.layers=99&depth.filled=gelu');
  await expect(lab.getByRole('status')).toContainText('depth.filled was ignored');
  await expect(lab.getByRole('status')).toContainText('brought into its range, 1 to 20');
  expect(await shown(lab)).toHaveLength(40);
});

test('in the essay it is a part of the link, leaves the essay’s network alone, and leads on to its page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEssay(page, '/?v=1&eta=2&depth.layers=3#training-depth');
  const section = page.locator('#training-depth');
  const lab = section.locator('.depth');
  await expect(page.locator('astro-island[component-url*="DepthInEssay"]:not([ssr])')).toBeAttached();
  // Nothing is sent, so that the question above can be answered first.
  await expect(lab.locator('svg.deep [data-bar]')).toHaveCount(0);
  await expect(lab.locator('.depth-fate')).toHaveText('Nothing has left the loss yet.');
  await expect(lab.locator('[data-goal] .hint')).toHaveText([
    ...Array<string>(3).fill('Send a message all the way to see.'),
  ]);
  await expect(lab.getByRole('button', { name: 'As it came' })).toBeEnabled();
  await lab.getByRole('button', { name: 'Send a message' }).click();
  await expect(lab.locator('svg.deep [data-bar]')).toHaveCount(6);
  await dial(lab, 'layers').press('ArrowRight');
  await expect(lab.locator('svg.deep [data-bar]')).toHaveCount(8);
  await expect(page).toHaveURL(/\/\?v=1&eta=2&depth\.layers=4&depth\.back=21#training-depth$/);
  await expect(section.getByRole('link', { name: 'with more room' })).toHaveAttribute(
    'href',
    `${PAGE}?depth.layers=4&depth.back=21`,
  );
  await idle(page);
  // On paper it shows the reader's own state, and no still beside it.
  await page.emulateMedia({ media: 'print' });
  await expect(section.locator('svg.deep:visible')).toHaveCount(1);
  await page.emulateMedia({ media: 'screen' });
  // Its numbers are of its own networks: the essay is not asked about them.
  await expect(lab.locator('[data-askable]')).toHaveCount(0);
  await section.getByText('with enough layers', { exact: true }).click();
  await expect(section.locator('.verdict')).toHaveText(
    /You said “with enough layers”. It is: with large enough/,
  );
});

test('axe finds nothing, light and dark, and at 320 px nothing reaches past the edge or is small to press', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = await open(page, '?depth.layers=20&depth.width=6&depth.scale=20&depth.back=14.5');
  for (const details of await page.locator('details').all())
    await details.evaluate((element) => element.setAttribute('open', ''));
  expect(await violationsInBoth(page, 'body')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await lab
    .locator('button, input[type="range"], label span, summary')
    .evaluateAll((controls) =>
      controls
        .filter((control) => !control.matches('.depth-dial span'))
        .map((control) => [control.outerHTML.slice(0, 60), control.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 24),
    );
  expect(small).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and shows the two networks as they come', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How deep can a message go?');
    await expect(page.locator('svg.deep:visible')).toHaveCount(1);
    await expect(page.locator('.depth-layers tbody tr:visible')).toHaveCount(16);
    await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
    await page.goto('/#training-depth');
    const section = page.locator('#training-depth');
    await section.locator('.lab-poster').scrollIntoViewIfNeeded();
    await expect(section.frameLocator('iframe').locator('svg.deep:visible')).toHaveCount(1);
    await expect(section.locator('button:visible, input:visible')).toHaveCount(0);
    await expect(section.getByRole('link', { name: 'with more room' })).toBeVisible();
  });
});
