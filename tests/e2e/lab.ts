import { engineOf } from '../truth/engine.ts';
import { linkTo, OWN, PARAMETERS, type Setting } from '../truth/setting.ts';
import type { Locator, Page } from '@playwright/test';
import { labAwake, open } from './waiting.ts';

// The lab, and what it may show in each phase: written down here once more, from the engine and the order of the algorithm.

export const UNITS = [1, 2, 3] as const;

/** The phases in their order: what each of them is called in a link and on the page, and which quantities it computes. */
export const PHASES: readonly {
  readonly name: string;
  readonly title: string;
  readonly ids: readonly string[];
}[] = [
  { name: 'ready', title: 'Ready', ids: ['x.1', 'x.2', 'y', ...PARAMETERS] },
  {
    name: 'forward',
    title: 'Forward pass, done',
    ids: [...UNITS.flatMap((j) => [`z.1.${j}`, `gate.1.${j}`, `a.1.${j}`]), 'z.2.1', 'yhat', 'loss'],
  },
  {
    name: 'output',
    title: 'Backward: the output unit, done',
    ids: ['dyhat', 'slope.2.1', 'dz.2.1'],
  },
  {
    name: 'output-parameters',
    title: 'Backward: the parameters into the output, done',
    ids: [...UNITS.map((j) => `dw.2.1.${j}`), 'db.2.1'],
  },
  {
    name: 'hidden',
    title: 'Backward: the hidden units, done',
    ids: UNITS.flatMap((j) => [`da.1.${j}`, `dz.1.${j}`]),
  },
  {
    name: 'hidden-parameters',
    title: 'Backward: the parameters into the hidden units, done',
    ids: UNITS.flatMap((j) => [`dw.1.${j}.1`, `dw.1.${j}.2`, `db.1.${j}`]),
  },
  { name: 'inputs', title: 'Backward: the inputs, done', ids: ['dx.1', 'dx.2'] },
];

/** Opens the lab at a setting, in a phase if one is named. */
export const openLab = async (
  page: Page,
  changes: Partial<Setting> = {},
  phase = 'ready',
): Promise<Locator> => {
  const isOwn = Object.keys(changes).length === 0;
  const query = isOwn ? '/?v=1' : linkTo({ ...OWN, ...changes });
  await open(page, `${query}${phase === 'ready' ? '' : `&phase=${phase}`}#passes-lab`);
  await labAwake(page);
  return page.locator('.lab');
};

export const press = (lab: Locator, name: string): Promise<void> =>
  lab.getByRole('button', { name, exact: true }).click();

type Table = Readonly<Record<string, number | undefined>>;

/** What the tables say: every quantity with its full value, undefined where it is not computed. */
export const shownIn = async (lab: Locator): Promise<Table> =>
  Object.fromEntries(
    await lab
      .locator('.lab-tables [data-q]')
      .evaluateAll((cells) =>
        cells.map((cell): [string, number | undefined] => [
          cell.getAttribute('data-q') ?? '',
          cell.hasAttribute('data-value') ? Number(cell.getAttribute('data-value')) : undefined,
        ]),
      ),
  );

/** What the tables should say of a setting in a phase, or once its step has been reached by an update. */
export const expectedAt = (setting: Setting, phase: string): Table => {
  const engine = engineOf(setting);
  const isUpdated = phase === 'updated' && setting.step > 0;
  const last = isUpdated
    ? PHASES.length - 1
    : Math.max(
        0,
        PHASES.findIndex(({ name }) => name === phase),
      );
  // After an update the step that was measured is still there, with the parameters that it led to.
  const measured = engine.at(setting.step - Number(isUpdated));
  const { theta } = engine.momentAt(setting.step);
  return Object.fromEntries(
    PHASES.flatMap(({ ids }, i) =>
      ids.map((id): [string, number | undefined] => {
        const parameter = PARAMETERS.indexOf(id);
        if (parameter >= 0) return [id, theta[parameter]];
        return [id, i <= last ? measured.get(id) : undefined];
      }),
    ),
  );
};
