import type { Geometry } from '../layout/geometry.ts';
import type { Point } from '../layout/shapes.ts';
import { idFor, isInPlay, knownOf, type Seen } from './seen.ts';
import { pill, type PillStyle, type Text } from './text.ts';

/** A gradient on its pill, strong while it is in play; undefined before it is known. */
export const gradientAt = (
  seen: Seen,
  g: Geometry,
  id: string,
  at: Point,
  style?: PillStyle,
): Text | undefined => {
  const value = knownOf(seen, id);
  return value === undefined
    ? undefined
    : pill(g, idFor(id, seen.example), value, at, isInPlay(seen, id), style);
};

/** Those that are there, each to step aside for what stands fast. */
export const aside = (...texts: readonly (Text | undefined)[]): readonly Text[] =>
  texts.flatMap((text) => (text ? [{ ...text, yields: 'aside' as const }] : []));
