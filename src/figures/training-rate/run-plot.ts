import { RUN_STEPS } from '../../story/essay.ts';
import type { Rated } from '../../story/rates.ts';
import { shareOfStep } from '../../story/step-axis.ts';
import { rounded } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Box } from './layout.ts';
import { FLOOR } from './model.ts';
import { deathMark, forecastLine, lossAxis, lossLine } from './plot.ts';

/** Where a run is drawn, and how. */
interface Plot {
  readonly box: Box;
  /** None where there is no room. */
  readonly forecasts: Box | undefined;
  readonly range: readonly [number, number];
  /** Numbers beside the losses. */
  readonly isLabelled: boolean;
  readonly isLarge?: boolean;
}

const across = ({ x, width }: Box, y: number): string => `M${rounded(x)} ${rounded(y)}H${rounded(x + width)}`;

/** The loss of one run over its steps and, with room, what it forecast: a line for each day. */
export const runPicture = (
  rated: Rated,
  { box, forecasts, range, isLabelled, isLarge = false }: Plot,
): Picture => {
  const y = lossAxis(range, box, box.height > 80 ? 4 : 2);
  return {
    lines: [
      {
        look: 'grid',
        d: isLabelled || box.height > 60 ? y.ticks.map(({ at }) => across(box, at)).join('') : '',
      },
      { look: 'level', d: across(box, y.place(Math.LN2)) },
      { look: isLarge ? 'loss-line large' : 'loss-line', d: lossLine(rated, box, y) },
      { look: 'death', d: deathMark(rated, box, y, isLarge ? 5.5 : 4.5) },
      ...(forecasts
        ? [
            {
              look: 'grid',
              d: across(forecasts, forecasts.y) + across(forecasts, forecasts.y + forecasts.height),
            },
            ...rated.predictions.map((_, day) => ({
              look: day > 0 ? 'forecast second' : 'forecast',
              d: forecastLine(rated, day, forecasts),
            })),
          ]
        : []),
    ],
    texts: isLabelled
      ? y.ticks.map(({ value, at, text }) => ({
          text: value === FLOOR ? `<${text}` : text,
          x: box.x - 6,
          y: at,
          size: LEAST_TYPE,
          anchor: 'end',
          isCentred: true,
        }))
      : [],
  };
};

/** The numbers of the steps under a box, at a baseline. */
export const stepTexts = ({ x, width }: Box, y: number): readonly Text[] =>
  (width > 240 ? [0, 1, 2, 5, 10, 20, 50, RUN_STEPS] : [0, RUN_STEPS]).map((step) => ({
    text: step === RUN_STEPS ? `step ${step}` : step,
    x: x + shareOfStep(step) * width,
    y,
    size: LEAST_TYPE,
    anchor: step === 0 ? 'start' : step === RUN_STEPS ? 'end' : 'middle',
  }));
