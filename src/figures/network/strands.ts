import { backwardStrand, edgeOf, placeOfWeight, weightsInto } from '../layout/edges.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Curve } from '../layout/shapes.ts';
import { idFor, isInPlay, knownOf, type Seen } from './seen.ts';

/** A line that carries a number. */
export interface Line {
  readonly key: string;
  /** The parameter whose edge it is; absent from a gradient's way back. */
  readonly id?: string;
  readonly curve: Curve;
  readonly value: number;
  readonly tone: 'signal' | 'gradient' | 'receded' | 'idle';
}

export const weightsOf = (g: Pick<Geometry, 'sizes'>): readonly string[] =>
  g.sizes.slice(1).flatMap((_, l) => weightsInto(g, l + 1));

/** The edges of all weights that are there. */
export const edgesOf = (seen: Seen, g: Geometry): readonly Line[] =>
  weightsOf(g).flatMap((id): readonly Line[] => {
    const value = seen.known.get(id);
    return value === undefined
      ? []
      : [{ key: id, id, curve: edgeOf(g, id), value, tone: seen.inPlay.has(id) ? 'signal' : 'idle' }];
  });

/** What an edge hands back is a part of this. */
const receivedBy = (weight: string): string => {
  const [layer, , from] = placeOfWeight(weight);
  return layer === 1 ? `dx.${from}` : `da.${layer - 1}.${from}`;
};

/**
 * What has travelled back along each edge: the weight times ∂L/∂z of the unit it leads into, once the sum there has been
 * taken; with the weight that was measured with, even where the update has moved it since.
 */
export const backOf = (seen: Seen, g: Geometry): readonly Line[] =>
  weightsOf(g).flatMap((id): readonly Line[] => {
    const received = receivedBy(id);
    if (knownOf(seen, received) === undefined && idFor(received, seen.example) !== seen.arriving) return [];
    const [layer, to] = placeOfWeight(id);
    const weight = seen.all.get(id);
    const delta = knownOf(seen, `dz.${layer}.${to}`);
    if (weight === undefined || delta === undefined) return [];
    return [
      {
        key: `back ${id}`,
        curve: backwardStrand(g, id),
        value: weight * delta,
        tone: isInPlay(seen, received) ? 'gradient' : 'receded',
      },
    ];
  });
