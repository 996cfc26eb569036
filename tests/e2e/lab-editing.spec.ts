import { engineOf } from '../truth/engine.ts';
import { OWN, PARAMETERS, type Setting } from '../truth/setting.ts';
import { expectedAt, openLab, press, shownIn } from './lab.ts';
import { expect, test } from './test.ts';

test.describe('editing', () => {
  test('typed numbers, dials and cells set the network; undo and redo go through them', async ({ page }) => {
    const lab = await openLab(page);
    await press(lab, 'Forward');
    const field = lab.getByLabel('input 1', { exact: true });
    await field.fill('−1,25');
    await field.press('Enter');
    await expect(field).toHaveValue('−1.25');
    await lab.getByLabel('the target, dial').fill('0.5');
    await lab.getByLabel('the learning rate', { exact: true }).fill('2');
    await lab.getByLabel('the learning rate', { exact: true }).press('Tab');
    const cell = lab.locator('.parameters').getByLabel('the bias of hidden unit 2', { exact: true });
    await cell.fill('0.75');
    await cell.press('Enter');
    const theta = OWN.theta.with(PARAMETERS.indexOf('b.1.2'), 0.75);
    const settings: Setting = { ...OWN, x: [-1.25, 0.2], y: 0.5, eta: 2, theta };
    expect(await shownIn(lab)).toEqual(expectedAt(settings, 'forward'));
    await expect(page.locator('#forward-inputs [data-prose][data-q="x.1"]').first()).toHaveText('−1.25');

    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'forward'));
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+z');
    expect(await shownIn(lab)).toEqual(expectedAt(settings, 'forward'));
  });

  test('nonsense is kept as it was typed, with the reason, and changes nothing', async ({ page }) => {
    const lab = await openLab(page);
    const field = lab.getByLabel('the weight into hidden unit 1 from input 1, value', { exact: true });
    for (const typed of ['abc', '', '21', '0x1']) {
      await field.fill(typed);
      await field.press('Enter');
      await expect(field).toHaveValue(typed);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(lab.getByRole('alert')).toHaveText(
        `Expected a number from −20 to 20, found ${typed === '' ? 'nothing' : `“${typed}”`}.`,
      );
    }
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'ready'));
    await field.press('Escape');
    await expect(field).toHaveValue('0.50');
    await expect(lab.getByRole('alert')).toHaveCount(0);
  });

  test('what was typed over another number does not come back when that number does', async ({ page }) => {
    const lab = await openLab(page);
    const field = lab.getByLabel('input 1', { exact: true });
    await field.fill('abc');
    await field.press('Enter');
    await expect(lab.getByRole('alert')).toHaveCount(1);
    await lab.getByLabel('input 1, dial').fill('1');
    await expect(field).toHaveValue('1.00');
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('0.80');
    await expect(lab.getByRole('alert')).toHaveCount(0);
  });

  test('leaving a field untouched does not round the number in it', async ({ page }) => {
    const theta = OWN.theta.with(0, 0.123456789);
    const lab = await openLab(page, { theta });
    const field = lab.locator('.parameters input').first();
    await expect(field).toHaveValue('0.1235');
    await field.focus();
    await field.press('Tab');
    expect((await shownIn(lab))['w.1.1.1']).toBe(0.123456789);
  });

  test('an answer left open at an update lets the page go on to a new start', async ({ page }) => {
    const lab = await openLab(page);
    await press(lab, 'Training step');
    await lab.locator('.nodes [data-q="yhat"]').click();
    await expect(page.locator('.inspector .foot')).toContainText('at training step 0');
    await lab.getByLabel('the weight into hidden unit 1 from input 1, value, dial').fill('1');
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\?v=1&theta=1,-0\.26[^&]*#passes-lab$/);
  });

  test('after training, the parameters shown become the new start', async ({ page }) => {
    const lab = await openLab(page, { step: 4 });
    await expect(lab.locator('.later')).toContainText('the new start at step 0');
    const cell = lab.locator('.parameters').getByLabel('the bias of the output unit', { exact: true });
    await cell.fill('0');
    await cell.press('Enter');
    const theta = engineOf(OWN).momentAt(4).theta.with(12, 0);
    expect(await shownIn(lab)).toEqual(expectedAt({ ...OWN, theta }, 'ready'));
    await expect(lab.locator('.later')).toContainText('before any update');
  });
});
