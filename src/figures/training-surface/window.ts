import { foldsOf, METHODS, pathOf, pulled, saddlesOf, type Surface } from '../../story/surface.ts';
import { held } from '../layout/shapes.ts';
import type { Box } from './layout.ts';

type Span = readonly [low: number, high: number];

/** Of the two parameters of a map: from where to where. */
export type Spans = readonly [a: Span, b: Span];

/** Which part of a slice is seen, and where its places lie, px. One unit is as long up as across: the gradient meets every line at a right angle. */
export interface Window {
  /** Whether the first parameter goes up, and not across. */
  readonly isTurned: boolean;
  /** Of the parameter that goes across, and of the one that goes up. */
  readonly across: Span;
  readonly up: Span;
  /** px a unit. */
  readonly unit: number;
  readonly place: (at: readonly [a: number, b: number]) => readonly [x: number, y: number];
  readonly value: (x: number, y: number) => readonly [a: number, b: number];
}

/** So much of the ground around the network is always seen, and so far a path, a fold or a saddle can widen it. */
const AROUND = 1.5;
const FAR = 4.2;
const NEAR = 3;
const MARGIN = 0.35;
/** Room for the arrow where the text pulls the point. */
const ARROW = 0.45;

const spanOf = (home: number, wanted: readonly number[]): Span => [
  Math.min(home - AROUND, ...wanted.map((value) => held(value, home - FAR, home + FAR) - MARGIN)),
  Math.max(home + AROUND, ...wanted.map((value) => held(value, home - FAR, home + FAR) + MARGIN)),
];

/** What of a slice should be seen: it depends on where the network stands, and not on where the point is. */
export const wantedOf = (surface: Surface): Spans => {
  const [a, b] = [0, 1].map(
    (i) => surface.home[surface.run.parameters.indexOf(surface.pair[i] ?? '')] ?? NaN,
  );
  const homes = [a ?? NaN, b ?? NaN] as const;
  const near = (i: 0 | 1, value: number): readonly number[] =>
    Math.abs(value - homes[i]) < NEAR ? [value] : [];
  const places = METHODS.flatMap((method) =>
    [false, true].flatMap(
      (movesAll) => pathOf(surface, method, { days: 'both', movesAll, start: surface.home }).places,
    ),
  );
  const folds = foldsOf(surface);
  const saddles = saddlesOf(surface);
  const pull = pulled(homes, 1);
  return [
    spanOf(homes[0], [
      pull[0],
      pull[0] + ARROW,
      ...places.map((place) => place[0]),
      ...folds.flatMap(({ atZero, alongX, alongY }) => (alongY === 0 ? near(0, -atZero / alongX) : [])),
      ...saddles.flatMap(({ x }) => near(0, x)),
    ]),
    spanOf(homes[1], [
      pull[1],
      pull[1] - ARROW,
      ...places.map((place) => place[1]),
      ...folds.flatMap(({ atZero, alongX, alongY }) => (alongX === 0 ? near(1, -atZero / alongY) : [])),
      ...saddles.flatMap(({ y }) => near(1, y)),
    ]),
  ];
};

const widened = ([low, high]: Span, length: number): Span => {
  const more = Math.max(0, length - (high - low)) / 2;
  return [low - more, high + more];
};

const around = ([low, high]: Span, value: number): Span => [
  Math.min(low, value - (value < low ? MARGIN : 0)),
  Math.max(high, value + (value > high ? MARGIN : 0)),
];

const windowIn = (a: Span, b: Span, box: Box): Window => {
  const unitFor = (across: Span, up: Span): number =>
    Math.min(box.width / (across[1] - across[0]), box.height / (up[1] - up[0]));
  const isTurned = unitFor(b, a) > unitFor(a, b) * 1.1;
  const [wide, tall] = isTurned ? [b, a] : [a, b];
  const unit = unitFor(wide, tall);
  const across = widened(wide, box.width / unit);
  const up = widened(tall, box.height / unit);
  const bottom = box.y + box.height;
  return {
    isTurned,
    across,
    up,
    unit,
    place: ([first, second]) => {
      const [h, v] = isTurned ? [second, first] : [first, second];
      return [box.x + (h - across[0]) * unit, bottom - (v - up[0]) * unit];
    },
    value: (x, y) => {
      const h = across[0] + (x - box.x) / unit;
      const v = up[0] + (bottom - y) / unit;
      return isTurned ? [v, h] : [h, v];
    },
  };
};

/** The part of a slice that is seen in a box: at least what is wanted, and wider where the point has been put outside of it. */
export const seenFrom = (surface: Surface, [a, b]: Spans, box: Box): Window => {
  const seen = windowIn(a, b, box);
  const [spanA, spanB] = seen.isTurned ? [seen.up, seen.across] : [seen.across, seen.up];
  const [wideA, wideB] = [around(spanA, surface.at[0]), around(spanB, surface.at[1])];
  const isInside = [...wideA, ...wideB].every(
    (end, i) => Math.abs(end - ([...spanA, ...spanB][i] ?? NaN)) < 1e-9,
  );
  return isInside ? seen : windowIn(wideA, wideB, box);
};
