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
  /** Where a bias is, from the middle of its capsule: the node fixed at 1, and the number beside it. */
  readonly bias: { readonly one: Point; readonly radius: number; readonly label: Point };
  /** Whether each weight is labelled all the time; elsewhere those of the hidden units only in play. */
  readonly isLabelled: boolean;
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
  bias: { one: { x: -60, y: 61 }, radius: 9.5, label: { x: -17, y: 61 } },
  isLabelled: true,
};

export const NARROW: Geometry = {
  name: 'narrow',
  width: 330,
  height: 256,
  inputs: [
    { x: 22, y: 95 },
    { x: 22, y: 177 },
  ],
  radius: 20,
  hidden: [
    { x: 130, y: 52 },
    { x: 130, y: 134 },
    { x: 130, y: 216 },
  ],
  output: { x: 278, y: 95 },
  capsule: { width: 96, height: 38 },
  fontSize: { number: 13.5, letter: 13.1 },
  pill: 17,
  characters: 5,
  decimals: 3,
  gauge: { zero: { x: 206, y: 198 }, one: { x: 318, y: 198 }, label: { x: 262, y: 242 } },
  headings: [
    { text: 'inputs', x: 22, y: 6.5 },
    { text: 'hidden · ReLU', x: 130, y: 6.5 },
    { text: 'output · sigmoid', x: 278, y: 6.5 },
  ],
  bias: { one: { x: -37, y: 30 }, radius: 7.5, label: { x: -7, y: 30 } },
  isLabelled: false,
};

/** The narrow figure with room for every parameter, where it need not share the window with prose. */
export const TALL: Geometry = {
  ...NARROW,
  height: 390,
  inputs: [
    { x: 22, y: 113 },
    { x: 22, y: 250 },
  ],
  radius: 20,
  hidden: [
    { x: 130, y: 58 },
    { x: 130, y: 194 },
    { x: 130, y: 330 },
  ],
  output: { x: 278, y: 110 },
  fontSize: { number: 13.6, letter: 13.2 },
  gauge: { zero: { x: 208, y: 300 }, one: { x: 318, y: 300 }, label: { x: 263, y: 358 } },
  headings: [
    { text: 'inputs', x: 22, y: 7 },
    { text: 'hidden · ReLU', x: 130, y: 7 },
    { text: 'output · sigmoid', x: 278, y: 7 },
  ],
  isLabelled: true,
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
  // On little room an edge that falls at once would meet the end of its strand.
  const fall = g.name === 'wide' ? 0 : Math.max(0, Math.min(1, (d.y - a.y) / 120));
  return [{ x: d.x, y: d.y + gap }, moved(c), moved(b), { x: a.x + gap * 0.6 * (1 - fall), y: a.y + gap }];
};

/** Where the label of a weight stands: beside its own edge, on the side where nothing else does. */
export const labelOf = (g: Geometry, weight: string): { readonly at: Point; readonly side: -1 | 1 } => {
  const [, layer, to, from] = weight.split('.').map(Number);
  const isWide = g.name === 'wide';
  if (layer === 1) {
    const unit = g.hidden[(to ?? 1) - 1] ?? g.output;
    const side = from === 1 ? -1 : 1;
    const left = unit.x - g.capsule.width / 2;
    // Clear of the inputs, and the first, above which there is none, of the gradients of its unit.
    const outside = isWide ? 48 : g.isLabelled ? 28 : weight === 'w.1.1.1' ? 31 : 21;
    return {
      at: {
        x: left - outside,
        y: unit.y + side * (isWide ? 33 : 26),
      },
      side,
    };
  }
  const unit = g.hidden[(from ?? 1) - 1] ?? g.output;
  const right = unit.x + g.capsule.width / 2;
  const side = from === 3 ? 1 : -1;
  if (isWide)
    return {
      at: { x: right + (from === 2 ? 44 : from === 3 ? 56 : 52), y: unit.y + side * (from === 3 ? 24 : 20) },
      side,
    };
  return { at: { x: right + 27, y: unit.y + side * 13 }, side };
};

/**
 * Where the gradient of a bias begins, from the middle of the capsule: after its number, or below it where there is no
 * room.
 */
export const biasPillOf = (g: Geometry, at: Point): Point => {
  const { label } = g.bias;
  const isWide = g.name === 'wide';
  const after = label.x + (isWide ? 30 : 22);
  const isRoom = at.x + after + (isWide ? 80 : 54) < g.width;
  return isRoom ? { x: after, y: label.y } : { x: label.x - 22, y: label.y + g.pill + 1 };
};

/** The middle of a parameter's label: what is chosen by pointing at it. */
export const parameterAt = (g: Geometry, id: string): Point => {
  const [name, layer, to] = id.split('.');
  if (name === 'w') return labelOf(g, id).at;
  const at = (layer === '1' ? g.hidden[Number(to) - 1] : undefined) ?? g.output;
  return { x: at.x + g.bias.label.x, y: at.y + g.bias.label.y };
};

/** How far the letter ŷ reaches to either side, with air. */
const LETTER = 9;

/**
 * Where the names of target and prediction have their middles over a gauge that lies flat, their marks being at `goal` and
 * `dot`; the target's reaches `half` to either side. In the order of their marks, never on one another, within the gauge.
 */
export const gaugeNames = (
  { gauge: { zero, one } }: Geometry,
  goal: number,
  dot: number,
  half: number,
): { readonly target: number; readonly prediction: number } => {
  const apart = half + LETTER;
  const held = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
  // The target keeps its place as far as there is room beside it for the other.
  const [low, high] = dot <= goal ? [zero.x + apart, one.x - half] : [zero.x + half, one.x - apart];
  const target = held(goal, low, high);
  const prediction = dot <= goal ? Math.min(dot, target - apart) : Math.max(dot, target + apart);
  return { target, prediction };
};

/** How far apart two names have to be, one over the other, in px. */
const LINE = 22;

/**
 * How high the name of the prediction stands beside a gauge that stands upright, the marks of target and prediction being at
 * `goal` and `dot`: at its mark, or a line from the target's name; on its own side of it, but not below the gauge.
 */
export const predictionNameAt = ({ gauge: { zero } }: Geometry, goal: number, dot: number): number => {
  if (Math.abs(dot - goal) >= LINE) return dot;
  return dot > goal && goal + LINE <= zero.y ? goal + LINE : goal - LINE;
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

/** Stroke width for a magnitude: grows with it, never past 7, whatever the reader sets; least for an exact zero. */
export const widthFor = (value: number): number => {
  const size = Math.abs(value);
  return value === 0 ? 1 : rounded(1.2 + 5.8 * (size / (size + 1)));
};
