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
  readonly net: { readonly width: number; readonly height: number };
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
    readonly height: number;
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

/** From this width on the parts stand under one another; else one at a time. */
const WIDE = 560;
const PER_ROW = 7;

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
    net: { width: mix(78, 42, moved), height: mix(Math.min(56, block * 0.24), 30, moved) },
    head: 34,
    seen: { runs: 1, strip, back },
    rule,
    passes: {
      forward: { x: width * 0.43, y: passesAt },
      backward: { x: width * 0.6, y: passesAt },
      width: 66,
      height: 46,
    },
    gradients: placesIn(count, small).map(({ x }) => ({ x, y: gradientsAt, name: undefined })),
    note: undefined,
    strip: { top: mix(rule + 60, gradientsAt + 34, back), left: 0, right: width },
  };
};

const narrow = (width: number, height: number, count: number, { strip, back }: Layout['seen']): Layout => {
  const block = (height - 40) / 2;
  const grid: Grid = {
    left: 0,
    column: width / PER_ROW,
    top: 34,
    block,
    offsets: [10, 10 + block * 0.26, 10 + block * 0.55, block * 0.86],
    perRow: PER_ROW,
  };
  const gradients: Grid = {
    left: 0,
    column: width / PER_ROW,
    top: height * 0.46,
    block: 46,
    offsets: [12, 0, 0, 28],
    perRow: PER_ROW,
  };
  return {
    isWide: false,
    type: { letter: 12, number: 12, count: 20 },
    places: placesIn(count, grid),
    net: { width: 36, height: Math.min(24, block * 0.23) },
    head: 20,
    seen: { runs: 1 - Math.max(strip, back), strip: strip * (1 - back), back },
    rule: undefined,
    passes: {
      forward: { x: width * 0.62, y: 44 },
      backward: { x: width * 0.86, y: 44 },
      width: 62,
      height: 42,
    },
    gradients: placesIn(count, gradients).map(({ x, name, slope }) => ({ x, y: slope, name })),
    note: height * 0.46 + 110,
    strip: { top: 8, left: 0, right: width },
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
  return width >= WIDE ? wide(width, height, count, seen) : narrow(width, height, count, seen);
};

/** Whether the large bill is on show: in a narrow box it gives way to the pass back. */
export const stripIsSeen = ({ strip, back }: BillDials, width: number): boolean =>
  strip > 0.5 && (width >= WIDE || back < 0.5);
