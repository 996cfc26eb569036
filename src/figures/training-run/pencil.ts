import type { Point } from '../layout/index.ts';

// A line as a pencil draws it: thicker here and thinner there, always the same for the same points.

/** Half of the line's width at a place along it, in px. */
const half = (i: number): number =>
  1.3 + 0.6 * Math.sin(i * 1.7) * Math.cos(i * 0.61) + 0.35 * Math.sin(i * 4.3);

const short = (px: number): number => Math.round(px * 10) / 10;

/** A smooth curve through the middles between points. */
const smooth = (points: readonly Point[], start: 'M' | 'L'): string => {
  const [first] = points;
  if (!first) return '';
  const bends = points.slice(1, -1).map(({ x, y }, i) => {
    const next = points[i + 2] ?? { x, y };
    return `Q${short(x)} ${short(y)} ${short((x + next.x) / 2)} ${short((y + next.y) / 2)}`;
  });
  const last = points.at(-1) ?? first;
  return `${start}${short(first.x)} ${short(first.y)}${bends.join('')}L${short(last.x)} ${short(last.y)}`;
};

/** The outline of a pencil line through points. */
export const pencil = (points: readonly Point[]): string => {
  if (points.length < 2) return '';
  const over = points.map(({ x, y }, i) => ({ x, y: y - half(i) }));
  const under = points.map(({ x, y }, i) => ({ x, y: y + half(i + 3) })).toReversed();
  return `${smooth(over, 'M')}${smooth(under, 'L')}Z`;
};
