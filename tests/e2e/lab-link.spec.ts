import { OWN } from '../truth/setting.ts';
import { isLong } from './length.ts';
import { expectedAt, openLab, PHASES, press, shownIn } from './lab.ts';
import { expect, test } from './test.ts';
import { labAwake, open } from './waiting.ts';

test.describe('the phase in the address', () => {
  test('every stage is in the link, and a reload shows it again', async ({ page }) => {
    const lab = await openLab(page);
    for (const { name } of PHASES.slice(1)) {
      await press(lab, 'Backward step');
      await expect(page).toHaveURL(new RegExp(`\\?v=1&phase=${name}#passes-lab$`));
    }
    await press(lab, 'Training step');
    await expect(page).toHaveURL(/\?v=1&step=1&phase=updated#passes-lab$/);
    await page.reload();
    await expect(lab.locator('.phase')).toHaveText('Updated: training step 1 is done');
    await labAwake(page);
    expect(await shownIn(lab)).toEqual(expectedAt({ ...OWN, step: 1 }, 'updated'));
    await press(lab, 'Reset');
    await expect(page).toHaveURL(/\?v=1&step=1#passes-lab$/);
  });

  test('a link shows the phase that it names; what it cannot name is said and left out', async ({ page }) => {
    // That a link names every phase, the test before this tells; each load of the page shows one.
    const named = isLong ? PHASES.map(({ name }) => name) : ['ready', 'output', 'inputs'];
    for (const phase of [...named, 'updated']) {
      const lab = await openLab(page, { step: 2 }, phase);
      expect(await shownIn(lab), phase).toEqual(expectedAt({ ...OWN, step: 2 }, phase));
    }
    await open(page, '/?v=1&phase=sideways#passes-lab');
    await expect(page.getByText('phase was ignored: expected one of ready, forward')).toBeVisible();
    await expect(page.locator('.lab .phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\/#passes-lab$/);
  });

  test('Auto paused within a stage leaves the last whole one in the link', async ({ page }) => {
    const lab = await openLab(page);
    await press(lab, 'Forward');
    await lab.getByLabel('speed of Auto').fill('0');
    await press(lab, 'Auto');
    await expect(lab.locator('.saying')).toContainText('Computing');
    await press(lab, 'Pause');
    await expect(lab.locator('.saying')).toContainText('Backward: the output unit Computing');
    await expect(page).toHaveURL(/phase=forward#passes-lab$/);
    await page.reload();
    await expect(lab.locator('.phase')).toHaveText('Forward pass, done');
  });

  test('undo takes back numbers and leaves the phase, in the lab and in the link', async ({ page }) => {
    const lab = await openLab(page);
    await press(lab, 'Training step');
    await press(lab, 'Forward');
    await page.keyboard.press('Control+z');
    await expect(page).toHaveURL(/\?v=1&phase=forward#passes-lab$/);
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'forward'));
    await page.keyboard.press('Control+Shift+z');
    await press(lab, 'Training step');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    // No update to show at step 0, and none to tell of in the link.
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\/#passes-lab$/);
    await page.reload();
    await labAwake(page);
    await expect(lab.locator('.phase')).toHaveText('Ready');
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'updated'));
  });
});

test('Link to this state copies the address, or shows it where the clipboard refuses', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, { eta: 1.5 });
  await press(lab, 'Link to this state');
  await expect(lab.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/\?v=1&eta=1\.5#passes-lab$/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await press(lab, 'Link to this state');
  const field = lab.getByLabel('This browser does not let a page copy');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(copied);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(copied);
});
