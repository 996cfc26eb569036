import { exampleId, gradientId } from '../../engine/index.ts';
import { isRounding } from '../../story/batch.ts';
import { rounded } from '../layout/shapes.ts';
import { columnsOf } from './columns.ts';
import type { Box } from './layout.ts';
import type { Bar, Group } from './model.ts';

/** A row of bars: for each parameter one of day 1, one of the mean, one of day 2, up or down from an axis. */
export interface BarRow {
  readonly axis: { readonly left: number; readonly right: number; readonly y: number };
  readonly columns: readonly Column[];
  readonly groups: readonly DrawnGroup[];
  readonly letterY: number;
  /** Where the numbers of the means stand. */
  readonly numberY: number;
  /** Whether there is room for four decimals. */
  readonly isRoomy: boolean;
  readonly hasNumbers: boolean;
}

export interface Column {
  readonly id: string;
  readonly mean: number | undefined;
  /** The days cancel: what the mean is beside 0 is rounding. */
  readonly isRounding: boolean;
  /** Its middle. */
  readonly x: number;
  /** Its ground, bars and letter: what is lit where it is chosen, and what is pressed to choose it. */
  readonly ground: Box;
  readonly bars: readonly DrawnBar[];
  /** The mean that has just been cleared. */
  readonly cleared: Box | undefined;
}

export interface DrawnBar {
  readonly look: 'first' | 'mean' | 'last';
  readonly q: string;
  readonly value: number;
  /** Of no height where the value is 0, but for rounding. */
  readonly box: Box;
}

export interface DrawnGroup {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly words:
    | {
        readonly text: string;
        readonly x: number;
        readonly y: number;
        readonly anchor: 'start' | 'middle' | 'end';
      }
    | undefined;
}

export interface BarRowOptions {
  readonly groups: readonly Group[];
  readonly box: Box;
  /** What the longest bar stands for. */
  readonly peak: number;
  /** How many columns would fill the row. */
  readonly fill: number;
  /** Whether each mean has its number below it. */
  readonly hasNumbers: boolean;
  /** Whether each group says how the days pull. */
  readonly hasWords: boolean;
  /** Of its letters, in px. */
  readonly size: number;
}

/** Between two bars of a parameter. */
const APART = 2;
/** Columns as wide as this have room for four decimals; narrower than that, for no words in the middle of a group. */
const [ROOMY, TIGHT] = [54, 40];

const LOOKS = ['first', 'mean', 'last'] as const;

/** Where the bars of some units stand in a box. */
export const barRowOf = ({ groups, box, peak, fill, hasNumbers, hasWords, size }: BarRowOptions): BarRow => {
  const placed = columnsOf(groups, box, fill);
  const toBracket = size * (hasNumbers ? 3.05 : 1.85);
  const foot = hasWords ? toBracket + size * 1.85 : size * 1.6;
  const reach = rounded((box.height - foot - 8) / 2);
  const axis = rounded(box.y + 4 + reach);
  const across = rounded(Math.min(13, (placed.width - 4) / 3.4));
  const isTight = placed.width < TIGHT;
  const bracketY = rounded(axis + reach + toBracket);

  const cancels = ({ mean, days }: Bar): boolean => {
    const [first, last] = days;
    return mean !== undefined && first !== undefined && last !== undefined && isRounding(mean, [first, last]);
  };
  const standing = (value: number, x: number, width: number): Box => {
    const height = rounded((Math.abs(value) / peak) * (reach - 2));
    const drawn = value === 0 || isRounding(value, [peak]) ? 0 : Math.max(1, height);
    return { x: rounded(x - width / 2), y: rounded(value > 0 ? axis - drawn : axis), width, height: drawn };
  };
  const barsOf = ({ id, days, mean }: Bar, x: number): readonly DrawnBar[] => {
    const gradient = gradientId(id);
    const values = [days[0], mean, days[1]];
    const ids = [exampleId(gradient, 0, 2), gradient, exampleId(gradient, 1, 2)];
    return LOOKS.flatMap((look, i) => {
      const value = values[i];
      const q = ids[i];
      if (value === undefined || q === undefined) return [];
      // An outline is drawn half on either side of its line.
      const width = rounded(across - (look === 'mean' ? 0 : 1.5));
      return [{ look, q, value, box: standing(value, x + (i - 1) * (across + APART), width) }];
    });
  };
  return {
    axis: { left: placed.left, right: placed.right, y: axis },
    columns: placed.bars.map(({ bar, x }) => ({
      id: bar.id,
      mean: bar.mean,
      isRounding: cancels(bar),
      x,
      ground: {
        x: rounded(x - placed.width / 2 + 1),
        y: box.y,
        width: rounded(placed.width - 2),
        height: rounded(box.height - (hasWords ? size * 2.05 : 0)),
      },
      bars: barsOf(bar, x),
      cleared: bar.cleared ? standing(bar.cleared, x, across) : undefined,
    })),
    groups: !hasWords
      ? []
      : placed.groups.map(({ group: { name, says }, left, right }, g) => {
          // The last group is one column wide: its words end where it ends.
          const isLast = fill > 8 && g === placed.groups.length - 1;
          const anchor = isLast ? 'end' : isTight ? 'start' : 'middle';
          const x = isLast ? right : isTight ? left + 4 : (left + right) / 2;
          const words =
            says === undefined
              ? undefined
              : ({ text: says, x: rounded(x), y: rounded(bracketY + size * 0.95), anchor } as const);
          return { name, left: rounded(left + 4), right: rounded(right - 4), y: bracketY, words };
        }),
    letterY: rounded(axis + reach + size * 0.95),
    numberY: rounded(axis + reach + size * 2.25),
    isRoomy: placed.width >= ROOMY,
    hasNumbers,
  };
};
