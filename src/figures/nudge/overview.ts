import { lossesAlong, lossWith, valueIn } from '../../story/nudge.ts';
import type { Run } from '../../story/run.ts';
import { polyline, scale, type Scale } from '../scale.ts';
import type { Box } from '../sketch/sketch.ts';

/** The loss along one parameter from afar: the whole curve, of which a lens shows a piece. */
export interface Overview {
  readonly x: Scale;
  readonly y: Scale;
  readonly curve: string;
  readonly own: number;
  readonly loss: number;
  /** The longest stretch on which the parameter does nothing at all, if it is long enough to be named. */
  readonly level: { readonly from: number; readonly to: number; readonly loss: number } | undefined;
}

/** How far to either side of the parameter's own value it looks. */
const REACH = 2.2;
const SAMPLES = 88;

/** A level stretch shorter than this share of the picture has no name. */
const NAMED = 0.2;

const levelIn = (values: readonly number[], losses: readonly number[]): Overview['level'] => {
  let best = { from: 0, to: 0 };
  let from = 0;
  losses.forEach((loss, i) => {
    if (Math.abs(loss - (losses[from] ?? NaN)) > 1e-12) from = i;
    if (i - from > best.to - best.from) best = { from, to: i };
  });
  if (best.to - best.from < NAMED * losses.length) return undefined;
  return { from: values[best.from] ?? NaN, to: values[best.to] ?? NaN, loss: losses[best.from] ?? NaN };
};

/** The overview in a box, in px; `epsilon` has to be within it. */
export const overviewIn = (
  run: Run,
  step: number,
  parameter: string,
  { left, right, top, bottom }: Box,
): Overview => {
  const own = valueIn(run, step, parameter);
  const ends = [own - REACH, own + REACH] as const;
  const { xs: values, losses } = lossesAlong(run, step, parameter, ends, SAMPLES + 1);
  const most = Math.max(...losses);
  const x = scale([own - REACH, own + REACH], [left, right]);
  const y = scale([0, most > 0 ? most * 1.05 : 1], [bottom, top]);
  return {
    x,
    y,
    curve: polyline(values.map((value, i) => [x(value), y(losses[i] ?? NaN)])),
    own,
    loss: lossWith(run, step, parameter, own),
    level: levelIn(values, losses),
  };
};
