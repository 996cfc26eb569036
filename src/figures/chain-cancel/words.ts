import { format, formatPercent } from '../../story/format.ts';
import { LOCKED } from '../../story/saturation.ts';
import type { ChainCancelDials } from './dials.ts';
import type { Compared, Sent } from './model.ts';

export const LOSS_WORDS = { bce: 'cross-entropy', mse: 'half the squared error' } as const;

/** A factor after a multiplication sign. */
export const factor = (text: string): string => (text.startsWith('−') ? `(${text})` : text);

const lineOf = ({ loss, arithmetic: { operands, result, isExact } }: Sent): string =>
  `Under ${LOSS_WORDS[loss]} the rate at the prediction times the slope, ${operands[0] ?? '—'} × ${factor(operands[1] ?? '—')}, ${isExact ? 'is' : 'is about'} ${result}.`;

/** The figure in words, as far as its dials have told it. */
export const describe = (at: Compared, { second, plotted, tabled }: ChainCancelDials): string =>
  [
    `At z = ${format(at.z)} the prediction is ${formatPercent(at.yhat)}, the target ${format(at.target, 2, 0)}.`,
    lineOf(at.bce),
    ...(second > 0 ? [lineOf(at.mse)] : []),
    ...(plotted > 0
      ? [
          'A curve for each loss shows what reaches z, from minus ten to ten: under cross-entropy it levels out at the error itself on both sides, under half the squared error it falls to zero on both.',
        ]
      : []),
    ...(tabled > 0
      ? [
          `The slope there is ${format(at.slope)}: ${at.slope < LOCKED ? 'locked' : 'listening'}, with the line drawn at ${format(LOCKED)}.`,
        ]
      : []),
  ].join(' ');
