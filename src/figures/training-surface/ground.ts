import { contours, tickStep } from 'd3';
import { lossSlice, lowestOf } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import { networkAt, type Surface } from '../../story/surface.ts';
import type { Box } from './layout.ts';
import type { Window } from './window.ts';

/** Where the loss is at a level: the edge of all that is higher. */
export interface Contour {
  readonly level: number;
  readonly text: string;
  /** Path data of what is at least as high. */
  readonly path: string;
  /** Places along its edge, px. */
  readonly edge: readonly (readonly [x: number, y: number])[];
}

/** The ground of a map: the loss from place to place, and the levels that it has contours at; none where it is level. */
export interface Ground {
  readonly lowest: number;
  readonly highest: number;
  readonly levels: readonly number[];
  /** The contour at a level. */
  readonly contourAt: (level: number) => Contour;
}

/** About how far the places lie apart at which the loss is worked out, px. */
const APART = 8;
/** So many levels have one distance, then it grows to the next round one. */
const STEADY = 6;
const MOST = 22;
/** Ground that rises by less than this, as a share, counts as level. */
const LEVEL = 1e-6;

/** From one round distance to the next: 1, 2, 5, 10. */
const wider = (distance: number): number => {
  const first = Number(distance.toExponential(0)[0]);
  return first === 2 ? distance * 2.5 : distance * 2;
};

/** Round levels between the lowest and the highest loss, close together where it is low. */
export const levelsOf = (losses: readonly number[]): readonly number[] => {
  const sorted = losses.toSorted((a, b) => a - b);
  const [lowest = NaN, middle = NaN, highest = NaN] = [0, 0.5, 1].map(
    (share) => sorted[Math.round(share * (sorted.length - 1))],
  );
  if (!(highest - lowest > LEVEL * Math.max(1, Math.abs(highest)))) return [];
  let distance = tickStep(lowest, Math.max(middle, lowest + (highest - lowest) * 0.05), 7);
  const levels: number[] = [];
  for (let level = lowest; levels.length < MOST;) {
    if (levels.length > 0 && levels.length % STEADY === 0) distance = wider(distance);
    level = Number((distance * (Math.floor(level / distance + 1e-9) + 1)).toPrecision(12));
    if (level >= highest) break;
    levels.push(level);
  }
  return levels;
};

const short = (px: number): string => String(Math.round(px * 10) / 10);

/** The ground that a window of a slice shows in a box. */
export const groundOf = (surface: Surface, { isTurned, across, up }: Window, box: Box): Ground => {
  const count = (length: number): number => Math.max(12, Math.round(length / APART));
  const [columns, rows] = [count(box.width), count(box.height)];
  const [a, b] = surface.pair;
  const slice = lossSlice(
    networkAt(surface, surface.at),
    surface.run.world.examples,
    { id: isTurned ? b : a, from: across[0], to: across[1], count: columns },
    { id: isTurned ? a : b, from: up[1], to: up[0], count: rows },
  );
  const losses = slice.losses.flat();
  // d3 has the middle of the first cell at ½.
  const x = (column: number): number => box.x + ((column - 0.5) / (columns - 1)) * box.width;
  const y = (row: number): number => box.y + ((row - 0.5) / (rows - 1)) * box.height;
  const shapes = contours().size([columns, rows]);
  return {
    lowest: lowestOf(slice).loss,
    highest: Math.max(...losses),
    levels: levelsOf(losses),
    contourAt: (level) => {
      const rings = shapes
        .contour(losses, level)
        .coordinates.flat()
        .map((ring) => ring.map(([column = NaN, row = NaN]) => [x(column), y(row)] as const));
      return {
        level,
        text: format(level, 4, 0),
        path: rings
          .map((ring) => `M${ring.map(([px, py]) => `${short(px)},${short(py)}`).join('L')}Z`)
          .join(''),
        edge: rings.flat(),
      };
    },
  };
};
