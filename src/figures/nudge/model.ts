import type { Frame } from '../../story/frame.ts';
import { format } from '../../story/format.ts';
import { decimalsApart, nudgeOf, type Nudge } from '../../story/nudge.ts';
import { textOf, wordsOf } from '../../story/symbol.ts';
import type { NudgeDials } from './dials.ts';

/** Which of the pictures are seen, and how much of each, 0 to 1. */
export interface Seen {
  readonly network: number;
  readonly lens: number;
  readonly bars: number;
}

/** What the figure is about at a frame, wherever it is drawn. */
export interface Experiment {
  readonly nudge: Nudge;
  /** The experiment with every parameter, in parameter order. */
  readonly all: readonly Nudge[];
  readonly isTold: boolean;
  /** Whether every parameter is shown, by the text or by the reader's own press. */
  readonly isAll: boolean;
  /** A change of the loss with the digits that tell promise and outcome apart. */
  readonly write: (change: number) => string;
  readonly description: string;
}

const describe = ({ parameter, epsilon, promise, outcome }: Nudge, isTold: boolean): string =>
  [
    `${wordsOf(parameter)}, ${textOf(parameter)}, is raised by ${format(epsilon, 4, 0)}.`,
    isTold
      ? `The loss changes by ${format(outcome, 6)}; the gradient had promised ${format(promise, 6)}.`
      : 'What the loss does is not told yet.',
  ].join(' ');

/** What the figure is about at a frame. */
export const experimentOf = (frame: Frame<NudgeDials>): Experiment => {
  const { run, step, reading, dials } = frame;
  const { param, 'nudge.eps': epsilon, 'nudge.which': which } = reading.settings;
  const nudge = nudgeOf(run, step, param, epsilon);
  const isTold = dials.told > 0.5;
  const decimals = decimalsApart(nudge);
  return {
    nudge,
    all: run.parameters.map((id) => (id === param ? nudge : nudgeOf(run, step, id, epsilon))),
    isTold,
    isAll: isTold && (which === undefined ? dials.view > 1.5 : which === 'all'),
    write: (change) => format(change, decimals, decimals),
    description: describe(nudge, isTold),
  };
};

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** What is seen where there is room for network and lens together (`isShared`), and where there is room for one at a time. */
export const seenAt = ({ view, told }: NudgeDials, isAll: boolean, isShared: boolean): Seen => {
  const below = told > 0 ? clamped(view) : 0;
  return {
    network: isShared ? 1 : 1 - below,
    lens: isAll ? 0 : below,
    bars: isAll ? below : 0,
  };
};
