/** Geometry of the network figure: one for a wide stage, one for a narrow one, each drawn so that its type stays readable. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve between two points. */
export type Curve = readonly [Point, Point, Point, Point];

export interface Geometry {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Point[];
  readonly radius: number;
  readonly hidden: readonly Point[];
  readonly output: Point;
  /** Of a capsule: a neuron's two cells, z and a. */
  readonly capsule: { readonly width: number; readonly height: number };
  readonly fontSize: { readonly number: number; readonly letter: number };
  /** Height of a gradient's pill. */
  readonly pill: number;
  /** Characters that fit into a cell. */
  readonly characters: number;
  readonly decimals: number;
  /** The scale from 0 to 1 on which prediction and target meet. */
  readonly gauge: { readonly zero: Point; readonly one: Point; readonly label: Point };
  readonly headings: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** On a narrow figure with room for it: how far below a capsule's middle its bias is written. */
  readonly biasBelow?: number;
}

export const WIDE: Geometry = {
  name: 'wide',
  width: 800,
  height: 556,
  inputs: [
    { x: 42, y: 194 },
    { x: 42, y: 370 },
  ],
  radius: 30,
  hidden: [
    { x: 308, y: 104 },
    { x: 308, y: 282 },
    { x: 308, y: 460 },
  ],
  output: { x: 580, y: 282 },
  capsule: { width: 148, height: 58 },
  fontSize: { number: 16, letter: 14 },
  pill: 22,
  characters: 7,
  decimals: 4,
  gauge: { zero: { x: 716, y: 412 }, one: { x: 716, y: 152 }, label: { x: 728, y: 462 } },
  headings: [
    { text: 'inputs', x: 42, y: 18 },
    { text: 'hidden · ReLU', x: 308, y: 18 },
    { text: 'output · sigmoid', x: 580, y: 18 },
    { text: 'loss', x: 728, y: 18 },
  ],
};

export const NARROW: Geometry = {
  name: 'narrow',
  width: 330,
  height: 250,
  inputs: [
    { x: 23, y: 86 },
    { x: 23, y: 172 },
  ],
  radius: 21.5,
  hidden: [
    { x: 122, y: 42 },
    { x: 122, y: 128 },
    { x: 122, y: 214 },
  ],
  output: { x: 278, y: 88 },
  capsule: { width: 96, height: 38 },
  fontSize: { number: 13.5, letter: 13 },
  pill: 17,
  characters: 5,
  decimals: 3,
  gauge: { zero: { x: 206, y: 194 }, one: { x: 318, y: 194 }, label: { x: 262, y: 238 } },
  headings: [],
};

/** The narrow figure with room for every parameter, where it need not share the window with prose. */
export const TALL: Geometry = {
  ...NARROW,
  height: 380,
  inputs: [
    { x: 22, y: 101 },
    { x: 22, y: 238 },
  ],
  radius: 20,
  hidden: [
    { x: 130, y: 46 },
    { x: 130, y: 182 },
    { x: 130, y: 318 },
  ],
  output: { x: 278, y: 98 },
  fontSize: { number: 13.6, letter: 13.2 },
  gauge: { zero: { x: 208, y: 288 }, one: { x: 318, y: 288 }, label: { x: 263, y: 346 } },
  biasBelow: 46,
};

/** The geometry whose type stays readable in a stage of this size, in CSS px. */
export const geometryFor = (width: number, height: number): Geometry =>
  Math.min(width / WIDE.width, height / WIDE.height) >= 0.87 ? WIDE : NARROW;

const bent = (from: Point, to: Point): Curve => {
  const reach = (to.x - from.x) * 0.42;
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
};

/** How far the two ends of a hidden unit's incoming edges stand apart, as a share of the capsule's height. */
const PORT = 0.24;

/** The edge into hidden unit `to` from input `from` (both from 0), left to right. */
export const hiddenEdge = (g: Geometry, to: number, from: number): Curve => {
  const input = g.inputs[from] ?? g.output;
  const unit = g.hidden[to] ?? g.output;
  const port = (from === 0 ? -PORT : PORT) * g.capsule.height;
  return bent({ x: input.x + g.radius, y: input.y }, { x: unit.x - g.capsule.width / 2, y: unit.y + port });
};

/** The edge into the output from hidden unit `from` (from 0). */
export const outputEdge = (g: Geometry, from: number): Curve => {
  const unit = g.hidden[from] ?? g.output;
  const port = (from - 1) * PORT * 1.1 * g.capsule.height;
  return bent(
    { x: unit.x + g.capsule.width / 2, y: unit.y },
    { x: g.output.x - g.capsule.width / 2, y: g.output.y + port },
  );
};

/** The edge of any weight, by its id. */
export const edgeOf = (g: Geometry, weight: string): Curve => {
  const [, layer, to, from] = weight.split('.').map(Number);
  return layer === 1 ? hiddenEdge(g, (to ?? 1) - 1, (from ?? 1) - 1) : outputEdge(g, (from ?? 1) - 1);
};

/** The strand along an edge on which gradients travel back: beside it all the way, and right to left. */
export const backwardStrand = (g: Geometry, [a, b, c, d]: Curve): Curve => {
  const gap = g.name === 'wide' ? 10 : 6;
  // Where the edge falls steeply, beside it is left or right of it.
  const aside = gap * 1.3 * Math.max(-1, Math.min(1, (a.y - d.y) / 60));
  const moved = ({ x, y }: Point): Point => ({ x: x + aside, y: y + gap });
  return [{ x: d.x, y: d.y + gap }, moved(c), moved(b), { x: a.x + gap * 0.6, y: a.y + gap }];
};

/** Where the label of a weight stands: beside its own edge, on the side where nothing else does. */
export const labelOf = (g: Geometry, weight: string): { readonly at: Point; readonly side: -1 | 1 } => {
  const [, layer, to, from] = weight.split('.').map(Number);
  const isWide = g.name === 'wide';
  if (layer === 1) {
    const unit = g.hidden[(to ?? 1) - 1] ?? g.output;
    const side = from === 1 ? -1 : 1;
    const left = unit.x - g.capsule.width / 2;
    return {
      at: {
        x: left - (isWide ? 48 : g.biasBelow === undefined ? 20 : 28),
        y: unit.y + side * (isWide ? 33 : 26),
      },
      side,
    };
  }
  const unit = g.hidden[(from ?? 1) - 1] ?? g.output;
  const right = unit.x + g.capsule.width / 2;
  const side = from === 3 ? 1 : -1;
  if (isWide)
    return { at: { x: right + (from === 2 ? 44 : 52), y: unit.y + side * (from === 3 ? 24 : 20) }, side };
  return { at: { x: right + 27, y: unit.y + side * 13 }, side };
};

/** Where the bias of a unit is written, from the middle of its capsule. */
export const biasLabelOf = (g: Geometry, at: Point): Point => {
  if (g.biasBelow === undefined) return { x: -g.capsule.width / 2 + 52, y: g.capsule.height / 2 + 32 };
  return { x: Math.min(0, g.width - at.x - 66) - 32, y: g.biasBelow };
};

/** The middle of a parameter's label: what is chosen by pointing at it. */
export const parameterAt = (g: Geometry, id: string): Point => {
  const [name, layer, to] = id.split('.');
  if (name === 'w') return labelOf(g, id).at;
  const at = (layer === '1' ? g.hidden[Number(to) - 1] : undefined) ?? g.output;
  const label = biasLabelOf(g, at);
  // On the narrow figure the letter stands before the number, and both are the label.
  return { x: at.x + label.x + (g.biasBelow === undefined ? 0 : 4), y: at.y + label.y };
};

/** A point on a curve, t from 0 (start) to 1 (end). */
export const pointOn = ([a, b, c, d]: Curve, t: number): Point => {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A curve as SVG path data. */
export const pathOf = ([a, b, c, d]: Curve): string =>
  `M${rounded(a.x)} ${rounded(a.y)}C${[b, c, d].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join(' ')}`;

/** Stroke width for a magnitude: grows with it, never past 7, whatever the reader sets. */
export const widthFor = (value: number): number => {
  const size = Math.abs(value);
  return rounded(1.2 + 5.8 * (size / (size + 1)));
};
