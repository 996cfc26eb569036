import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { quantities, randomFrom } from '../../src/engine/index.ts';
import { exampleOf, DEFAULTS, networkOf, PARAMETERS, type Settings } from '../../src/story/essay.ts';
import { frameOf } from '../../src/story/frame.ts';
import { labDials, NODES } from '../../src/story/lab.ts';
import { queryOf } from '../../src/story/permalink.ts';
import { endOf, PHASES, playheadOf, STAGES, UPDATED } from '../../src/story/phase.ts';
import { runOf } from '../../src/story/run.ts';
import { labAwake } from './waiting.ts';

const messages: string[] = [];
test.beforeEach(({ page }) => {
  messages.length = 0;
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
});
test.afterEach(() => expect(messages).toEqual([]));

const open = async (page: Page, settings: Partial<Settings> = {}): Promise<Locator> => {
  await page.goto(`/${queryOf({ ...DEFAULTS, ...settings })}#passes-lab`);
  await labAwake(page);
  return page.locator('.lab');
};
const press = (lab: Locator, name: string) => lab.getByRole('button', { name, exact: true }).click();

/** What the tables say: every quantity with its full value, undefined where it is not computed. */
const shownIn = async (lab: Locator): Promise<Map<string, number | undefined>> =>
  new Map(
    await lab
      .locator('.lab-tables [data-q]')
      .evaluateAll((cells) =>
        cells.map((cell): [string, number | undefined] => [
          cell.getAttribute('data-q') ?? '',
          cell.hasAttribute('data-value') ? Number(cell.getAttribute('data-value')) : undefined,
        ]),
      ),
  );
const expectedAt = (settings: Settings, playhead: number): Map<string, number | undefined> => {
  const { known } = frameOf(runOf(settings), labDials(playhead, settings.step));
  const ids = [
    ...NODES.flatMap(({ id, gradient }) => [id, ...(gradient ? [gradient] : [])]),
    ...PARAMETERS.flatMap((id) => [id, `d${id}`]),
  ];
  return new Map(ids.map((id) => [id, known.get(id)]));
};

test.describe('the buttons', () => {
  test('Forward runs forward; Backward step goes back one layer at a press; Reset wipes', async ({
    page,
  }) => {
    const lab = await open(page);
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await press(lab, 'Forward');
    await expect(lab.locator('.phase')).toHaveText('Forward pass, done');
    for (const { title } of STAGES.slice(2)) {
      await press(lab, 'Backward step');
      await expect(lab.locator('.phase')).toHaveText(`${title}, done`);
    }
    await expect(lab.getByRole('button', { name: 'Backward step' })).toHaveAttribute('aria-disabled', 'true');
    await press(lab, 'Reset');
    await expect(lab.locator('.phase')).toHaveText('Ready');
    expect((await shownIn(lab)).get('loss')).toBeUndefined();
  });

  test('Backward step from ready runs forward first', async ({ page }) => {
    const lab = await open(page);
    await press(lab, 'Backward step');
    await expect(lab.locator('.phase')).toHaveText('Forward pass, done');
  });

  test('Training step moves the whole page on by one, and says what became of the loss', async ({ page }) => {
    const lab = await open(page);
    await press(lab, 'Training step');
    await expect(lab.locator('.saying')).toContainText(
      'The loss was 0.6832; with the new parameters it is 0.4303',
    );
    await expect(page.locator('#forward-loss [data-prose][data-q="loss"]').first()).toHaveText('0.4303');
    await press(lab, 'Reset');
    await expect(page).toHaveURL(/step=1/);
  });

  test('Auto goes on by itself until it is paused, also without motion', async ({ page }) => {
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page.emulateMedia({ reducedMotion });
      const lab = await open(page);
      await lab.getByLabel('speed of Auto').fill('6');
      await press(lab, 'Auto');
      await expect(page).toHaveURL(/step=[1-9]/, { timeout: 20_000 });
      await press(lab, 'Pause');
      const before = await shownIn(lab);
      await page.waitForTimeout(300);
      expect(await shownIn(lab)).toEqual(before);
    }
  });

  test('Auto pauses out of sight', async ({ page }) => {
    const lab = await open(page);
    await press(lab, 'Auto');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(lab.locator('.auto')).toHaveText('Auto');
  });

  test('Reset to the essay’s network puts the settings back', async ({ page }) => {
    const lab = await open(page, { x: [1, 1], step: 3, param: 'b.1.2' });
    await press(lab, 'Reset to the essay’s network');
    await expect(lab.getByLabel('input 1', { exact: true })).toHaveValue('0.80');
    await expect(page).toHaveURL(/\?v=1&param=b\.1\.2#passes-lab$/);
  });
});

test('the tables equal the engine for random networks, in every phase', async ({ page }) => {
  test.slow();
  const random = randomFrom(4);
  for (let round = 0; round < 8; round++) {
    const number = (size: number): number => Math.round((random() * 2 - 1) * size * 1e4) / 1e4;
    const settings: Settings = {
      x: [number(5), number(5)],
      y: round % 3 === 0 ? 1 : round % 3 === 1 ? 0 : Math.round(random() * 100) / 100,
      theta: PARAMETERS.map(() => number(2)),
      eta: Math.round(random() * 1e3) / 1e3,
      step: round % 4,
      param: PARAMETERS[round % PARAMETERS.length]!,
    };
    const lab = await open(page, settings);
    expect(await shownIn(lab)).toEqual(expectedAt(settings, 0));
    for (const stage of STAGES.slice(1)) {
      await press(lab, 'Backward step');
      expect(await shownIn(lab)).toEqual(expectedAt(settings, endOf(stage)));
    }
    const truth = quantities(networkOf(runOf(settings).thetaAt(settings.step)), exampleOf(settings));
    for (const [id, value] of await shownIn(lab)) expect(value, id).toBe(truth.get(id));
    await press(lab, 'Training step');
    expect(await shownIn(lab)).toEqual(expectedAt({ ...settings, step: settings.step + 1 }, UPDATED));
  }
});

test.describe('the phase in the address', () => {
  test('every stage is in the link, and a reload shows it again', async ({ page }) => {
    const lab = await open(page);
    for (const stage of STAGES.slice(1)) {
      await press(lab, 'Backward step');
      await expect(page).toHaveURL(new RegExp(`\\?v=1&phase=${stage.name}#passes-lab$`));
    }
    await press(lab, 'Training step');
    await expect(page).toHaveURL(/\?v=1&step=1&phase=updated#passes-lab$/);
    await page.reload();
    await expect(lab.locator('.phase')).toHaveText('Updated: training step 1 is done');
    await labAwake(page);
    expect(await shownIn(lab)).toEqual(expectedAt({ ...DEFAULTS, step: 1 }, UPDATED));
    await press(lab, 'Reset');
    await expect(page).toHaveURL(/\?v=1&step=1#passes-lab$/);
  });

  test('a link shows the phase that it names; what it cannot name is said and left out', async ({ page }) => {
    for (const phase of PHASES) {
      await page.goto(`/${queryOf({ ...DEFAULTS, step: 2 }, phase)}#passes-lab`);
      await labAwake(page);
      expect(await shownIn(page.locator('.lab')), phase).toEqual(
        expectedAt({ ...DEFAULTS, step: 2 }, playheadOf(phase)),
      );
    }
    await page.goto('/?v=1&phase=sideways#passes-lab');
    await expect(page.getByText('phase was ignored: expected one of ready, forward')).toBeVisible();
    await expect(page.locator('.lab .phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\/#passes-lab$/);
  });

  test('Auto paused within a stage leaves the last whole one in the link', async ({ page }) => {
    const lab = await open(page);
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
    const lab = await open(page);
    await press(lab, 'Training step');
    await press(lab, 'Forward');
    await page.keyboard.press('Control+z');
    await expect(page).toHaveURL(/\?v=1&phase=forward#passes-lab$/);
    expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, endOf(STAGES[1]!)));
    await page.keyboard.press('Control+Shift+z');
    await press(lab, 'Training step');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    // No update to show at step 0: whatever the link says, it says it of the page too.
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\?v=1&phase=updated#passes-lab$/);
    await page.reload();
    await labAwake(page);
    await expect(lab.locator('.phase')).toHaveText('Ready');
    expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, UPDATED));
  });
});

test.describe('editing', () => {
  test('typed numbers, dials and cells set the network; undo and redo go through them', async ({ page }) => {
    const lab = await open(page);
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
    const theta = DEFAULTS.theta.map((value, i) => (PARAMETERS[i] === 'b.1.2' ? 0.75 : value));
    const settings: Settings = { ...DEFAULTS, x: [-1.25, 0.2], y: 0.5, eta: 2, theta };
    expect(await shownIn(lab)).toEqual(expectedAt(settings, endOf(STAGES[1]!)));
    await expect(page.locator('#forward-inputs [data-prose][data-q="x.1"]').first()).toHaveText('−1.25');

    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
    expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, endOf(STAGES[1]!)));
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+z');
    expect(await shownIn(lab)).toEqual(expectedAt(settings, endOf(STAGES[1]!)));
  });

  test('nonsense is kept as it was typed, with the reason, and changes nothing', async ({ page }) => {
    const lab = await open(page);
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
    expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, 0));
    await field.press('Escape');
    await expect(field).toHaveValue('0.50');
    await expect(lab.getByRole('alert')).toHaveCount(0);
  });

  test('what was typed over another number does not come back when that number does', async ({ page }) => {
    const lab = await open(page);
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
    const theta = DEFAULTS.theta.map((value, i) => (i === 0 ? 0.123456789 : value));
    const lab = await open(page, { theta });
    const field = lab.locator('.parameters input').first();
    await expect(field).toHaveValue('0.1235');
    await field.focus();
    await field.press('Tab');
    expect((await shownIn(lab)).get('w.1.1.1')).toBe(0.123456789);
  });

  test('an answer left open at an update lets the page go on to a new start', async ({ page }) => {
    const lab = await open(page);
    await press(lab, 'Training step');
    await lab.locator('.nodes [data-q="yhat"]').click();
    await expect(page.locator('.inspector .foot')).toContainText('at training step 0');
    await lab.getByLabel('the weight into hidden unit 1 from input 1, value, dial').fill('1');
    await expect(lab.locator('.phase')).toHaveText('Ready');
    await expect(page).toHaveURL(/\?v=1&theta=1,-0\.26.*&phase=updated/);
  });

  test('after training, the parameters shown become the new start', async ({ page }) => {
    const lab = await open(page, { step: 4 });
    await expect(lab.locator('.later')).toContainText('the new start at step 0');
    const cell = lab.locator('.parameters').getByLabel('the bias of the output unit', { exact: true });
    await cell.fill('0');
    await cell.press('Enter');
    const theta = [
      ...runOf({ ...DEFAULTS, step: 4 })
        .thetaAt(4)
        .slice(0, 12),
      0,
    ];
    expect(await shownIn(lab)).toEqual(expectedAt({ ...DEFAULTS, theta }, 0));
    await expect(lab.locator('.later')).toHaveCount(0);
  });
});

test.describe('choosing a parameter', () => {
  test('by its edge, its label, its row or the arrow keys; Enter edits it', async ({ page }) => {
    const lab = await open(page);
    const chain = lab.locator('.chain');
    const edge = lab.locator('[data-hit="w.2.1.3"]');
    const point = await edge.evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.6);
      const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    });
    await page.mouse.click(point.x, point.y);
    await expect(chain).toHaveAttribute('data-chain', 'w.2.1.3');
    for (const id of PARAMETERS) {
      await lab.locator(`[data-pick="${id}"]`).click();
      await expect(chain).toHaveAttribute('data-chain', id);
    }
    await lab.getByRole('button', { name: 'b₃, the bias of hidden unit 3: show its chain' }).click();
    await expect(chain).toHaveAttribute('data-chain', 'b.1.3');
    const chosen = lab.getByRole('radio', { checked: true }).and(lab.locator('[data-pick]'));
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    await expect(chain).toHaveAttribute('data-chain', 'w.2.1.1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(lab.getByLabel('the bias of hidden unit 3, value', { exact: true })).toBeFocused();
  });

  test('it stays through training, and its factors multiply up to its gradient', async ({ page }) => {
    const lab = await open(page, { param: 'w.1.2.1' });
    await lab.getByText('Words', { exact: true }).click();
    await expect(lab.locator('.chain .product td')).toHaveText('not computed yet');
    for (let step = 1; step <= 3; step++) {
      await press(lab, 'Training step');
      await expect(lab.locator('.chain')).toHaveAttribute('data-chain', 'w.1.2.1');
      const run = runOf({ ...DEFAULTS, step });
      const numbers = await lab
        .locator('.chain td [data-q]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
      const gradient = run.quantitiesAt(step - 1).get('dw.1.2.1');
      expect(numbers.at(-1)).toBe(gradient);
      expect(numbers.slice(0, -1).reduce((product, factor) => product * factor, 1)).toBeCloseTo(
        gradient!,
        12,
      );
      await expect(lab.locator('.chain .equation')).toContainText('new');
    }
  });
});

test('both lenses name every row, and more digits show more', async ({ page }) => {
  const lab = await open(page);
  await press(lab, 'Forward');
  const names = lab.locator('.lab-tables tbody th');
  await expect(names.first()).toHaveText('x₁');
  await lab.getByText('Words', { exact: true }).click();
  await expect(names.first()).toHaveText('input 1');
  expect(await names.count()).toBe(NODES.length + PARAMETERS.length);
  const loss = lab.locator('.nodes [data-q="loss"]');
  await expect(loss).toHaveText('0.6832');
  await lab.getByText('More digits').click();
  await expect(loss).toHaveText('0.68319718');
});

test('Link to this state copies the address, or shows it where the clipboard refuses', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await open(page, { eta: 1.5 });
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

test('the whole lab by keyboard alone', async ({ page }) => {
  const lab = await open(page);
  await lab.getByText('Symbols').press('Tab');
  const reach = async (name: string): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (label.trim() === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Expected to reach “${name}” by Tab`);
  };
  await reach('Backward step');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Enter');
  await expect(lab.locator('.phase')).toHaveText('Backward: the inputs, done');
  await reach('Training step');
  await page.keyboard.press('Space');
  await expect(lab.locator('.phase')).toHaveText('Updated: training step 1 is done');
  await reach('input 2, dial');
  await page.keyboard.press('ArrowRight');
  await expect(lab.getByLabel('input 2', { exact: true })).toHaveValue('0.25');
  await reach('the bias of hidden unit 1');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/x=0\.8,0\.25&theta=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any phase (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const lab = await open(page);
    const audit = async (): Promise<void> => {
      // The names of numbers follow what they say once the page has come to rest.
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page })
        .include('#passes-lab')
        .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    };
    await audit();
    for (let i = 0; i < STAGES.length - 1; i++) {
      await press(lab, 'Backward step');
      await audit();
    }
    await press(lab, 'Training step');
    await lab.getByText('Words', { exact: true }).click();
    await lab.locator('.parameters input').first().fill('abc');
    await lab.locator('.parameters input').first().press('Enter');
    await audit();
  });
}

test('everything to press is 24 px or more, and nothing sticks out, down to 320 px', async ({ page }) => {
  for (const width of [320, 360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const lab = await open(page);
    await press(lab, 'Training step');
    const small = await lab
      .locator('button, input:not(.lens input), .lens span, [role="radio"]')
      .evaluateAll((controls) =>
        controls
          .map((control) => {
            const { width: w, height: h } = control.getBoundingClientRect();
            const target = control.matches('[type="checkbox"]')
              ? (control.closest('label')?.clientHeight ?? 0)
              : h;
            return { what: control.outerHTML.slice(0, 90), w, h: target };
          })
          .filter(({ w, h }) => w > 0 && (h < 24 || (w < 24 && h < 24))),
      );
    expect(small, `at ${width} px`).toEqual([]);
    const type = await lab
      .locator('.lab-figure svg text')
      .evaluateAll((texts) =>
        Math.min(
          ...texts.map(
            (text) =>
              parseFloat(getComputedStyle(text).fontSize) * ((text as SVGTextElement).getScreenCTM()?.a ?? 1),
          ),
        ),
      );
    expect(type, `at ${width} px`).toBeGreaterThanOrEqual(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('without JavaScript there is the finished backward pass with full tables', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('/#passes-lab');
  const lab = page.locator('.lab');
  expect(await shownIn(lab)).toEqual(expectedAt(DEFAULTS, endOf(STAGES.at(-1)!)));
  expect(await lab.locator('button:visible, input:visible').count()).toBe(0);
  await expect(lab.locator('svg.network')).toBeVisible();
  await page.close();
});
