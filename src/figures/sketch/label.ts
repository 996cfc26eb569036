import { pointOn, type Point } from '../layout/shapes.ts';
import type { Sketch } from './sketch.ts';

/** Where the number of a parameter stands, its middle: on its line near the unit that it leads into; a bias's beside its node. */
export const labelAt = (sketch: Sketch, id: string, room: number): Point => {
  const one = sketch.ones.get(id);
  if (one) return { x: one.x + room * 0.5 + 12, y: one.y };
  const [, layer, to, from] = id.split('.').map(Number);
  const line = sketch.lines.get(id);
  if (!line) throw new RangeError(`Expected a parameter of the sketch, found "${id}"`);
  if (layer === 2) return pointOn(line, 0.5);
  const unit = sketch.hidden[(to ?? 1) - 1] ?? sketch.output;
  const side = from === 1 ? -1 : 1;
  return { x: unit.x - sketch.half.hidden.width - room * 0.5 - 6, y: unit.y + side * 12 };
};
