import type { Box, Point } from './shapes.ts';

/** The part of the straight line between two points that lies within a box; undefined where none does. */
export const clipped = (from: Point, to: Point, box: Box): readonly [Point, Point] | undefined => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [first, last] = [0, 1];
  // How fast the line nears each side, and how far it is from there: the way of Liang and Barsky.
  for (const [speed, way] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (speed === 0 && way < 0) return undefined;
    if (speed < 0) first = Math.max(first, way / speed);
    if (speed > 0) last = Math.min(last, way / speed);
  }
  if (first > last) return undefined;
  const point = (t: number): Point => ({ x: from.x + dx * t, y: from.y + dy * t });
  return [point(first), point(last)];
};

/** Whether the line through some points passes through a box. */
export const passes = (line: readonly Point[], box: Box): boolean =>
  line.some((point, i) => {
    const next = line[i + 1];
    return next !== undefined && clipped(point, next, box) !== undefined;
  });

/** Of some places the first through whose box the fewest lines pass. Throws RangeError without a place. */
export const clearest = <T extends { readonly box: Box }>(
  places: readonly T[],
  lines: readonly (readonly Point[])[],
): T => {
  const crossings = places.map(({ box }) => lines.filter((line) => passes(line, box)).length);
  const best = places[crossings.indexOf(Math.min(...crossings))];
  if (!best) throw new RangeError('Expected at least one place');
  return best;
};
