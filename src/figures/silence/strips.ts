import { at } from '../../engine/index.ts';
import { circlePath, rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { wordsAt, type Shape, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import { momentAt, type Moment, type SilenceModel } from './model.ts';
import { endWords } from './words.ts';

/** The gates, a strip for each unit: day one over the middle of its row, under it, with `hasOther`, the inputs swapped. */
export const stripsOf = (
  model: SilenceModel,
  { rows, apart, left, right, axis, numbers, isWide, type, beside }: Layout,
  hasOther: boolean,
  x: (step: number) => number,
): Picture => {
  const size = Math.max(LEAST_TYPE, type - 1);
  /** A stretch from each step at which the gate is open to the next. */
  const openOn = (moments: readonly Moment[], of: 'z' | 'otherZ', y: number): string =>
    moments
      .map(({ step, [of]: z }, i) => {
        const next = moments[i + 1];
        return z <= 0 ? '' : `M${x(step)} ${y}${next ? `H${x(next.step)}` : 'h0.01'}`;
      })
      .join('');
  const heights = rows.map((y) => rounded(y - (hasOther ? apart : 0)));
  const gates = model.tracks.flatMap((track, i): readonly Shape[] => {
    const { unit, moments } = track;
    const y = at(heights, i);
    const isOpen = (momentAt(track, model.step)?.z ?? NaN) > 0;
    const shuts = moments.filter(({ z }, m) => z <= 0 && (m === 0 || at(moments, m - 1).z > 0));
    return [
      { look: 'open', d: openOn(moments, 'z', y) },
      { look: 'elsewhere', d: hasOther ? openOn(moments, 'otherZ', rounded(at(rows, i) + apart)) : '' },
      { look: 'shuts', d: shuts.map(({ step }) => `M${x(step)} ${rounded(y - 5)}v10`).join('') },
      {
        look: isOpen ? 'now' : 'now none',
        d: circlePath({ x: x(model.step), y }, isWide ? 5 : 4),
        ...(model.isLeaky ? {} : { q: `gate.1.${unit}`, value: Number(isOpen) }),
      },
    ];
  });
  const tracks = rows.flatMap((y) => (hasOther ? [y - apart, y + apart] : [y]));
  return {
    lines: [
      { look: 'track', d: tracks.map((y) => `M${left} ${rounded(y)}H${right}`).join('') },
      ...gates,
      { look: 'way', d: `M${left} ${axis}H${right}` },
    ],
    texts: [
      ...model.tracks.flatMap((track, i): readonly Text[] => {
        const words = endWords(track);
        return [
          wordsAt(`${isWide ? 'gate ' : ''}${track.unit}`, left - 10, at(rows, i), size, { anchor: 'end' }),
          ...(isWide && widthOf(words, size) <= beside
            ? [wordsAt(words, right + 14, at(heights, i), size)]
            : []),
        ];
      }),
      ...Array.from({ length: model.to - model.from + 1 }, (_, i): Text => {
        const step = model.from + i;
        const look = step === model.step ? 'letter ink' : 'letter';
        return { text: step, look, x: x(step), y: numbers, size, anchor: 'middle' };
      }),
      wordsAt('step', left - 15, axis, size, { anchor: 'end' }),
    ],
  };
};
