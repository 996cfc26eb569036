import { evenAxis, type Axis } from '../axis.ts';
import { widthOf } from '../layout/index.ts';
import { rounded } from '../layout/shapes.ts';
import type { Shape } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Moment, SilenceModel, Track } from './model.ts';

const lowest = (tracks: readonly Track[]): readonly [number, number] => {
  const zs = tracks.flatMap(({ moments }) => moments.map(({ z }) => z));
  return [Math.min(0, ...zs), Math.max(0, ...zs)];
};

/** The axis of the sums on the chart: zero is always on it. */
export const sumAxis = ({ tracks }: SilenceModel, { y, height }: Pick<Box, 'y' | 'height'>): Axis => {
  const [low, high] = lowest(tracks);
  const air = (high - low || 1) * 0.04;
  return evenAxis(low - air, high + air, [y + height, y], height > 200 ? 8 : 5);
};

/** How wide the numbers beside it are. */
export const labelsOf = (model: SilenceModel, size: number): number =>
  Math.max(...sumAxis(model, { y: 0, height: 201 }).ticks.map(({ text }) => widthOf(text, size)));

/** Where a step lies. */
export const stepX = ({ from, to }: SilenceModel, left: number, right: number): ((step: number) => number) =>
  to === from
    ? () => rounded(left)
    : (step) => rounded(left + ((step - from) / (to - from)) * (right - left));

/**
 * An arrow for every update from the dot of its step, as much of it as `pushed` says, with a head so long, in px: one that is
 * too short for it is a head alone, as long as it is. Where there is room, a line tells how far to the side each reaches.
 */
export const arrowsOf = (
  moments: readonly Moment[],
  pushed: number,
  x: (step: number) => number,
  y: Axis,
  isWide: boolean,
): readonly Shape[] => {
  const arrows = moments.slice(0, -1).flatMap(({ step, z, push }) => {
    const [from, to] = [y.place(z), y.place(z + push * pushed)];
    const length = Math.abs(to - from);
    // Of none there is nothing to be seen.
    if (push === 0 || length < 1) return [];
    const way = Math.sign(to - from);
    const head = Math.min(isWide ? 7 : 5, length);
    return [
      {
        look: push < 0 ? 'shaft down' : 'shaft',
        shaft: `M${x(step)} ${rounded(from)}V${rounded(to - way * head)}`,
        head: `M${x(step)} ${rounded(to)}l${rounded(-head * 0.62)} ${rounded(-way * head)}h${rounded(head * 1.24)}z`,
        reach: `M${x(step)} ${rounded(to)}H${x(step + 1)}`,
      },
    ];
  });
  const shafts = (look: string): Shape => ({
    look,
    d: arrows.map((arrow) => (arrow.look === look ? arrow.shaft : '')).join(''),
  });
  return [
    ...(isWide ? [{ look: 'reach', d: arrows.map(({ reach }) => reach).join('') }] : []),
    shafts('shaft'),
    shafts('shaft down'),
    { look: 'head', d: arrows.map(({ head }) => head).join('') },
  ];
};

/** Labels at heights, pushed apart so that none lies on another, within a box. */
export const spreadLabels = (
  wanted: readonly { readonly unit: number; readonly y: number }[],
  gap: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): ReadonlyMap<number, number> => {
  const sorted = wanted.toSorted((a, b) => a.y - b.y);
  const placed = new Map<number, number>();
  let least = top;
  sorted.forEach(({ unit, y }, i) => {
    const most = bottom - gap * (sorted.length - 1 - i);
    const at = Math.min(most, Math.max(least, y));
    placed.set(unit, rounded(at));
    least = at + gap;
  });
  return placed;
};
