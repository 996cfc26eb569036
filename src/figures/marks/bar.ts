import type { Shape } from '../texts.ts';

/** A bar of a number, from one place to another across. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

/** It is hatched to the left, by the pattern of that name, solid to the right, dots where it has no length. */
export const barShape = ({ from, to, y, height }: Bar, hatch: string): Shape => {
  if (from === to) return { look: 'bar nothing', d: `M${from} ${y}v${height}` };
  const width = Math.max(1.5, Math.abs(to - from));
  const d = `M${Math.min(from, to)} ${y}h${width}v${height}h${-width}z`;
  return to < from ? { look: 'bar lowers', d, fill: `url(#${hatch})` } : { look: 'bar raises', d };
};
