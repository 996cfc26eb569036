type Point = readonly [x: number, y: number];

/** Closer than this, in px, two points of a line are not told apart. */
const APART = 3;

/** Of the points of a line, from left to right, as many as can be told apart: of those that cannot, the highest and the lowest. */
export const thinned = (points: readonly Point[]): readonly Point[] => {
  const kept: Point[] = [];
  for (let first = 0, next = 0; first < points.length; first = next) {
    const [start = NaN] = points[first] ?? [];
    let [low, high] = [first, first];
    for (next = first + 1; next < points.length; next++) {
      const [x, y] = points[next] as Point;
      if (x - start >= APART) break;
      if (y < (points[low] as Point)[1]) low = next;
      if (y > (points[high] as Point)[1]) high = next;
    }
    for (const end of low === high ? [low] : [Math.min(low, high), Math.max(low, high)])
      kept.push(points[end] as Point);
  }
  return kept;
};
