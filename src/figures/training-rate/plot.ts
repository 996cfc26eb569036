import { LEAST_RATE, MOST_RATE } from '../../story/essay.ts';
import type { Rated } from '../../story/rates.ts';
import { shareOfStep } from '../../story/step-axis.ts';
import { logAxis, type Axis } from '../axis.ts';
import { held, rounded } from '../layout/shapes.ts';
import { polyline } from '../scale.ts';
import { thinned } from '../thinned.ts';
import type { Box } from './layout.ts';
import { FLOOR } from './model.ts';

const NONE: readonly number[] = [];

/** The losses of `range` from the bottom of a box to its top. */
export const lossAxis = ([low, high]: readonly [number, number], { y, height }: Box, count: number): Axis =>
  logAxis(low, high, [y + height, y], count, false);

/** What a chart of one run alone has to hold: its losses, and the coin flip. */
export const ownRange = ({ losses }: Rated): readonly [number, number] => [
  Math.max(FLOOR, Math.min(Math.LN2, ...losses)),
  Math.max(Math.LN2, ...losses),
];

/** A value for each step as a line along a box; most happens at the start, so the steps lie on a logarithmic axis. */
const lineOf = (values: readonly number[], { x, width }: Box, y: (value: number) => number): string =>
  polyline(thinned(values.map((value, step) => [x + shareOfStep(step) * width, y(value)] as const)));

/** A run's loss at every step. */
export const lossLine = ({ losses }: Rated, box: Box, { place }: Axis): string => lineOf(losses, box, place);

/** What a run forecast for an example at every step, from 0 at the bottom of the box to 1 at its top. */
export const forecastLine = ({ predictions }: Rated, example: number, box: Box): string =>
  lineOf(predictions[example] ?? NONE, box, (value) => box.y + box.height * (1 - value));

/** A cross of half a size where a run has lost its last open gate, on its curve of losses: none where it has not, or never had one. */
export const deathMark = (
  { verdict: { deadFrom }, losses }: Rated,
  { x, width }: Box,
  { place }: Axis,
  half: number,
): string => {
  if (deadFrom === undefined) return '';
  const left = rounded(x + shareOfStep(deadFrom) * width) - half;
  const top = rounded(place(losses[deadFrom] ?? NaN)) - half;
  return `M${left} ${top}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`;
};

/** Where the map's axis of losses stands in its box. */
export const mapAxis = (range: readonly [number, number], box: Box): Axis =>
  lossAxis(range, { ...box, y: box.y + 6, height: box.height - 16 }, 3);

const [FIRST, LAST] = [Math.log10(LEAST_RATE), Math.log10(MOST_RATE)];

/** Where a rate stands along the dial, and the rate at a place there, held to its ends. */
export const rateX = (eta: number, { x, width }: Box): number =>
  rounded(x + ((Math.log10(eta) - FIRST) / (LAST - FIRST)) * width);
export const rateAt = (px: number, { x, width }: Box): number =>
  10 ** (FIRST + held((px - x) / width, 0, 1) * (LAST - FIRST));
