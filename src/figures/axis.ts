import { nice, ticks } from 'd3';
import { formatDecade, formatTicks } from '../story/format.ts';

/** A number beside an axis. */
export interface Tick {
  readonly value: number;
  /** In px. */
  readonly at: number;
  readonly text: string;
}

/** An axis of numbers: where each lies in px, and back. Numbers past its ends lie at them. */
export interface Axis {
  readonly place: (value: number) => number;
  readonly value: (px: number) => number;
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly Tick[];
}

type Range = readonly [from: number, to: number];

const held = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const axisOf = (
  domain: Range,
  [from, to]: Range,
  share: (value: number) => number,
  back: (share: number) => number,
  written: readonly (readonly [value: number, text: string])[],
): Axis => {
  const place = (value: number): number => from + held(share(value), 0, 1) * (to - from);
  return {
    place,
    value: (px) => back(held((px - from) / (to - from), 0, 1)),
    domain,
    ticks: written.map(([value, text]) => ({ value, at: place(value), text })),
  };
};

/** Evenly from `low` to `high`, both moved outwards to round numbers. At least about `count` ticks. */
export const evenAxis = (low: number, high: number, range: Range, count: number): Axis => {
  const spread = high - low;
  // Among the smallest numbers there are, d3 counts its ticks wrong.
  const [from, to] = spread > 1e-300 ? nice(low, high, count) : [low, low + 1];
  const round = ticks(from, to, count);
  const texts = formatTicks(round);
  return axisOf(
    [from, to],
    range,
    (value) => (value - from) / (to - from),
    (share) => from + share * (to - from),
    round.map((value, i) => [value, texts[i] ?? '']),
  );
};

/** So many decades lie between a zero and the smallest other number, where there is one. */
const ROOM_FOR_ZERO = 0.6;

/**
 * Logarithmically from the decade below `low` to the one above `high`, both above 0. With `hasZero` the end of the axis is a
 * 0, which has no logarithm, a little below all the rest.
 */
export const logAxis = (low: number, high: number, range: Range, count: number, hasZero: boolean): Axis => {
  const lowest = Math.floor(Math.log10(low) + 1e-9);
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(high) - 1e-9));
  const bottom = lowest - (hasZero ? Math.max(ROOM_FOR_ZERO, (highest - lowest) * 0.06) : 0);
  const every = Math.max(1, Math.ceil((highest - lowest) / count));
  const decades = Array.from(
    { length: Math.floor((highest - lowest) / every) + 1 },
    (_, i) => highest - i * every,
  );
  return axisOf(
    [hasZero ? 0 : 10 ** bottom, 10 ** highest],
    range,
    (value) => (value <= 0 ? 0 : (Math.log10(value) - bottom) / (highest - bottom)),
    (share) => (hasZero && share === 0 ? 0 : 10 ** (bottom + share * (highest - bottom))),
    [
      ...decades.map((exponent) => [10 ** exponent, formatDecade(exponent)] as const),
      ...(hasZero ? [[0, '0'] as const] : []),
    ],
  );
};
