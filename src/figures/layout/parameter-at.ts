import { edgeOf, neuronAt } from './edges.ts';
import type { Geometry } from './geometry.ts';
import { pointOn, type Point } from './shapes.ts';

/** The middle of a parameter's label: what is chosen by pointing at it. */
export const parameterAt = (g: Geometry, id: string): Point => {
  if (id.startsWith('w.')) return g.weights.get(id)?.at ?? pointOn(edgeOf(g, id), 0.5);
  const [, layer, unit] = id.split('.').map(Number);
  const { bias } = neuronAt(g, layer ?? NaN, unit ?? NaN);
  return { x: bias.x + g.type.letter * 1.3, y: bias.y };
};
