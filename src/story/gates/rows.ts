import { MOST_ROWS, type Example } from '../../engine/index.ts';
import type { Setting } from '../setting.ts';

// The reader's own table: as numbers, as a link writes it, and as the cells that they type into.

/** The bounds of inputs and of targets. */
export const INPUTS = [-10, 10] as const;
export const TARGETS = [0, 1] as const;
/** What the columns are called. */
export const COLUMNS = ['x₁', 'x₂', 'y'] as const;

const boundsOf = (column: number): readonly [number, number] => (column === 2 ? TARGETS : INPUTS);

const exampleFrom = (numbers: readonly number[]): Example => ({
  input: numbers.slice(0, 2),
  target: numbers.slice(2),
});

const numbersOf = ({ input, target }: Example): readonly number[] => [...input, ...target];

/** A number of a cell; undefined for a text that is none. With either minus, and with a point or a comma. */
export const numberOf = (cell: string): number | undefined => {
  const plain = cell.trim().replace(/^−/, '-').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : undefined;
};

const rowFrom = (text: string): Example | undefined => {
  const numbers = text.split(',').map(numberOf);
  const found = numbers.filter((one) => one !== undefined);
  return found.length === COLUMNS.length && numbers.length === found.length ? exampleFrom(found) : undefined;
};

const held = (value: number, column: number): number => {
  const [low, high] = boundsOf(column);
  return Math.min(high, Math.max(low, value));
};

/** At first: one or the other, or both. */
const OR: readonly Example[] = [
  { input: [0, 0], target: [0] },
  { input: [0, 1], target: [1] },
  { input: [1, 0], target: [1] },
  { input: [1, 1], target: [1] },
];

export const rowsSetting: Setting<readonly Example[]> = {
  fallback: OR,
  expected: '1 to 8 rows of two inputs and a target, such as 0,0,1_1,0,0',
  control: 'lab',
  parse: (text) => {
    const found = text.split('_').map(rowFrom);
    const rows = found.filter((row) => row !== undefined);
    return rows.length === found.length && rows.length <= MOST_ROWS ? rows : undefined;
  },
  hold: (asked) => {
    const value = asked.map((row) => exampleFrom(numbersOf(row).map(held)));
    return rowsSetting.write(value) === rowsSetting.write(asked)
      ? { value: asked }
      : { value, notice: 'was brought into its range: inputs from −10 to 10, targets from 0 to 1' };
  },
  write: (rows) => rows.map((row) => numbersOf(row).join()).join('_'),
  changed: () => [],
};

/** What stands in the cells, a row each, whether it is a number or not. */
export type Cells = readonly (readonly string[])[];

export const cellsOf = (rows: readonly Example[]): Cells => rows.map((row) => numbersOf(row).map(String));

/** What is wrong with a cell, by its name; undefined if nothing is. */
export const problemIn = (cells: Cells, row: number, column: number): string | undefined => {
  const text = cells[row]?.[column]?.trim() ?? '';
  const name = `Row ${row + 1}, ${COLUMNS[column] ?? ''}`;
  if (text === '') return `${name} is empty.`;
  const value = numberOf(text);
  if (value === undefined) return `${name}: “${text.slice(0, 20)}” is not a number.`;
  const [low, high] = boundsOf(column);
  const range = `${String(low).replace('-', '−')} to ${high}`;
  return value < low || value > high ? `${name}: ${text} is not from ${range}.` : undefined;
};

/** All that is wrong with the cells, the first first. */
export const problemsIn = (cells: Cells): readonly string[] =>
  cells.flatMap((_row, r) => COLUMNS.flatMap((_, c) => problemIn(cells, r, c) ?? []));

/** The rows that the cells make, once every one of them is a number in its range. */
export const rowsFrom = (cells: Cells): readonly Example[] | undefined =>
  problemsIn(cells).length > 0
    ? undefined
    : cells.map((row) => exampleFrom(row.flatMap((cell) => numberOf(cell) ?? [])));

/**
 * The cells of a pasted text: a row to a line, cells parted by tabs, semicolons, commas or spaces. A first line without a
 * number is a heading and left out. Nothing else is: what does not fit stands in its cell, to be put right. The second part
 * says how many rows there was no room for.
 */
export const pasted = (text: string): readonly [cells: Cells, left: number] => {
  const parter = /\t/.test(text) ? '\t' : /;/.test(text) ? ';' : /,/.test(text) ? ',' : /\s+/;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const found = lines.map((line) => {
    // An empty cell at either end is a cell, where cells are parted by tabs.
    const cells = (parter === '\t' ? line : line.trim()).split(parter).map((cell) => cell.trim());
    // What is over stays with the last cell, where it is seen.
    return [cells[0] ?? '', cells[1] ?? '', cells.slice(2).join(' ').trim()];
  });
  const [first, ...others] = found;
  const isHeading = first?.every((cell) => cell === '' || numberOf(cell) === undefined) ?? false;
  const rows = isHeading && others.length > 0 ? others : found;
  return [rows.slice(0, MOST_ROWS), Math.max(0, rows.length - MOST_ROWS)];
};
