import type { Geometry } from '../layout/geometry.ts';
import { boxAround, isOn, offset, type Box, type Point } from '../layout/shapes.ts';
import { shifted, type Text } from './text.ts';

/** How far a text may give way, in px, nearest first. */
const STEPS = [0, 4, -4, 8, -8, 12, -12, 16, -16, 22, -22, 28, -28];
const WAYS: readonly Point[] = STEPS.flatMap((x) => STEPS.map((y) => ({ x, y }))).toSorted(
  (a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y),
);

const bodies = (g: Geometry): readonly Box[] => [
  ...g.neurons.flat().map(({ at }) => boxAround(at, g.capsule)),
  ...g.inputs.map((at) => boxAround(at, { width: 1.8 * g.radius, height: 1.8 * g.radius })),
];

/**
 * Puts texts that yield out of the way of all that stands fast, and of one another, the first of them first: for numbers
 * as wide as no place allows for. Returns each by its key where it goes; what finds no place is not among them.
 */
export const settled = (
  yielding: readonly Text[],
  standing: readonly Text[],
  g: Geometry,
): ReadonlyMap<string, Text> => {
  const taken: Box[] = [...standing.map(({ box }) => box), ...bodies(g)];
  const isFree = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= g.width &&
    box.top >= 0 &&
    box.bottom <= g.height &&
    !taken.some((other) => isOn(box, other));
  const found = new Map<string, Text>();
  for (const text of yielding) {
    const ways = text.yields === 'aside' ? WAYS : WAYS.slice(0, 1);
    const way = ways.find((by) => isFree(offset(text.box, by)));
    if (!way) continue;
    const there = shifted(text, way);
    taken.push(there.box);
    found.set(text.key, there);
  }
  return found;
};
