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
  readonly strip: { readonly top: number; readonly left: number; readonly right: number };
}

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** From this size on the parts stand under one another; else one at a time. */
const WIDE = 560;
const TALL = 470;
const PER_ROW = 7;
/** The large bill beside the one pass back has to have so much. */
const LEAST_BESIDE = 38;

const isStacked = (width: number, height: number): boolean => width >= WIDE && height >= TALL;

interface Grid {
  readonly left: number;
  readonly column: number;
  readonly top: number;
  readonly block: number;
  readonly offsets: readonly [name: number, up: number, down: number, slope: number];
  readonly perRow: number;
}

const placesIn = (count: number, { left, column, top, block, offsets, perRow }: Grid): Layout['places'] =>
  Array.from({ length: count }, (_, i) => {
    const y = top + Math.floor(i / perRow) * block;
    const [name, up, down, slope] = offsets;
    return {
      x: left + column * ((i % perRow) + 0.5),
      name: y + name,
      up: y + up,
      down: y + down,
      slope: y + slope,
      opacity: 1,
    };
  });

/** The share of a movement that is over when another, of which this one is a part from `begin` to `end`, is at `t`. */
const within = (begin: number, end: number, t: number): number =>
  Math.min(1, Math.max(0, (t - begin) / (end - begin)));

/** Of the movement to one row: when the second row is gone, and when it comes again at the end of the first. */
const GONE = 0.3;
const COMES = 0.7;

/** Between two rows and one: the first draws together, the second, which would run over it, goes and comes again. */
const between = (from: Layout['places'], to: Layout['places'], t: number): Layout['places'] =>
  from.map((place, i) => {
    const end = to[i] ?? place;
    if (i >= PER_ROW)
      return t < COMES
        ? { ...place, opacity: 1 - within(0, GONE, t) }
        : { ...end, opacity: within(COMES, 1, t) };
    const drawn = within(0, COMES, t);
    return {
      opacity: 1,
      x: mix(place.x, end.x, drawn),
      name: mix(place.name, end.name, drawn),
      up: mix(place.up, end.up, drawn),
      down: mix(place.down, end.down, drawn),
      slope: mix(place.slope, end.slope, drawn),
    };
  });

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
    places: between(placesIn(count, large), placesIn(count, small), moved),
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
    strip: { top: mix(rule + (height - rule) * 0.34, gradientsAt + 34, back), left: 0, right: width },
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
    strip: { top: Math.max(8, (height - (isWide ? 100 : 150)) / 2), left: 0, right: width },
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
  return isStacked(width, height) ? wide(width, height, count, seen) : single(width, height, count, seen);
};

/** Whether the large bill is on show. */
export const stripIsSeen = ({ strip }: BillDials): boolean => strip > 0.5;
