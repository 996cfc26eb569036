import type { Point } from '../layout/shapes.ts';
import type { BillDials } from './dials.ts';

/** Where the parts of the bill stand in a box, in px. */
export interface Layout {
  readonly isWide: boolean;
  readonly type: { readonly letter: number; readonly number: number; readonly count: number };
  /** Of each parameter: the middle of its column, and the heights of its name, its two networks and its slope. */
  readonly places: readonly {
    readonly x: number;
    readonly name: number;
    readonly up: number;
    readonly down: number;
    readonly slope: number;
    /** Less than 1 while it is on its way to another row. */
    readonly opacity: number;
  }[];
  /** The size of a small network. */
  readonly net: { readonly width: number };
  readonly head: number;
  /** How much of the runs, of the large bill and of the pass back is seen, 0 to 1. */
  readonly seen: { readonly runs: number; readonly strip: number; readonly back: number };
  /** What parts the two ways, where they stand under one another. */
  readonly rule: number | undefined;
  /** The two passes: where their networks stand, and how large. */
  readonly passes: {
    readonly forward: Point;
    readonly backward: Point;
    readonly width: number;
  };
  /** The gradients that the pass back brings, by column. */
  readonly gradients: readonly {
    readonly x: number;
    readonly y: number;
    readonly name: number | undefined;
  }[];
  /** Where the large bill stands once more, small, beside the one pass back: where there is no room for both at once. */
  readonly beside: { readonly top: number; readonly height: number } | undefined;
  /** Where the large bill begins. */
  readonly strip: number;
  /** Of the whole box. */
  readonly width: number;
}

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** From this size on the parts stand under one another; else one at a time. */
const WIDE = 560;
const TALL = 470;
const PER_ROW = 7;
/** The large bill beside the one pass back has to have so much. */
const LEAST_BESIDE = 38;

interface Grid {
  readonly left: number;
  readonly column: number;
  readonly top: number;
  readonly block: number;
  /** Of a parameter's name, its two networks and its slope, from the top of its row. */
  readonly offsets: readonly number[];
  readonly perRow: number;
}

/** The place of a parameter in a grid. */
const placeIn = (
  { left, column, top, block, offsets, perRow }: Grid,
  i: number,
  opacity = 1,
): Layout['places'][number] => {
  const [name, up, down, slope] = offsets.map((offset) => top + Math.floor(i / perRow) * block + offset) as [
    number,
    number,
    number,
    number,
  ];
  return { x: left + column * ((i % perRow) + 0.5), name, up, down, slope, opacity };
};

const placesIn = (count: number, grid: Grid): Layout['places'] =>
  Array.from({ length: count }, (_, i) => placeIn(grid, i));

/** The share of a movement that is over when another, of which this one is a part from `begin` to `end`, is at `t`. */
const within = (begin: number, end: number, t: number): number =>
  Math.min(1, Math.max(0, (t - begin) / (end - begin)));

/** Of the movement to one row: when the second row is gone, and when it comes again at the end of the first. */
const GONE = 0.3;
const COMES = 0.7;

/** Between two rows and one: the first draws together, the second, which would run over it, goes and comes again. */
const between = (count: number, from: Grid, to: Grid, t: number): Layout['places'] => {
  const drawn = within(0, COMES, t);
  const first: Grid = {
    ...from,
    column: mix(from.column, to.column, drawn),
    top: mix(from.top, to.top, drawn),
    offsets: from.offsets.map((offset, i) => mix(offset, to.offsets[i] ?? offset, drawn)),
  };
  return Array.from({ length: count }, (_, i) => {
    if (i < PER_ROW) return placeIn(first, i);
    return t < COMES ? placeIn(from, i, 1 - within(0, GONE, t)) : placeIn(to, i, within(COMES, 1, t));
  });
};

const wide = (width: number, height: number, count: number, { strip, back }: Layout['seen']): Layout => {
  const moved = Math.max(strip, back);
  const drawn = within(0, COMES, moved);
  const label = 56;
  const block = (height - 70) / 2;
  const large: Grid = {
    left: label,
    column: (width - label) / PER_ROW,
    top: 66,
    block,
    offsets: [14, 14 + block * 0.27, 14 + block * 0.57, block * 0.84],
    perRow: PER_ROW,
  };
  const small: Grid = {
    left: label,
    column: (width - label) / count,
    top: 56,
    block: 0,
    offsets: [14, 42, 82, 122],
    perRow: count,
  };
  // Under the row of slopes, with air for the lines that fan out between the pass back and its gradients.
  const rule = 56 + 122 + 16;
  const stretch = Math.min(1.15, Math.max(0.7, (height - rule) / 320));
  const passesAt = rule + 58 * stretch;
  const gradientsAt = rule + 158 * stretch;
  return {
    isWide: true,
    type: { letter: 14, number: mix(14, 12, drawn), count: 36 },
    places: between(count, large, small, moved),
    net: { width: mix(Math.min(78, block * 0.36), 42, drawn) },
    head: 34,
    seen: { runs: 1, strip: within(GONE, 1, strip), back },
    rule,
    passes: {
      forward: { x: width * 0.43, y: passesAt },
      backward: { x: width * 0.6, y: passesAt },
      width: 66,
    },
    gradients: placesIn(count, small).map(({ x }) => ({ x, y: gradientsAt, name: undefined })),
    beside: undefined,
    strip: mix(rule + (height - rule) * 0.34, gradientsAt + 34, back),
    width,
  };
};

const single = (width: number, height: number, count: number, { strip, back }: Layout['seen']): Layout => {
  const isWide = width >= WIDE;
  const perRow = isWide ? count : PER_ROW;
  const rows = Math.ceil(count / perRow);
  const left = isWide ? 56 : 0;
  const column = (width - left) / perRow;
  const block = (height - 40) / rows;
  const grid: Grid = {
    left,
    column,
    top: 34,
    block,
    offsets: [10, 10 + block * 0.26, 10 + block * 0.55, block * 0.86],
    perRow,
  };
  const net = Math.min(column - 10, block * 0.34, 78);
  // Beside the words on the left there is room for two, with their lines and nodes.
  const pass = Math.min(130, Math.max(60, height * 0.24), (width - (isWide ? 200 : 140)) / 2.5);
  const passesAt = 22 + pass * 0.42;
  const gradientsAt = Math.max(passesAt + pass * 0.62 + 44, height * 0.46);
  const gradients: Grid = { left, column, top: gradientsAt, block: 42, offsets: [12, 0, 0, 28], perRow };
  // A second row stands between the columns of the first: what falls down to it passes between them.
  const aside = (i: number): number => (i < perRow ? 0 : column / 2);
  const under = gradientsAt + gradients.block * rows;
  return {
    isWide,
    type: { letter: isWide ? 14 : 12, number: 12, count: isWide ? 30 : 20 },
    places: placesIn(count, grid),
    net: { width: net },
    head: isWide ? 26 : 20,
    seen: {
      runs: 1 - Math.max(strip, back),
      strip: strip * (1 - within(0, GONE, back)),
      back: within(GONE, 1, back),
    },
    rule: undefined,
    passes: {
      forward: { x: width - pass * 1.85, y: passesAt },
      backward: { x: width - pass * 0.6, y: passesAt },
      width: pass,
    },
    gradients: placesIn(count, gradients).map(({ x, name, slope }, i) => ({
      x: x + aside(i),
      y: slope,
      name,
    })),
    beside: height - under < LEAST_BESIDE ? undefined : { top: under, height: height - under },
    strip: Math.max(8, (height - (isWide ? 100 : 150)) / 2),
    width,
  };
};

/** Where everything stands for so many parameters. */
export const layoutIn = (
  width: number,
  height: number,
  count: number,
  strip: number,
  back: number,
): Layout => {
  const seen = { runs: 1, strip, back };
  return width >= WIDE && height >= TALL
    ? wide(width, height, count, seen)
    : single(width, height, count, seen);
};

/** Whether the large bill is on show. */
export const stripIsSeen = ({ strip }: BillDials): boolean => strip > 0.5;
