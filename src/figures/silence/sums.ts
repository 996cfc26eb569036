import { at } from '../../engine/index.ts';
import { formatFit } from '../../story/format.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { polyline } from '../scale.ts';
import { wordsAt, type Text } from '../texts.ts';
import { arrowsOf, spreadLabels, stepX, sumAxis } from './chart.ts';
import type { SilenceDials } from './dials.ts';
import type { Box, Layout } from './layout.ts';
import { momentAt, type Moment, type SilenceModel } from './model.ts';
import { gateDot } from './gate-dot.ts';

const pushText = ({ push }: Moment): string => formatFit(push, 7, 3);

/** What is left of a line that has stepped back. */
const FAINT = 0.25;

/**
 * The sums over the steps in a box: below zero a gate is shut. An arrow is what one update adds, drawn as far as `pushed` says:
 * it ends where the next point lies. Where one unit is spoken of, the others step back.
 */
export const sumsOf = (
  model: SilenceModel,
  { right, type, isWide, beside }: Layout,
  box: Box,
  { pushed, spot, unit: spoken }: SilenceDials,
): readonly Picture[] => {
  const small = Math.max(LEAST_TYPE, type - 1);
  const y = sumAxis(model, box);
  const x = stepX(model, box.x, right);
  const zero = rounded(y.place(0));
  const bottom = box.y + box.height;
  const heights = spreadLabels(
    model.tracks.map(({ unit, moments }) => ({ unit, y: y.place(at(moments, moments.length - 1).z) })),
    type * (isWide ? 2.8 : 1.25),
    { top: box.y + 4, bottom: bottom - (isWide ? type : 0) },
  );
  const namesOf = (unit: number, now: Moment | undefined): readonly Text[] => {
    const height = heights.get(unit) ?? zero;
    if (!isWide) return [wordsAt(unit, right + 8, height, LEAST_TYPE, { look: 'strong' })];
    const sum = formatFit(now?.z ?? NaN, 8);
    const isPushed = now !== undefined && now.push !== 0;
    const fits = isPushed && widthOf(`z ${sum}, push ${pushText(now)}`, small) <= beside;
    return [
      wordsAt(`unit ${unit}`, right + 14, height, type, {
        look: 'strong',
        // The line ends elsewhere: what stands here is of the step shown.
        parts: [{ text: `, step ${model.step}`, look: 'plain' }],
      }),
      wordsAt('z ', right + 14, height + type * 1.25, small, {
        parts: [
          { text: sum, look: 'number signal', q: `z.1.${unit}`, value: now?.z },
          ...(fits ? [{ text: ', push ' }, { text: pushText(now), look: 'number gradient' }] : []),
        ],
      }),
    ];
  };
  const depth = rounded(Math.max(0, bottom - zero));
  return [
    {
      lines: [
        { look: 'shade', d: `M${box.x} ${zero}H${right}v${depth}H${box.x}z` },
        { look: 'grid', d: y.ticks.map(({ at }) => `M${rounded(box.x)} ${rounded(at)}H${right}`).join('') },
        { look: 'zero', d: `M${box.x} ${zero}H${right}` },
      ],
    },
    ...model.tracks.map(({ unit, moments }) => ({
      opacity: unit === spoken ? 1 : rounded(1 - (1 - FAINT) * spot),
      lines: [
        ...arrowsOf(moments, pushed, x, y, isWide),
        { look: 'trajectory', d: polyline(moments.map(({ step, z }) => [x(step), y.place(z)])) },
      ],
    })),
    {
      lines: [],
      dots: model.tracks.flatMap(({ moments }) =>
        moments.map(({ step, z }) => gateDot(z, x(step), rounded(y.place(z)), isWide ? 4.5 : 3)),
      ),
      texts: [
        ...y.ticks.map(({ at, text }) => wordsAt(text, box.x - 10, at, small, { anchor: 'end' })),
        ...model.tracks.flatMap((track) => namesOf(track.unit, momentAt(track, model.step))),
      ],
    },
  ];
};
