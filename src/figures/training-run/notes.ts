import { gapTexts, type Gap } from '../../story/guess.ts';
import { keptRun, keptWords } from '../../story/kept.ts';
import { seriesOf, type Series } from '../../story/series.ts';
import type { Settings } from '../../story/settings.ts';
import { boxOfText, widthOf, type Box, type Point } from '../layout/index.ts';
import { polyline } from '../scale.ts';
import type { ChartLayout } from './layout.ts';
import { curveOf, type RunModel } from './model.ts';
import { pencil } from './pencil.ts';

// What is drawn beside the run's own curve, with its words: the guess, how far off it is, and a run that was kept.

/** A run that was kept, with its words. */
export interface Kept {
  readonly series: Series;
  readonly words: string;
}

/** The run that was kept; undefined where none is, or it is this very one. */
export const keptIn = (settings: Settings): Kept | undefined => {
  const run = keptRun(settings);
  const words = keptWords(settings);
  return run && words !== 'the same' ? { series: seriesOf(run), words } : undefined;
};

/** A place in the chart. */
export interface Place {
  readonly step: number;
  readonly loss: number;
}

type Anchor = 'start' | 'end';

/** A curve that the reader drew. */
export interface GuessMark {
  readonly path: string;
  readonly label: Point & { readonly anchor: Anchor };
}

/** A run that was kept. */
export interface KeptMark {
  readonly path: string;
  readonly words: string;
  readonly label: Point;
  readonly box: Box;
}

/** How far guess and run are apart, where that is furthest. */
export interface GapMark {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: Anchor;
}

/** What stands in the chart with words of its own. */
interface Marks {
  readonly layout: ChartLayout;
  readonly guess: GuessMark | undefined;
  readonly gap: GapMark | undefined;
  readonly kept: KeptMark | undefined;
}

/** The curve that the reader drew, through these points. */
export const guessMark = (
  points: readonly Point[],
  { right, top, type }: ChartLayout,
): GuessMark | undefined => {
  const label = points[Math.round(points.length * 0.72)];
  if (!label) return undefined;
  const isOut = label.x + 4 + widthOf('your guess', type + 1) > right;
  const isUnder = label.y - 9 < top + type;
  return {
    path: pencil(points),
    label: {
      x: isOut ? right : label.x + 4,
      y: isUnder ? label.y + type + 8 : label.y - 9,
      anchor: isOut ? 'end' : 'start',
    },
  };
};

/** The bracket between guess and run; undefined where they are too near for one. */
export const gapMark = (
  gap: Gap | undefined,
  { left, right, isWide, type }: ChartLayout,
  at: (place: Place) => Point,
): GapMark | undefined => {
  if (!gap) return undefined;
  const from = at({ step: gap.step, loss: gap.guessed });
  const to = at({ step: gap.step, loss: gap.was });
  if (Math.abs(from.y - to.y) < 3) return undefined;
  const text = `${gapTexts(gap).apart} apart`;
  const room = 8 + widthOf(text, type);
  const isLeft = from.x + room > right && from.x - room > left;
  return {
    x: from.x,
    from: from.y,
    to: to.y,
    text,
    textX: from.x + (isLeft ? -8 : 8),
    textY: from.y + (to.y - from.y) * (isWide ? 0.42 : 0.5),
    anchor: isLeft ? 'end' : 'start',
  };
};

/** A kept run, named where it is furthest from the other one. */
export const keptMark = (
  { kept, series }: RunModel,
  { left, right, type }: ChartLayout,
  at: (place: Place) => Point,
): KeptMark | undefined => {
  if (!kept) return undefined;
  const points = curveOf(kept.series, 0, kept.series.last).map(at);
  const words = `kept: ${kept.words}`;
  const width = widthOf(words, type - 1);
  const apart = kept.series.losses.map((loss, step) => ({
    ...at({ step, loss }),
    other: at({ step, loss: series.losses[step] ?? loss }).y,
  }));
  const [furthest] = apart
    .filter(({ x }) => x >= left + 8 && x + 8 + width <= right)
    .toSorted((a, b) => Math.abs(b.y - b.other) - Math.abs(a.y - a.other));
  if (!furthest) return undefined;
  const y = furthest.y + (furthest.y >= furthest.other ? type : -type * 0.9);
  const label = { x: furthest.x + 8, y };
  return {
    path: polyline(points.map((point) => [point.x, point.y])),
    words,
    label,
    box: boxOfText(label, width, type, 'start'),
  };
};

/** What of it stands there before the flags do. */
export const takenBy = ({ layout, guess, gap, kept }: Marks): readonly Box[] => {
  const { type } = layout;
  return [
    ...(guess
      ? [
          boxOfText(
            { x: guess.label.x, y: guess.label.y - 4 },
            widthOf('your guess', type),
            type,
            guess.label.anchor,
          ),
        ]
      : []),
    ...(kept ? [kept.box] : []),
    ...(gap
      ? [
          boxOfText({ x: gap.textX, y: gap.textY }, widthOf(gap.text, type - 1), type, gap.anchor),
          {
            left: gap.x - 3,
            right: gap.x + 3,
            top: Math.min(gap.from, gap.to),
            bottom: Math.max(gap.from, gap.to),
          },
        ]
      : []),
  ];
};
