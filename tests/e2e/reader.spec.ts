import { engineOf } from '../truth/engine.ts';
import { linkTo, OWN, settingOf } from '../truth/setting.ts';
import { wrongs } from '../truth/wrongs.ts';
import { numbersIn, stageOf } from './reading.ts';
import { expect, test, type Page } from './test.ts';
import { jump, labAwake, open, settledStage } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const dial = (page: Page, name: string) => page.locator('.toy').getByRole('slider', { name, exact: true });
const score = (page: Page) => page.locator('.toy .score');

test('a guess opens the answer and says whether it was right', async ({ page }) => {
  await open(page, '/#backward-start');
  const question = page.locator('#backward-start .predict');
  await question.getByText('it rises', { exact: true }).click();
  await expect(question.locator('details')).toHaveAttribute('open', '');
  await expect(question.locator('.verdict')).toHaveText(/You said “it rises”\. It is:\s+it falls/);
  await question.getByText('it falls', { exact: true }).first().click();
  await expect(question.locator('.verdict')).toHaveText(/You said so, and it is so:\s+it falls/);
});

test('the verdict is that of the reader’s own numbers', async ({ page }) => {
  const setting = { ...OWN, y: 0 };
  expect(engineOf(setting).valueOf('dyhat', 0)).toBeGreaterThan(0);
  await open(page, linkTo(setting, '#backward-start'));
  const question = page.locator('#backward-start .predict');
  await question.getByText('it rises', { exact: true }).first().click();
  await expect(question.locator('.verdict')).toHaveText(/You said so, and it is so:\s+it rises/);
});

test('the dials of the opening turn a network of its own: the essay’s numbers stay', async ({ page }) => {
  const setting = { ...OWN, eta: 0.25, step: 2 };
  await open(page, linkTo(setting));
  await dial(page, 'the bias of the output unit').fill('0.5');
  await expect(page).toHaveURL(/top\.turns=12,0\.5/);
  await expect(page).not.toHaveURL(/theta=/);
  const prose = await numbersIn(page.locator('main'), '.chapter [data-prose][data-q]');
  expect(prose.length).toBeGreaterThan(50);
  expect(wrongs(prose, engineOf(setting), 2)).toEqual([]);
});

test('a dial turned too little to mean another number stands where its number is', async ({ page }) => {
  await open(page, '/');
  const slider = dial(page, 'the bias of the output unit');
  await slider.fill('-0.203');
  await expect(slider).toHaveValue('-0.2');
  await slider.fill('-0.347');
  await expect(slider).toHaveValue('-0.35');
  await expect(page.locator('.toy .setting').last()).toHaveText('−0.35');
});

test('turning the dials of the opening until the loss is under the goal is a win, and is remembered', async ({
  page,
}) => {
  await open(page, '/');
  await expect(score(page)).toContainText('Get the mean loss under 0.10');
  const turns = [
    ['the weight into the output unit from hidden unit 3', '-2.25'],
    ['the weight into hidden unit 1 from input 1', '2.25'],
    ['the weight into hidden unit 3 from input 2', '1'],
    ['the weight into hidden unit 3 from input 2', '1.4'],
    ['the weight into the output unit from hidden unit 1', '2.25'],
  ] as const;
  for (const [name, to] of turns) {
    await expect(score(page).locator('strong')).not.toContainText(/^Under/);
    await dial(page, name).fill(to);
  }
  await expect(score(page)).toContainText('Under 0.10 in 4 moves');
  await page.locator('.toy').getByRole('button', { name: 'Start again' }).click();
  await expect(score(page)).toContainText('Your best here: 0.0525 in 4 moves.');
  await open(page, '/');
  await page.locator('.toy').getByRole('button', { name: 'Back to your best' }).click();
  await expect(score(page)).toContainText('Under 0.10 in 4 moves');
});

test('a change can be undone, redone and put back, and the address follows', async ({ page }) => {
  await open(page, '/');
  const bar = page.locator('.reader .changed');
  await expect(bar).toHaveCount(0);
  const cell = async (name: string, to: string) => {
    const field = page.locator('.lab .parameters').getByLabel(name, { exact: true });
    await field.fill(to);
    await field.press('Enter');
  };
  await jump(page, 'passes-lab');
  await labAwake(page);
  await cell('the bias of the output unit', '1');
  await cell('the bias of hidden unit 1', '0.5');
  await expect(bar).toContainText('b₁');
  const query = () =>
    page.evaluate(() => new URLSearchParams(location.search).get('theta')?.split(',').map(Number));
  await expect.poll(query).toEqual(OWN.theta.with(12, 1).with(6, 0.5));
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(query).toEqual(OWN.theta.with(12, 1));
  await bar.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(query).toEqual(OWN.theta.with(12, 1).with(6, 0.5));
  await bar.getByRole('button', { name: 'Reset' }).click();
  await expect(bar).toHaveCount(0);
  await expect.poll(query).toBeUndefined();
  await expect(page.locator('.chapter [data-prose][data-q="yhat"][data-as="percent"]').first()).toHaveText(
    '50.5\u00a0%',
  );
});

test('the address is written when the page has come to rest, not while it is scrolled', async ({ page }) => {
  await page.addInitScript(() => {
    /** How long after the last scroll each address was written, in ms. */
    const waits: number[] = [];
    let lastScroll = 0;
    addEventListener('scroll', () => (lastScroll = performance.now()), { capture: true });
    const replace = history.replaceState.bind(history);
    history.replaceState = (...written) => {
      waits.push(performance.now() - lastScroll);
      replace(...written);
    };
    Object.assign(window, { waits });
  });
  await open(page, '/');
  await page.evaluate(async () => {
    // Past several scenes, for much longer than an address waits.
    const end = performance.now() + 1500;
    while (performance.now() < end) {
      scrollBy({ top: 60, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(done));
    }
  });
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#[a-z-]+$/);
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
  expect(Math.min(...waits)).toBeGreaterThan(300);
});

test('a link that was shared shows the same again', async ({ page, context }) => {
  const setting = settingOf(9);
  await open(page, linkTo(setting, '#backward-share'));
  const shown = await settledStage(page, 'passes');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#backward-share');
  const other = await context.newPage();
  await other.setViewportSize({ width: 1440, height: 900 });
  await open(other, page.url());
  expect(await settledStage(other, 'passes')).toBe(shown);
});

test('a parameter chosen by the reader is the one that is nudged and unrolled', async ({ page }) => {
  await open(page, '/#chain-one-path');
  await settledStage(page, 'chain-rule');
  const picker = page.locator('#chain-one-path .picker');
  await picker.scrollIntoViewIfNeeded();
  await expect(page.locator('#chain-one-path astro-island:not([ssr]) .picker')).toBeAttached();
  await picker.getByText('w₂₂', { exact: true }).click();
  const engine = engineOf(OWN);
  await expect(page.locator('#chain-one-path [data-q="dparam"]').last()).toHaveAttribute(
    'data-value',
    String(engine.valueOf('dw.1.2.2', 0)),
  );
  await expect(stageOf(page, 'chain-rule').locator('.equation math').first()).toContainText('22');
});

test('the rail shows where the reader is, and jumps', async ({ page }) => {
  await open(page, '/');
  await expect(page.locator('.rail [aria-current]')).toHaveAttribute('href', '#top');
  await page.locator('.rail a[href="#passes"]').click();
  await expect(page.locator('.rail [aria-current]')).toHaveAttribute('href', '#passes');
  await page.locator('.rail a[href="#backward-gate"]').click();
  await expect(page.locator('.rail [aria-current]')).toHaveAttribute('href', '#backward-gate');
  await expect(page.locator('#backward-gate h3')).toBeInViewport();
});
