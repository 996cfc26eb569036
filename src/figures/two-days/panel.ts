import { nice } from 'd3';
import { lossesAlong } from '../../story/batch.ts';
import { RUN_STEPS } from '../../story/essay.ts';
import { formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { circlePath, rounded } from '../layout/shapes.ts';
import { polyline, scale } from '../scale.ts';
import { wordsAt } from '../texts.ts';
import { thinned } from '../thinned.ts';
import type { Box } from './layout.ts';
import type { Day, View } from './model.ts';
import type { Part } from './part.ts';

/**
 * The losses of the two days along the run, and their mean, with the step that the rest of the figure shows. The axis is
 * logarithmic in the step: most happens at the start.
 */
export const runPanelIn = (view: View, days: readonly Day[], box: Box, size: number): Part => {
  const losses = lossesAlong(view.run);
  const means = losses.map((one) => one.reduce((sum, loss) => sum + loss, 0) / one.length);
  const last = losses.length - 1;
  const left = rounded(box.x + size * 2.6);
  const right = rounded(box.x + box.width - size * 7.2);
  const across = scale([0, Math.max(1e-9, Math.log1p(last))], [left, right]);
  const x = (step: number): number => rounded(across(Math.log1p(step)));
  // What is higher leaves the panel: a mean is never more than a few times that of the start or the end.
  const most = Math.min(Math.max(...means), 4 * Math.max(means[0] ?? NaN, means[last] ?? NaN)) || 1;
  const upward = scale(nice(0, most, 3), [box.y + box.height - size * 1.9, box.y + size * 1.9]);
  /** Never above the panel. */
  const y = (loss: number): number => Math.max(box.y + 2, rounded(upward(loss)));
  const top = y(upward.domain[1]);
  const foot = y(0);
  const line = (values: readonly number[]): string =>
    polyline(thinned(values.map((value, step) => [x(step), y(value)])));
  const lookOf = (look: string, day: number): string => (day === 0 ? `${look} first` : look);
  const grid = upward.ticks(3);
  const now = x(view.step);

  // What is written at the right is pushed apart where two stand close.
  const gap = size * 1.35;
  let lowest = -Infinity;
  const labels = days
    .map((day) => ({ day, wanted: Math.max(top, y(losses[last]?.[day.index] ?? NaN)) }))
    .sort((a, b) => a.wanted - b.wanted)
    .map(({ day, wanted }, i) => {
      const floor = foot - gap * (days.length - 1 - i);
      lowest = rounded(Math.max(Math.min(wanted, floor), lowest + gap));
      return { ...day, y: lowest };
    });

  return {
    shapes: [
      { look: 'grid', d: grid.map((tick) => `M${left} ${y(tick)}H${right}`).join('') },
      ...days.map(({ index }) => ({
        look: lookOf('day', index),
        d: line(losses.map((one) => one[index] ?? NaN)),
      })),
      { look: 'curve', d: line(means) },
      { look: 'playhead', d: `M${now} ${top - size * 0.6}V${foot}` },
      ...(losses[view.step] ?? []).map((loss, i) => ({
        look: lookOf('dot', i),
        d: circlePath({ x: now, y: y(loss) }, 3.5),
      })),
      { look: 'point own', d: circlePath({ x: now, y: y(quantityIn(view.all, 'loss')) }, 5.5) },
    ],
    texts: [
      ...grid.map((tick) =>
        wordsAt(formatFit(tick, 4, 2, tick === 0 || tick >= 10 ? 0 : 1), left - 6, y(tick), 12, {
          anchor: 'end',
        }),
      ),
      ...[0, 1, 3, 10, 30, 100, RUN_STEPS]
        .filter((step) => step <= last)
        .map((step) => wordsAt(step, x(step), foot + size * 1.1, 12, { anchor: 'middle' })),
      wordsAt('step', right + 18, foot + size * 1.1, 12),
      ...labels.map(({ name, y: at }) => wordsAt(name, right + 26, at, size)),
    ],
    signs: labels.flatMap(({ weather, y: at }) =>
      weather ? [{ of: weather, x: right + 14, y: at, scale: 0.75 }] : [],
    ),
  };
};
