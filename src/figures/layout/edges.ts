import { at } from '../../engine/index.ts';
import type { Geometry, Neuron } from './geometry.ts';
import { bent, held, type Curve, type Point } from './shapes.ts';

/** What edges are drawn between. */
export type Nodes = Pick<Geometry, 'sizes' | 'inputs' | 'radius' | 'neurons' | 'capsule'>;

/** Layer, to, from of a weight, from 1. Throws RangeError for another id. */
export const placeOfWeight = (id: string): readonly [layer: number, to: number, from: number] => {
  const [layer = NaN, to = NaN, from = NaN] = id.split('.').slice(1).map(Number);
  if (Number.isNaN(layer + to + from))
    throw new RangeError(`Expected a weight such as w.1.2.1, found "${id}"`);
  return [layer, to, from];
};

/** The ids of the weights into a layer, unit by unit. */
export const weightsInto = ({ sizes }: Pick<Nodes, 'sizes'>, layer: number): readonly string[] => {
  const [from = 1, to = 1] = sizes.slice(layer - 1);
  return Array.from(
    { length: to * from },
    (_, i) => `w.${layer}.${Math.floor(i / from) + 1}.${(i % from) + 1}`,
  );
};

export const neuronAt = ({ neurons }: Pick<Nodes, 'neurons'>, layer: number, unit: number): Neuron =>
  at(at(neurons, layer - 1), unit - 1);

/** How far an edge goes on level, as a share of its width. */
const REACH = 0.42;

/** How far the outermost of several edges into a unit stand apart, as a share of the capsule's height. */
const SPREAD = 0.48;
const WIDEST_SPREAD = 0.66;

const spreadOf = (count: number): number => held(SPREAD + (count - 3) * 0.06, SPREAD, WIDEST_SPREAD);

/** Between neighbouring edges where they enter a unit of this layer, in px. */
export const portGap = ({ sizes, capsule }: Pick<Nodes, 'sizes' | 'capsule'>, layer: number): number => {
  const count = sizes[layer - 1] ?? 1;
  return count < 2 ? capsule.height * SPREAD : (spreadOf(count) * capsule.height) / (count - 1);
};

/** The edge of a weight, by its id, left to right. */
export const edgeOf = (g: Nodes, weight: string): Curve => {
  const [layer, to, from] = placeOfWeight(weight);
  const unit = neuronAt(g, layer, to);
  const port = (from - ((g.sizes[layer - 1] ?? 1) + 1) / 2) * portGap(g, layer);
  const end = { x: unit.at.x - g.capsule.width / 2 + inset(g.capsule.height, port), y: unit.at.y + port };
  if (layer > 1) {
    const { x, y } = neuronAt(g, layer - 1, from).at;
    return bent({ x: x + g.capsule.width / 2, y }, end, REACH);
  }
  const input = at(g.inputs, from - 1);
  return bent({ x: input.x + g.radius, y: input.y }, end, REACH);
};

/** How far the round end of a capsule has drawn back at a height over or under its middle. */
const inset = (height: number, off: number): number => {
  const radius = height / 2;
  return radius - Math.sqrt(Math.max(0, radius ** 2 - off ** 2));
};

/** Between an edge and the strand beside it, in px. */
export const strandGap = (g: Nodes, layer: number): number =>
  held(Math.min(portGap(g, layer) * 0.55, g.capsule.height * 0.172), 3.2, 10);

/** The strand along a weight's edge on which gradients travel back: beside it all the way, and right to left. */
export const backwardStrand = (g: Nodes, weight: string): Curve => {
  const [layer] = placeOfWeight(weight);
  const [a, b, c, d] = edgeOf(g, weight);
  const gap = strandGap(g, layer);
  // Where the edge falls or rises steeply, beside it is left or right of it.
  const aside = gap * 1.3 * held((a.y - d.y) / Math.max(60, (d.x - a.x) * 0.55), -1, 1);
  const moved = ({ x, y }: Point): Point => ({ x: x + aside, y: y + gap });
  return [{ x: d.x, y: d.y + gap }, moved(c), moved(b), { x: a.x + 3, y: a.y + gap }];
};
