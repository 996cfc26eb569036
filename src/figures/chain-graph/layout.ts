import { at as nth } from '../../engine/index.ts';
import { rounded, type Point } from '../layout/shapes.ts';
import type { Area } from '../layout/small-net.ts';

// Where the graph's nodes and edges are, in px: inputs on the left, the loss on the right, a row for each product of a
// weight and an input. Parameters stand over the operation that uses them.

export interface Node extends Point {
  readonly id: string;
  readonly r: number;
  /** From 0, the inputs, to 7, the loss. */
  readonly column: number;
}

export interface Layout {
  readonly nodes: ReadonlyMap<string, Node>;
  /** From one row to the next. */
  readonly pitch: number;
  /** Numbers stand beside the edges. */
  readonly isLabelled: boolean;
  readonly font: number;
  /** Without room beside the edges: whether there is some over and under the operations. */
  readonly isStacked: boolean;
}

/** Where the columns are, as shares of the width: what is between two has room for a number. */
const COLUMNS = [0.053, 0.2158, 0.3688, 0.4833, 0.5978, 0.7348, 0.8493, 0.9638] as const;
/** The same where numbers stand over and under the nodes, or nowhere. */
const NARROW = [0, 0.155, 0.305, 0.437, 0.569, 0.729, 0.8645, 1] as const;
const ROWS = 6;
/** From so much room on numbers stand over and under the operations, px. */
const STACKED = { pitch: 48, width: 430 };

/** Column, and row from 0 to 5, of a node; none for a parameter. */
const slotOf = (id: string): readonly [column: number, row: number] | undefined => {
  const numbers = (id.match(/\d+/g) ?? []).map(Number);
  const [layer = 0, to = 0, from = 0] = numbers;
  const middle = (unit: number): number => 2 * (unit - 1) + 0.5;
  if (id.startsWith('x')) return [0, layer === 1 ? 1.5 : 3.5];
  if (id.includes('×')) return layer === 1 ? [1, 2 * (to - 1) + from - 1] : [4, middle(from)];
  if (id.startsWith('z')) return layer === 1 ? [2, middle(to)] : [5, 2.5];
  if (id.startsWith('a')) return [3, middle(to)];
  if (id === 'yhat') return [6, 2.5];
  return id === 'loss' ? [7, 2.5] : undefined;
};

/** The graph in a box; `over` is room for what stands over the topmost node. */
export const place = (ids: readonly string[], box: Area, isLabelled: boolean): Layout => {
  const over = isLabelled ? 26 : 0;
  const pitch = (box.height - over) / (ROWS - (isLabelled ? 0.35 : 0));
  const r = isLabelled ? (pitch >= 70 ? 14 : 12) : Math.min(10.5, pitch * 0.42);
  const nodes = ids.flatMap((id): readonly Node[] => {
    const slot = slotOf(id);
    if (!slot) return [];
    const [column, row] = slot;
    const at = (isLabelled ? COLUMNS : NARROW)[column] ?? NaN;
    const edge = isLabelled ? 0 : Math.max(13, r + 3);
    return [
      {
        id,
        column,
        r: column > 0 ? r : isLabelled ? (pitch >= 70 ? 25 : 20) : r + 1.5,
        x: rounded(box.x + edge + at * (box.width - 2 * edge)),
        y: rounded(box.y + over + pitch * (row + (isLabelled ? 0.3 : 0.5))),
      },
    ];
  });
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    pitch,
    isLabelled,
    font: isLabelled && pitch >= 70 ? 12.3 : 12.1,
    isStacked: !isLabelled && pitch >= STACKED.pitch && box.width >= STACKED.width,
  };
};

/** How far an edge runs straight beside the number that it carries, before it bends. */
const STUB: Readonly<Record<number, number>> = { 1: 0.075, 4: 0.073 };

/** How wide a number over the edge that leaves an operation may be. */
export const roomBeside = ({ nodes }: Layout, id: string, width: number): number => {
  const at = nodes.get(id);
  if (!at) return 0;
  const stub = STUB[at.column];
  if (stub !== undefined) return stub * width - 1;
  return ((COLUMNS[at.column + 1] ?? 1) - (COLUMNS[at.column] ?? 1)) * width - 2 * at.r - 4;
};

/** Where an edge enters a sum: the edges of several parts, one over the other. */
const portOf = (from: string, to: Node): number => {
  const numbers = (from.match(/\d+/g) ?? []).map(Number);
  if (to.column === 2) return (nth(numbers, 2) * 2 - 3) * to.r * 0.35;
  return to.column === 5 ? (nth(numbers, 2) - 2) * to.r * 0.45 : 0;
};

/** An edge as a path from the node that uses a number back to the one it is of, and where that ends. */
export interface Wire {
  readonly d: string;
  readonly from: Point;
  readonly end: Point;
  /** Where there is room for a number on it. */
  readonly middle: Point;
}

const at = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/** From one point level to `right`, over to the height of another, and from `left` level to that one. */
const bent = (from: Point, right: number, left: number, end: Point, share: number): Wire => {
  const bend = (right - left) * share;
  const [a, b] = [
    { x: right, y: from.y },
    { x: left, y: end.y },
  ];
  return {
    d: `M${at(from)}L${at(a)}C${at({ x: right - bend, y: a.y })} ${at({ x: left + bend, y: b.y })} ${at(b)}L${at(end)}`,
    from,
    end,
    middle: { x: (right + left) / 2, y: (a.y + b.y) / 2 },
  };
};

/** The edge between two nodes that are drawn; undefined where one is a parameter. */
export const wireOf = (
  { nodes, isLabelled, isStacked }: Layout,
  width: number,
  from: string,
  to: string,
): Wire | undefined => {
  const [a, b] = [nodes.get(from), nodes.get(to)];
  if (!a || !b) return undefined;
  const start = { x: b.x - b.r, y: b.y + portOf(from, b) };
  if (a.column === 0) {
    const unit = Number(/^w\.1\.(\d)/.exec(to)?.[1] ?? 2);
    const off = (unit - 2) * a.r * 0.4;
    const end = { x: a.x + Math.sqrt(a.r ** 2 - off ** 2), y: a.y + off };
    // Bends between the numbers at the input and those over the products.
    const right = isLabelled ? b.x - 0.072 * width : isStacked ? b.x - 30 : start.x;
    const wire = bent(start, right, a.x + a.r + (isLabelled ? 7 : 3), end, 0.62);
    return { ...wire, middle: { x: (start.x + right) / 2, y: start.y } };
  }
  const end = { x: a.x + a.r, y: a.y };
  if (Math.abs(start.y - end.y) < 0.5)
    return {
      d: `M${at(start)}L${at(end)}`,
      from: start,
      end,
      middle: { x: (start.x + end.x) / 2, y: end.y },
    };
  const share = isLabelled ? STUB[a.column] : undefined;
  const stub = share === undefined ? 0 : share * width;
  // Between numbers over and under two nodes there is a narrow way.
  return bent(start, start.x, end.x + stub, end, isStacked ? 0.95 : 0.55);
};

/** The operation over which a parameter stands: the only one that uses it. */
export const userOf = (parameter: string): string => {
  const [letter = '', layer = '', to = '', from = ''] = parameter.split('.');
  if (letter === 'b') return `z.${layer}.${to}`;
  return `${parameter}×${layer === '1' ? `x.${from}` : `a.1.${from}`}`;
};
