import { quantityIn } from '../quantity.ts';
import { numberFrom } from '../worked/example.ts';
import type { Blank } from './formulas.ts';
import { judge, type Verdict } from './judge.ts';
import { shownIn, type Task } from './task.ts';

/** What the reader has done with a blank: every answer they had judged, in order, and whether they had it shown. */
export interface Entry {
  readonly tries: readonly string[];
  readonly isShown: boolean;
}

/** The reader's work on one network, by the ids of its blanks. */
export type Sheet = Readonly<Record<string, Entry>>;

const UNTOUCHED: Entry = { tries: [], isShown: false };
export const entryIn = (sheet: Sheet, id: string): Entry => sheet[id] ?? UNTOUCHED;

export const withTry = (sheet: Sheet, id: string, text: string): Sheet => {
  const entry = entryIn(sheet, id);
  return { ...sheet, [id]: { ...entry, tries: [...entry.tries, text] } };
};
export const withShown = (sheet: Sheet, id: string): Sheet => ({
  ...sheet,
  [id]: { ...entryIn(sheet, id), isShown: true },
});

/** What stands where a quantity is: the reader's own number; the true one where it is given, shown, or still to come. */
const ownIn =
  (task: Task, sheet: Sheet) =>
  (id: string): number | undefined => {
    const { tries, isShown } = entryIn(sheet, id);
    const text = tries.at(-1);
    if (isShown || text === undefined) return shownIn(task, id);
    const value = numberFrom(text.replace(',', '.'));
    return Number.isNaN(value) ? undefined : value;
  };

/** What is said of the last answer to a blank; undefined if there is none. */
export const verdictOn = (task: Task, sheet: Sheet, blank: Blank): Verdict | undefined => {
  const text = entryIn(sheet, blank.id).tries.at(-1);
  return text === undefined ? undefined : judge(task, blank, text, ownIn(task, sheet));
};

/** Whether a blank is filled: answered right, or shown. */
export const isFilled = (task: Task, sheet: Sheet, blank: Blank): boolean =>
  entryIn(sheet, blank.id).isShown || verdictOn(task, sheet, blank)?.kind === 'right';

/** What an answer that was just judged does to a streak: a clean one is right at the first go. */
export const outcomeOf = (task: Task, sheet: Sheet, blank: Blank): 'clean' | 'miss' | undefined => {
  const { tries, isShown } = entryIn(sheet, blank.id);
  const kinds = tries.map((text) => judge(task, blank, text).kind);
  const isMiss = (kind: Verdict['kind'] | undefined): boolean =>
    kind === 'slip' || kind === 'wrong' || kind === 'carried';
  if (isMiss(kinds.at(-1))) return 'miss';
  return kinds.at(-1) === 'right' && !isShown && !kinds.some(isMiss) ? 'clean' : undefined;
};

/** What the picture may show: what is given, and what is filled in; a parameter moves once nothing before it is blank. */
export const knownIn = (task: Task, sheet: Sheet): ReadonlyMap<string, number> => {
  const known = new Map<string, number>();
  const put = (id: string, from = id): void => void known.set(id, quantityIn(task.values, from));
  for (const id of task.values.keys()) if (/^(x|y|w|b)(\.[\d.]+)?$/.test(id)) put(id);
  const filled = task.blanks.filter((blank) => isFilled(task, sheet, blank));
  const isUpdating = task.blanks.every(
    ({ part, id }) => part === 'update' || filled.some((one) => one.id === id),
  );
  for (const { id, part } of filled) {
    if (part !== 'update') put(id);
    else if (isUpdating) put(id.slice(0, -1), id);
    // Beside a sum stand its gate, and what came to its activation before the gate had its say.
    if (/^z\.1/.test(id)) put(id.replace('z', 'gate'));
    if (/^dz\.1/.test(id)) put(id.replace('dz', 'da'));
  }
  return known;
};

/** The sheet kept as text, and read again; an empty one where the text is none. */
export const textOfSheet = (seed: number, sheet: Sheet): string => JSON.stringify({ seed, sheet });
export const sheetFrom = (text: string | null | undefined, seed: number): Sheet => {
  try {
    const found: unknown = JSON.parse(text ?? '');
    if (!isObject(found) || found.seed !== seed || !isObject(found.sheet)) return {};
    const entries = Object.entries(found.sheet);
    return Object.fromEntries(entries.flatMap(([id, entry]) => (isEntry(entry) ? [[id, entry]] : [])));
  } catch {
    return {};
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isEntry = (value: unknown): value is Entry =>
  isObject(value) &&
  typeof value.isShown === 'boolean' &&
  Array.isArray(value.tries) &&
  value.tries.every((text) => typeof text === 'string');
