import { apart } from './apart.ts';
import { PARAMETERS } from './essay.ts';
import { format } from './format.ts';
import type { Reading } from './reading.ts';
import { runOf, type Run } from './run.ts';
import { seriesOf } from './series.ts';
import type { Settings } from './settings.ts';
import { textOf } from './symbol.ts';
import { worldOf } from './world.ts';

// A run that the reader keeps, to hold another one against it.

/** What is kept of the settings: the two inputs, target, learning rate, and the parameters at step 0. */
export const keptOf = ({ x, y, eta, theta }: Settings): readonly number[] => [...x, y, eta, ...theta];

/** The ids of what is kept, in order. */
const KEPT_IDS = ['x.1', 'x.2', 'y', 'eta', ...PARAMETERS] as const;

/** The run that was kept; undefined where none is. */
export const keptRun = (settings: Settings): Run | undefined => {
  const [x1, x2, y, eta, ...theta] = settings['run.kept'];
  if (x1 === undefined || x2 === undefined || y === undefined || eta === undefined) return undefined;
  return runOf(worldOf('essay', { ...settings, x: [x1, x2], y, eta, theta }));
};

/** A number that differs between the kept run and the present one. */
export interface Difference {
  readonly id: string;
  readonly kept: number;
  readonly now: number;
}

/** In what the kept run and the present one differ. Empty also where none is kept. */
export const differencesFrom = (settings: Settings): readonly Difference[] => {
  const now = keptOf(settings);
  return settings['run.kept'].flatMap((kept, i) => {
    const id = KEPT_IDS[i];
    return id === undefined || kept === now[i] ? [] : [{ id, kept, now: now[i] ?? NaN }];
  });
};

/** Differences beyond so many are counted. */
const FEW = 2;

/** «η 0.50», or «5 numbers different»: what the kept run has that this one has not. */
export const keptWords = (settings: Settings): string => {
  const differences = differencesFrom(settings);
  if (differences.length === 0) return 'the same';
  if (differences.length > FEW) return `${differences.length} numbers different`;
  return differences.map(({ id, kept }) => `${textOf(id)} ${format(kept)}`).join(', ');
};

const written = ({ id, kept, now }: Difference): string => {
  const [before, after] = apart(kept, now, 2);
  return `${textOf(id)} was ${before} and is ${after}`;
};

/** The kept run and the present one in words; undefined where none is kept. */
export const comparison = ({ settings, run }: Reading): string | undefined => {
  const kept = keptRun(settings);
  if (!kept) return undefined;
  const differences = differencesFrom(settings);
  if (differences.length === 0)
    return 'This is the run that you have kept. Change something, and both are on the chart.';
  const [was, is] = [kept, run].map((one) => seriesOf(one).losses.at(-1) ?? NaN);
  const [before, after] = apart(was ?? NaN, is ?? NaN);
  const ends =
    was === is
      ? `Both runs end at a loss of ${before}`
      : `The kept run ends at a loss of ${before}, this one at ${after}`;
  const what =
    differences.length > FEW ? `${differences.length} numbers differ` : differences.map(written).join(', ');
  return `${ends}: ${what}.`;
};
