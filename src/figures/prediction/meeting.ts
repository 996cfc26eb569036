import { format } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import type { Text, Words } from '../texts.ts';
import type { PredictionDials } from './dials.ts';
import type { Drawing, Scale01 } from './model.ts';

/** Where the prediction and its distance from the target are written beside the scale, `line` px apart at least. */
export const namesAt = (
  { at, zero }: Scale01,
  prediction: number,
  target: number,
  line: number,
): { readonly prediction: number; readonly error: number } => {
  const [dot, goal] = [at(prediction), at(target)];
  const middle = (dot + goal) / 2;
  if (Math.abs(middle - dot) >= line) return { prediction: dot, error: middle };
  // Too close together for a line between them: it goes to the side of the prediction that the target is not on.
  const isBelow = goal <= dot ? dot + line <= zero + line : false;
  return { prediction: dot, error: isBelow ? dot + line : dot - line };
};

/** The scale from 0 to 1 on which the prediction stands, and on which the target joins it. */
export interface Meeting {
  readonly axis: string;
  /** From the prediction towards the target, as far as that has come; and how wide it is. */
  readonly gap: string | undefined;
  readonly gapWidth: number;
  readonly target: string | undefined;
  /** The height of the prediction; undefined before there is one. */
  readonly dot: number | undefined;
  readonly texts: readonly Text[];
}

/** What an end of the scale, or its middle, stands for. */
const shareName = (share: number): string =>
  share === 1 ? 'it rained' : share === 0 ? 'it stayed dry' : 'says neither';

export const meetingIn = (frame: Frame<PredictionDials>, drawing: Drawing): Meeting => {
  const { scale, type, isWide, isDone, seen } = drawing;
  const { x, zero, one, at } = scale;
  const { large } = seen;
  const { day } = frame.dials;
  const [prediction, target, error] = ['yhat', 'y', 'dz.2.1'].map((id) => quantityOf(frame, id)) as [
    number,
    number,
    number,
  ];
  const isLarge = large > 0.5;
  const isMet = day > 0.35;
  const size = type.letter + large * (isWide ? 5 : 1);
  const line = size + 7;
  const base = size * 0.36;
  const goal = at(target);
  const dot = isDone ? at(prediction) : undefined;
  const arm = isWide ? 12 + 8 * large : 9 + 4 * large;
  const ticks = [0, 0.5, 1];
  const number = (q: string, value: number, decimals: number, least: number): readonly Words[] => [
    { text: format(value, decimals, least), look: 'number', q, value },
  ];

  const beside = (): readonly Text[] => {
    if (dot === undefined)
      return [{ text: '—', look: 'number unknown', x, y: zero + (isWide ? 44 : 30), size, anchor: 'middle' }];
    if (!isLarge) return [{ text: 'ŷ', look: 'letter signal', x: x + 14, y: dot + base, size }];
    const names = namesAt(scale, prediction, target, line);
    const right = x + (isWide ? 30 : 20);
    return [
      {
        text: isWide ? 'prediction ŷ = ' : 'ŷ = ',
        look: 'letter signal',
        x: right,
        y: names.prediction + base,
        size,
        parts: number('yhat', prediction, 4, 4),
      },
      ...(isMet
        ? [
            {
              text: 'ŷ − y = ',
              look: 'letter loss',
              x: right,
              y: names.error + base,
              size,
              parts: number('dz.2.1', error, 4, 4),
            } as const,
          ]
        : []),
    ];
  };

  return {
    axis: `M${x} ${zero}V${one}${ticks.map((share) => `M${x - 6} ${at(share)}h6`).join('')}`,
    gap:
      isMet && dot !== undefined
        ? `M${x} ${dot}V${dot + (goal - dot) * Math.min(1, (day - 0.35) / 0.5)}`
        : undefined,
    gapWidth: (isWide ? 8 : 6) * (1 + 0.6 * large),
    target: isMet ? `M${x - arm} ${goal}h${2 * arm}` : undefined,
    dot,
    texts: [
      ...ticks
        .filter((share) => (isLarge || share !== 0.5) && !(isMet && Math.abs(at(share) - goal) <= line))
        .map((share): Text => ({
          text: `${isLarge ? `${shareName(share)}: ` : ''}${share === 0.5 ? '½' : share}`,
          x: x - 12 - 10 * large,
          y: at(share) + base,
          size,
          anchor: 'end',
        })),
      ...(isMet
        ? [
            {
              text: `${isLarge ? `${target === 0 || target === 1 ? shareName(target) : 'the target'}: ` : ''}y = `,
              look: 'letter ink',
              x: x - arm - 6,
              y: goal + base,
              size,
              anchor: 'end',
              parts: number('y', target, 2, 0),
            } as const,
          ]
        : []),
      ...beside(),
    ],
  };
};
