import { engineOf } from '../truth/engine.ts';
import { OWN } from '../truth/setting.ts';
import { expect, test, type Page } from './test.ts';
import { frames, idle, open } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const score = (page: Page) => page.locator('.toy .score');
const setting = (page: Page, id: string) => page.locator(`.toy .setting[data-q="${id}"]`);
const loss = (page: Page) => page.locator('.toy svg:visible [data-q="loss"]').first();
const button = (page: Page, name: string) => page.locator('.toy').getByRole('button', { name, exact: true });

/** Where a line of the network can be taken hold of. */
const on = (page: Page, id: string) =>
  page.locator(`.toy svg:visible [data-hit="${id}"]`).evaluate((line) => {
    const path = line as SVGPathElement;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
    return { x: at.x, y: at.y };
  });

test('a line dragged upwards raises its number, lights its dial, and helps one morning at the other’s cost', async ({
  page,
}) => {
  await open(page, '/');
  const { x, y } = await on(page, 'w.2.1.2');
  await page.mouse.move(x, y);
  await expect(page.locator('.toy label.lit')).toContainText('w₂');
  await page.mouse.down();
  await page.mouse.move(x, y + 50, { steps: 4 });
  await page.mouse.up();
  await expect(setting(page, 'w.2.1.2')).toHaveText('−1.00');
  await page.mouse.move(5, 5);
  await expect(page.locator('.toy label.lit')).toContainText('w₂');
  const words = page.locator('.toy svg:visible text').filter({ hasText: /^(better|worse)$/ });
  await expect(words).toHaveText(['worse', 'better']);
  await expect(score(page)).toContainText('1 move, 0.6 of turning');
  await expect(page).toHaveURL(/top\.turns=10,-1$/);
  await button(page, 'Take back').click();
  await expect(setting(page, 'w.2.1.2')).toHaveText('−0.40');
  await expect(page).not.toHaveURL(/top/);
});

test('a dial turns by a drag upwards and by the arrow keys, and the keys leave the page where it is', async ({
  page,
}) => {
  await open(page, '/');
  const dial = page.locator('.toy').getByRole('slider', { name: 'the bias of the output unit' });
  const { x, y, width, height } = (await dial.boundingBox())!;
  await page.mouse.move(x + width * 0.9, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await expect(setting(page, 'b.2.1')).toHaveText('−0.20');
  await page.mouse.down();
  await page.mouse.move(x + width * 0.9, y + height / 2 - 40, { steps: 4 });
  await page.mouse.up();
  await expect(setting(page, 'b.2.1')).toHaveText('0.80');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(setting(page, 'b.2.1')).toHaveText('0.90');
  await expect(score(page)).toContainText('1 move, 1.1 of turning');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('the machine is under the goal after seven sweeps, and can be read on with', async ({ page }) => {
  await open(page, '/');
  await button(page, 'Let the machine try').click();
  await expect(score(page)).toContainText('7 sweeps, 11.6 of turning, and a loss of 0.0622', {
    timeout: 30_000,
  });
  await expect(loss(page)).toHaveText('0.0622');
  await expect(page).toHaveURL(/top\.sweeps=7/);
  await page.locator('.toy').getByRole('link', { name: 'Read on with this network' }).click();
  await expect(page).toHaveURL(/theta=.*#concept$/);
  const theta = await page.evaluate(() => new URLSearchParams(location.search).get('theta')?.split(','));
  const machine = engineOf(OWN).in('opening').momentAt(7).theta;
  // The last digits of a sigmoid are the browser's own.
  expect(theta?.map(Number)).toEqual(machine.map((value) => expect.closeTo(value, 12) as unknown));
});

test('without motion the machine shows its first arrows, and sweeps when it is told to', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/');
  await button(page, 'Let the machine try').click();
  await expect(score(page)).toContainText('One sweep back through the network');
  await expect(loss(page)).toHaveText('0.6425');
  for (let i = 0; i < 2; i++) await button(page, 'Sweep on').click();
  await frames(page, 60);
  await expect(score(page)).toContainText('2 sweeps, 3.5 of turning so far');
  await button(page, 'Your turn').click();
  await expect(loss(page)).toHaveText('0.6425');
});

test('whoever only scrolls sees it move once, and back; whoever has turned a dial sees it stay', async ({
  page,
}) => {
  await open(page, '/');
  const losses = async (): Promise<readonly string[]> => {
    const told: string[] = [];
    for (const y of [0, 150, 300, 450, 300, 150, 0]) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
      await idle(page);
      told.push((await loss(page).textContent()) ?? '');
    }
    return told;
  };
  const passing = await losses();
  expect(passing[0]).toBe('0.6425');
  expect(passing[3]).toBe('0.0622');
  expect(new Set(passing).size).toBe(4);
  expect(passing.toReversed()).toEqual(passing);
  await page.locator('.toy').getByRole('slider', { name: 'the bias of the output unit' }).fill('0.5');
  expect(new Set(await losses()).size).toBe(1);
});
