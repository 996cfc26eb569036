import { boxAround, distanceTo, grown, isOn, isWithin, type Box, type Point } from '../layout/shapes.ts';
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

const boxesFor = (lines: readonly string[], size: number, room: Box): readonly Box[] => {
  const width = Math.max(...lines.map((line) => widthOf(line, size)));
  const height = size * (0.84 + ROW * (lines.length - 1));
  const columns = Math.floor((room.right - room.left - width) / STEP.x);
  const rows = Math.floor((room.bottom - room.top - height) / STEP.y);
  return Array.from({ length: Math.max(0, columns + 1) }, (_, i) => room.left + i * STEP.x).flatMap((left) =>
    Array.from({ length: Math.max(0, rows + 1) }, (__, j) => room.top + j * STEP.y).map((top) => ({
      left,
      right: left + width,
      top,
      bottom: top + height,
    })),
  );
};

/** The best place for a text; undefined where the room is smaller than it is. */
export const labelIn = (
  { ways, size, at, hasLeader }: Wanted,
  { room, lines, taken, rods }: Obstacles,
): Label | undefined => {
  const places = ways
    .flatMap((way, i) =>
      boxesFor(way, size, room).map((box) => ({ way, box, cost: distanceTo(at, box) + COST.way * i })),
    )
    .toSorted((a, b) => a.cost - b.cost);
  let best: (typeof places)[number] | undefined;
  let least = Infinity;
  for (const place of places) {
    if (place.cost >= least) break;
    const air = grown(place.box, AIR);
    let { cost } = place;
    for (const line of lines) if (line.some((point) => isWithin(point, air))) cost += COST.line;
    for (const other of taken) if (isOn(air, other)) cost += COST.taken;
    for (const rod of rods) if (rod > air.left && rod < air.right) cost += COST.rod;
    if (cost < least && hasLeader) {
      // It may end in its own curve, and cross no other.
      const from = nearestIn(place.box, at);
      if (lines.slice(1).some((line) => meets(from, at, line))) cost += COST.led;
    }
    if (cost < least) [best, least] = [place, cost];
  }
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
