import { rounded, type Point } from '../layout/shapes.ts';
import type { Shape, Text } from '../texts.ts';

/** What the opening is drawn of. */
export type Mark = Shape | Text;

/** A box with round ends, around its middle. */
export const capsule = ({ x, y }: Point, wide: number, tall: number): string => {
  const r = tall / 2;
  const straight = wide - tall;
  const end = `a${r} ${r} 0 0 1 0 `;
  return `M${rounded(x - straight / 2)} ${rounded(y - r)}h${straight}${end}${tall}h${-straight}${end}${-tall}z`;
};

/** A disc around its middle. */
export const disc = (at: Point, r: number): string => capsule(at, 2 * r, 2 * r);
