import { expect, test } from '@playwright/test';
import { faultsOf, pressed } from './answers.ts';
import { numbersIn } from './reading.ts';
import { engineOf, linkTo, settingOf } from './setting.ts';
import { labAwake, open, settledStage } from './waiting.ts';
import { wrongs } from './wrongs.ts';

// 200 networks by link: every number of chapter 2 is the engine's, and opens an answer that is right as displayed.

const NETWORKS = 200;
const PARTS = 4;
const CHAPTER = '[data-chapter="passes"]';

// Nothing here is about motion, and drawing it would take longer than all the rest.
test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

for (let part = 0; part < PARTS; part++) {
  const seeds = Array.from({ length: NETWORKS / PARTS }, (_, i) => (part * NETWORKS) / PARTS + i);
  test(`networks ${seeds[0]} to ${seeds.at(-1)}: the engine’s numbers, right as displayed`, async ({
    page,
  }) => {
    test.setTimeout(400_000);
    for (const seed of seeds) {
      const setting = settingOf(seed);
      const link = linkTo(setting, '&phase=inputs#passes-lab');
      const engine = engineOf(setting);
      await open(page, link);
      await labAwake(page);
      await expect(page.locator('.lab .phase')).toHaveText('Backward: the inputs, done');
      const inLab = await numbersIn(page.locator('.lab'), '[data-q]:not(input)');
      expect(inLab.length, link).toBeGreaterThan(100);
      expect(wrongs(inLab, engine, setting.step), link).toEqual([]);

      await page.evaluate(() => (location.hash = 'backward-all'));
      await expect(page.locator(`${CHAPTER} .step [data-askable]`).first()).toBeAttached();
      await settledStage(page, 'passes');
      const beside = await numbersIn(page.locator(`${CHAPTER} > .columns`));
      expect(beside.length, link).toBeGreaterThan(200);
      expect(wrongs(beside, engine, setting.step), link).toEqual([]);
      await page
        .locator(`${CHAPTER} details`)
        .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      const numbers = `${CHAPTER} [data-q][data-value]:not([data-words], input)`;
      const answers = await pressed(page, numbers, { once: true });
      expect(
        answers.map(({ of }) => of),
        link,
      ).toEqual(expect.arrayContaining([...engine.at(setting.step).keys()]));
      expect(faultsOf(answers), link).toEqual([]);
    }
  });
}
