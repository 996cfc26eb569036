import { contours } from 'd3';
import { at, type Example, type Network, type Vector } from '../../engine/index.ts';
import { parametersOf, sizesOf } from '../../engine/index.ts';
import { flatForward, flatPasses, type FlatPasses } from '../../engine/flat.ts';
import { few } from '../../story/few.ts';
import { formatTicks } from '../../story/format.ts';
import type { Row } from '../../story/gates/box.ts';

/** What of the two inputs is seen, each from where to where. */
export interface Window {
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

/** A square map of ŷ over the two inputs. */
export interface DecisionMap {
  /** Where ŷ is at least so much, px; one over the other. */
  readonly bands: readonly { readonly level: number; readonly path: string }[];
  /** Where it is one half. */
  readonly half: string;
  readonly dots: readonly Dot[];
  readonly ticks: { readonly across: readonly Tick[]; readonly up: readonly Tick[] };
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A row of the table on the map. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly row: Row;
}

const LEVELS = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
/** About so far apart are the places at which ŷ is worked out, px. */
const APART = 6;

const spanOf = (values: readonly number[]): readonly [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = high > low ? (high - low) * 0.28 : 1;
  return [low - air, high + air];
};

/** What is seen of the inputs of some rows: all of them, with air around. */
export const windowOf = (data: readonly Example[]): Window => ({
  across: spanOf(data.map(({ input }) => at(input, 0))),
  up: spanOf(data.map(({ input }) => at(input, 1))),
});

const between = ([low, high]: readonly [number, number], share: number): number => low + (high - low) * share;
const shareOf = ([low, high]: readonly [number, number], value: number): number =>
  (value - low) / (high - low);

const keptGrids = few<FlatPasses>(6);

/** ŷ at count × count places, row by row from the top. */
const predictionsOn = (network: Network, { across, up }: Window, count: number): Vector => {
  const sizes = sizesOf(network);
  const activation = at(network.layers, 0).activation;
  const passes = keptGrids([sizes, activation, across, up, count].join(), () =>
    flatPasses(
      network,
      Array.from({ length: count * count }, (_, i) => ({
        input: [
          between(across, (i % count) / (count - 1)),
          between(up, 1 - Math.floor(i / count) / (count - 1)),
        ],
        target: [0],
      })),
    ),
  );
  const theta = Float64Array.from(parametersOf(network));
  return Array.from({ length: count * count }, (_, i) => {
    flatForward(passes, theta, i);
    return passes.a[(i + 1) * passes.units - 1] ?? NaN;
  });
};

const short = (px: number): string => String(Math.round(px * 10) / 10);

const ticksOf = (
  span: readonly [number, number],
  values: readonly number[],
  place: (share: number) => number,
) => {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  // Those of the rows themselves; of many, the outermost.
  const few = distinct.length <= 3 ? distinct : [at(distinct, 0), at(distinct, distinct.length - 1)];
  const texts = formatTicks(few);
  return few.map((value, i): Tick => ({ at: place(shareOf(span, value)), text: texts[i] ?? '' }));
};

/** The map of a network with the rows that it learns, in a square of `side` px. */
export const mapOf = (network: Network, rows: readonly Row[], side: number): DecisionMap => {
  const window = windowOf(rows.map(({ example }) => example));
  const count = Math.max(16, Math.round(side / APART));
  const predictions = predictionsOn(network, window, count);
  // d3 has the middle of the first cell at ½.
  const px = (cell: number): number => ((cell - 0.5) / (count - 1)) * side;
  const pathOf = (level: number): string =>
    contours()
      .size([count, count])
      .contour([...predictions], level)
      .coordinates.flat()
      .map((ring) => `M${ring.map(([x = NaN, y = NaN]) => `${short(px(x))},${short(px(y))}`).join('L')}Z`)
      .join('');
  const bands = LEVELS.map((level) => ({ level, path: pathOf(level) })).filter(({ path }) => path !== '');
  return {
    bands,
    half: bands.find(({ level }) => level === 0.5)?.path ?? '',
    dots: rows.map((row) => ({
      x: shareOf(window.across, at(row.example.input, 0)) * side,
      y: (1 - shareOf(window.up, at(row.example.input, 1))) * side,
      row,
    })),
    ticks: {
      across: ticksOf(
        window.across,
        rows.map(({ example }) => at(example.input, 0)),
        (share) => share * side,
      ),
      up: ticksOf(
        window.up,
        rows.map(({ example }) => at(example.input, 1)),
        (share) => (1 - share) * side,
      ),
    },
  };
};
