import { RUN_STEPS } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import { gapTexts } from '../../story/guess.ts';
import { apart } from '../../story/apart.ts';
import { isTold, type RunModel } from './model.ts';

/** A reader's guess held against the run, in a sentence; undefined where there is nothing to compare. */
export const gapWords = ({ gap }: Pick<RunModel, 'gap'>): string | undefined => {
  if (!gap) return undefined;
  const { guessed, was, apart: between } = gapTexts(gap);
  if (between === '0') return 'You drew the very curve, as far as the digits go.';
  return `Furthest apart at step ${gap.step}: you drew ${guessed}, it was ${was}.`;
};

/** What the figure shows, in words. It tells no more of the run than has been drawn. */
export const runDescription = (model: RunModel): string => {
  const { series, step, told, isAsking, isOver, guess, events } = model;
  const loss = format(series.losses[step] ?? NaN, 6);
  const shown = `Shown is step ${step}, loss ${loss}.`;
  if (isAsking) {
    const has = guess.length > 0 ? ' Your guess is drawn on it.' : '';
    return `Loss over ${RUN_STEPS} training steps, not run yet. ${shown}${has}`;
  }
  const reached = Math.floor(told + 1e-9);
  const [from, to] = apart(series.losses[0] ?? NaN, series.losses[reached] ?? NaN);
  const steps = isOver ? `${reached} training steps` : `the first ${reached} of ${RUN_STEPS} training steps`;
  const happened = [
    ...events.filter((event) => isTold(model, event)).map(({ text }) => text),
    ...(isOver && events.every(({ kind }) => kind !== 'off') ? ['every gate stayed open'] : []),
  ];
  const gap = gapWords(model);
  return [
    `Loss over ${steps}, from ${from} to ${to}${happened.length > 0 ? `: ${happened.join('; ')}` : ''}.`,
    shown,
    ...(isOver && gap !== undefined ? [gap] : []),
  ].join(' ');
};
