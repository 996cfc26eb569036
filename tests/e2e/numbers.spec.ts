import { expect, test, type Page } from '@playwright/test';
import { numbersIn, stageOf, toldChapters } from './reading.ts';
import { engineOf, linkTo, OWN, settingOf, type Setting } from './setting.ts';
import { open, settledStage } from './waiting.ts';
import { wrongs } from './wrongs.ts';

const check = async (page: Page, setting: Setting): Promise<void> => {
  const engine = engineOf(setting);
  await open(page, linkTo(setting, '#backward-all'));
  await settledStage(page, 'passes');
  const prose = await numbersIn(page.locator('main'), '[data-prose]');
  expect(prose.length).toBeGreaterThan(150);
  expect(wrongs(prose, engine, setting.step)).toEqual([]);
  const hero = await numbersIn(page.locator('.hero .toy'));
  expect(hero.filter(({ value }) => value !== undefined).length).toBeGreaterThan(26);
  expect(wrongs(hero, engine, setting.step)).toEqual([]);
  const stage = stageOf(page, 'passes');
  const step = Number(await stage.getAttribute('data-step'));
  expect(step).toBe(setting.step);
  const numbers = await numbersIn(stage);
  // All 13 parameters and gradients, every z, a and ∂L/∂ of them.
  expect(new Set(numbers.filter(({ value }) => value !== undefined).map(({ q }) => q)).size).toBeGreaterThan(
    50,
  );
  expect(wrongs(numbers, engine, step)).toEqual([]);
};

test.describe('every number is the network’s own', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  for (const seeds of [
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11],
    [12, 13, 14, 15, 16, 17],
    [18, 19, 20, 21, 22, 23, 24],
  ]) {
    test(`for networks ${seeds[0]} to ${seeds.at(-1)} of those set by link`, async ({ page }) => {
      for (const seed of seeds) {
        await test.step(linkTo(settingOf(seed)), () => check(page, settingOf(seed)));
      }
    });
  }

  for (const { id: chapter, scenes } of toldChapters) {
    test(`on the stage of ${chapter}, at every scene`, async ({ page }) => {
      const setting = settingOf(5);
      const engine = engineOf(setting);
      await open(page, linkTo(setting));
      for (const { id } of scenes) {
        await page.evaluate((hash) => (location.hash = hash), id);
        await settledStage(page, chapter);
        const stage = stageOf(page, chapter);
        const step = Number(await stage.getAttribute('data-step'));
        const numbers = await numbersIn(stage);
        // While parameters move, some are those of the next step already: the update has its own test.
        const still = id === 'update-step' ? numbers.filter(({ q }) => !/^[wb]\./.test(q)) : numbers;
        expect(wrongs(still, engine, step), id).toEqual([]);
      }
    });
  }
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test('every number is the network’s own', async ({ page }) => {
    const setting = settingOf(26);
    const engine = engineOf(setting);
    await open(page, linkTo(setting, '#backward-all'));
    await settledStage(page, 'passes');
    const numbers = await numbersIn(stageOf(page, 'passes'));
    expect(numbers.length).toBeGreaterThan(20);
    expect(wrongs(numbers, engine, setting.step)).toEqual([]);
  });
});

test.describe('what has not been computed', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test('is a dash and carries no value; a zero is 0 and does', async ({ page }) => {
    await open(page, '/#forward-inputs');
    await settledStage(page, 'passes');
    const before = await numbersIn(stageOf(page, 'passes'));
    const unknown = before.filter(({ value }) => value === undefined);
    expect(unknown.map(({ q }) => q)).toEqual(
      expect.arrayContaining(['z.1.1', 'a.1.3', 'yhat', 'loss', 'dw.1.1.1', 'db.2.1']),
    );
    for (const { q, text } of unknown) expect(text, q).toBe('—');
    await page.evaluate(() => (location.hash = 'backward-all'));
    await settledStage(page, 'passes');
    const after = await numbersIn(stageOf(page, 'passes'));
    const zeros = after.filter(({ value, isWords }) => value === 0 && !isWords);
    expect(zeros.map(({ q }) => q)).toEqual(
      expect.arrayContaining(['a.1.3', 'dz.1.3', 'dw.1.3.1', 'dw.1.3.2', 'db.1.3', 'dw.2.1.3']),
    );
    for (const { q, text } of zeros) expect(text, q).toBe('0');
  });

  test('the reader of this test notices a wrong number', () => {
    const engine = engineOf(OWN);
    const shown = { q: 'loss', at: undefined, value: 0.6831971, text: '0.6832', isWords: false };
    expect(wrongs([shown], engine, 0)).toHaveLength(1);
    const value = engine.valueOf('loss', 0)!;
    expect(wrongs([{ ...shown, value }], engine, 0)).toEqual([]);
    expect(wrongs([{ ...shown, value, text: '0.6842' }], engine, 0)).toHaveLength(1);
    expect(wrongs([{ ...shown, value: undefined, text: '0' }], engine, 0)).toHaveLength(1);
  });
});
