import { format } from '../../story/format.ts';
import { lossesAlong, lossWith, valueIn, type Nudge } from '../../story/nudge.ts';
import type { Run } from '../../story/run.ts';
import { textOf } from '../../story/symbol.ts';
import { held, type Point } from '../layout/shapes.ts';
import { polyline, scale } from '../scale.ts';
import type { Box } from '../sketch/sketch.ts';
import type { Text } from '../texts.ts';
import type { Round } from './lens.ts';

/** The loss along one parameter from afar: the whole curve, of which a lens shows a piece. */
export interface Overview {
  readonly axis: string;
  readonly curve: string;
  /** Where the network stands. */
  readonly now: Point;
  /** What the lens looks at. */
  readonly spot: Round;
  readonly texts: readonly Text[];
}

/** How far to either side of the parameter's own value it looks. */
const REACH = 2.2;
const SAMPLES = 88;

/** A level stretch shorter than this share of the picture has no name. */
const NAMED = 0.2;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The longest stretch of losses that are the same, by the places of its ends, if it is long enough to be named. */
const levelIn = (losses: readonly number[]): Stretch | undefined => {
  let best: Stretch = { from: 0, to: 0 };
  let from = 0;
  losses.forEach((loss, i) => {
    if (Math.abs(loss - (losses[from] ?? NaN)) > 1e-12) from = i;
    if (i - from > best.to - best.from) best = { from, to: i };
  });
  return best.to - best.from < NAMED * losses.length ? undefined : best;
};

/** The overview of a nudge in a box, in px, with its letters in a size. */
export const overviewIn = (
  run: Run,
  step: number,
  { parameter, epsilon, outcome }: Nudge,
  { left, right, top, bottom }: Box,
  size: number,
): Overview => {
  const own = valueIn(run, step, parameter);
  const loss = lossWith(run, step, parameter, own);
  const ends = [own - REACH, own + REACH] as const;
  const { xs, losses } = lossesAlong(run, step, parameter, ends, SAMPLES + 1);
  const most = Math.max(...losses);
  const x = scale(ends, [left, right]);
  const y = scale([0, most > 0 ? most * 1.05 : 1], [bottom, top]);
  const ticks = x.ticks(4);
  const level = levelIn(losses);
  const levelWords = ({ from, to }: Stretch): Text => {
    const [first = NaN, last = NaN, height = NaN] = [xs[from], xs[to], losses[from]];
    return {
      text: 'no effect',
      look: 'letter haloed',
      x: held((x(first) + x(last)) / 2, left + 38, right - 36),
      y: y(height) + (y(height) < bottom - 40 ? 20 : -10),
      size: 12,
      anchor: 'middle',
    };
  };
  return {
    axis: `M${left} ${top}V${bottom}H${right}${ticks.map((tick) => `M${x(tick)} ${bottom}v5`).join('')}`,
    curve: polyline(xs.map((value, i) => [x(value), y(losses[i] ?? NaN)])),
    now: { x: x(own), y: y(loss) },
    spot: {
      x: x(own + epsilon / 2),
      y: (y(loss) + y(loss + outcome)) / 2,
      radius: Math.max(7, Math.abs(x(own + epsilon) - x(own)) * 0.8),
    },
    texts: [
      ...ticks.map((tick): Text => ({
        text: format(tick, 2, 0),
        x: x(tick),
        y: bottom + 20,
        size: 12,
        anchor: 'middle',
      })),
      { text: 'loss L', look: 'letter loss', x: left, y: top - 10, size, anchor: 'middle' },
      { text: textOf(parameter), look: 'letter signal', x: right, y: bottom - 8, size, anchor: 'end' },
      ...(level ? [levelWords(level)] : []),
    ],
  };
};
