type Point = readonly [x: number, y: number];

/** Closer than this, in px, two points of a line are not told apart. */
const APART = 3;

/** Of the points of a line, from left to right, as many as can be told apart: of those that cannot, the highest and the lowest. */
export const thinned = (points: readonly Point[]): readonly Point[] => {
  const clusters: Point[][] = [];
  for (const point of points) {
    const cluster = clusters.at(-1);
    const start = cluster?.[0];
    if (cluster && start && point[0] - start[0] < APART) cluster.push(point);
    else clusters.push([point]);
  }
  return clusters.flatMap((cluster) => {
    const heights = cluster.map(([, y]) => y);
    const ends = new Set([Math.min(...heights), Math.max(...heights)].map((y) => heights.indexOf(y)));
    return cluster.filter((_, i) => ends.has(i));
  });
};
