import { at as nth } from '../../engine/index.ts';
import { PARAMETERS } from '../../story/essay.ts';
import { rounded } from '../layout/shapes.ts';
import { arrowOf, type Layout } from './layout.ts';
import type { Shape } from '../texts.ts';

/** The arrows of the next sweep as three drawings: shafts, heads, and a dot for each dial that is left where it is. */
export interface Arrows {
  readonly shafts: string;
  readonly heads: string;
  readonly dots: string;
}

/** Half of the shortest arrow, in px. */
const LEAST = 3.5;

/** By how much each dial is turned, in parameter order, as arrows beside the lines: long as beside the furthest turn. */
export const arrowsOf = (g: Layout, steps: readonly number[]): Arrows => {
  const furthest = Math.max(...steps.map(Math.abs)) || 1;
  const drawn = { shafts: '', heads: '', dots: '' };
  PARAMETERS.forEach((id, i) => {
    const { x, y } = arrowOf(g, id, i < 6 ? i : i - 3);
    const share = nth(steps, i) / furthest;
    const half = LEAST + (g.arrow - LEAST) * Math.abs(share);
    const up = share > 0 ? -1 : 1;
    const at = (dy: number): string => `M${rounded(x)} ${rounded(y + up * dy)}`;
    if (share === 0) drawn.dots += `${at(0)}h0`;
    else {
      drawn.shafts += `${at(-half)}v${rounded(up * (2 * half - 3))}`;
      drawn.heads += `${at(half + 3.5)}l-5 ${-8 * up}h10z`;
    }
  });
  return drawn;
};

export const arrowMarks = (g: Layout, steps: readonly number[] | undefined): readonly Shape[] => {
  if (!steps) return [];
  const { shafts, heads, dots } = arrowsOf(g, steps);
  return [
    { look: 'shafts', d: shafts },
    { look: 'heads', d: heads },
    { look: 'unmoved', d: dots },
  ];
};
