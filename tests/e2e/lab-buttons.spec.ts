import { randomFrom } from '../../src/engine/index.ts';
import { OWN, PARAMETERS, type Setting } from '../truth/setting.ts';
import { expectedAt, openLab, PHASES, press, shownIn } from './lab.ts';
import { isLong } from './length.ts';
import { expect, test } from './test.ts';

test.describe('the buttons', () => {
  test('Forward runs forward; Backward step goes back one layer at a press; Reset wipes', async ({
    page,
  }) => {
    const lab = await openLab(page);
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await press(lab, 'Forward');
    await expect(lab.locator('.phase')).toHaveText('Forward pass, done');
    for (const { title } of PHASES.slice(2)) {
      await press(lab, 'Backward step');
      await expect(lab.locator('.phase')).toHaveText(title);
    }
    await expect(lab.getByRole('button', { name: 'Backward step' })).toHaveAttribute('aria-disabled', 'true');
    await press(lab, 'Reset');
    await expect(lab.locator('.phase')).toHaveText('Ready');
    expect(await shownIn(lab)).toEqual(expectedAt(OWN, 'ready'));
    // From there, it runs forward first.
    await press(lab, 'Backward step');
    await expect(lab.locator('.phase')).toHaveText('Forward pass, done');
  });

  test('Training step moves the whole page on by one, and says what became of the loss', async ({ page }) => {
    const lab = await openLab(page);
    await press(lab, 'Training step');
    await expect(lab.locator('.saying')).toContainText(
      'The loss was 0.6832; with the new parameters it is 0.4303',
    );
    await expect(page.locator('#forward-loss [data-prose][data-q="loss"]').first()).toHaveText('0.4303');
    await press(lab, 'Reset');
    await expect(page).toHaveURL(/step=1/);
  });

  test('Auto goes on by itself until it is paused, also without motion, and pauses out of sight', async ({
    page,
  }) => {
    const lab = await openLab(page);
    await lab.getByLabel('speed of Auto').fill('6');
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page.emulateMedia({ reducedMotion });
      const bias = (await shownIn(lab))['b.2.1'];
      await press(lab, 'Auto');
      await expect(page).toHaveURL(/step=[1-9]/, { timeout: 20_000 });
      // The address is written later: that a training step was made is seen by what it moves.
      await expect.poll(async () => (await shownIn(lab))['b.2.1']).not.toBe(bias);
      await press(lab, 'Pause');
      const before = await shownIn(lab);
      await page.waitForTimeout(300);
      expect(await shownIn(lab)).toEqual(before);
    }
    await press(lab, 'Auto');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(lab.locator('.auto')).toHaveText('Auto');
  });

  test('Reset to the essay’s network puts the settings back', async ({ page }) => {
    const lab = await openLab(page, { x: [1, 1], step: 3, param: 'b.1.2' });
    await press(lab, 'Reset to the essay’s network');
    await expect(lab.getByLabel('input 1', { exact: true })).toHaveValue('0.80');
    await expect(page).toHaveURL(/\?v=1&param=b\.1\.2#passes-lab$/);
  });
});

test('the tables equal the engine, in every phase', async ({ page }) => {
  const random = randomFrom(4);
  for (let round = 0; round < (isLong ? 8 : 2); round++) {
    const number = (size: number): number => Math.round((random() * 2 - 1) * size * 1e4) / 1e4;
    const setting: Setting = {
      x: [number(5), number(5)],
      y: round % 3 === 0 ? 1 : round % 3 === 1 ? 0 : Math.round(random() * 100) / 100,
      theta: PARAMETERS.map(() => number(2)),
      eta: Math.round(random() * 1e3) / 1e3,
      step: round % 4,
      param: PARAMETERS[round % PARAMETERS.length]!,
    };
    const lab = await openLab(page, setting);
    expect(await shownIn(lab)).toEqual(expectedAt(setting, 'ready'));
    for (const { name } of PHASES.slice(1)) {
      await press(lab, 'Backward step');
      expect(await shownIn(lab), name).toEqual(expectedAt(setting, name));
    }
    await press(lab, 'Training step');
    expect(await shownIn(lab)).toEqual(expectedAt({ ...setting, step: setting.step + 1 }, 'updated'));
  }
});
