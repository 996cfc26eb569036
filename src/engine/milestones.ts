import { at } from './checks.ts';
import type { Moment } from './moments.ts';

/** Something to be found on the curve of a loss. Steps count updates, from 0. */
export type Milestone =
  /** The first step at which the loss is below a goal. */
  | { readonly kind: 'below'; readonly step: number; readonly goal: number }
  /** The first step at which at least half of the loss that there was at the start is gone. */
  | { readonly kind: 'halved'; readonly step: number }
  /** Where the loss was lowest, if it has risen since. */
  | { readonly kind: 'lowest'; readonly step: number; readonly loss: number }
  /** Of all stretches of a tenth of the run, the first on which the loss went the least way, up and down added up. */
  | { readonly kind: 'slowest'; readonly step: number; readonly to: number; readonly way: number };

/**
 * The milestones of a run, in order of their steps. One that starts below a goal, or with no loss to halve, has not reached
 * it by training, and is not told of it. Throws RangeError if there is no moment.
 */
export function milestonesOf(moments: readonly Moment[], goals: readonly number[]): readonly Milestone[] {
  const losses = moments.map(({ loss }) => loss);
  const first = at(losses, 0);
  const found: readonly (Milestone | undefined)[] = [
    ...goals.map((goal) =>
      first >= goal ? reached('below', losses, (loss) => loss < goal, { goal }) : undefined,
    ),
    first > 0 ? reached('halved', losses, (loss) => loss <= first / 2, {}) : undefined,
    lowest(losses),
    slowest(losses),
  ];
  return found.filter((one) => one !== undefined).toSorted((a, b) => a.step - b.step);
}

function reached<Kind extends string, More extends object>(
  kind: Kind,
  losses: readonly number[],
  is: (loss: number) => boolean,
  more: More,
): ({ readonly kind: Kind; readonly step: number } & More) | undefined {
  const step = losses.findIndex(is);
  return step < 0 ? undefined : { kind, step, ...more };
}

function lowest(losses: readonly number[]): Milestone | undefined {
  const loss = losses.reduce((low, one) => Math.min(low, one));
  const step = losses.indexOf(loss);
  return loss < at(losses, losses.length - 1) ? { kind: 'lowest', step, loss } : undefined;
}

function slowest(losses: readonly number[]): Milestone | undefined {
  const updates = losses.length - 1;
  if (updates < 1) return undefined;
  const length = Math.ceil(updates / 10);
  const ways = losses.slice(1).map((loss, i) => Math.abs(loss - at(losses, i)));
  const way = (step: number): number => ways.slice(step, step + length).reduce((sum, one) => sum + one, 0);
  let best = { step: 0, way: way(0) };
  for (let step = 1; step + length <= updates; step++) {
    const here = way(step);
    if (here < best.way) best = { step, way: here };
  }
  return { kind: 'slowest', step: best.step, to: best.step + length, way: best.way };
}
