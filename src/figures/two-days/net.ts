import { rounded } from '../layout/shapes.ts';
import type { Box } from './layout.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
type Curve = readonly [Point, Point, Point, Point];

/** Where the parts of one day's network stand. */
export interface Net {
  readonly radius: number;
  readonly capsule: { readonly width: number; readonly height: number };
  readonly inputs: readonly Point[];
  readonly hidden: readonly Point[];
  readonly output: Point;
  /** The line of every parameter; that of a bias is short, and comes from below. */
  readonly lines: readonly { readonly id: string; readonly curve: Curve }[];
}

const bent = (from: Point, to: Point): Curve => {
  const reach = (to.x - from.x) * 0.45;
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
};

/** The length of a bias's line. */
const STUB = 13;

/** One day's 2-3-1 network in a box; `parameters` are its own. */
export const netIn = (box: Box, parameters: readonly string[]): Net => {
  const radius = rounded(Math.min(20, box.height / 9));
  const capsule = {
    width: rounded(Math.min(108, box.width * 0.28)),
    height: rounded(Math.min(38, box.height / 5.2)),
  };
  const column = (count: number, x: number, spread: number): readonly Point[] =>
    Array.from({ length: count }, (_, i) => ({
      x: rounded(x),
      y: rounded(box.y + box.height / 2 + (i - (count - 1) / 2) * spread),
    }));
  const spread = (box.height - capsule.height - STUB) / 2;
  const inputs = column(2, box.x + radius + 2, Math.min(spread * 1.1, 110));
  const hidden = column(3, box.x + box.width * 0.45, spread).map(({ x, y }) => ({
    x,
    y: rounded(y - STUB / 2),
  }));
  const output = {
    x: rounded(box.x + box.width - capsule.width / 2 - 2),
    y: rounded(box.y + box.height / 2),
  };
  const right = capsule.width / 2;
  const at = (points: readonly Point[], index: number): Point => points[index] ?? output;
  const lineOf = (id: string): Curve => {
    const [letter, layer, to, from] = id.split('.');
    const unit = layer === '1' ? at(hidden, Number(to) - 1) : output;
    if (letter === 'b') {
      const x = unit.x - capsule.width * 0.3;
      const y = unit.y + capsule.height / 2;
      return [
        { x, y: y + STUB },
        { x, y: y + STUB * 0.66 },
        { x, y: y + STUB * 0.33 },
        { x, y },
      ];
    }
    const port = (Number(from) - (layer === '1' ? 1.5 : 2)) * capsule.height * (layer === '1' ? 0.4 : 0.27);
    const source = layer === '1' ? at(inputs, Number(from) - 1) : at(hidden, Number(from) - 1);
    return bent(
      { x: source.x + (layer === '1' ? radius : right), y: source.y },
      { x: unit.x - right, y: unit.y + port },
    );
  };
  return {
    radius,
    capsule,
    inputs,
    hidden,
    output,
    lines: parameters.map((id) => ({ id, curve: lineOf(id) })),
  };
};
