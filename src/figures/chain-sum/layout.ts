import { at } from '../../engine/index.ts';
import type { PathSum, WrittenWay } from './model.ts';

// Where the nodes and ribbons of a sum of paths are, in px. Columns from the source on the left to the loss on the right;
// a ribbon goes through one node a column, as wide as what its path brings.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type NodeKind = 'source' | 'unit' | 'output' | 'loss' | 'mean';

export interface Node {
  readonly key: string;
  readonly kind: NodeKind;
  /** From 0, the source. */
  readonly column: number;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far up and down the ribbons through it reach, and itself. */
  readonly top: number;
  readonly bottom: number;
  /** The end of its quantities' names: of a unit `1.2` or `1.2@0`, of a loss `` or `@0`. */
  readonly rest: string;
}

/** A stretch of a ribbon at one node: from `from` to `to` at height `y`. */
interface Stop {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface Ribbon {
  readonly way: WrittenWay;
  readonly thickness: number;
  readonly stops: readonly Stop[];
}

export interface Layout {
  readonly nodes: readonly Node[];
  readonly ribbons: readonly Ribbon[];
  /** Two cells with their numbers in a unit, or only its number. */
  readonly isRoomy: boolean;
  readonly font: number;
}

/** Room of a path that brings nothing, and between two paths, px. */
const HAIR = 3;
const GAP = 2;

/** The nodes that a path goes through: kind, and end of the names. */
const routeOf = (
  { units, example }: WrittenWay,
  { sizes, view }: PathSum,
): readonly (readonly [NodeKind, string])[] => {
  const mark = example === undefined ? '' : `@${example}`;
  return [
    ['source', ''],
    ...units.map((unit, i) => ['unit', `${i + 1}.${unit}${mark}`] as const),
    ['output', `${sizes.length - 1}.1${mark}`],
    ['loss', mark],
    ...(view === 'days' ? [['mean', ''] as const] : []),
  ];
};

interface Place extends Omit<Node, 'top' | 'bottom'> {
  readonly route: readonly [NodeKind, string];
}

interface Grid {
  readonly places: readonly Place[];
  readonly rows: number;
  readonly columns: number;
  /** Across a circle, where all paths begin or end. */
  readonly end: number;
  readonly isRoomy: boolean;
}

/** Nodes in their columns, as large as leaves room for a label between any two columns. */
const gridOf = (sum: PathSum, box: Box): Grid => {
  const routes = sum.ways.map((way) => routeOf(way, sum));
  const columns = Math.max(0, ...routes.map(({ length }) => length));
  const byColumn = Array.from({ length: columns }, (_, column) => {
    const found = new Map(
      routes.flatMap((route) => {
        const entry = route[column];
        return entry ? [[entry.join(' '), entry] as const] : [];
      }),
    );
    return [...found];
  });
  const rows = Math.max(1, ...byColumn.map(({ length }) => length));
  const circles = sum.view === 'days' ? 3 : 2;
  const isLarge = box.width >= 560;
  const end = Math.min(isLarge ? 84 : box.width >= 400 ? 60 : 48, box.height * 0.5);
  const gap = isLarge ? 66 : box.width >= 400 ? 44 : 34;
  const room = (box.width - circles * end - (columns - 1) * gap) / Math.max(1, columns - circles);
  const isRoomy = room >= 84;
  const capsule = isRoomy
    ? { width: Math.min(128, room), height: Math.min(48, (box.height / rows) * 0.62) }
    : { width: Math.min(38, room), height: Math.min(28, (box.height / rows) * 0.66) };
  const isCapsule = (kind: NodeKind): boolean => kind === 'unit' || kind === 'output';
  const widths = byColumn.map((column) =>
    Math.max(...column.map(([, [kind]]) => (isCapsule(kind) ? capsule.width : end))),
  );
  const between = (box.width - widths.reduce((all, width) => all + width, 0)) / Math.max(1, columns - 1);
  let left = box.x;
  const places = byColumn.flatMap((nodes, column) => {
    const width = at(widths, column);
    const x = left + width / 2;
    left += width + between;
    return nodes.map(([key, route], i): Place => {
      const across = Math.min(end, box.height / nodes.length - 6);
      const size = isCapsule(route[0]) ? capsule : { width: across, height: across };
      const y = box.y + (box.height * (i + 0.5)) / nodes.length;
      return { key, kind: route[0], column, x, y, ...size, rest: route[1], route };
    });
  });
  return { places, rows, columns, end, isRoomy };
};

/** Where paths run side by side, those that part later lie beside each other. */
const inOrder = (ways: readonly WrittenWay[], column: number): readonly WrittenWay[] => {
  const depth = at(ways, 0).units.length;
  // From the last hidden layer on they are sorted by the unit that they left last.
  const rank = ({ units }: WrittenWay): string => (column > depth ? units.toReversed() : units).join('.');
  return ways.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
};

/** The thickness of each ribbon: in proportion, but for a hair where something arrives. */
const thicknessIn = ({ ways }: PathSum, { end, rows }: Grid, { height }: Box) => {
  const sizes = ways.map(({ op }) => Math.abs(op.value));
  const total = sizes.reduce((all, size) => all + size, 0);
  // All of them together begin and end in a circle.
  const room = Math.max(8, end - 8 - ways.length * (GAP + 1));
  const most = Math.max(...sizes);
  const scale = total > 0 ? Math.min(room / total, ((height / rows) * 0.7) / most) : 0;
  return ({ op }: WrittenWay): number => (op.value === 0 ? HAIR : Math.max(1.6, Math.abs(op.value) * scale));
};

/** Lays a sum of paths out in a box. */
export const place = (sum: PathSum, box: Box): Layout => {
  const grid = gridOf(sum, box);
  const thickness = thicknessIn(sum, grid, box);
  const stops = new Map<WrittenWay, Stop[]>(sum.ways.map((way) => [way, []]));
  const nodes = grid.places.map(({ route, ...at }): Node => {
    const here = inOrder(
      sum.ways.filter((way) => routeOf(way, sum)[at.column]?.join(' ') === route.join(' ')),
      at.column,
    );
    const height = here.reduce((all, way) => all + thickness(way) + GAP, -GAP);
    const reach = Math.max(height, at.height) / 2;
    const node = { ...at, top: at.y - reach, bottom: at.y + reach };
    const isEnd = at.column === 0 || at.column === grid.columns - 1;
    const half = isEnd ? 0 : at.width / 2;
    let top = at.y - height / 2;
    for (const way of here) {
      const own = thickness(way);
      stops.get(way)?.push({ node, from: at.x - half, to: at.x + half, y: top + own / 2 });
      top += own + GAP;
    }
    return node;
  });
  return {
    nodes,
    ribbons: sum.ways.map((way) => ({ way, thickness: thickness(way), stops: stops.get(way) ?? [] })),
    isRoomy: grid.isRoomy,
    font: box.width >= 560 ? 13.5 : 12,
  };
};
