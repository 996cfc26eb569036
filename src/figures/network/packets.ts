import { format } from '../../story/format.ts';
import { backwardStrand, edgeOf, neuronAt } from '../layout/edges.ts';
import type { Geometry } from '../layout/geometry.ts';
import { distanceTo, held, pointOn, shared, type Box, type Curve, type Point } from '../layout/shapes.ts';
import { boxOfText, widthOf } from '../layout/type.ts';
import type { NetworkFrame } from './model.ts';

/** What of a frame tells what is on its way. */
type Moving = Pick<NetworkFrame, 'current' | 'known'> & {
  readonly dials: Pick<NetworkFrame['dials'], 'focus'>;
};

/** An operand on its way to where it is used. */
export interface Packet {
  readonly at: Point;
  readonly radius: number;
  readonly tone: 'signal' | 'gradient';
  /** The number that it carries, where there is room to write it. */
  readonly number?: { readonly text: string; readonly value: number; readonly at: Point; readonly box: Box };
  /** It has come to a shut gate and goes no further. */
  readonly isStopped: boolean;
}

/** Its course, and how far it has come, from 0 to 1. */
interface Course {
  readonly curve: Curve;
  readonly t: number;
  readonly tone: Packet['tone'];
  readonly value?: number;
  readonly isStopped?: boolean;
  readonly radius?: number;
}

/** The weight that an operand's id names. */
const isWeight = (id: string): boolean => id.startsWith('w.');

/** Along the edges of a weighted sum, one term after the other: forwards for z, backwards for ∂L/∂a and ∂L/∂x. */
const alongEdges = (frame: Moving, g: Geometry, tone: Packet['tone']): readonly Course[] => {
  const { current } = frame;
  if (!current) return [];
  const { op, fraction } = current;
  const count = op.terms.length;
  return op.terms.flatMap((term, index): readonly Course[] => {
    // Each term sets out a little after the one before it, and all have arrived by the end.
    const t = held(fraction * (1 + 0.25 * (count - 1)) - 0.25 * index, 0, 1);
    const factors = term.flatMap((place) => op.operands[place] ?? []);
    const weight = factors.find(({ id }) => isWeight(id));
    if (!weight) return [];
    const value = factors.reduce((running, operand) => running * operand.value, 1);
    return [
      { curve: tone === 'gradient' ? backwardStrand(g, weight.id) : edgeOf(g, weight.id), t, tone, value },
    ];
  });
};

const straight = (from: Point, to: Point): Curve => [from, from, to, to];

/** Inside a capsule, from one cell to the other, between letters and numbers; a shut gate stops it half-way. */
const throughGate = (
  frame: Moving,
  g: Geometry,
  layer: number,
  unit: number,
  gate: number | undefined,
  isBackward: boolean,
): readonly Course[] => {
  const { current } = frame;
  if (!current) return [];
  const { at } = neuronAt(g, layer, unit);
  const { cell, type, capsule } = g;
  const [top, bottom] = [cell.letter + 0.42 * type.letter, cell.number - 0.42 * type.number];
  const y = at.y + (top + bottom) / 2;
  const reach = capsule.width * 0.16;
  const [left, right] = [
    { x: at.x - reach, y },
    { x: at.x + reach, y },
  ];
  const isShut = gate === 0;
  const limit = isShut ? 0.36 : 1;
  return [
    {
      curve: isBackward ? straight(right, left) : straight(left, right),
      t: Math.min(current.fraction, limit),
      tone: isBackward ? 'gradient' : 'signal',
      isStopped: isShut && current.fraction >= limit,
      radius: held((bottom - top) / 2 - 0.3, 2, g.packet.radius),
    },
  ];
};

/** How far along its edge a weight's label is. */
const meetingPoint = (g: Geometry, weight: string, edge: Curve): number => {
  const slot = g.weights.get(weight);
  if (!slot) return 0.5;
  const shares = Array.from({ length: 33 }, (_, i) => 0.1 + (i / 32) * 0.8);
  const away = (t: number): number => {
    const { x, y } = pointOn(edge, t);
    return Math.hypot(x - slot.at.x, y - slot.at.y);
  };
  return shares.reduce((best, t) => (away(t) < away(best) ? t : best));
};

const part = (t: number, from: number, to: number): number => from + (to - from) * t;

/** The two numbers that make a weight's gradient meet at the weight: what flowed in, and what came back. */
const meeting = (frame: Moving, g: Geometry, weight: string): readonly Course[] => {
  const { current } = frame;
  if (!current) return [];
  const curve = edgeOf(g, weight);
  const at = meetingPoint(g, weight, curve);
  return [
    { curve, t: part(current.fraction, 0, at), tone: 'signal' },
    { curve, t: part(current.fraction, 1, at), tone: 'gradient' },
  ];
};

const coursesOf = (frame: Moving, g: Geometry): readonly Course[] => {
  const { current, known } = frame;
  if (!current) return [];
  const { id } = current.op;
  const [plain = '', example] = id.split('@');
  const suffix = example === undefined ? '' : `@${example}`;
  const [name, layer = g.sizes.length - 1, unit = 1] = plain
    .split('.')
    .map((piece, i) => (i === 0 ? piece : Number(piece))) as [string, number?, number?];
  const gate = known.get(`gate.${layer}.${unit}${suffix}`);
  switch (name) {
    case 'z':
      return alongEdges(frame, g, 'signal');
    case 'da':
    case 'dx':
      return alongEdges(frame, g, 'gradient');
    case 'a':
    case 'yhat':
      return throughGate(frame, g, layer, name === 'yhat' ? 1 : unit, gate, false);
    case 'dz':
      return throughGate(frame, g, layer, unit, gate, true);
    case 'dw':
      return current.op.kind === 'sum' ? meeting(frame, g, plain.slice(1)) : [];
    default:
      return [];
  }
};

/** How far along its edge a packet is clear of the node that it leaves, so that its number is not written over it. */
const SET_OUT = 0.12;

const overlaps = (box: Box, boxes: readonly Box[]): boolean => boxes.some((other) => shared(box, other) > 0);

/** The number over or under a packet, on that side of its course where it is more often clear of everything; if it is clear here. */
const numberFor = (
  course: Course,
  g: Geometry,
  radius: number,
  inTheWay: readonly Box[],
): Packet['number'] | undefined => {
  const { value, curve, t } = course;
  if (value === undefined || !g.packet.hasNumber || t <= SET_OUT) return undefined;
  const size = g.type.letter;
  const text = format(value, 4);
  const width = widthOf(text, size);
  const boxAt = (share: number, side: number): Box => {
    const { x, y } = pointOn(curve, share);
    return boxOfText({ x, y: y + side * (radius + 3 + size * 0.42) }, width, size);
  };
  const shares = Array.from({ length: 9 }, (_, i) => 0.15 + i * 0.0875);
  const clear = (side: number): number =>
    shares.filter((share) => !overlaps(boxAt(share, side), inTheWay)).length;
  const side = clear(1) > clear(-1) ? 1 : -1;
  const box = boxAt(t, side);
  if (overlaps(box, inTheWay) || box.left < 0 || box.right > g.width) return undefined;
  return { text, value, box, at: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } };
};

/**
 * The packets of the operation under way; none when it is done. `written` are the boxes of all that is written: a packet
 * passes beneath it unseen, and carries its number where there is room.
 */
export const packetsOf = (frame: Moving, g: Geometry, written: readonly Box[]): readonly Packet[] => {
  const { current } = frame;
  if (!current || current.fraction >= 1) return [];
  const taken = [...written];
  return coursesOf(frame, g).flatMap((course): readonly Packet[] => {
    const { curve, t, tone, isStopped = false, radius = g.packet.radius } = course;
    if (t <= 0 || t >= 1) return [];
    const at = pointOn(curve, t);
    if (written.some((box) => distanceTo(at, box) < radius)) return [];
    const number = numberFor(course, g, radius, taken);
    if (number) taken.push(number.box);
    return [{ at, radius, tone, isStopped, ...(number && { number }) }];
  });
};
