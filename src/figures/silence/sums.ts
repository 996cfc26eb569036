import { at } from '../../engine/index.ts';
import { formatFit } from '../../story/format.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import { polyline } from '../scale.ts';
import type { Text } from '../texts.ts';
import { arrowsOf, spreadLabels, stepX, sumAxis, type Arrows } from './chart.ts';
import type { Box, Layout } from './layout.ts';
import { momentAt, type Moment, type SilenceModel } from './model.ts';

/** The sums over the steps: below zero a gate is shut. */
export interface Sums {
  readonly grid: string;
  /** The line of zero, and how high the ground below it is. */
  readonly zero: number;
  readonly depth: number;
  readonly lines: readonly (Arrows & { readonly unit: number; readonly path: string })[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly isShut: boolean }[];
  readonly texts: readonly Text[];
}

const pushText = ({ push }: Moment): string => formatFit(push, 7, 3);

/** The chart in a box. An arrow is what one update adds, drawn as far as `pushed` says: it ends where the next point lies. */
export const sumsOf = (model: SilenceModel, layout: Layout, box: Box, pushed: number): Sums => {
  const { right, type, isWide, beside } = layout;
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
    if (!isWide)
      return [{ text: unit, look: 'strong', x: right + 8, y: height, size: LEAST_TYPE, isCentred: true }];
    const sum = formatFit(now?.z ?? NaN, 8);
    const isPushed = now !== undefined && now.push !== 0;
    const fits = isPushed && widthOf(`z ${sum}, push ${pushText(now)}`, small) <= beside;
    return [
      {
        text: `unit ${unit}`,
        look: 'strong',
        x: right + 14,
        y: height,
        size: type,
        isCentred: true,
        // The line ends elsewhere: what stands here is of the step shown.
        parts: [{ text: `, step ${model.step}`, look: 'plain' }],
      },
      {
        text: 'z ',
        x: right + 14,
        y: height + type * 1.25,
        size: small,
        isCentred: true,
        parts: [
          { text: sum, look: 'number signal', q: `z.1.${unit}`, value: now?.z },
          ...(fits ? [{ text: ', push ' }, { text: pushText(now), look: 'number gradient' }] : []),
        ],
      },
    ];
  };
  return {
    grid: y.ticks.map(({ at }) => `M${rounded(box.x)} ${rounded(at)}H${right}`).join(''),
    zero,
    depth: rounded(Math.max(0, bottom - zero)),
    lines: model.tracks.map(({ unit, moments }) => ({
      unit,
      path: polyline(moments.map(({ step, z }) => [x(step), y.place(z)])),
      ...arrowsOf(moments, pushed, x, y, isWide ? 7 : 5),
    })),
    dots: model.tracks.flatMap(({ moments }) =>
      moments.map(({ step, z }) => ({ x: x(step), y: rounded(y.place(z)), isShut: z <= 0 })),
    ),
    texts: [
      ...y.ticks.map(({ at, text }): Text => ({
        text,
        x: box.x - 10,
        y: at,
        size: small,
        anchor: 'end',
        isCentred: true,
      })),
      ...model.tracks.flatMap((track) => namesOf(track.unit, momentAt(track, model.step))),
    ],
  };
};
