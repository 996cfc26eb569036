import { whyOf, type SeedEnd, type Why } from '../../story/gates/seeds.ts';
import { logAxis, type Axis } from '../axis.ts';
import type { Frame } from './curve.ts';

/** One run of the hundred. */
export interface SeedDot {
  readonly seed: number;
  readonly x: number;
  readonly y: number;
  readonly why: Why;
}

export interface SeedPlot {
  readonly axis: Axis;
  readonly dots: readonly SeedDot[];
  /** The band of those that never did. */
  readonly never: { readonly left: number; readonly right: number };
  readonly radius: number;
}

/** For those that never did, at the right. */
const NEVER = 0.24;
const ORDER = ['solved', 'outgrown', 'dead', 'locked', 'moving', 'rest'] as const satisfies readonly Why[];

/** Dots of so many columns, stacked from the bottom. */
export const seedPlotOf = (ends: readonly SeedEnd[], most: number, frame: Frame): SeedPlot => {
  const room = frame.right - frame.left;
  const radius = room > 420 ? 4.5 : 3.2;
  const step = 2 * radius + 1;
  const edge = frame.right - room * NEVER;
  const never = { left: edge + 14, right: frame.right };
  const epochs = ends.flatMap((end) => end.epochs ?? []);
  const fewest = Math.max(1, Math.min(most / 10, ...epochs.filter((one) => one > 0)));
  const axis = logAxis(fewest, most, [frame.left, edge], 4, epochs.includes(0));
  const stacks = new Map<number, number>();
  const perRow = Math.max(1, Math.floor((never.right - never.left) / step));
  let put = 0;
  const rows = Math.floor((frame.bottom - frame.top) / step);
  const dots = ends
    .toSorted((a, b) => ORDER.indexOf(whyOf(a)) - ORDER.indexOf(whyOf(b)) || a.seed - b.seed)
    .map((end): SeedDot => {
      const why = whyOf(end);
      if (end.epochs === undefined) {
        const [column, row] = [put % perRow, Math.floor(put / perRow)];
        put += 1;
        return {
          seed: end.seed,
          why,
          x: never.left + column * step + radius,
          y: frame.bottom - row * step - radius,
        };
      }
      const column = Math.round(axis.place(end.epochs) / step);
      const height = stacks.get(column) ?? -1;
      stacks.set(column, height + 1);
      // A stack as high as the plot goes on at its foot, half a dot aside.
      const level = (height + 1) % rows;
      const aside = Math.floor((height + 1) / rows) * radius;
      return { seed: end.seed, why, x: column * step + aside, y: frame.bottom - level * step - radius };
    });
  return { axis, dots, never, radius };
};

/** The dot nearest to a place. */
export const nearestDot = (dots: readonly SeedDot[], x: number, y: number): SeedDot | undefined =>
  dots.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
