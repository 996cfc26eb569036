import { scale, type Scale } from '../scale.ts';
import type { Box } from './layout.ts';
import type { PathSum } from './model.ts';

/** A bar from one number to another, on a row of its own. */
export interface Bar {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The parts of a sum as bars, each where the one before it ends, and then what they come to, from 0. */
export interface Bars {
  readonly parts: readonly Bar[];
  readonly sums: readonly Bar[];
  readonly x: Scale;
}

export const barsOf = ({ ways, groups, total, view }: PathSum, { x, width }: Box): Bars => {
  let end = 0;
  const parts = ways.map(({ op }): Bar => {
    const from = end;
    end += op.value;
    return { key: op.id, from, to: end };
  });
  const lines = view === 'days' ? [...groups, total] : [total];
  const sums = lines.map(({ op }): Bar => ({ key: op.id, from: 0, to: op.value }));
  const ends = [0, ...parts.map(({ to }) => to), ...sums.map(({ to }) => to)];
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  // All zeros: a line at the right, where a negative sum would end.
  return { parts, sums, x: scale(low === high ? [-1, 0] : [low, high], [x, x + width]) };
};
