import { labelOf } from './label.ts';
import {
  biasSlips,
  hiddenDeltaSlips,
  hiddenWeightSlips,
  outputDeltaSlips,
  outputWeightSlips,
} from './backward-slips.ts';
import { AFTER, byIndex, HIDDEN, type Blank } from './formulas.ts';
import {
  activationSlips,
  hiddenSumSlips,
  lossSlips,
  outputSumSlips,
  predictionSlips,
} from './forward-slips.ts';
import type { Found, Slip } from './slip.ts';
import { updateSlips } from './update-slips.ts';
import { byHand, shownIn, written, type Task } from './task.ts';

/**
 * Every slip that is known for a blank, the likeliest first, as it comes out with the numbers as they are written. Those
 * that come to the true value, or within two units of its last place, are left out: they do no harm here.
 */
export const slipsOf = (task: Task, blank: Blank): readonly Slip[] => {
  const truth = byHand(task, blank);
  const isHarmless = (value: number): boolean => !(Math.abs(value - truth) > 0.002);
  return [...ownSlips(task, blank, truth), ...pointSlips(truth)]
    .filter(([, value]) => !isHarmless(value))
    .map(([kind, value, words]) => ({ kind, value: value === 0 ? 0 : value, words }));
};

const pointSlips = (truth: number): readonly Found[] =>
  [10, 0.1, 100, 0.01].map((factor) => [
    'point',
    truth * factor,
    'The digits are right; the decimal point has moved.',
  ]);

const ownSlips = (task: Task, { id }: Blank, truth: number): readonly Found[] => {
  const at = (name: string): number => shownIn(task, name);
  const n = (name: string): string => `${labelOf(name)} (${written(at(name))})`;
  if (id.endsWith(AFTER)) return updateSlips(id.slice(0, -1), at, truth);
  const { name, layer, unit, from } = byIndex(id);
  const others = HIDDEN.filter((other) => other !== unit);
  switch (name) {
    case 'z':
      return layer === 2 ? outputSumSlips(at, n, truth) : hiddenSumSlips(unit, at, n, truth);
    case 'a':
      return activationSlips(unit, at);
    case 'yhat':
      return predictionSlips(at, truth);
    case 'loss':
      return lossSlips(at, truth);
    case 'dz':
      return layer === 2 ? outputDeltaSlips(at, truth) : hiddenDeltaSlips(unit, others, at, n, truth);
    case 'dw':
      return layer === 2
        ? outputWeightSlips(from, at, n, truth)
        : hiddenWeightSlips(unit, from, others, at, n, truth);
    default:
      return biasSlips(id, layer, unit, others, at, n, truth);
  }
};
