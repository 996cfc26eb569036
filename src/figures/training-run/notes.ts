import { gapTexts, type Gap } from '../../story/guess.ts';
import { keptRun, keptWords } from '../../story/kept.ts';
import { seriesOf, type Series } from '../../story/series.ts';
import type { Settings } from '../../story/settings.ts';
import { boxOfText, widthOf, type Box, type Point } from '../layout/index.ts';
import { polyline } from '../scale.ts';
import type { Shape, Text } from '../texts.ts';
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
interface GuessMark {
  readonly path: string;
  readonly label: Point & { readonly anchor: Anchor };
}

/** A run that was kept. */
interface KeptMark {
  readonly points: readonly Point[];
  readonly path: string;
  readonly words: string;
  readonly label: Point;
  readonly box: Box;
}

/** How far guess and run are apart, where that is furthest. */
interface GapMark {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: Anchor;
}

/** The curve that the reader drew, through these points. */
const guessMark = (points: readonly Point[], { right, top, type }: ChartLayout): GuessMark | undefined => {
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
const gapMark = (
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
const keptMark = (
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
    points,
    path: polyline(points.map((point) => [point.x, point.y])),
    words,
    label,
    box: boxOfText(label, width, type, 'start'),
  };
};

/** What the reader has added to a chart. */
export interface Noted {
  /** Under the run's own curve, and over it. */
  readonly under: readonly Shape[];
  readonly over: readonly Shape[];
  readonly texts: readonly Text[];
  /** What flags keep off: its lines, and the room that its words and the bracket over the whole run take. */
  readonly lines: readonly (readonly Point[])[];
  readonly taken: readonly Box[];
}

/** All of it, in a chart in which `at` says where a loss after a step stands. */
export const notedIn = (model: RunModel, layout: ChartLayout, at: (place: Place) => Point): Noted => {
  const { type } = layout;
  const guessed = model.guess.map(at);
  const guess = guessMark(guessed, layout);
  const gap = gapMark(model.gap, layout, at);
  const whole = gapMark(model.wholeGap, layout, at);
  const kept = keptMark(model, layout, at);
  const note = { look: 'letter haloed', size: type - 1, isCentred: true };
  return {
    under: [
      ...(guess ? [{ look: 'pencil', d: guess.path }] : []),
      ...(kept ? [{ look: 'kept', d: kept.path }] : []),
    ],
    over: gap ? [{ look: 'apart', d: `M${gap.x - 4} ${gap.from}h8m-4 0V${gap.to}m-4 0h8` }] : [],
    texts: [
      ...(guess ? [{ text: 'your guess', look: 'own haloed', ...guess.label, size: type + 1 }] : []),
      ...(kept ? [{ ...note, text: kept.words, ...kept.label }] : []),
      ...(gap ? [{ ...note, text: gap.text, x: gap.textX, y: gap.textY, anchor: gap.anchor }] : []),
    ],
    lines: [guessed, kept?.points ?? []],
    taken: [
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
      ...(whole
        ? [
            boxOfText({ x: whole.textX, y: whole.textY }, widthOf(whole.text, type - 1), type, whole.anchor),
            {
              left: whole.x - 3,
              right: whole.x + 3,
              top: Math.min(whole.from, whole.to),
              bottom: Math.max(whole.from, whole.to),
            },
          ]
        : []),
    ],
  };
};
