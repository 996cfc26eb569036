import { format, formatPower } from '../format.ts';
import type { Box, Row } from './box.ts';
import { countWords } from './words.ts';

// Which hidden units hear of the error on a row: told by their δ, and by what makes it small.

/** With a threshold of 0, less than this still counts as hardly anything. */
const LEAST = 0.001;

/**
 * What becomes of the error at a hidden unit. `off`, its slope is exactly 0; `flat`, its slope is below the lock threshold;
 * `cut`, nothing arrives; `faint`, its δ is below so much of the gap; `clear`, none of these.
 */
export type Hearing = 'clear' | 'faint' | 'cut' | 'flat' | 'off';

type Heard = Pick<Box, 'sizes' | 'values' | 'terms'>;

const read = (row: Row, id: string): number => row.values.get(id) ?? NaN;

/** Of each hidden unit on a row, layer by layer. */
export const hearingsOn = ({ sizes, values }: Heard, row: Row): readonly Hearing[] => {
  const lock = values['gates.lock'];
  const least = Math.max(lock, LEAST) * Math.abs(row.prediction - row.target);
  return sizes.slice(1, -1).flatMap((size, l) =>
    Array.from({ length: size }, (_, j): Hearing => {
      const slope = read(row, `slope.${l + 1}.${j + 1}`);
      const delta = Math.abs(read(row, `dz.${l + 1}.${j + 1}`));
      if (slope === 0) return 'off';
      if (slope < lock) return 'flat';
      if (delta === 0) return 'cut';
      return delta < least ? 'faint' : 'clear';
    }),
  );
};

/** The output's own slope on a row, where it holds the error back: under cross-entropy it cancels. */
export const heldBack = ({ sizes, values, terms }: Heard, row: Row): number | undefined => {
  const slope = read(row, `slope.${sizes.length - 1}.1`);
  return terms.loss === 'mse' && slope < Math.max(values['gates.lock'], LEAST) ? slope : undefined;
};

const ORDER = ['clear', 'faint', 'cut', 'flat', 'off'] as const satisfies readonly Hearing[];

/** What so many units do: one of them, or several. */
const doing = ({ values, terms }: Heard): Readonly<Record<Hearing, readonly [string, string]>> => {
  const less = `through less than ${format(values['gates.lock'], 4)} of what arrives`;
  const isRelu = terms.activation === 'relu';
  return {
    clear: ['hears of it', 'hear of it'],
    faint: ['hardly hears of it', 'hardly hear of it'],
    cut: ['is sent nothing', 'are sent nothing'],
    flat: [`lets ${less}`, `let ${less}`],
    off: isRelu ? ['is off', 'are off'] : ['lets nothing through', 'let nothing through'],
  };
};

/** What several do, of all of them. */
const ofAll = (several: string): string =>
  several.startsWith('are ') ? several.replace('are ', 'are all ') : `all ${several}`;

const hiddenWords = (box: Heard, row: Row): string => {
  const found = hearingsOn(box, row);
  const words = doing(box);
  const groups = ORDER.flatMap((hearing) => {
    const count = found.filter((one) => one === hearing).length;
    return count > 0 ? [{ hearing, count }] : [];
  });
  const [first] = groups;
  if (first && groups.length === 1) {
    const [one, several] = words[first.hearing];
    if (found.length === 1) return `, and there the hidden unit ${one}.`;
    return first.hearing === 'clear'
      ? `, and every hidden unit ${one}.`
      : `; there the hidden units ${ofAll(several)}.`;
  }
  const parts = groups.map(
    ({ hearing, count }) => `${countWords(count)} ${words[hearing][count === 1 ? 0 : 1]}`,
  );
  const last = parts.pop() ?? '';
  return `. There, of its ${countWords(found.length)} hidden units, ${parts.join(', ')} and ${last}.`;
};

/** Below this a slope is on the flat of its curve, whatever counts as locked. */
const FLAT = 0.01;

/** Two digits of a slope that is small. */
const smallText = (slope: number): string =>
  slope < 1e-4 ? formatPower(slope, 1) : format(Number(slope.toPrecision(2)), 5);

/** Of the row that it gets most wrong: how much of the error arrives at the hidden units, and why. Undefined where there is none. */
export const worstWords = (box: Heard & Pick<Box, 'rows'>): string | undefined => {
  const [wrong] = box.rows
    .map((row) => ({ row, off: Math.abs(row.prediction - row.target) }))
    .filter(({ row }) => !row.isRightSide)
    .toSorted((a, b) => b.off - a.off);
  if (!wrong) return undefined;
  const { row } = wrong;
  const { values } = box;
  const [x1 = NaN, x2 = NaN] = row.example.input;
  const name = `Furthest off is the row (${format(x1, 2, 0)}, ${format(x2, 2, 0)})`;
  const slope = heldBack(box, row);
  if (slope === undefined) return name + hiddenWords(box, row);
  if (slope < FLAT)
    return `${name}. There the output itself is on the flat of its curve (slope ${smallText(slope)}): under ½ squared error hardly anything leaves it.`;
  const [least, own] = [values['gates.lock'], slope].map((value) => format(value, 4));
  const beside = own === least ? '' : ` (slope ${own})`;
  return `${name}. There the output itself, under ½ squared error, lets through less than ${least} of the error${beside}.`;
};
