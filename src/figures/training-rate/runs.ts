import { at } from '../../engine/index.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import type { Layout } from './layout.ts';
import type { RateModel } from './model.ts';
import { ownRange } from './plot.ts';
import { runPicture, stepTexts } from './run-plot.ts';
import { etaText, longWord, noteOf, noteWithin, shownLoss } from './words.ts';

/** A run for each kind of verdict, side by side. */
export const stripPicture = (model: RateModel, { columns, isFull }: Layout): Picture => {
  const runs = columns.map(({ index, box: { x, width }, losses, forecasts }) => {
    const rated = at(model.presets, index);
    const range = isFull ? model.range : ownRange(rated);
    const { lines, texts = [] } = runPicture(rated, {
      box: losses,
      forecasts,
      range,
      isLabelled: isFull && index === 0,
    });
    const small = { x, size: LEAST_TYPE };
    return {
      lines,
      texts: [
        { ...small, text: `η = ${etaText(rated.eta)}`, y: 12, ...(isFull ? { size: 13 } : {}) },
        {
          ...small,
          text: rated.verdict.behaviour,
          look: 'strong',
          y: 27,
          ...(isFull ? { y: 33, size: 17 } : {}),
        },
        ...(isFull
          ? [
              { ...small, text: noteWithin(rated, width, LEAST_TYPE), y: 51 },
              { ...small, ...shownLoss(model, rated), y: 67 },
            ]
          : []),
        ...texts,
      ],
    };
  });
  return { lines: runs.flatMap(({ lines }) => lines ?? []), texts: runs.flatMap(({ texts }) => texts) };
};

/** The run on the dial, and what there is to say of it. */
export const livePicture = (
  model: RateModel,
  { isFull, live: box, forecasts, steps, words: { x, y } }: Layout,
): Picture => {
  const { live, eta, range } = model;
  const { lines, texts = [] } = runPicture(live, { box, forecasts, range, isLabelled: true, isLarge: true });
  const name = `η = ${etaText(eta)}`;
  return {
    lines,
    texts: [
      ...texts,
      ...stepTexts(box, steps),
      ...(isFull
        ? [
            { text: name, x, y: y - 4, size: 13 },
            { text: longWord(live), look: 'strong', x, y: y + 17, size: 16 },
            { text: noteOf(live), x, y: y + 35, size: 12.5 },
            { ...shownLoss(model, live), x, y: y + 51, size: 12.5 },
          ]
        : [
            { text: `${name} ${live.verdict.behaviour}`, look: 'strong', x, y, size: 13 },
            { ...shownLoss(model, live), x: box.x + box.width, y, size: LEAST_TYPE, anchor: 'end' as const },
          ]),
      ...(forecasts
        ? [
            {
              text: 'ŷ',
              look: 'signal',
              x: forecasts.x - 6,
              y: forecasts.y + forecasts.height / 2,
              size: 13,
              anchor: 'end' as const,
              isCentred: true,
            },
          ]
        : []),
    ],
  };
};
