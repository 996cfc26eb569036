import { at } from '../../engine/index.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import { momentAt, type Moment, type SilenceModel } from './model.ts';
import { endWords } from './words.ts';

/** The gate of a unit over the steps. */
export interface Strip {
  readonly unit: number;
  readonly y: number;
  /** Where it is open, where it shuts, as path data; and where it is open on the other day. */
  readonly open: string;
  readonly shuts: string;
  readonly elsewhere: string;
  readonly isOpen: boolean;
}

export interface Strips {
  readonly strips: readonly Strip[];
  /** The lines on which the gates stand. */
  readonly tracks: string;
  readonly texts: readonly Text[];
}

/** The gates, a strip for each unit: day one over the middle of its row, under it, with `hasOther`, the inputs swapped. */
export const stripsOf = (
  model: SilenceModel,
  { rows, apart, left, right, axis, numbers, isWide, type, beside }: Layout,
  hasOther: boolean,
  x: (step: number) => number,
): Strips => {
  const size = Math.max(LEAST_TYPE, type - 1);
  /** A stretch from each step at which the gate is open to the next. */
  const openOn = (moments: readonly Moment[], of: 'z' | 'otherZ', y: number): string =>
    moments
      .map(({ step, [of]: z }, i) => {
        const next = moments[i + 1];
        return z <= 0 ? '' : `M${x(step)} ${y}${next ? `H${x(next.step)}` : 'h0.01'}`;
      })
      .join('');
  const strips = model.tracks.map((track, i): Strip => {
    const { unit, moments } = track;
    const y = rounded(at(rows, i) - (hasOther ? apart : 0));
    return {
      unit,
      y,
      open: openOn(moments, 'z', y),
      elsewhere: hasOther ? openOn(moments, 'otherZ', rounded(at(rows, i) + apart)) : '',
      shuts: moments
        .map(({ step, z }, m) =>
          z <= 0 && (m === 0 || at(moments, m - 1).z > 0) ? `M${x(step)} ${rounded(y - 5)}v10` : '',
        )
        .join(''),
      isOpen: (momentAt(track, model.step)?.z ?? NaN) > 0,
    };
  });
  const before = { size, anchor: 'end', isCentred: true } as const;
  return {
    strips,
    tracks: rows
      .flatMap((y) => (hasOther ? [y - apart, y + apart] : [y]))
      .map((y) => `M${left} ${rounded(y)}H${right}`)
      .join(''),
    texts: [
      ...model.tracks.flatMap((track, i): readonly Text[] => {
        const words = endWords(track);
        const name = `${isWide ? 'gate ' : ''}${track.unit}`;
        return [
          { text: name, x: left - 10, y: at(rows, i), ...before },
          ...(isWide && widthOf(words, size) <= beside
            ? [{ text: words, x: right + 14, y: at(strips, i).y, size, isCentred: true }]
            : []),
        ];
      }),
      ...Array.from({ length: model.to - model.from + 1 }, (_, i): Text => {
        const step = model.from + i;
        const look = step === model.step ? 'letter ink' : 'letter';
        return { text: step, look, x: x(step), y: numbers, size, anchor: 'middle' };
      }),
      { text: 'step', x: left - 15, y: axis, ...before },
    ],
  };
};
