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
  /** Where the one pass back is put beside the large bill, where there is no room for both. */
  readonly note: number | undefined;
  /** Where the large bill begins. */
  readonly strip: { readonly top: number; readonly left: number; readonly right: number };
}

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** From this size on the parts stand under one another; else one at a time. */
const WIDE = 560;
const TALL = 470;
const PER_ROW = 7;

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
    };
  });

const between = (from: Layout['places'], to: Layout['places'], t: number): Layout['places'] =>
  from.map((place, i) => {
    const end = to[i] ?? place;
    return {
      x: mix(place.x, end.x, t),
      name: mix(place.name, end.name, t),
      up: mix(place.up, end.up, t),
      down: mix(place.down, end.down, t),
      slope: mix(place.slope, end.slope, t),
    };
  });

const wide = (width: number, height: number, count: number, { strip, back }: Layout['seen']): Layout => {
  const moved = Math.max(strip, back);
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
    type: { letter: 14, number: mix(14, 12, moved), count: 36 },
    places: between(placesIn(count, large), placesIn(count, small), moved),
    net: { width: mix(Math.min(78, block * 0.36), 42, moved) },
    head: 34,
    seen: { runs: 1, strip, back },
    rule,
    passes: {
      forward: { x: width * 0.43, y: passesAt },
      backward: { x: width * 0.6, y: passesAt },
      width: 66,
    },
    gradients: placesIn(count, small).map(({ x }) => ({ x, y: gradientsAt, name: undefined })),
    note: undefined,
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
  const pass = Math.min(130, Math.max(60, height * 0.24));
  const passesAt = 22 + pass * 0.42;
  const gradientsAt = Math.max(passesAt + pass * 0.62 + 44, height * 0.46);
  const gradients: Grid = { left, column, top: gradientsAt, block: 46, offsets: [12, 0, 0, 28], perRow };
  return {
    isWide,
    type: { letter: isWide ? 14 : 12, number: 12, count: isWide ? 30 : 20 },
    places: placesIn(count, grid),
    net: { width: net },
    head: isWide ? 26 : 20,
    seen: { runs: 1 - Math.max(strip, back), strip: strip * (1 - back), back },
    rule: undefined,
    passes: {
      forward: { x: width - pass * 1.75, y: passesAt },
      backward: { x: width - pass * 0.55, y: passesAt },
      width: pass,
    },
    gradients: placesIn(count, gradients).map(({ x, name, slope }) => ({ x, y: slope, name })),
    note: gradientsAt + 46 * rows + 22,
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

/** Whether the large bill is on show: where the parts are shown one at a time it gives way to the pass back. */
export const stripIsSeen = ({ strip, back }: BillDials, width: number, height: number): boolean =>
  strip > 0.5 && (isStacked(width, height) || back < 0.5);
