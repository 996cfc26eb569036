import { at } from '../../engine/index.ts';
import type { Point } from '../layout/shapes.ts';

// Where everything of the cost study stands in its box, in px.

/** A straight or bent line between two heights of neighbouring columns. */
export interface Link {
  readonly from: Point;
  readonly to: Point;
}

/** A stretch of the fan that is finer than a screen can draw. */
export interface Block {
  readonly x: number;
  readonly width: number;
  /** 1 for the finest of all. */
  readonly density: number;
}

/** Where a network is drawn, and how many layers of how many units it has. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

interface Shape {
  readonly depth: number;
  readonly width: number;
}

/** So many lines side by side can still be told apart. */
export const MOST_LINES = 130;

const middleOf = (index: number, count: number, { top, height }: Box): number =>
  top + (height * (index + 0.5)) / count;

/** Where the hidden layers stand, and last the output. */
export const columnsOf = (depth: number, { left, right }: Pick<Box, 'left' | 'right'>): readonly number[] =>
  Array.from({ length: depth + 1 }, (_, layer) => left + ((right - left) / depth) * layer);

/** Every path from one unit through `depth` layers of `width` units, each drawn by itself. */
export const fanOf = (
  { depth, width }: Shape,
  box: Box,
): { readonly links: readonly Link[]; readonly blocks: readonly Block[] } => {
  const columns = columnsOf(depth, box);
  const links: Link[] = [];
  const blocks: Block[] = [];
  for (let layer = 1; layer <= depth; layer++) {
    // Into the next hidden layer each path goes on through every unit; into the output there is one way.
    const fork = layer < depth ? width : 1;
    const before = width ** (layer - 1);
    const after = before * fork;
    const [x, end] = [at(columns, layer - 1), at(columns, layer)];
    if (after > MOST_LINES) {
      blocks.push({ x, width: end - x, density: layer / depth });
      continue;
    }
    for (let path = 0; path < after; path++)
      links.push({
        from: { x: Math.round(x), y: middleOf(Math.floor(path / fork), before, box) },
        to: { x: Math.round(end), y: middleOf(path, after, box) },
      });
  }
  return { links, blocks };
};

/** The same network with every road drawn once: links between neighbouring layers, the first reached by one unit alone. */
export const foldOf = ({ depth, width }: Shape, box: Box) => {
  const columns = columnsOf(depth, box);
  const end = { x: at(columns, depth), y: middleOf(0, 1, box) };
  const layers = columns.slice(0, -1).map((x, layer) =>
    Array.from({ length: width }, (_, unit) => ({
      x,
      y: middleOf(unit, width, box),
      isWalked: layer > 0 || unit === 0,
    })),
  );
  const links = layers.flatMap((layer, l) =>
    layer.flatMap((from) => (layers[l + 1] ?? [end]).map((to) => ({ from, to }))),
  );
  return { start: at(at(layers, 0), 0), links, units: layers.flat(), end };
};

/** Where a count stands on a scale on which each step is ten times as many, from 1 at 0 to `most` at `width` px. */
export const onLogScale = (count: number, most: number, width: number): number =>
  count <= 1 ? 0 : (Math.log10(count) / Math.ceil(Math.log10(Math.max(10, most)))) * width;
