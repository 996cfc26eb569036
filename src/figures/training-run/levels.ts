import { format } from '../../story/format.ts';
import type { Axis } from '../axis.ts';
import type { ChartLayout } from './layout.ts';
import type { RunModel } from './model.ts';

/** A loss that is drawn as a line across the chart, with its words. */
export interface Level {
  readonly y: number;
  readonly words: string;
  readonly q: string;
  readonly value: number;
  /** The value as it is written. */
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
}

/** The loss of a coin flip. */
export const COIN = Math.LN2;

/** What the playhead at the last step takes from the words at the right end, in px. */
const INSET = 12;

/** A level is left out where it would lie on the bottom. */
const LOW = 0.04;

/** The levels that a chart has: the coin flip, and for a target between 0 and 1 the least loss that there can be. */
export const levelsOf = (
  { least }: Pick<RunModel, 'least'>,
  { top, bottom, right, type, isWide }: ChartLayout,
  y: Axis,
): readonly Level[] => {
  const [low, high] = y.domain;
  const isOn = (value: number): boolean =>
    value > low && value <= high && (bottom - y.place(value)) / (bottom - top) > LOW;
  const isCoin = Math.abs(least - COIN) < 1e-9;
  const coin = isCoin
    ? 'a coin flip, and the least there is'
    : isWide
      ? 'a coin flip: ln 2'
      : 'coin flip: ln 2';
  /** The lower of two has its words under its line, where there is room: they may be close. */
  const under = type * 1.05;
  const level = (words: string, q: string, value: number, isLower = false): Level => ({
    y: y.place(value),
    words: `${words} = `,
    q,
    value,
    text: format(value, isWide ? 4 : 3),
    textX: right - INSET,
    textY: y.place(value) + (isLower && y.place(value) + under < bottom - 4 ? under : -type * 0.62),
  });
  return [
    ...(isOn(COIN) ? [level(coin, 'loss.coin', COIN)] : []),
    ...(least > 0 && !isCoin && isOn(least) ? [level('the least there is', 'run.least', least, true)] : []),
  ];
};
