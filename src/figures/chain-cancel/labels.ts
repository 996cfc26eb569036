import { boxAround, grown, isOn, isWithin, type Box, type Point } from '../layout/shapes.ts';
import { widthOf } from '../layout/type.ts';

// Places for words and numbers among curves: each as near to what it names as it can be without lying on anything.

/** A text in its place: its lines from the top, all from one left edge. */
export interface Label {
  readonly lines: readonly string[];
  readonly box: Box;
  /** The middle of its first line; the others follow, so far below. */
  readonly first: number;
  readonly row: number;
  /** From the text to what it names; undefined where it stands right there. */
  readonly leader: readonly [from: Point, to: Point] | undefined;
}

export interface Wanted {
  /** Ways to write it, the best first. */
  readonly ways: readonly (readonly string[])[];
  readonly size: number;
  /** What it names. */
  readonly at: Point;
  readonly hasLeader: boolean;
}

export interface Obstacles {
  readonly room: Box;
  /** Lines that no text may lie on, as points close to one another. */
  readonly lines: readonly (readonly Point[])[];
  readonly taken: readonly Box[];
  /** Upright lines, which are worth less. */
  readonly rods: readonly number[];
}

const STEP = { x: 9, y: 6 } as const;
const ROW = 1.3;
/** Air around a text, px. */
const AIR = 3;
/** From so far on, px, a text is led to what it names. */
const NEAR = 9;
const COST = { line: 2000, taken: 2000, rod: 900, led: 600, way: 30 } as const;

/** On which side of the line from `a` to `b` a point lies. */
const sideOf = (a: Point, b: Point, { x, y }: Point): number =>
  Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));

const meets = (a: Point, b: Point, line: readonly Point[]): boolean =>
  line.some((point, i) => {
    const next = line[i + 1];
    return (
      next !== undefined &&
      sideOf(a, b, point) !== sideOf(a, b, next) &&
      sideOf(point, next, a) !== sideOf(point, next, b)
    );
  });

const nearestIn = ({ left, right, top, bottom }: Box, { x, y }: Point): Point => ({
  x: Math.max(left, Math.min(x, right)),
  y: Math.max(top, Math.min(y, bottom)),
});

/** How far the places for a text lie off what it names in one direction, nearest first. */
interface Offset {
  readonly start: number;
  readonly off: number;
  readonly order: number;
}

/** Where a length can begin between two ends, nearest to a place first. */
const startsIn = (low: number, high: number, length: number, step: number, at: number): readonly Offset[] =>
  Array.from({ length: Math.max(0, Math.floor((high - low - length) / step) + 1) }, (_, order) => {
    const start = low + order * step;
    return { start, order, off: Math.max(start - at, 0, at - start - length) };
  }).toSorted((a, b) => a.off - b.off);

/** The best place for a text; undefined where the room is smaller than it is. */
export const labelIn = (
  { ways, size, at, hasLeader }: Wanted,
  { room, lines, taken, rods }: Obstacles,
): Label | undefined => {
  let best:
    { readonly way: readonly string[]; readonly box: Box; readonly rank: readonly number[] } | undefined;
  let least = Infinity;
  const costOf = (box: Box, base: number): number => {
    const air = grown(box, AIR);
    let cost = base;
    for (const other of taken) if (isOn(air, other)) cost += COST.taken;
    for (const rod of rods) if (rod > air.left && rod < air.right) cost += COST.rod;
    for (const line of lines) {
      if (cost > least) return cost;
      if (line.some((point) => isWithin(point, air))) cost += COST.line;
    }
    if (cost > least || !hasLeader) return cost;
    // It may end in its own curve, and cross no other.
    const from = nearestIn(box, at);
    return lines.slice(1).some((line) => meets(from, at, line)) ? cost + COST.led : cost;
  };
  ways.forEach((way, i) => {
    const width = Math.max(...way.map((line) => widthOf(line, size)));
    const height = size * (0.84 + ROW * (way.length - 1));
    const rows = startsIn(room.top, room.bottom, height, STEP.y, at.y);
    for (const column of startsIn(room.left, room.right, width, STEP.x, at.x)) {
      if (column.off + COST.way * i > least) break;
      for (const row of rows) {
        const base = Math.hypot(column.off, row.off) + COST.way * i;
        if (base > least) break;
        const { start: left } = column;
        const { start: top } = row;
        const box = { left, right: left + width, top, bottom: top + height };
        const cost = costOf(box, base);
        const rank = [cost, base, i, column.order, row.order];
        // Of places that cost the same, always the same one.
        const first = best && rank.findIndex((value, k) => value !== best?.rank[k]);
        if (best && first !== undefined && (rank[first] ?? NaN) > (best.rank[first] ?? NaN)) continue;
        [best, least] = [{ way, box, rank }, cost];
      }
    }
  });
  if (!best) return undefined;
  const { way, box } = best;
  const from = nearestIn(box, at);
  return {
    lines: way,
    box,
    first: box.top + size * 0.42,
    row: size * ROW,
    leader: hasLeader && Math.hypot(from.x - at.x, from.y - at.y) > NEAR ? [from, at] : undefined,
  };
};

/** The box of a dot, with air around it. */
export const dotBox = (at: Point, radius: number): Box =>
  boxAround(at, { width: 2 * radius + 2, height: 2 * radius + 2 });
