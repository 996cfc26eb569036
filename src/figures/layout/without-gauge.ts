import type { Geometry, Sizes } from './geometry.ts';
import { place } from './place.ts';
import { held } from './shapes.ts';

/** What a gauge beside the outputs would take, which is not drawn here. */
const GAUGE = 126;

/** The width under which columns would meet: such a network is drawn that wide, and its box scrolls. */
const leastWidth = (sizes: Sizes): number => 20 + (sizes.length - 1) * 100;

/** How high a network is drawn in a width. */
const heightFor = (sizes: Sizes, width: number): number => {
  const most = Math.max(...sizes.slice(1), (sizes[0] ?? 1) * 0.8);
  const isWide = width >= 560;
  // Of several rows a wide one leaves room for a gauge beside it, in which nothing is drawn; a single output in a narrow one
  // leaves it below.
  const least = isWide ? (most > 1 ? 300 : 196) : sizes.at(-1) === 1 ? 210 : 150;
  return Math.round(held(most * 128 + 24, least, 620));
};

/** Where a network of these sizes stands in a width. */
export const geometryFor = (
  sizes: Sizes,
  room: number,
): { readonly geometry: Geometry; readonly width: number } => {
  const width = Math.max(room, leastWidth(sizes));
  const height = heightFor(sizes, width);
  const beside = place(sizes, { width: width + GAUGE, height });
  if (beside.gauge.isUpright) return { geometry: beside, width };
  return { geometry: place(sizes, { width, height }), width };
};
