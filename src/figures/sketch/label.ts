import { pointOn, type Point } from '../layout/shapes.ts';
import type { Sketch } from './sketch.ts';

/**
 * Where the number of a parameter stands, its middle, if it is so wide, px: on its line near the unit that it leads into; a
 * bias's beside its node.
 */
export const labelAt = (sketch: Sketch, id: string, width: number): Point => {
  // Small units stand so near that the bias of one is beside the line on from another, and under the line into it.
  const isSmall = sketch.half.hidden.height < 20;
  const one = sketch.ones.get(id);
  if (one) return { x: one.x + sketch.oneRadius + width * 0.5 + (isSmall ? 3 : 5), y: one.y };
  const [, layer, to, from] = id.split('.').map(Number);
  const line = sketch.lines.get(id);
  if (!line) throw new RangeError(`Expected a parameter of the sketch, found "${id}"`);
  if (layer === 2) return pointOn(line, isSmall && from !== 2 ? 0.6 : 0.5);
  const unit = sketch.hidden[(to ?? 1) - 1] ?? sketch.output;
  const side = from === 1 ? -1 : 1;
  return {
    x: unit.x - sketch.half.hidden.width - width * 0.5 - 6,
    y: unit.y + (side > 0 && isSmall ? 8 : side * 12),
  };
};
