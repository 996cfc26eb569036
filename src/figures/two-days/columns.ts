import { rounded } from '../layout/shapes.ts';
import type { Box } from './layout.ts';
import type { Bar, Group } from './model.ts';

/** Between two groups, as a share of a column. */
const GAP = 0.34;

/** Where the columns of some groups stand in a row. */
export interface Columns {
  /** Of one column. */
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Each bar, and the middle of its column. */
  readonly bars: readonly { readonly bar: Bar; readonly x: number }[];
  readonly groups: readonly { readonly group: Group; readonly left: number; readonly right: number }[];
}

/** The columns of `groups` in a row that `columns` of them would fill. */
export const columnsOf = (groups: readonly Group[], box: Box, columns: number): Columns => {
  const width = box.width / (columns + GAP * (groups.length - 1));
  let x = box.x;
  const placed = groups.map((group) => {
    const left = x;
    const bars = group.bars.map((bar, i) => ({ bar, x: rounded(left + width * (i + 0.5)) }));
    const right = left + width * bars.length;
    x = right + width * GAP;
    return { group, left: rounded(left), right: rounded(right), bars };
  });
  return {
    width: rounded(width),
    left: box.x,
    right: placed.at(-1)?.right ?? box.x,
    bars: placed.flatMap(({ bars }) => bars),
    groups: placed,
  };
};
