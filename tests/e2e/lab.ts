import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { DEFAULTS, PARAMETERS, type Settings } from '../../src/story/essay.ts';
import { frameOf } from '../../src/story/frame.ts';
import { labDials, NODES } from '../../src/story/lab.ts';
import { queryOf } from '../../src/story/permalink.ts';
import { runOf } from '../../src/story/run.ts';
import { labAwake } from './waiting.ts';

/** A test that fails where the page says anything on the console. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await use(page);
    expect(messages).toEqual([]);
  },
});

export const open = async (page: Page, settings: Partial<Settings> = {}): Promise<Locator> => {
  await page.goto(`/${queryOf({ ...DEFAULTS, ...settings })}#passes-lab`);
  await labAwake(page);
  return page.locator('.lab');
};
export const press = (lab: Locator, name: string) => lab.getByRole('button', { name, exact: true }).click();

/** What the tables say: every quantity with its full value, undefined where it is not computed. */
export const shownIn = async (lab: Locator): Promise<Map<string, number | undefined>> =>
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
export const expectedAt = (settings: Settings, playhead: number): Map<string, number | undefined> => {
  const { known } = frameOf(runOf(settings), labDials(playhead, settings.step));
  const ids = [
    ...NODES.flatMap(({ id, gradient }) => [id, ...(gradient ? [gradient] : [])]),
    ...PARAMETERS.flatMap((id) => [id, `d${id}`]),
  ];
  return new Map(ids.map((id) => [id, known.get(id)]));
};
