import { TABLE } from '../../story/saturation.ts';
import type { ChainCancelDials } from './dials.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where one loss's product is: its name, and the middles of its letters and of its numbers, px. */
export interface Line {
  readonly name: { readonly x: number; readonly y: number };
  readonly letters: number;
  readonly numbers: number;
}

export interface Layout {
  readonly isLarge: boolean;
  /** Whether the plot has room for more than its curves' names. */
  readonly isRoomy: boolean;
  /** Type of the products' letters, of their numbers, and of everything else. */
  readonly type: { readonly letters: number; readonly numbers: number; readonly text: number };
  /** Where factors, signs and results are centred. */
  readonly columns: {
    readonly error: number;
    readonly times: number;
    readonly slope: number;
    readonly equals: number;
    readonly result: number;
  };
  /** Baseline of the headings over the columns; none where there is no room. */
  readonly head: number | undefined;
  /** Where a bar shows how much the result is; none where there is no room. */
  readonly bar: Box | undefined;
  readonly bce: Line;
  readonly mse: Line;
  /** How much of the letters is left: where room is short they make way for the curves. */
  readonly letters: number;
  readonly plot: Box;
  /** The axis of z; the baselines of the table's rows under it; the line that says where a sigmoid is locked. */
  readonly axis: number;
  readonly rows: readonly [sigmoid: number, slope: number];
  readonly locks: number;
  /** The z that have a tick, and a column in the table. */
  readonly ticks: readonly number[];
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** What does not depend on the dials: by the shape of the box. */
const formOf = (width: number, height: number) => {
  const isLarge = width >= 560;
  const isBeside = width >= 620 && height < 500;
  const isShort = !isLarge && height < 400;
  // The products' share of the width: all of it, or the left part beside the curves.
  const left = isBeside ? width * 0.47 : width;
  const names = isLarge && !isBeside ? 172 : 0;
  const bar = isLarge && !isBeside ? { x: width - 136, y: 0, width: 132, height: 14 } : undefined;
  const room = left - names - (bar ? bar.width + 28 : 0);
  return { isLarge, isBeside, isShort, left, names, bar, room };
};

/** How high the names over the columns stand, in px. */
const HEAD = 16;

/**
 * The figure's parts in its box: the two products, one under the other, and the curves beneath them, or beside them in a
 * wide and low box. Where there is little room the products give up their letters when the curves have been drawn.
 */
export const layoutFor = (
  width: number,
  height: number,
  { second, plotted, tabled }: ChainCancelDials,
): Layout => {
  const { isLarge, isBeside, isShort, names, bar, room } = formOf(width, height);
  const letters = isShort ? 1 - plotted : 1;
  const hasNamesAside = names > 0;
  const type = {
    letters: isBeside || !isLarge ? 17 : 20.5,
    numbers: isBeside || !isLarge ? 13 : 16,
    text: isLarge ? 13.5 : 12,
  };
  // From the top of a product to its letters and its numbers, and to the next one.
  const inside = hasNamesAside
    ? { name: 44, letters: 32, numbers: 75, next: 98 }
    : isBeside
      ? { name: 10, letters: 42, numbers: 82, next: 124 }
      : {
          name: 10,
          letters: mix(20, 33, letters),
          numbers: mix(26, 67, letters),
          next: mix(34, 79, letters),
        };
  const free = isBeside ? Math.max(0, height - 2 * inside.next + 24) / 2 : hasNamesAside ? HEAD + 14 : 2;
  // The first one stands lower while it is alone.
  const top = free + (1 - second) * inside.next * (isShort ? 0.25 : 0.4);
  const line = (from: number): Line => ({
    name: { x: 0, y: from + inside.name },
    letters: from + inside.letters,
    numbers: from + inside.numbers,
  });

  const below = isLarge ? 106 : 74;
  const axis = height - mix(isLarge ? 30 : 26, below, tabled);
  const plotTop = isBeside ? 24 : free + 2 * inside.next + (isLarge ? 34 : 20);
  const plotLeft = isBeside ? width * 0.47 + 64 : isLarge ? 72 : 40;
  return {
    isLarge,
    isRoomy: width - plotLeft > 520,
    type,
    columns: {
      error: names + room * 0.155,
      times: names + room * 0.315,
      slope: names + room * 0.46,
      equals: names + room * 0.605,
      result: names + room * 0.8,
    },
    head: hasNamesAside ? HEAD : undefined,
    bar,
    bce: line(top),
    mse: line(free + inside.next),
    letters,
    plot: {
      x: plotLeft,
      y: plotTop,
      width: width - plotLeft - (isLarge ? 32 : 16),
      height: Math.max(10, axis - plotTop - (isLarge ? 20 : 16)),
    },
    axis,
    rows: isLarge ? [axis + 44, axis + 64] : [axis + 34, axis + 47],
    locks: axis + (isLarge ? 80 : 55),
    ticks: width - plotLeft > 520 ? TABLE : TABLE.filter((z) => z % 4 === 0),
  };
};
