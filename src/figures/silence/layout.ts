import { rounded } from '../layout/shapes.ts';
import type { SilenceDials } from './dials.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts stand in the figure's box, in CSS px. */
export interface Layout {
  readonly isWide: boolean;
  readonly type: number;
  /** The chart of sums; none where the panel takes its place. */
  readonly chart: Box | undefined;
  /** The middle of each unit's row of gates, and how far apart its two days are. */
  readonly rows: readonly number[];
  readonly apart: number;
  /** How wide the words beside the chart may be. */
  readonly beside: number;
  /** Where steps begin and end, the line of their axis, and the baseline of its numbers. */
  readonly left: number;
  readonly right: number;
  readonly axis: number;
  readonly numbers: number;
  readonly panel: Box | undefined;
  /** Baseline of the line at the top. */
  readonly head: number;
}

/**
 * The layout in a box, where the numbers beside the sums take `labels` px. Where there is no room for both, the panel stands
 * in the place of the chart.
 */
export const layoutOf = (
  width: number,
  height: number,
  { panel }: Pick<SilenceDials, 'panel'>,
  labels: number,
): Layout => {
  const isWide = width >= 520;
  const isTall = height >= 400;
  const type = isWide ? 14 : 12.5;
  const left = rounded(Math.max(isWide ? 62 : 50, labels + 12));
  const right = width - (isWide ? 178 : 20);
  const row = isTall ? 24 : 15;
  const gates = 3 * row + 34;
  const hasPanel = panel !== 'none';
  const panelHeight = !hasPanel ? 0 : isTall ? (isWide ? 142 : 162) : height - gates - 18;
  const panelBox = hasPanel
    ? {
        x: 0,
        y: isTall ? height - panelHeight : 16 + (isWide ? Math.max(0, panelHeight - 124) / 2 : 0),
        width,
        height: panelHeight - (isTall ? 0 : 6),
      }
    : undefined;
  const foot = isTall ? height - panelHeight - (hasPanel ? 14 : 0) : height;
  const numbers = foot - 4;
  const axis = numbers - 19;
  const first = axis - 3 * row + row / 2 - 10;
  const top = isWide ? 34 : 22;
  return {
    isWide,
    type,
    chart:
      hasPanel && !isTall
        ? undefined
        : { x: left, y: top, width: right - left, height: Math.max(40, first - row / 2 - 12 - top) },
    rows: [0, 1, 2].map((i) => first + row * i),
    beside: width - right - 14,
    apart: isTall ? 5 : 3.5,
    left,
    right,
    axis,
    numbers,
    panel: panelBox,
    head: isWide ? 14 : 11,
  };
};
