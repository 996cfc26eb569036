import { MOST_ROWS } from '../../engine/index.ts';
import { format, formatCount } from '../format.ts';
import { FORK, GATES, MOST_CHANGES, MOST_EPOCHS, MOST_UNITS } from './settings.ts';

/** A control, what it can be set to, and what comes of it. */
export interface Guide {
  readonly control: string;
  readonly range: string;
  readonly effect: string;
}

const between = ([low, high]: readonly [number, number], decimals = 2): string =>
  `${format(low, decimals, 0)} to ${format(high, decimals, 0)}`;

/** All settings of the glass box. */
export const GUIDE: readonly Guide[] = [
  {
    control: 'data',
    range: `AND, XOR, or up to ${MOST_ROWS} rows of your own`,
    effect: 'A new run from the same seed.',
  },
  {
    control: 'network',
    range: `one or two hidden layers of 1 to ${MOST_UNITS} units`,
    effect: 'A new run: another shape has other first weights.',
  },
  {
    control: 'hidden',
    range: 'sigmoid, tanh, ReLU, leaky ReLU (0.01 below zero)',
    effect: 'The weights stay. The output is a sigmoid whatever is chosen.',
  },
  {
    control: 'loss',
    range: '½ squared error, cross-entropy (natural logarithm)',
    effect: 'The weights stay. The curve breaks off, for the two have different prices.',
  },
  {
    control: 'rate η',
    range: between(GATES['gates.eta'].range),
    effect: 'The weights stay. Each epoch takes −η times the mean gradient of all rows.',
  },
  {
    control: 'first weights ±v',
    range: between(GATES['gates.range'].range),
    effect: 'A new run. Weights are drawn evenly from −v to v; the larger, the more units start on the flat.',
  },
  {
    control: 'first biases',
    range: between(GATES['gates.bias'].range),
    effect: 'A new run. All biases start at this number.',
  },
  {
    control: 'seed',
    range: between(GATES['gates.seed'].range, 0),
    effect: 'A new run. A seed always draws the same weights.',
  },
  {
    control: 'lock below slope',
    range: between(GATES['gates.lock'].range),
    effect:
      'A mark, no more: a unit counts as locked when its slope, in the mean over the rows, is below this. A sigmoid’s slope is never over 0.25, so a higher threshold would lock every one. A ReLU is on or off instead: inactive on a row, dead on all.',
  },
  {
    control: 'epochs a second',
    range: between(GATES['gates.speed'].range, 1),
    effect: 'Cosmetic. Up to 4 a second every epoch is played out, forward and back.',
  },
  {
    control: 'Play',
    range: `to epoch ${formatCount(MOST_EPOCHS)}`,
    effect: 'Trains on. Stops out of sight.',
  },
  { control: 'Step', range: 'one epoch', effect: 'All rows forward and back once, then one update.' },
  {
    control: 'Reset',
    range: 'epoch 0',
    effect: 'The same first weights, with the loss, η and activation of now.',
  },
  {
    control: 'epoch',
    range: `0 to ${formatCount(MOST_EPOCHS)}, by slider or curve`,
    effect: `Shows it; past where the run has come to, trains on. A change made there gives up what came after; a run has at most ${MOST_CHANGES} changes.`,
  },
  {
    control: 'row, line',
    range: 'any',
    effect: 'What network and chain rule are shown for; kept while it trains.',
  },
  {
    control: 'Same weights, other loss',
    range: `${FORK} epochs`,
    effect: 'Two runs from the epoch shown, side by side. Either can be gone on with.',
  },
];
