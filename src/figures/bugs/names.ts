import { boxAround, boxOfText, shared, widthOf, type Anchor, type Box, type Point } from '../layout/index.ts';

/** The name of a dot. */
export interface Name extends Point {
  readonly id: string;
  readonly text: string;
  readonly anchor: Anchor;
}

interface Named extends Point {
  readonly id: string;
  readonly text: string;
}

/** From the middle of a dot to its name, and half of what a dot takes, in px. */
const ASIDE = 10;
const DOT = 6.5;
/** Of one that has a ring around it. */
const RINGED = 13;
/** How far over a name's baseline the middle of its letters lies, in em. */
const MIDDLE = 0.364;

/** How much farther off a name may stand that is to be there by all means. */
const FARTHER = [1.4, 2, 2.6, 3.4, 4.4, 5.4];

const PLACES: readonly (readonly [dx: number, dy: number, anchor: Anchor])[] = [
  [1, 0.85, 'start'],
  [-1, -0.85, 'end'],
  [1, 0, 'start'],
  [-1, 0, 'end'],
  [0, 1.5, 'middle'],
  [0, -1.5, 'middle'],
  [1, -0.85, 'start'],
  [-1, 0.85, 'end'],
];

/** Points of a line, close together, as boxes without a size. */
const onLine = ([x1, y1, x2, y2]: readonly [number, number, number, number]): readonly Point[] =>
  Array.from({ length: 121 }, (_, i) => ({ x: x1 + ((x2 - x1) * i) / 120, y: y1 + ((y2 - y1) * i) / 120 }));

const holds = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
  x > left && x < right && y > top && y < bottom;

/**
 * Names beside dots, on no dot, no stem, no other name, and if it can be not on the line. One that finds no place is left out;
 * those of `order` choose first, and may stand farther off.
 */
export const namesBeside = (
  dots: readonly Named[],
  order: readonly string[],
  blocked: readonly Box[],
  line: readonly [number, number, number, number],
  { size, ...room }: Box & { readonly size: number },
): readonly Name[] => {
  const points = onLine(line);
  const bodies = [
    ...dots.map((dot) => {
      const size = 2 * (order.includes(dot.id) ? RINGED : DOT);
      return boxAround(dot, { width: size, height: size });
    }),
    ...blocked,
  ];
  const chosen = [...order.flatMap((id) => dots.filter((dot) => dot.id === id)), ...dots].filter(
    (dot, i, all) => all.indexOf(dot) === i,
  );
  return chosen.reduce<readonly (Name & { readonly box: Box })[]>((placed, { id, text, x, y }) => {
    const tries = (order.includes(id) ? FARTHER : [1])
      .flatMap((far) => PLACES.map(([dx, dy, anchor]) => [dx * far, dy * far, anchor] as const))
      .map(([dx, dy, anchor]) => {
        const middle = { x: x + dx * ASIDE, y: y + dy * ASIDE };
        const box = boxOfText(middle, widthOf(text, size), size, anchor);
        return { id, text, x: middle.x, y: middle.y + MIDDLE * size, anchor, box };
      })
      .filter(
        ({ box }) =>
          box.left >= room.left &&
          box.right <= room.right &&
          box.top >= room.top &&
          box.bottom <= room.bottom &&
          bodies.every((body) => shared(body, box) === 0) &&
          placed.every((other) => shared(other.box, box) === 0),
      );
    const best = tries.find(({ box }) => !points.some((point) => holds(box, point))) ?? tries[0];
    return best ? [...placed, best] : placed;
  }, []);
};
