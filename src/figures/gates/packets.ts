import { placeOfWeight } from '../layout/edges.ts';
import { distanceTo, held, pointOn, type Box, type Point } from '../layout/shapes.ts';
import type { GateDrawing } from './network.ts';

/** A dot on its way along an edge. */
export interface Packet {
  readonly key: string;
  readonly at: Point;
  readonly tone: 'signal' | 'gradient';
}

/**
 * What travels while an epoch is taken: in the first half forward, layer by layer, in the second half back. A dot passes
 * beneath what is written.
 */
export const packetsAt = (
  drawing: GateDrawing,
  phase: number,
  written: readonly Box[],
): readonly Packet[] => {
  if (phase <= 0 || phase >= 1) return [];
  const { geometry: g, edges, back } = drawing;
  const layers = g.sizes.length - 1;
  const isForward = phase < 0.5;
  const along = (isForward ? phase : phase - 0.5) * 2 * layers;
  const passed = Math.floor(along);
  const layer = isForward ? passed + 1 : layers - passed;
  const t = held(along - passed, 0, 1);
  const ease = t * t * (3 - 2 * t);
  const lines = isForward ? edges : back;
  return lines.flatMap(({ key, curve }): readonly Packet[] => {
    if (placeOfWeight(key.replace('back ', ''))[0] !== layer) return [];
    const spot = pointOn(curve, ease);
    return written.some((box) => distanceTo(spot, box) < 2)
      ? []
      : [{ key, at: spot, tone: isForward ? 'signal' : 'gradient' }];
  });
};
