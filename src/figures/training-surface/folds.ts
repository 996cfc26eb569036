import type { Fold } from '../../engine/index.ts';
import { foldsOf, type Surface } from '../../story/surface.ts';
import { isOn, rounded, type Box as Bounds, type Point } from '../layout/shapes.ts';
import { boxOfText, widthOf } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Window } from './window.ts';

/** A text on the map: its middle, and the room that it takes. */
export interface Label {
  readonly text: string;
  readonly at: Point;
  readonly box: Bounds;
  /** How far it is turned, in degrees, where it runs along a line. */
  readonly turn?: number;
}

/** A fold as it is seen: from edge to edge of the map, px. */
export interface Crease {
  readonly key: string;
  readonly fold: Fold;
  readonly from: Point;
  readonly to: Point;
  /** Where the unit is open, said on that side; undefined where there is no room. */
  readonly label: Label | undefined;
  /** The name lies on something that is marked: where that is drawn, it makes way. */
  readonly isCrowded: boolean;
}

/** A label as it is drawn, over whatever lies there. */
export const overMap = ({ text, at, turn }: Label, size: number, look: string): Text => ({
  ...at,
  text,
  turn,
  size,
  look: `over ${look}`,
  anchor: 'middle',
  isCentred: true,
});

/** A text around a place, px. */
export const labelAt = (text: string, at: Point, size: number): Label => ({
  text,
  at,
  box: boxOfText(at, widthOf(text, size), size),
});

/** A text around a place that runs along a line, readable from below or from the right. */
const labelAlong = (text: string, at: Point, size: number, line: Point): Label => {
  const [x, y] =
    line.x < -1e-6 || (Math.abs(line.x) <= 1e-6 && line.y > 0) ? [-line.x, -line.y] : [line.x, line.y];
  const steep = Math.hypot(x, y);
  const [cos, sin] = [x / steep, Math.abs(y) / steep];
  const [length, tall] = [widthOf(text, size), size * 0.84];
  const half = { x: (length * cos + tall * sin) / 2, y: (length * sin + tall * cos) / 2 };
  return {
    text,
    at,
    turn: rounded((Math.atan2(y, x) * 180) / Math.PI),
    box: { left: at.x - half.x, right: at.x + half.x, top: at.y - half.y, bottom: at.y + half.y },
  };
};

const isInside = ({ left, right, top, bottom }: Bounds, { x, y, width, height }: Box): boolean =>
  left >= x + 2 && right <= x + width - 2 && top >= y + 2 && bottom <= y + height - 2;

/** The first of some labels that lies in the map and on nothing that is there. */
export const firstFree = (labels: readonly Label[], taken: readonly Bounds[], box: Box): Label | undefined =>
  labels.find((label) => isInside(label.box, box) && taken.every((other) => !isOn(label.box, other)));

const PLACES = [0.05, 0.95, 0.14, 0.86, 0.25, 0.75, 0.4, 0.6, 0.5];

/** Where z, which is linear on the map, crosses zero along its four edges. */
const ends = (z: (at: Point) => number, { x, y, width, height }: Box): readonly Point[] => {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return corners.flatMap((from, i) => {
    const to = corners[(i + 1) % corners.length] ?? from;
    const [start, end] = [z(from), z(to)];
    if (start > 0 === end > 0) return [];
    const share = start / (start - end);
    return [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
  });
};

/** The folds that a window of a slice shows in a box; their names keep off what is `marked` on it where they can. */
export const creasesOf = (
  surface: Surface,
  window: Window,
  box: Box,
  size: number,
  marked: readonly Bounds[],
): readonly Crease[] => {
  const taken: Bounds[] = [];
  return foldsOf(surface).flatMap((fold) => {
    const { atZero, alongX, alongY, unit, example } = fold;
    const z = ({ x, y }: Point): number => {
      const [a, b] = window.value(x, y);
      return atZero + alongX * a + alongY * b;
    };
    const [from, to] = ends(z, box);
    if (!from || !to) return [];
    const text = `unit ${unit} open, day ${example + 1}`;
    // z rises fastest along this, px: to the side on which the unit is open.
    const [right, down] = window.isTurned ? [alongY, -alongX] : [alongX, -alongY];
    const steep = Math.hypot(right, down);
    const off = size * 0.5 + 5;
    const along = PLACES.map((share) =>
      labelAlong(
        text,
        {
          x: from.x + (to.x - from.x) * share + (right / steep) * off,
          y: from.y + (to.y - from.y) * share + (down / steep) * off,
        },
        size,
        { x: to.x - from.x, y: to.y - from.y },
      ),
    );
    const clear = firstFree(along, [...taken, ...marked], box);
    const label = clear ?? firstFree(along, taken, box);
    if (label) taken.push(label.box);
    return [{ key: `${unit} ${example}`, fold, from, to, label, isCrowded: clear === undefined }];
  });
};
