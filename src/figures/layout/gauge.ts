import { at } from '../../engine/index.ts';
import { edgeOf, type Nodes } from './edges.ts';
import type { Gauge, Geometry } from './geometry.ts';
import type { Measures } from './columns.ts';
import { held, pointsOn, type Point, type Size } from './shapes.ts';
import { widthOf } from './type.ts';

/** From the axis of a flat gauge: up to the top of its names, and down to the bottom of the loss. */
export const flatGaugeReach = ({
  type,
}: Pick<Measures, 'type'>): { readonly up: number; readonly down: number } => ({
  up: 18 + type.letter * 0.5,
  down: 36 + type.number,
});

/** A gauge at the right of the network. */
export const uprightGauge = ({ width, height }: Size, middle: number): Gauge => {
  const x = width - 84;
  const half = held(height * 0.235, 70, 150);
  const zero = middle + half;
  return {
    isUpright: true,
    zero: { x, y: zero },
    one: { x, y: middle - half },
    loss: {
      name: { x: x + 12, y: zero + 28 },
      number: { x: x + 12, y: zero + 51 },
    },
  };
};

/** A gauge that lies under the output, its axis at height `y`, clear of the edges that rise to it. */
export const flatGauge = (nodes: Nodes & Size, y: number, measures: Measures): Gauge => {
  const { type, margin, capsule } = measures;
  const { up, down } = flatGaugeReach(measures);
  const last = nodes.sizes.length - 1;
  const output = at(at(nodes.neurons, last - 1), 0).at;
  const one = nodes.width - margin.right - type.letter * 0.8;
  const edges = Array.from({ length: at(nodes.sizes, last - 1) }, (_, k) =>
    edgeOf(nodes, `w.${last}.1.${k + 1}`),
  );
  const inTheWay = edges
    .flatMap((edge) => pointsOn(edge, 40))
    .filter((point) => point.y > y - up && point.y < y + down)
    .map(({ x }) => x);
  const left = output.x - capsule.width / 2;
  const before = nodes.neurons[last - 2]?.[0]?.at ?? nodes.inputs[0] ?? output;
  const gap = left - before.x - capsule.width / 2;
  // It may reach into the gap before the output, where that leaves room for the weights there.
  const reach = held(gap - widthOf('−0.3465', type.letter) - 24, -4, 60);
  const zero = Math.min(Math.max(left - reach, ...inTheWay.map((x) => x + 12)), one - 66);
  const loss = { y: y + down - type.number * 0.5 };
  const half = (widthOf('loss', type.letter) + 10 + widthOf('0.6832', type.number + 1)) / 2;
  const middle = Math.min((zero + one) / 2, nodes.width - 2 - half);
  const between = middle - half + widthOf('loss', type.letter);
  return {
    isUpright: false,
    zero: { x: zero, y },
    one: { x: one, y },
    loss: {
      name: { x: between, y: loss.y },
      number: { x: between + 10, y: loss.y },
    },
  };
};

/** How far the letter ŷ reaches to either side, with air. */
const LETTER = 9;

/**
 * Where the names of target and prediction have their middles over a gauge that lies flat, their marks being at `goal` and
 * `dot`; the target's reaches `half` to either side. In the order of their marks, never on one another, within the gauge.
 */
export const gaugeNames = (
  { gauge: { zero, one } }: Pick<Geometry, 'gauge'>,
  goal: number,
  dot: number,
  half: number,
): { readonly target: number; readonly prediction: number } => {
  const apart = half + LETTER;
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
export const predictionNameAt = (
  { gauge: { zero } }: Pick<Geometry, 'gauge'>,
  goal: number,
  dot: number,
): number => {
  if (Math.abs(dot - goal) >= LINE) return dot;
  return dot > goal && goal + LINE <= zero.y ? goal + LINE : goal - LINE;
};

/** The place of a share, 0 to 1, on a gauge. */
export const onGauge = ({ zero, one }: Gauge, share: number): Point => ({
  x: zero.x + (one.x - zero.x) * share,
  y: zero.y + (one.y - zero.y) * share,
});
