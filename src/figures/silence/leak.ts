import { formatFit } from '../../story/format.ts';
import { runOf } from '../../story/run.ts';
import { seriesOf } from '../../story/series.ts';
import { shareOfStep } from '../../story/step-axis.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import { polyline, scale } from '../scale.ts';
import { thinned } from '../thinned.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { SilenceModel } from './model.ts';

/** The two runs from the same start: what lies below zero is held back, or a hundredth of it goes through. */
const SLOPES = [
  { hidden: 'relu', name: 'ReLU', look: 'trajectory' },
  { hidden: 'leakyRelu', name: 'leaky', look: 'leaky' },
] as const;

/** For each unit, its sum over all steps of both runs. They differ by little, so every unit has a scale of its own. */
export const leakPanel = ({ run, step }: SilenceModel, box: Box, isWide: boolean): readonly Picture[] => {
  const runs = SLOPES.map((slope) => ({
    ...slope,
    series: seriesOf(runOf({ ...run.world, hidden: slope.hidden })),
  }));
  const pitch = (isWide ? box.width : box.height) / 3;
  const size = isWide ? 13 : LEAST_TYPE;
  /** Where it stands alone in the middle, no taller than under a chart. */
  const foot = box.y + Math.min(box.height, 142);
  const line = isWide ? 18 : Math.min(15, pitch / 3);
  return [0, 1, 2].map((unit): Picture => {
    const left = isWide ? box.x + pitch * unit : box.x;
    const top = isWide ? box.y : box.y + pitch * unit;
    const chart = isWide
      ? { from: left, to: left + pitch - 34, top: top + 26, bottom: foot - 2 * line - 10 }
      : { from: box.width * 0.46, to: box.width - 8, top: top + 4, bottom: top + pitch - 8 };
    const sums = runs.map(({ series }) => series.sums()[unit]?.[0] ?? []);
    // Zero is on every scale: how far a sum has come tells by how far it is from there.
    const y = scale([Math.min(0, ...sums.flat()), Math.max(0, ...sums.flat())], [chart.bottom, chart.top]);
    const x = (of: number): number => rounded(chart.from + shareOfStep(of) * (chart.to - chart.from));
    const across = (at: number): string => `M${rounded(chart.from)} ${rounded(at)}H${rounded(chart.to)}`;
    /** The baseline of a run's own line of words, counted from the foot. */
    const baselineOf = (i: number): number =>
      isWide ? foot - 4 - line * (1 - i) : top + 12 + line * (i + 1);
    return {
      lines: [
        { look: 'line', d: across(chart.bottom + 4) },
        { look: 'gate', d: across(y(0)) },
        { look: 'line', d: `M${x(step)} ${rounded(chart.top - 2)}V${rounded(chart.bottom + 4)}` },
        ...runs.flatMap(({ look }, i) => [
          { look, d: polyline(thinned((sums[i] ?? []).map((z, of) => [x(of), y(z)]))) },
          { look, d: `M${rounded(left)} ${rounded(baselineOf(i) - 4)}h20` },
        ]),
      ],
      texts: [
        {
          text: `unit ${unit + 1}`,
          look: 'strong',
          x: left,
          y: top + (isWide ? 16 : 12),
          size: isWide ? 14 : 12.5,
          parts: [
            { text: `, steps 0 to ${Math.max(...sums.map(({ length }) => length - 1))}`, look: 'plain' },
          ],
        },
        ...runs.map(({ name }, i): Text => ({
          text: `${name} `,
          x: left + 26,
          y: baselineOf(i),
          size,
          parts: [{ text: formatFit(sums[i]?.at(-1) ?? NaN, 8, 4), look: 'number signal' }],
        })),
      ],
    };
  });
};
