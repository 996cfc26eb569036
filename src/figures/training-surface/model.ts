import { at, type OptimizerName } from '../../engine/index.ts';
import type { Frame } from '../../story/frame.ts';
import {
  nextOf,
  pathOf,
  saddlesOf,
  slopeOf,
  surfaceOf,
  SURFACE_STEPS,
  type Surface,
} from '../../story/surface.ts';
import { held, isWithin, type Box as Bounds, type Point } from '../layout/shapes.ts';
import { polyline } from '../scale.ts';
import type { SurfaceDials } from './dials.ts';
import { firstFree, type Label } from './folds.ts';
import { namesAround } from './labels.ts';
import type { Box } from './layout.ts';
import type { Window } from './window.ts';

export const METHOD_WORDS: Readonly<Record<OptimizerName, string>> = {
  sgd: 'descent',
  momentum: 'momentum',
  adam: 'Adam',
};

const within = (from: number, to: number, value: number): number => held((value - from) / (to - from), 0, 1);

/** The three movements that `slope` is made of, each from 0 to 1: the point, its arrow, the next step. */
export interface Moves {
  readonly pulled: number;
  readonly drawn: number;
  readonly stepped: number;
}

export const movementsOf = ({ slope }: Pick<SurfaceDials, 'slope'>): Moves => ({
  pulled: within(0, 0.4, slope),
  drawn: within(0.45, 0.7, slope),
  stepped: within(0.75, 1, slope),
});

/** The slice that a frame shows. */
export const surfaceIn = ({ reading, dials }: Frame<SurfaceDials>): Surface =>
  surfaceOf(reading, dials.view, dials.view === 'slope' ? movementsOf(dials).pulled : 1);

export const boundsOf = ({ x, y, width, height }: Box): Bounds => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height,
});

/** The room that a mark around a point takes, px. */
export const spotAt = ({ x, y }: Point, radius: number): Bounds => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** A point to be drawn, px: so far out that nobody sees it, it is brought near, for the sake of whoever draws it. */
const FAR = 1e4;
const drawable = ([x, y]: readonly [number, number]): readonly [number, number] => [
  held(x, -FAR, FAR),
  held(y, -FAR, FAR),
];

/** A run as a line on the map. */
export interface Trail {
  readonly method: OptimizerName;
  /** For comparison: the same with both days in every step. */
  readonly isPale: boolean;
  readonly path: string;
  /** Where its steps end, as far as they are on the map. */
  readonly beads: readonly Point[];
  readonly end: Point;
}

/** The runs from the point, as far as they have been told: `share` of their steps. */
export const trailsOf = (surface: Surface, window: Window, box: Box, share: number): readonly Trail[] => {
  const count = Math.round(share * SURFACE_STEPS) + 1;
  const trail = (method: OptimizerName, isPale: boolean): Trail => {
    const { places } = pathOf(surface, method, isPale ? { days: 'both' } : {});
    const points = places.slice(0, count).map((place) => drawable(window.place(place)));
    const dots = points.map(([x, y]) => ({ x, y }));
    const bounds = boundsOf(box);
    return {
      method,
      isPale,
      path: polyline(points),
      beads: dots.filter((dot) => isWithin(dot, bounds)),
      end: at(dots, dots.length - 1),
    };
  };
  return [
    // What is only compared with lies lowest, and the plain one on top.
    ...(surface.days === 'both' ? [] : surface.methods.map((method) => trail(method, true))),
    ...surface.methods.toReversed().map((method) => trail(method, false)),
  ];
};

/** The gradient at the point as an arrow, and where the next step leads. */
export interface Arrow {
  readonly from: Point;
  readonly to: Point;
  /** Nothing pulls: there is no arrow, and no step. */
  readonly isLevel: boolean;
  /** Path data of the arrow's head. */
  readonly head: string;
  readonly next: Point;
  readonly labels: readonly Label[];
}

/** The arrow's least and greatest length, px: between them it is drawn to the scale of the map. */
const [SHORTEST, LONGEST] = [30, 92];
const HEAD = 10;

export const arrowOf = (
  surface: Surface,
  window: Window,
  box: Box,
  size: number,
  taken: readonly Bounds[],
): Arrow => {
  const slope = slopeOf(surface);
  const [x, y] = window.place(surface.at);
  const [right, down] = window.isTurned ? [slope.b, -slope.a] : [slope.a, -slope.b];
  const steep = Math.hypot(right, down);
  const isLevel = steep < 1e-9;
  const [ux, uy] = isLevel ? [0, 0] : [right / steep, down / steep];
  const length = held(steep * window.unit, SHORTEST, LONGEST);
  const to = { x: x + ux * length, y: y + uy * length };
  const [nextX, nextY] = drawable(window.place(nextOf(surface)));
  const next = { x: nextX, y: nextY };
  const back = { x: to.x - ux * HEAD, y: to.y - uy * HEAD };
  const side = HEAD * 0.48;
  const spots = [spotAt({ x, y }, 10), ...(isLevel ? [] : [spotAt(to, 5), spotAt(next, 7)])];
  const there = [...taken, ...spots];
  const name = isLevel ? undefined : firstFree(namesAround('gradient', to, size, 8), there, box);
  const onMap = !isLevel && isWithin(next, boundsOf(box));
  const step = onMap
    ? firstFree(namesAround('next step', next, size, 10), [...there, ...(name ? [name.box] : [])], box)
    : undefined;
  return {
    from: { x, y },
    to,
    isLevel,
    head: isLevel
      ? ''
      : `${polyline([
          [to.x, to.y],
          [back.x - uy * side, back.y + ux * side],
          [back.x + uy * side, back.y - ux * side],
        ])}Z`,
    next,
    labels: [name, step].filter((label) => label !== undefined),
  };
};

/** A place on the map that is marked, and its name where there is room. */
export interface Marked {
  readonly at: Point;
  readonly label: Label | undefined;
}

/** The saddles that the window shows. */
export const saddlesIn = (
  surface: Surface,
  window: Window,
  box: Box,
  size: number,
  taken: readonly Bounds[],
): readonly Marked[] =>
  saddlesOf(surface).flatMap(({ x, y }) => {
    const [px, py] = window.place([x, y]);
    const at = { x: px, y: py };
    if (!isWithin(at, boundsOf(box))) return [];
    return [{ at, label: firstFree(namesAround('saddle', at, size, 13), taken, box) }];
  });

/** What names keep off that stay where they are: the saddles, and the way down from where the network stands. */
export const markedOn = (surface: Surface, window: Window, box: Box): readonly Bounds[] => [
  ...saddlesIn(surface, window, box, 12, []).map(({ at }) => spotAt(at, 12)),
  ...surface.methods.flatMap((method) =>
    pathOf(surface, method, { days: 'both', start: surface.home }).places.map((place) => {
      const [x, y] = window.place(place);
      return spotAt({ x, y }, 4);
    }),
  ),
];
