import type { Ribbon } from './layout.ts';

/** Points of a curve between two nodes. */
const SAMPLES = 14;
/** A steep ribbon is drawn so much taller that it keeps its width, up to this. */
const STEEPEST = 2.3;

interface Sample {
  readonly x: number;
  readonly y: number;
  /** Of the ribbon, straight up and down. */
  readonly tall: number;
}

const short = (px: number): number => Math.round(px * 10) / 10;

/** The middle of a ribbon from left to right: level beside its nodes, and in an S between them. */
const samplesOf = ({ stops, thickness }: Ribbon): readonly Sample[] =>
  stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    const level = [
      { x: stop.from, y: stop.y, tall: thickness },
      { x: stop.to, y: stop.y, tall: thickness },
    ];
    if (!next) return level;
    const dx = next.from - stop.to;
    const dy = next.y - stop.y;
    const curve = Array.from({ length: SAMPLES - 1 }, (_, k) => {
      const t = (k + 1) / SAMPLES;
      const slope = (dy / dx) * 6 * t * (1 - t);
      return {
        x: stop.to + dx * t,
        y: stop.y + dy * t * t * (3 - 2 * t),
        tall: thickness * Math.min(STEEPEST, Math.hypot(1, slope)),
      };
    });
    return [...level, ...curve];
  });

const joined = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${short(x)},${short(y)}`).join('L');

/** The outline of a ribbon. */
export const outlineOf = (ribbon: Ribbon): string => {
  const samples = samplesOf(ribbon);
  const top = samples.map(({ x, y, tall }) => [x, y - tall / 2] as const);
  const bottom = samples.map(({ x, y, tall }) => [x, y + tall / 2] as const).toReversed();
  return `M${joined([...top, ...bottom])}Z`;
};

/** The middle line of a ribbon. */
export const middleOf = (ribbon: Ribbon): string =>
  `M${joined(samplesOf(ribbon).map(({ x, y }) => [x, y] as const))}`;
