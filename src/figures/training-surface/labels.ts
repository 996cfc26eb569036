import { format } from '../../story/format.ts';
import type { Box as Bounds, Point } from '../layout/shapes.ts';
import { firstFree, labelAt, type Crease, type Label } from './folds.ts';
import type { Contour } from './ground.ts';
import type { Box } from './layout.ts';

/** The size of its type, px. */
export const HEIGHT = 12.1;
/** How far a number on a contour stays from the edge of the map, from other numbers, px. */
const INSIDE = 26;
const APART = 74;
/** And from a fold, px. */
const OFF = 18;

/** How far a place is from a fold, px. */
const distanceTo = ({ from, to }: Crease, x: number, y: number): number => {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  return Math.abs(alongX * (y - from.y) - alongY * (x - from.x)) / Math.hypot(alongX, alongY);
};

/** The heights of some contours, each on its line, as far as they can stand there without crowding. */
export const heightsOf = (
  contours: readonly Contour[],
  creases: readonly Crease[],
  taken: readonly Bounds[],
  box: Box,
): readonly Label[] => {
  const found: Label[] = [];
  const inner = {
    x: box.x + INSIDE,
    y: box.y + INSIDE,
    width: box.width - 2 * INSIDE,
    height: box.height - 2 * INSIDE,
  };
  contours.forEach(({ edge, text }, i) => {
    const places = edge.filter(
      ([x, y]) =>
        creases.every((crease) => distanceTo(crease, x, y) > OFF) &&
        found.every(({ at }) => Math.hypot(at.x - x, at.y - y) > APART) &&
        x > inner.x &&
        y > inner.y &&
        x < inner.x + inner.width &&
        y < inner.y + inner.height,
    );
    // A step of a fixed share along the line, another one for each: they do not line up.
    const [x, y] = places[Math.floor(places.length * ((0.31 + i * 0.618) % 1))] ?? [];
    if (x === undefined || y === undefined) return;
    const label = firstFree(
      [labelAt(text, { x, y }, HEIGHT)],
      [...taken, ...found.map((one) => one.box)],
      box,
    );
    if (label) found.push(label);
  });
  return found;
};

/** Says of ground that is level all over, and so without contours, how high it is: where nothing else is, one below another. */
export const levelIn = (box: Box, loss: number, taken: readonly Bounds[]): readonly Label[] => {
  const text = `level: ${format(loss)} wherever you look`;
  const places = [0.08, 0.2, 0.32, 0.68, 0.8, 0.92].map((share) =>
    labelAt(text, { x: box.x + box.width / 2, y: box.y + box.height * share }, HEIGHT),
  );
  const label = firstFree(places, taken, box);
  return label ? [label] : [];
};

/** Round about a point: where its name may stand, the best places first. */
export const namesAround = (text: string, { x, y }: Point, size: number, off: number): readonly Label[] => {
  const { box } = labelAt(text, { x, y }, size);
  const half = (box.right - box.left) / 2;
  return [
    { x: x + half + off, y },
    { x: x - half - off, y },
    { x, y: y - size * 0.6 - off },
    { x, y: y + size * 0.6 + off },
    { x: x + half + off, y: y - size },
    { x: x - half - off, y: y - size },
    { x: x + half + off, y: y + size },
    { x: x - half - off, y: y + size },
  ].map((at) => labelAt(text, at, size));
};
