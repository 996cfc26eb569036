import { at } from '../../engine/index.ts';
import { bent, pointOn, type Curve, type Point } from '../layout/shapes.ts';

// Where everything of the opening's network stands: in a wide form, and in an upright one for narrow windows.

/** The capsule of a unit: its width, and what stands how far from its middle, to the right. */
export interface Face {
  readonly wide: number;
  /** The signs of the mornings, and how large they are. */
  readonly sign: number;
  readonly scale: number;
  /** Where the numbers end that it gives. */
  readonly gives: number;
}

/** What stands around a scale, from its 0. */
export interface GaugeFace {
  readonly sign: Point & { readonly scale: number };
  /** What each morning is called. */
  readonly names: readonly [string, string];
  readonly name: Point & { readonly anchor: 'start' | 'middle' };
  readonly loss: Point & { readonly size: number };
  /** Whether it gets better or worse. */
  readonly verdict: Point;
  /** The line across the scale at what happened, from there. */
  readonly target: string;
  /** Radii of the prediction, and of the one before it or after it. */
  readonly now: number;
  readonly other: number;
  readonly words: number;
}

/** A word and the middle of its baseline. */
export interface Word extends Point {
  readonly text: string;
}

export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Point[];
  readonly hidden: readonly Point[];
  readonly output: Point;
  readonly faces: { readonly input: Face; readonly hidden: Face; readonly output: Face };
  /** How tall the capsules of all units are. */
  readonly tall: number;
  /** Each morning's row, this far over or under the middle. */
  readonly row: number;
  readonly type: number;
  /** The size of its words; how high names stand over their units, and where those of columns do. */
  readonly words: number;
  readonly over: number;
  readonly columns: readonly Word[];
  /** Radius of the nodes that are fixed at 1. */
  readonly one: number;
  /** Where along its line the arrow of each weight stands, in parameter order: apart from the others. */
  readonly arrows: readonly number[];
  /** Half of the longest arrow. */
  readonly arrow: number;
  /** The gauges: each a scale from 0 to 1; and what both have at the same distance from 0. */
  readonly gauges: readonly { readonly zero: Point; readonly one: Point }[];
  readonly gauge: GaugeFace;
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
  faces: {
    input: { wide: 82, sign: -23, scale: 0.66, gives: 29 },
    hidden: { wide: 160, sign: -64, scale: 0.6, gives: 66 },
    output: { wide: 160, sign: -64, scale: 0.6, gives: 66 },
  },
  tall: 62,
  row: 14.5,
  type: 15,
  words: 13.5,
  over: 9,
  columns: [
    { text: 'inputs', x: 44, y: 18 },
    { text: 'hidden', x: 262, y: 18 },
    { text: 'output', x: 520, y: 18 },
  ],
  one: 9.5,
  arrow: 17,
  arrows: [0.29, 0.69, 0.7, 0.39, 0.29, 0.78, 0.5, 0.5, 0.5],
  gauges: [
    { zero: { x: 640, y: 286 }, one: { x: 640, y: 88 } },
    { zero: { x: 728, y: 286 }, one: { x: 728, y: 88 } },
  ],
  gauge: {
    sign: { x: 0, y: -254, scale: 1.05 },
    names: ['it rained', 'stayed dry'],
    name: { x: 0, y: -226, anchor: 'middle' },
    loss: { x: 0, y: 28, size: 15 },
    verdict: { x: 0, y: 54 },
    target: 'm-10 0h20',
    now: 7.5,
    other: 5.5,
    words: 13,
  },
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
  faces: {
    input: { wide: 58, sign: -17, scale: 0.52, gives: 22 },
    hidden: { wide: 76, sign: -26, scale: 0.52, gives: 30 },
    output: { wide: 84, sign: -29, scale: 0.52, gives: 33 },
  },
  tall: 44,
  row: 10.5,
  type: 14,
  words: 13.75,
  over: 6,
  columns: [{ text: 'hidden', x: 145, y: 15 }],
  one: 6,
  arrow: 9,
  arrows: [0.39, 0.77, 0.84, 0.33, 0.72, 0.84, 0.49, 0.49, 0.51],
  gauges: [
    { zero: { x: 62, y: 282 }, one: { x: 246, y: 282 } },
    { zero: { x: 62, y: 326 }, one: { x: 246, y: 326 } },
  ],
  gauge: {
    sign: { x: -49, y: 0, scale: 0.85 },
    names: ['rain', 'dry'],
    name: { x: -35, y: 4.5, anchor: 'start' },
    loss: { x: 234, y: 0, size: 14 },
    verdict: { x: 234, y: -13 },
    target: 'm0-8v16',
    now: 6.5,
    other: 4.5,
    words: 13.75,
  },
};

/** The node fixed at 1 whose line is the bias of a unit in this place. */
export const oneOf = ({ tall, one, name }: Layout, unit: Point, wide: number): Point => ({
  x: unit.x - wide / 2 + (name === 'wide' ? 16 : 11),
  y: unit.y + tall / 2 + (name === 'wide' ? 10 : 6) + one,
});

/** The line of a parameter, by its id, left to right; that of a bias comes from below. */
export const lineOf = (g: Layout, id: string): Curve => {
  const [letter, layer, to, from] = id.split('.');
  const isFirst = layer === '1';
  const { input, hidden, output } = g.faces;
  const unit = isFirst ? at(g.hidden, Number(to) - 1) : g.output;
  const { wide } = isFirst ? hidden : output;
  if (letter === 'b') {
    const one = oneOf(g, unit, wide);
    const top = { x: one.x, y: one.y - g.one };
    const end = { x: one.x + g.one, y: unit.y + g.tall / 2 - 2 };
    return [top, { x: top.x, y: top.y - 5 }, { x: end.x - 4, y: end.y + 8 }, end];
  }
  const source = at(isFirst ? g.inputs : g.hidden, Number(from) - 1);
  const port = isFirst ? (Number(from) - 1.5) * 0.44 : (Number(from) - 2) * 0.26;
  return bent(
    { x: source.x + (isFirst ? input : hidden).wide / 2, y: source.y },
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
