import { backwardStrand, edgeOf } from './edges.ts';
import type { Geometry } from './geometry.ts';
import {
  boxAround,
  distanceTo,
  grown,
  isWithin,
  pointsOn,
  shared,
  type Box,
  type Point,
  type Size,
} from './shapes.ts';

/** Samples of an edge, by which it is told what lies on it. */
const SAMPLES = 24;

/** What a place costs: px² under other marks count most, then edges that it hides, then how far it is from its own, the more where another is nearer. */
const COST = { on: 40, over: 4, own: 0.9, back: 0.6, away: 1.8, astray: 30, along: 40 } as const;

/** A place that costs so much more than the best one is not looked at again. */
const DEAR = 400;

interface Edge {
  readonly id: string;
  readonly points: readonly Point[];
  readonly back: readonly Point[];
  /** Between two samples, in px. */
  readonly step: number;
}

interface Candidate {
  readonly box: Box;
  /** Whatever the other labels do. */
  readonly cost: number;
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((length, { x, y }, i) => {
    const before = points[i - 1];
    return before ? length + Math.hypot(x - before.x, y - before.y) : 0;
  }, 0);

const countIn = (points: readonly Point[], box: Box): number => {
  let count = 0;
  for (const point of points) if (isWithin(point, box)) count++;
  return count;
};

const nearest = (points: readonly Point[], box: Box): number => {
  let least = Infinity;
  for (const point of points) least = Math.min(least, distanceTo(point, box));
  return least;
};

/** Middles where a label of a size may stand at a point of its edge: beside it, clear of what travels there, or on it. */
const around = ({ x, y }: Point, { width, height }: Size, clear: number): readonly Point[] => {
  const [aside, over] = [width / 2 + clear, height / 2 + clear];
  const corner = 0.7;
  return [
    { x, y: y - over },
    { x, y: y + over },
    { x: x - aside, y },
    { x: x + aside, y },
    ...[-corner, corner].flatMap((right) =>
      [-corner, corner].map((down) => ({ x: x + aside * right, y: y + over * down })),
    ),
    { x, y },
  ];
};

/** The places for the label of one edge with what each costs, whatever the other labels do. */
const candidatesFor = (
  g: Geometry,
  edge: Edge,
  others: readonly Edge[],
  obstacles: readonly Box[],
  size: Size,
  best: number,
): readonly Candidate[] => {
  const found: Candidate[] = [];
  let least = Infinity;
  for (let i = 2; i <= SAMPLES - 2; i += 2) {
    const point = edge.points[i];
    if (!point) continue;
    for (const at of around(point, size, g.packet.radius + 2)) {
      const box = boxAround(at, size);
      if (box.left < 1 || box.right > g.width - 1 || box.top < 1 || box.bottom > g.height - 1) continue;
      const air = grown(box, 1.5);
      let cost = Math.abs(i / SAMPLES - best) * COST.along;
      for (const other of obstacles) cost += shared(air, other) * COST.on;
      if (cost > least + DEAR) continue;
      const away = nearest(edge.points, box);
      cost += away * COST.away;
      cost += (countIn(edge.points, box) * COST.own + countIn(edge.back, box) * COST.back) * edge.step;
      for (const { points, back, step } of others)
        cost += (countIn(points, air) * COST.over + countIn(back, air) * COST.back) * step;
      if (cost > least + DEAR) continue;
      if (others.some(({ points }) => nearest(points, box) < away)) cost += COST.astray;
      least = Math.min(least, cost);
      found.push({ box, cost });
    }
  }
  return found.filter(({ cost }) => cost <= least + DEAR).toSorted((a, b) => a.cost - b.cost);
};

/** A label may share so much with another mark, in px². */
const TOUCH = 2;

/**
 * Places for labels of one size, one by each of the layer's edges, on no obstacle and not on one another; undefined where
 * there is no room for all.
 */
export const spread = (
  g: Geometry,
  layer: number,
  ids: readonly string[],
  size: Size,
  obstacles: readonly Box[],
): ReadonlyMap<string, Box> | undefined => {
  const [from = 1, to = 1] = g.sizes.slice(layer - 1);
  // Where the edges of a layer are furthest apart.
  const best = to > from ? 0.7 : to < from ? 0.3 : 0.62;
  const edges = ids.map((id): Edge => {
    const points = pointsOn(edgeOf(g, id), SAMPLES);
    return { id, points, back: pointsOn(backwardStrand(g, id), SAMPLES), step: lengthOf(points) / SAMPLES };
  });
  const candidates = edges.map((edge) =>
    candidatesFor(
      g,
      edge,
      edges.filter((other) => other !== edge),
      obstacles,
      size,
      best,
    ),
  );
  const found: (Box | undefined)[] = edges.map(() => undefined);
  // Each in its turn takes the place that is best as the others stand, until they have come to rest.
  for (let sweep = 0; sweep < 4; sweep++) {
    candidates.forEach((places, i) => {
      let least = Infinity;
      for (const { box, cost } of places) {
        if (cost >= least) break;
        let whole = cost;
        found.forEach((other, j) => {
          if (other && j !== i) whole += shared(grown(box, 1.5), other) * COST.on;
        });
        if (whole >= least) continue;
        least = whole;
        found[i] = box;
      }
    });
  }
  const boxes = found.filter((box) => box !== undefined);
  const isClear = boxes.every((box, i) =>
    [...obstacles, ...boxes.slice(i + 1)].every((other) => shared(box, other) < TOUCH),
  );
  if (boxes.length < edges.length || !isClear) return undefined;
  return new Map(boxes.map((box, i) => [ids[i] ?? '', box]));
};
