import { ticks } from 'd3';

type Span = readonly [from: number, to: number];

/** Where a number lies on an axis, in px. */
export interface Scale {
  (value: number): number;
  readonly domain: Span;
  /** About so many round numbers of the domain. */
  ticks(count: number): readonly number[];
}

/**
 * The numbers of `domain` laid out evenly over `range`, in px; a domain of one number has it in the middle. As d3's
 * `scaleLinear`, which brings colours, dates and formats along: six times the bytes of all three charts.
 */
export const scale = (domain: Span, range: Span): Scale => {
  const [first, last] = domain;
  const [from, to] = range;
  const place = (value: number): number =>
    from + (first === last ? 0.5 : (value - first) / (last - first)) * (to - from);
  // Among the smallest numbers there are, d3 counts its ticks wrong, and throws.
  const isPoint = Math.abs(last - first) < 1e-300;
  return Object.assign(place, {
    domain,
    ticks: (count: number) => (isPoint ? [first] : ticks(first, last, count)),
  });
};

const short = (px: number): number => Math.round(px * 100) / 100;

/** The path of the straight line through points, in px, to a hundredth. */
export const polyline = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.length === 0 ? '' : `M${points.map(([x, y]) => `${short(x)},${short(y)}`).join('L')}`;

/** A gap so large can be seen as it is, in px. */
const SEEN = 28;

/** The power of ten by which a gap of so many px has to be enlarged to be seen; 0 where it is seen as it is. */
export const enlargement = (px: number): number =>
  px <= 0 || !Number.isFinite(px) ? 0 : Math.max(0, Math.floor(Math.log10(SEEN / px)));
