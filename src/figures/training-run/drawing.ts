import { at as itemAt } from '../../engine/index.ts';
import type { RunEvent } from '../../story/run-events.ts';
import { stepTicks } from '../../story/step-axis.ts';
import { evenAxis, logAxis, type Axis } from '../axis.ts';
import { boxOfText, widthOf, type Point } from '../layout/index.ts';
import { polyline } from '../scale.ts';
import { dense, placeFlags, type Flag } from './flags.ts';
import { gateRows, unitsIn, type GateRow } from './gate-rows.ts';
import { chartLayout, type ChartLayout } from './layout.ts';
import { COIN, levelsOf, type Level } from './levels.ts';
import { curveOf, isTold, shareAt, type RunModel } from './model.ts';
import type { Noted, Place } from './notes.ts';
import type { Notes } from './notes.svelte.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Everything of the chart, in CSS px. */
export interface Drawing {
  readonly layout: ChartLayout;
  readonly y: Axis;
  readonly ticks: readonly { readonly step: number; readonly x: number }[];
  readonly levels: readonly Level[];
  /** The curve up to the step shown, and from there as far as it has been told. */
  readonly done: string;
  readonly ahead: string;
  /** Where steps are far enough apart to be told one from the other. */
  readonly dots: readonly (Point & { readonly step: number })[];
  /** The point of the step shown, on the curve. */
  readonly now: Point;
  readonly noted: Noted | undefined;
  readonly rows: readonly GateRow[];
  readonly flags: readonly Flag[];
  /** A stretch of steps that is marked on the bottom of the chart. */
  readonly stretches: readonly { readonly event: RunEvent; readonly from: number; readonly to: number }[];
}

/** A chart reaches so much over the largest number that it has to hold. */
const AIR = 1.12;

/** The largest loss that can be guessed by slider: the height of the chart before the run, were nothing drawn on it yet. */
export const guessTop = ({ series }: RunModel): number => Math.max(itemAt(series.losses, 0), COIN) * AIR;

/** The decades of an empty logarithmic chart. */
const EMPTY = 1e4;

const axisFor = (model: RunModel, { top, bottom }: ChartLayout): Axis => {
  const { series, kept, guess, isAsking, lossAxis, least } = model;
  // Before the run its own losses would tell by the height of the chart where it goes.
  const run = isAsking ? series.losses.slice(0, 1) : series.losses;
  const drawn = [...run, ...guess.map(({ loss }) => loss), ...(kept ? kept.series.losses : [])];
  const most = Math.max(...drawn);
  const high = Math.max(most, most * 4 > COIN || isAsking ? COIN : 0, least);
  const count = bottom - top > 150 ? 4 : 3;
  if (lossAxis === 'even') return evenAxis(0, high > 0 ? high * AIR : 1, [bottom, top], count);
  const positive = drawn.filter((loss) => loss > 0);
  const low = isAsking ? high / EMPTY : Math.min(...positive, high);
  const hasZero = positive.length < drawn.length;
  return logAxis(Math.max(low, 1e-300), Math.max(high, 1e-300), [bottom, top], count + 2, hasZero);
};

/** Gaps between dots under which they run into one another, in px. */
const DOTS_APART = 9;

/** The flags of a run where they were placed last: they stay while only the step moves. */
const placed = new WeakMap<object, { readonly key: string; readonly flags: readonly Flag[] }>();

/**
 * The whole chart of a run in a box. `isHeaded`: what the step costs is told over it. What the reader has added is drawn once
 * `notes` are there.
 */
export const drawingOf = (model: RunModel, size: Size, isHeaded: boolean, notes?: Notes): Drawing => {
  const { series, told, step, isAsking } = model;
  const units = unitsIn(series);
  const sketch = axisFor(model, chartLayout(size, units, [], isHeaded));
  const layout = chartLayout(
    size,
    units,
    sketch.ticks.map(({ text }) => text),
    isHeaded,
  );
  const y = axisFor(model, layout);
  const x = (at: number): number => layout.left + shareAt(model, at) * (layout.right - layout.left);
  const at = (place: Place): Point => ({ x: x(place.step), y: y.place(place.loss) });
  const pointAt = (of: number): Point => at({ step: of, loss: series.losses[of] ?? NaN });
  const path = (from: number, to: number): string =>
    polyline(curveOf(series, from, to).map((place) => [x(place.step), y.place(place.loss)]));

  const levels = levelsOf(model, layout, y);
  const noted = notes?.notedIn(model, layout, at);

  const flags = (): readonly Flag[] => {
    const key = JSON.stringify([
      size,
      isHeaded,
      model.stepAxis,
      model.lossAxis,
      model.guess,
      model.kept?.words,
      notes !== undefined,
    ]);
    const found = placed.get(series);
    if (found?.key === key) return found.flags;
    const across = levels.map((level) => [
      { x: layout.left, y: level.y },
      { x: layout.right, y: level.y },
    ]);
    const lines = [curveOf(series, 0, series.last).map(at), ...(noted?.lines ?? []), ...across];
    const made = placeFlags(
      model.events.filter(({ kind }) => kind !== 'slowest'),
      layout.isWide ? 6 : 4,
      ({ short, text }) => (layout.isWide && text.length < 30 ? text : short),
      pointAt,
      {
        room: {
          left: layout.left + 2,
          right: layout.right,
          top: layout.top - layout.type,
          bottom: layout.bottom - 2,
        },
        curves: lines.flatMap(dense),
        taken: [
          ...levels.map(({ words, text, textX, textY }) =>
            boxOfText({ x: textX, y: textY }, widthOf(words + text, layout.type - 1), layout.type, 'end'),
          ),
          ...(noted?.taken ?? []),
        ],
        type: layout.type - 0.5,
      },
    );
    placed.set(series, { key, flags: made });
    return made;
  };

  return {
    layout,
    y,
    ticks: stepTicks(model.stepAxis).map((tick) => ({ step: tick, x: x(tick) })),
    levels,
    done: path(0, Math.min(step, told)),
    ahead: told > step ? path(step, told) : '',
    dots: isAsking
      ? []
      : series.losses.flatMap((loss, of) =>
          of <= told && (of === 0 || x(of) - x(of - 1) >= DOTS_APART)
            ? [{ step: of, ...at({ step: of, loss }) }]
            : [],
        ),
    now: pointAt(step),
    noted,
    rows: gateRows(model, layout, x),
    flags: isAsking ? [] : flags().filter(({ event }) => isTold(model, event)),
    stretches: model.events.flatMap((event) =>
      event.to === undefined || !isTold(model, event)
        ? []
        : [{ event, from: x(event.step), to: x(event.to) }],
    ),
  };
};
