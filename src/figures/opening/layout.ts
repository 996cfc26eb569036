import { at } from '../../engine/index.ts';
import { bent, pointOn, type Curve, type Point } from '../layout/shapes.ts';

// Where everything of the opening's network stands: in a wide form, and in an upright one for narrow windows.

export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Point[];
  readonly hidden: readonly Point[];
  readonly output: Point;
  /** Widths of the capsules of inputs, hidden units and output, and the height of all. */
  readonly capsules: readonly [input: number, hidden: number, output: number];
  readonly tall: number;
  /** Each morning's row, this far over or under the middle. */
  readonly row: number;
  readonly type: number;
  /** Radius of the nodes that are fixed at 1. */
  readonly one: number;
  /** Where along its line the arrow of each weight stands, in parameter order: apart from the others. */
  readonly arrows: readonly number[];
  /** Half of the longest arrow. */
  readonly arrow: number;
  /** The gauges: each a scale from 0 to 1. */
  readonly gauges: readonly { readonly zero: Point; readonly one: Point }[];
}

export const WIDE: Layout = {
  name: 'wide',
  width: 784,
  height: 420,
  inputs: [
    { x: 44, y: 144 },
    { x: 44, y: 272 },
  ],
  hidden: [
    { x: 262, y: 78 },
    { x: 262, y: 208 },
    { x: 262, y: 338 },
  ],
  output: { x: 520, y: 208 },
  capsules: [82, 160, 160],
  tall: 62,
  row: 14.5,
  type: 15,
  one: 9.5,
  arrow: 17,
  arrows: [0.29, 0.69, 0.7, 0.39, 0.29, 0.78, 0.5, 0.5, 0.5],
  gauges: [
    { zero: { x: 640, y: 286 }, one: { x: 640, y: 88 } },
    { zero: { x: 728, y: 286 }, one: { x: 728, y: 88 } },
  ],
};

export const NARROW: Layout = {
  name: 'narrow',
  width: 320,
  height: 372,
  inputs: [
    { x: 30, y: 93 },
    { x: 30, y: 173 },
  ],
  hidden: [
    { x: 145, y: 47 },
    { x: 145, y: 123 },
    { x: 145, y: 199 },
  ],
  output: { x: 277, y: 123 },
  capsules: [58, 76, 84],
  tall: 44,
  row: 10.5,
  type: 14,
  one: 6,
  arrow: 9,
  arrows: [0.39, 0.77, 0.84, 0.33, 0.72, 0.84, 0.49, 0.49, 0.51],
  gauges: [
    { zero: { x: 62, y: 282 }, one: { x: 246, y: 282 } },
    { zero: { x: 62, y: 326 }, one: { x: 246, y: 326 } },
  ],
};

/** The node fixed at 1 whose line is the bias of a unit in this place. */
export const oneOf = ({ tall, one, name }: Layout, unit: Point, wide: number): Point => ({
  x: unit.x - wide / 2 + (name === 'wide' ? 16 : 11),
  y: unit.y + tall / 2 + (name === 'wide' ? 10 : 6) + one,
});

/** The line of a parameter, by its id, left to right; that of a bias comes from below. */
export const lineOf = (g: Layout, id: string): Curve => {
  const [letter, layer, to, from] = id.split('.');
  const [input, hidden, output] = g.capsules;
  const unit = layer === '1' ? (g.hidden[Number(to) - 1] ?? g.output) : g.output;
  const wide = layer === '1' ? hidden : output;
  if (letter === 'b') {
    const one = oneOf(g, unit, wide);
    const top = { x: one.x, y: one.y - g.one };
    const end = { x: one.x + g.one, y: unit.y + g.tall / 2 - 2 };
    return [top, { x: top.x, y: top.y - 5 }, { x: end.x - 4, y: end.y + 8 }, end];
  }
  const source = (layer === '1' ? g.inputs : g.hidden)[Number(from) - 1] ?? g.output;
  const port = layer === '1' ? (Number(from) - 1.5) * 0.44 : (Number(from) - 2) * 0.26;
  return bent(
    { x: source.x + (layer === '1' ? input : hidden) / 2, y: source.y },
    { x: unit.x - wide / 2 + (port === 0 ? 0 : 2), y: unit.y + port * g.tall },
    0.42,
  );
};

/** Where the arrow of a parameter stands. `index`: its place among the weights. */
export const arrowOf = (g: Layout, id: string, index: number): Point => {
  if (id.startsWith('w.')) return pointOn(lineOf(g, id), at(g.arrows, index));
  const [start] = lineOf(g, id);
  return { x: start.x + (g.name === 'wide' ? -24 : 15), y: start.y + g.one + 5 };
};
