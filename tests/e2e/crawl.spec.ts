import { engineOf } from '../truth/engine.ts';
import { linkTo, settingOf } from '../truth/setting.ts';
import { wrongs } from '../truth/wrongs.ts';
import { faultsOf, pressed } from './answers.ts';
import { openLab } from './lab.ts';
import { isLong } from './length.ts';
import { numbersIn, stageOf, toldChapters } from './reading.ts';
import { expect, test } from './test.ts';
import { jump, open, settledStage } from './waiting.ts';

// Networks by link, in a browser: every number of the page is the engine's, and opens an answer that is right as displayed.
// tests/figures/crawl.test.ts does the same for 200 networks without one; what is left for here is how the page joins them.

const NETWORKS = isLong ? 200 : 4;
const CHAPTER = '[data-chapter="passes"]';

// Nothing here is about motion, and drawing it would take longer than all the rest.
test.use({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });

for (let seed = 0; seed < NETWORKS; seed++) {
  const setting = settingOf(seed);
  test(`network ${seed}: the engine’s numbers everywhere, and answers right as displayed`, async ({
    page,
  }) => {
    const engine = engineOf(setting);
    const lab = await openLab(page, setting, 'inputs');
    await expect(lab.locator('.phase')).toHaveText('Backward: the inputs, done');
    const inLab = await numbersIn(lab, '[data-q]:not(input)');
    expect(inLab.length).toBeGreaterThan(100);
    expect(wrongs(inLab, engine, setting.step)).toEqual([]);

    // Every scene of one chapter after the other, from network to network.
    const { id: chapter, scenes } = toldChapters[seed % toldChapters.length]!;
    for (const { id } of scenes) {
      await jump(page, id);
      await settledStage(page, chapter);
      const stage = stageOf(page, chapter);
      const step = Number(await stage.getAttribute('data-step'));
      const numbers = await numbersIn(stage);
      // While parameters move, some are those of the next step already: the update has its own test.
      const still = id === 'update-step' ? numbers.filter(({ q }) => !/^[wb]\./.test(q)) : numbers;
      expect(wrongs(still, engine, step), id).toEqual([]);
    }

    await jump(page, 'backward-all');
    await settledStage(page, 'passes');
    const onStage = await numbersIn(stageOf(page, 'passes'));
    // All 13 parameters and gradients, every z, a and ∂L/∂ of them.
    const known = onStage.filter(({ value }) => value !== undefined);
    expect(new Set(known.map(({ q }) => q)).size).toBeGreaterThan(50);
    expect(wrongs(onStage, engine, setting.step)).toEqual([]);
    const prose = await numbersIn(page.locator('main'), '[data-prose][data-q]');
    expect(prose.length).toBeGreaterThan(150);
    expect(wrongs(prose, engine, setting.step)).toEqual([]);
    const opening = await numbersIn(page.locator('.hero .toy'));
    expect(opening.filter(({ value }) => value !== undefined).length).toBeGreaterThan(26);
    expect(wrongs(opening, engine, setting.step)).toEqual([]);

    await expect(page.locator(`${CHAPTER} .step [data-askable]`).first()).toBeAttached();
    await page
      .locator(`${CHAPTER} details`)
      .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
    const numbers = `${CHAPTER} [data-q][data-value]:not([data-words], input)`;
    const answers = await pressed(page, numbers, { once: true });
    expect(answers.map(({ of }) => of)).toEqual(expect.arrayContaining([...engine.at(setting.step).keys()]));
    expect(faultsOf(answers)).toEqual([]);
  });
}

test('in a narrow window every number is the engine’s too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const setting = settingOf(26);
  await open(page, linkTo(setting, '#backward-all'));
  await settledStage(page, 'passes');
  const numbers = await numbersIn(stageOf(page, 'passes'));
  expect(numbers.length).toBeGreaterThan(20);
  expect(wrongs(numbers, engineOf(setting), setting.step)).toEqual([]);
});
