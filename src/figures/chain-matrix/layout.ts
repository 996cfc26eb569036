import { at } from '../../engine/index.ts';
import type { Area as Box } from '../layout/small-net.ts';
import { smallNet, type SmallNet } from '../layout/small-net.ts';
import type { Block, Line } from './model.ts';

/** A table of numbers as it stands, px: its top left corner, and how large it is. */
export interface Placed {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLine {
  readonly blocks: readonly Placed[];
  /** Middles of what stands between. */
  readonly signs: readonly { readonly sign: string; readonly x: number }[];
  /** Of one number. */
  readonly cell: { readonly width: number; readonly height: number };
}

export interface Layout {
  readonly isLarge: boolean;
  /** Type of what the tables are called, and of what stands between them. */
  readonly font: number;
  readonly net: SmallNet;
  readonly netBox: Box;
  /** Baseline of what the tables are called; the box of their numbers; baseline of their shapes. */
  readonly names: number;
  readonly box: Box;
  readonly shapes: number;
  /** Middle of the row that meets the column, where there is room to draw them beside each other. */
  readonly pairs: number | undefined;
}

/** Everything but the tables themselves. */
export const layoutFor = (width: number, height: number): Layout => {
  const isLarge = width >= 560 && height >= 360;
  const netHeight = Math.max(62, Math.min(232, height * (isLarge ? 0.4 : 0.27)));
  const netBox = { x: 0, y: 4, width, height: netHeight };
  const names = netHeight + (isLarge ? 50 : 34);
  const rest = height - names - 8 - (isLarge ? 28 : 23);
  const hasPairs = rest >= (isLarge ? 190 : 150);
  const most = hasPairs ? rest - (isLarge ? 78 : 66) : rest;
  const box = { x: 0, y: names + 8, width, height: Math.min(3 * (isLarge ? 54 : 44), most) };
  const shapes = box.y + box.height + (isLarge ? 22 : 17);
  return {
    isLarge,
    font: isLarge ? 17 : 14.5,
    net: smallNet(netBox, { foot: netHeight >= 190 ? 26 : 0 }),
    netBox,
    names,
    box,
    shapes,
    pairs: hasPairs ? shapes + (height - shapes) / 2 : undefined,
  };
};

/** Between two factors, and around a sign. */
const gapsOf = (isLarge: boolean) => (isLarge ? { '': 18, '+': 34, '=': 38 } : { '': 9, '+': 18, '=': 20 });

const columnsIn = ({ rows }: Block): number => at(rows, 0).length;

/** Tables beside each other in a box, each in the middle of its height. */
export const placeLine = (line: Line, { box, isLarge }: Pick<Layout, 'box' | 'isLarge'>): PlacedLine => {
  const gaps = gapsOf(isLarge);
  const spaces = line.signs.map((sign) => gaps[sign]);
  const between = spaces.reduce((sum, gap) => sum + gap, 0);
  const count = line.blocks.reduce((sum, block) => sum + columnsIn(block), 0);
  const cell = {
    width: Math.min(isLarge ? 98 : 66, (box.width - between - 2) / count),
    height: box.height / 3,
  };
  let x = box.x + (box.width - between - count * cell.width) / 2;
  const signs: { sign: string; x: number }[] = [];
  const blocks = line.blocks.map((block, i): Placed => {
    const width = columnsIn(block) * cell.width;
    const height = block.rows.length * cell.height;
    const placed = { block, x, y: box.y + (box.height - height) / 2, width, height };
    // After the last there is none.
    const gap = spaces[i];
    if (gap !== undefined) {
      signs.push({ sign: at(line.signs, i), x: x + width + gap / 2 });
      x += width + gap;
    }
    return placed;
  });
  return { blocks, signs, cell };
};

/** The middle of a number's place. */
export interface Cell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Whether it is not there before the movement. */
  readonly isNew: boolean;
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Where each number of a line stands: the middle of its place. Of two lines the same numbers are on their way. */
export const cellsIn = ({
  blocks,
  cell,
}: PlacedLine): ReadonlyMap<string, { readonly x: number; readonly y: number }> =>
  new Map(
    blocks.flatMap(({ block, x, y }) =>
      block.rows.flatMap((row, r) =>
        row.map((id, c) => [id, { x: x + (c + 0.5) * cell.width, y: y + (r + 0.5) * cell.height }] as const),
      ),
    ),
  );

/** How far numbers that change places swing out on the way, as a share of a number's height. */
const BOW = 0.56;

/** The cells of one line on their way to another; what the first has not, stands where it will be. */
export const cellsBetween = (from: PlacedLine, to: PlacedLine, t: number): readonly Cell[] => {
  const before = cellsIn(from);
  const bow = BOW * mix(from.cell.height, to.cell.height, t) * Math.sin(Math.PI * t);
  return [...cellsIn(to)].map(([id, at]) => {
    const start = before.get(id) ?? at;
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const way = Math.hypot(dx, dy) || 1;
    return {
      id,
      isNew: !before.has(id),
      x: mix(start.x, at.x, t) - (dy / way) * bow,
      y: mix(start.y, at.y, t) + (dx / way) * bow,
    };
  });
};
