// Where everything of the cost study stands in its box, in px.

/** A straight or bent line between two heights of neighbouring columns. */
export interface Link {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A stretch of the fan that is finer than a screen can draw. */
export interface Block {
  readonly x: number;
  readonly width: number;
  /** 1 for the finest of all. */
  readonly density: number;
}

export interface Fan {
  readonly links: readonly Link[];
  readonly blocks: readonly Block[];
  readonly columns: readonly number[];
}

/** So many lines side by side can still be told apart. */
export const MOST_LINES = 130;

const middleOf = (index: number, count: number, top: number, height: number): number =>
  top + (height * (index + 0.5)) / count;

/** Every path from one unit through `depth` layers of `width` units, each drawn by itself. */
export const fanOf = (
  { depth, width }: { readonly depth: number; readonly width: number },
  box: { readonly left: number; readonly right: number; readonly top: number; readonly height: number },
): Fan => {
  const step = (box.right - box.left) / depth;
  const columns = Array.from({ length: depth }, (_, layer) => box.left + step * layer);
  const links: Link[] = [];
  const blocks: Block[] = [];
  for (let layer = 1; layer <= depth; layer++) {
    // Into the next hidden layer each path goes on through every unit; into the output there is one way.
    const fork = layer < depth ? width : 1;
    const [before, after] = [width ** (layer - 1), width ** (layer - 1) * fork];
    const x = box.left + step * (layer - 1);
    if (after > MOST_LINES) {
      blocks.push({ x, width: step, density: layer / depth });
      continue;
    }
    for (let path = 0; path < after; path++) {
      const y1 = middleOf(Math.floor(path / fork), before, box.top, box.height);
      links.push({ x1: x, y1, x2: x + step, y2: middleOf(path, after, box.top, box.height) });
    }
  }
  return { links, blocks, columns };
};

/** The same network with every road drawn once: links between neighbouring layers, the first reached by one unit alone. */
export const foldOf = (
  { depth, width }: { readonly depth: number; readonly width: number },
  box: { readonly left: number; readonly right: number; readonly top: number; readonly height: number },
): {
  readonly links: readonly (Link & { readonly isWalked: boolean })[];
  readonly units: readonly { readonly x: number; readonly y: number; readonly isWalked: boolean }[];
  readonly end: { readonly x: number; readonly y: number };
} => {
  const step = (box.right - box.left) / depth;
  const yOf = (unit: number): number => middleOf(unit, width, box.top, box.height);
  const end = { x: box.right, y: box.top + box.height / 2 };
  const units = Array.from({ length: depth }, (_, layer) =>
    Array.from({ length: width }, (__, unit) => ({
      x: box.left + step * layer,
      y: yOf(unit),
      isWalked: layer > 0 || unit === 0,
    })),
  );
  const links = units.flatMap((layer, l) =>
    layer.flatMap((from) =>
      (units[l + 1] ?? [{ ...end, isWalked: true }]).map((to) => ({
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        isWalked: from.isWalked,
      })),
    ),
  );
  return { links, units: units.flat(), end };
};

/** Where a count stands on a scale on which each step is ten times as many, from 1 at 0 to `most` at `width` px. */
export const onLogScale = (count: number, most: number, width: number): number =>
  count <= 1 ? 0 : (Math.log10(count) / Math.ceil(Math.log10(Math.max(10, most)))) * width;
