import type { NetworkFrame } from './network/model.ts';
import { backwardStrand, edgeOf, labelOf, pointOn, type Geometry, type Point } from './layout.ts';

/** An operand on its way to where it is used. */
export interface Packet {
  readonly at: Point;
  readonly tone: 'signal' | 'gradient';
  readonly value?: number;
  /** It has come to a shut gate and goes no further. */
  readonly isStopped: boolean;
}

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

const held = (t: number): number => Math.min(1, Math.max(0, t));

/** The place of a neuron by its layer and unit, both from 1. */
const neuronAt = (g: Geometry, layer: number, unit: number): Point =>
  layer === 1 ? (g.hidden[unit - 1] ?? g.output) : g.output;

/** How far along its edge a packet is clear of the node that it leaves, so that its number is not written over it. */
const SET_OUT = 0.12;

/** Along the edges of a weighted sum, one term after the other: forwards for z, backwards for ∂L/∂a and ∂L/∂x. */
const alongEdges = (frame: NetworkFrame, g: Geometry, tone: Packet['tone']): readonly Packet[] => {
  const { current } = frame;
  if (!current) return [];
  const { op, fraction } = current;
  const count = op.terms.length;
  return op.terms.flatMap((term, index) => {
    // Each term sets out a little after the one before it, and all have arrived by the end.
    const t = held(fraction * (1 + 0.25 * (count - 1)) - 0.25 * index);
    const factors = term.map((place) => op.operands[place]);
    const weight = factors.find((operand) => operand?.id.startsWith('w.'));
    if (!weight || t <= 0 || t >= 1) return [];
    const edge = edgeOf(g, weight.id);
    const product = factors.reduce((running, operand) => running * (operand?.value ?? 0), 1);
    const curve = tone === 'gradient' ? backwardStrand(g, edge) : edge;
    return [{ at: pointOn(curve, t), tone, isStopped: false, ...(t > SET_OUT && { value: product }) }];
  });
};

/** Inside a capsule, from one cell to the other; a shut gate stops it half-way. */
const throughGate = (
  frame: NetworkFrame,
  g: Geometry,
  layer: number,
  unit: number,
  isBackward: boolean,
): readonly Packet[] => {
  const { current, known } = frame;
  if (!current) return [];
  const at = neuronAt(g, layer, unit);
  const left = { x: at.x - g.capsule.width / 4, y: at.y };
  const right = { x: at.x + g.capsule.width / 4, y: at.y };
  const isShut = layer === 1 && known.get(`gate.1.${unit}`) === 0;
  const reach = isShut ? 0.42 : 1;
  const t = Math.min(current.fraction, reach);
  const [from, to] = isBackward ? [right, left] : [left, right];
  const tone = isBackward ? 'gradient' : 'signal';
  return [{ at: mix(from, to, t), tone, isStopped: isShut && current.fraction >= reach }];
};

/** The two numbers that make a weight's gradient meet at the weight: what flowed in, and what came back. */
const meeting = (frame: NetworkFrame, g: Geometry, weight: string): readonly Packet[] => {
  const { current } = frame;
  if (!current) return [];
  const edge = edgeOf(g, weight);
  const { at } = labelOf(g, weight);
  const t = current.fraction;
  return [
    { at: mix(edge[0], at, t), tone: 'signal', isStopped: false },
    { at: mix(edge[3], at, t), tone: 'gradient', isStopped: false },
  ];
};

/** The packets of the operation under way; none when it is done. */
export const packetsOf = (frame: NetworkFrame, g: Geometry): readonly Packet[] => {
  const { current } = frame;
  if (!current || current.fraction >= 1 || frame.dials.chain > 0) return [];
  const { id } = current.op;
  const [name, layer = 1, unit = 1] = id.split('.').map((part, i) => (i === 0 ? part : Number(part))) as [
    string,
    number?,
    number?,
  ];
  switch (name) {
    case 'z':
      return alongEdges(frame, g, 'signal');
    case 'da':
    case 'dx':
      return alongEdges(frame, g, 'gradient');
    case 'a':
      return throughGate(frame, g, layer, unit, false);
    case 'yhat':
      return throughGate(frame, g, 2, 1, false);
    case 'dz':
      return throughGate(frame, g, layer, unit, true);
    case 'dw':
      return meeting(frame, g, id.slice(1));
    default:
      return [];
  }
};
