import type { Example } from '../../engine/index.ts';
import { cellsOf, rowsFrom, rowsSetting, type Cells } from './rows.ts';

// The reader's own table as it is kept on their device: with what is no number yet, so that nothing they typed is lost.

/** Under this name. */
export const KEPT_TABLE = 'gates-table';

const MOST_CELL = 40;

export const keptText = (cells: Cells): string => JSON.stringify(cells);

/** The cells that were kept; undefined where there are none, or something else. */
export const keptCells = (text: string | undefined | null): Cells | undefined => {
  if (!text) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isRow = (row: unknown): row is readonly string[] =>
    Array.isArray(row) &&
    row.length === 3 &&
    row.every((cell) => typeof cell === 'string' && cell.length <= MOST_CELL);
  return Array.isArray(found) && found.length >= 1 && found.length <= 8 && found.every(isRow)
    ? found
    : undefined;
};

/** What is said of where a table is kept: whether the browser keeps anything, and whether every cell is a number. */
export const keptWords = (canKeep: boolean, isWhole: boolean): string => {
  if (canKeep)
    return isWhole
      ? 'What you type is kept on this device and in the link, and goes nowhere else.'
      : 'What you typed is kept on this device; the link has the last table that was whole. It goes nowhere else.';
  return isWhole
    ? 'This browser keeps nothing for this page: what you type is in the link alone.'
    : 'This browser keeps nothing for this page: the link has the last table that was whole, and what you typed since is gone when you leave.';
};

/** The rows that were kept, where every cell is a number. */
export const keptRows = (text: string | undefined | null): readonly Example[] | undefined => {
  const cells = keptCells(text);
  return cells && rowsFrom(cells);
};

/** Whether cells are those of rows, as numbers. */
export const areOf = (cells: Cells, rows: readonly Example[]): boolean => {
  const own = rowsFrom(cells);
  return own !== undefined && rowsSetting.write(own) === rowsSetting.write(rows);
};

/**
 * What the table's cells hold when a page is opened: what was kept, if it is of these rows or has a cell that is no number
 * yet; else the rows of the link.
 */
export const cellsAtFirst = (text: string | undefined | null, rows: readonly Example[]): Cells => {
  const cells = keptCells(text);
  return cells && (areOf(cells, rows) || rowsFrom(cells) === undefined) ? cells : cellsOf(rows);
};
