import { at, whole } from './checks.ts';
import type { Example } from './network.ts';

/** The data of the essay by name: two inputs, one target. */
export const datasets = {
  /** Cloudy, a little wind, and it rained. */
  oneDay: [{ input: [0.8, 0.2], target: [1] }],
  /** And a windy day with few clouds, on which it stayed dry. */
  twoDays: [
    { input: [0.8, 0.2], target: [1] },
    { input: [0.2, 0.8], target: [0] },
  ],
  and: [
    { input: [0, 0], target: [0] },
    { input: [0, 1], target: [0] },
    { input: [1, 0], target: [0] },
    { input: [1, 1], target: [1] },
  ],
  xor: [
    { input: [0, 0], target: [0] },
    { input: [0, 1], target: [1] },
    { input: [1, 0], target: [1] },
    { input: [1, 1], target: [0] },
  ],
  /** XOR that a sigmoid can reach: targets 0.1 and 0.9. */
  softXor: [
    { input: [0, 0], target: [0.1] },
    { input: [0, 1], target: [0.9] },
    { input: [1, 0], target: [0.9] },
    { input: [1, 1], target: [0.1] },
  ],
} as const satisfies Record<string, readonly Example[]>;

export type DatasetName = keyof typeof datasets;

/** A reader's own table has at most this many rows. */
export const MOST_ROWS = 8;

/**
 * Examples from pasted text: one to a line, numbers separated by commas, semicolons, tabs or spaces, inputs before
 * targets; a first line without numbers is a heading. Throws RangeError, naming the line, for anything else, for
 * targets outside 0…1, and unless there are 1 to 8 rows.
 */
export function tableFrom(text: string, inputs = 2, outputs = 1): readonly Example[] {
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ line, number: i + 1 }]));
  const hasHeading = lines.length > 0 && !/\d/.test(at(lines, 0).line);
  const rows = lines.slice(hasHeading ? 1 : 0);
  whole('the number of rows', rows.length, 1, MOST_ROWS);
  return rows.map(({ line, number }) => {
    const cells = line.trim().split(/\s*[,;\t]\s*|\s+/);
    const numbers = cells.map((cell) => (cell === '' ? NaN : Number(cell)));
    if (numbers.length !== inputs + outputs || !numbers.every(Number.isFinite)) {
      throw new RangeError(`expected ${inputs + outputs} numbers in line ${number}, found ${line.trim()}`);
    }
    const target = numbers.slice(inputs);
    if (target.some((y) => y < 0 || y > 1)) {
      throw new RangeError(`expected targets from 0 to 1 in line ${number}, found ${target.join(', ')}`);
    }
    return { input: numbers.slice(0, inputs), target };
  });
}
