import { RUN_STEPS } from '../../story/essay.ts';
import { frameAtStep, quantityOf, type Frame } from '../../story/frame.ts';
import { knotsOf, widestGap, type Gap } from '../../story/guess.ts';
import { leastLoss } from '../../story/loss-curve.ts';
import { runEvents, type RunEvent } from '../../story/run-events.ts';
import { seriesOf, type Series } from '../../story/series.ts';
import { nearestStep, shareOfStep, stepAtShare, type StepAxis } from '../../story/step-axis.ts';
import type { RunDials } from './dials.ts';
import type { Kept } from './notes.ts';
import type { Notes } from './notes.svelte.ts';

/** What the figure of a run shows, whatever its size. */
export interface RunModel {
  readonly series: Series;
  /** The step that is shown: the reader's, or how far the scroll has carried it. */
  readonly step: number;
  /** Up to where the run has been told: a step, mostly a whole one, from 0. */
  readonly told: number;
  /** Nothing of it has been told yet, and the reader may draw. */
  readonly isAsking: boolean;
  readonly isOver: boolean;
  readonly stepAxis: StepAxis;
  readonly lossAxis: 'even' | 'log';
  readonly guess: readonly { readonly step: number; readonly loss: number }[];
  /** Where guess and run are furthest apart, as far as it has been told. */
  readonly gap: Gap | undefined;
  /** The same over the whole run. */
  readonly wholeGap: Gap | undefined;
  readonly kept: Kept | undefined;
  /** All of the run: which have been told, `isTold` says. */
  readonly events: readonly RunEvent[];
  /** The least loss that a prediction can have for the target: above 0 for a target between 0 and 1. */
  readonly least: number;
}

/** How much of the run has been told, as a step: by what the reader has run, or by the scroll. */
const toldIn = ({ reading, step, dials }: Frame<RunDials>, last: number): number => {
  const { settings } = reading;
  const byScroll = dials.told <= 0 ? 0 : stepAtShare(dials.told, settings['run.steps']);
  return Math.min(last, Math.max(step, settings['run.seen'], byScroll));
};

/**
 * The frame that the figure draws. Who has neither run nor pulled anything is carried along by the scroll, as far as it tells
 * the run; the page stays at the reader's own step.
 */
export const carried = (frame: Frame<RunDials>): Frame<RunDials> => {
  const { step, 'run.seen': seen } = frame.reading.settings;
  if (step > 0 || seen > 0) return frame;
  return frameAtStep(frame, Math.floor(toldIn(frame, seriesOf(frame.run).last) + 1e-9));
};

/** What the figure shows at a frame; a kept run, once what draws it is there. */
export const runModel = (frame: Frame<RunDials>, notes?: Notes): RunModel => {
  const { settings } = frame.reading;
  const series = seriesOf(frame.run);
  const told = toldIn(frame, series.last);
  const guess = settings['run.guess'];
  const whole = Math.floor(told + 1e-9);
  return {
    series,
    step: Math.min(frame.step, series.last),
    told,
    isAsking: told === 0 && series.last > 0,
    isOver: told >= series.last,
    stepAxis: settings['run.steps'],
    lossAxis: settings['run.losses'],
    guess: knotsOf(guess),
    gap: told > 0 ? widestGap(guess, series.losses.slice(0, whole + 1)) : undefined,
    wholeGap: widestGap(guess, series.losses),
    kept: notes?.keptIn(settings),
    events: runEvents(frame.run),
    least: leastLoss(quantityOf(frame, 'y')),
  };
};

/** Whether the run has been told as far as an event. */
export const isTold = ({ told, isAsking }: RunModel, { step, to = step }: RunEvent): boolean =>
  !isAsking && to <= told;

/** The training step at a place along the axis, 0 to 1, as far as the run goes. */
export const stepAt = ({ series, stepAxis }: RunModel, share: number): number =>
  nearestStep(share, stepAxis, series.last);

/** The losses that a curve runs through: told steps, and where the telling has got to between two. */
export const curveOf = (
  { losses }: Pick<Series, 'losses'>,
  from: number,
  to: number,
): readonly { readonly step: number; readonly loss: number }[] => {
  const at = (step: number): number => {
    const before = Math.floor(step);
    const [left = NaN, right = left] = [losses[before], losses[before + 1]];
    return left + (right - left) * (step - before);
  };
  const whole = losses.flatMap((loss, step) => (step > from && step < to ? [{ step, loss }] : []));
  return [{ step: from, loss: at(from) }, ...whole, ...(to > from ? [{ step: to, loss: at(to) }] : [])];
};

/** Where a step lies along the axis, from 0 to 1. */
export const shareAt = ({ stepAxis }: Pick<RunModel, 'stepAxis'>, step: number): number =>
  shareOfStep(step, stepAxis, RUN_STEPS);
