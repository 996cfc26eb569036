import { format } from '../../story/format.ts';
import type { Frame } from '../../story/frame.ts';
import { lossesAlong, lossWith, valueIn, type Nudge } from '../../story/nudge.ts';
import { textOf } from '../../story/symbol.ts';
import { circlePath, held } from '../layout/shapes.ts';
import type { Picture } from '../picture.ts';
import { polyline, scale } from '../scale.ts';
import type { Box } from '../sketch/sketch.ts';
import { lineAt, type Text } from '../texts.ts';
import type { NudgeDials } from './dials.ts';
import type { Round } from './lens.ts';
import { beam } from './views.ts';

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

/** The loss along one parameter from afar: the whole curve, in a box, and the spot that a lens on the nudge looks at. */
export const overviewPicture = (
  { run, step, dials: { near } }: Frame<NudgeDials>,
  { parameter, epsilon, outcome }: Nudge,
  { left, right, top, bottom }: Box,
  lens: Round,
  size: number,
): Picture => {
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
    const middle = held((x(first) + x(last)) / 2, left + 38, right - 36);
    const line = y(height) + (y(height) < bottom - 40 ? 20 : -10);
    return lineAt('no effect', 'letter haloed', middle, line, 12);
  };
  const spot = {
    x: x(own + epsilon / 2),
    y: (y(loss) + y(loss + outcome)) / 2,
    radius: Math.max(7, Math.abs(x(own + epsilon) - x(own)) * 0.8),
  };
  const marks = ticks.map((tick) => `M${x(tick)} ${bottom}v5`).join('');
  return {
    opacity: 1 - near,
    parts: [
      {
        lines: [
          { look: 'axis', d: `M${left} ${top}V${bottom}H${right}${marks}` },
          { look: 'curve', d: polyline(xs.map((value, i) => [x(value), y(losses[i] ?? NaN)])) },
        ],
        texts: [
          ...ticks.map((tick) => lineAt(format(tick, 2, 0), 'letter', x(tick), bottom + 20, 12)),
          lineAt('loss L', 'letter loss', left, top - 10, size),
          { text: textOf(parameter), look: 'letter signal', x: right, y: bottom - 8, size, anchor: 'end' },
          ...(level ? [levelWords(level)] : []),
        ],
      },
      {
        lines: [{ look: 'dot now', d: circlePath({ x: x(own), y: y(loss) }, 5) }, ...beam(spot, lens)],
      },
    ],
  };
};
