import { cursorAfter } from './cursor.ts';
import { PARAMETERS, RANGES, RUN_STEPS, type Settings } from './essay.ts';
import { format } from './format.ts';
import type { Frame } from './frame.ts';
import { endOf, REST, settledAt, STAGES, START, UPDATED, type Stage, type StageName } from './phase.ts';
import type { Run } from './run.ts';
import { shown, shownArithmetic } from './expression.ts';
import { capital, textOf } from './symbol.ts';
import { RESTING, type Dials } from './timeline.ts';

// The hands-on figure: what it shows, and what it says, at a playhead and the reader's settings.

/** The playhead when the forward pass, and when everything has been computed. */
export const forwardEnd = (): number => cursorAfter('loss');
export const backwardEnd = (): number => cursorAfter('dx.2');

/** Whether the playhead shows an update; there is none to show before the first. */
const isUpdate = (playhead: number, step: number): boolean => playhead < START && step > 0;

/** The dials of the network figure. After an update it still shows the step that was measured, and where it moved to. */
export const labDials = (playhead: number, step: number): Dials => {
  if (isUpdate(playhead, step)) {
    return { ...RESTING, step: -1, cursor: cursorAfter('update'), from: backwardEnd() };
  }
  const cursor = Math.min(backwardEnd(), Math.max(START, playhead));
  const from = STAGES.map(endOf).findLast((end) => end < cursor) ?? START;
  return { ...RESTING, cursor, from };
};

/** The stage that the playhead is in or has just finished. */
export const stageAt = (playhead: number): Stage | undefined =>
  STAGES.find((stage) => endOf(stage) >= Math.min(playhead, backwardEnd()));

/** The playhead after one more stage; at the end of the backward pass it stays. */
export const nextStage = (playhead: number): number =>
  STAGES.map(endOf).find((end) => end > Math.max(START, playhead)) ?? backwardEnd();

/** The playhead some operations later, and whether a training step was completed on the way. */
export const played = (
  playhead: number,
  operations: number,
): { readonly playhead: number; readonly isTrained: boolean } => {
  const next = playhead + operations;
  return next >= backwardEnd() + REST
    ? { playhead: UPDATED, isTrained: true }
    : { playhead: next, isTrained: false };
};

/** What the playhead shows, in words: the phase, what it found, and what can be done next. */
export interface Saying {
  readonly phase: string;
  readonly found: string;
  readonly hint: string;
}

/** How a quantity is called. */
type Name = (id: string) => string;

const named = (frame: Frame, name: Name, id: string): string =>
  `${name(id)} = ${shown(id, frame.all.get(id) ?? NaN)}`;

const gatesOf = (frame: Frame, name: Name): string => {
  const shut = [1, 2, 3].filter((unit) => frame.all.get(`gate.1.${unit}`) === 0);
  if (shut.length === 0) return 'All three gates are open.';
  if (shut.length === 3) return 'All three gates are shut, so nothing gets through.';
  return `Shut: ${shut.map((unit) => `unit ${unit}, so ${name(`dz.1.${unit}`)} is 0`).join('; ')}.`;
};

const zerosOf = (frame: Frame): string => {
  const zeros = PARAMETERS.filter((id) => frame.all.get(`d${id}`) === 0).length;
  return zeros === 0 ? 'None of them is 0.' : `${zeros} of them ${zeros === 1 ? 'is' : 'are'} exactly 0.`;
};

/** ∂L/∂z at the output as the product that it is, with digits enough to come out right. */
const productOf = (frame: Frame, name: Name): string => {
  const op = frame.current?.op;
  if (op?.id !== 'dz.2.1') return '';
  const { operands, result } = shownArithmetic(op);
  const [loss = '', slope = ''] = op.operands.map(({ id }, i) => `${name(id)} = ${operands[i] ?? ''}`);
  return `${loss}; times ${slope}, that is ${name(op.id)} = ${result}.`;
};

const found: Record<StageName, (frame: Frame, name: Name) => string> = {
  ready: () => 'Known are the inputs, the target and the thirteen parameters; a dash is not computed yet.',
  forward: (frame, name) => `${named(frame, name, 'yhat')}, ${named(frame, name, 'loss')}.`,
  output: productOf,
  'output-parameters': (frame, name) =>
    `${name('dz.2.1')} times what each was multiplied by: ${named(frame, name, 'dw.2.1.1')}, and so on.`,
  hidden: (frame, name) => `Each hears ${name('dz.2.1')} through its weight. ${gatesOf(frame, name)}`,
  'hidden-parameters': (frame) => `All thirteen gradients are there. ${zerosOf(frame)}`,
  inputs: (frame, name) =>
    `${named(frame, name, 'dx.1')}, ${named(frame, name, 'dx.2')}. The backward pass is done, and nothing has moved yet.`,
};

const hints: Record<StageName, string> = {
  ready: 'Forward computes the prediction and its loss.',
  forward: 'Backward step turns around, and goes back one layer at a press.',
  output: 'Backward step goes on.',
  'output-parameters': 'Backward step goes on.',
  hidden: 'Backward step goes on.',
  'hidden-parameters': 'Backward step goes on.',
  inputs: 'Training step updates all thirteen.',
};

/** What the lab says; `name` is how it calls a quantity. */
export const sayingAt = (run: Run, frame: Frame, playhead: number, name: Name = textOf): Saying => {
  const { step } = run.settings;
  if (isUpdate(playhead, step)) {
    const before = frame.all.get('loss') ?? NaN;
    const after = run.quantitiesAt(step).get('loss') ?? NaN;
    return {
      phase: `Updated: training step ${step} is done`,
      found: `Every parameter was changed by −η times its gradient. The loss was ${format(before)}; with the new parameters it is ${format(after)}.`,
      hint: 'The gradients shown are the ones that moved them. Forward starts afresh.',
    };
  }
  const stage = stageAt(playhead);
  if (!stage) throw new RangeError(`Expected a playhead, found ${playhead}`);
  const isDone = settledAt(playhead) >= endOf(stage);
  if (!isDone) {
    const id = frame.current?.op.id;
    return { phase: stage.title, found: id === undefined ? '' : `Computing ${name(id)}.`, hint: '' };
  }
  return {
    phase: stage.name === 'ready' ? stage.title : `${stage.title}, done`,
    found: capital(found[stage.name](frame, name)),
    hint:
      stage.name === 'inputs' && step >= RUN_STEPS
        ? `One run is ${RUN_STEPS} steps, and this is its last.`
        : hints[stage.name],
  };
};

/**
 * The change that sets one parameter of the step that is shown. The parameters of that step become the new start, at
 * step 0. A sentence instead where one of them has run out of the range that a start is held to.
 */
export const parameterSet = (run: Run, id: string, value: number): Partial<Settings> | string => {
  const { theta, step } = run.settings;
  const standing = step === 0 ? theta : run.thetaAt(step);
  const [low, high] = RANGES.theta;
  const outside = standing.findIndex((other, i) => PARAMETERS[i] !== id && !(other >= low && other <= high));
  const name = PARAMETERS[outside];
  if (name !== undefined) {
    return `Expected a start with every parameter from ${format(low, 0, 0)} to ${high}, found ${textOf(name)} = ${format(standing[outside] ?? NaN)} at this step. Go back to an earlier step first.`;
  }
  return { theta: standing.map((other, i) => (PARAMETERS[i] === id ? value : other)), step: 0 };
};

/** The quantities of the nodes in the order of the forward pass, each with the gradient that belongs to it. */
export const NODES: readonly { readonly id: string; readonly gradient?: string }[] = [
  ...['x.1', 'x.2'].map((id) => ({ id, gradient: `d${id}` })),
  ...[1, 2, 3].flatMap((unit) => [
    { id: `z.1.${unit}`, gradient: `dz.1.${unit}` },
    { id: `gate.1.${unit}` },
    { id: `a.1.${unit}`, gradient: `da.1.${unit}` },
  ]),
  { id: 'z.2.1', gradient: 'dz.2.1' },
  { id: 'slope.2.1' },
  { id: 'yhat', gradient: 'dyhat' },
  { id: 'y' },
  { id: 'loss' },
];
