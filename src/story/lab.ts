import { placeIn, type CursorName } from './cursor.ts';
import { RUN_STEPS } from './essay.ts';
import { format } from './format.ts';
import type { Frame } from './frame.ts';
import { endOf, REST, settledAt, stagesFor, START, UPDATED, type Stage } from './phase.ts';
import { lostFactor } from './lost-factor.ts';
import { quantityIn } from './quantity.ts';
import type { Reading } from './reading.ts';
import type { Run } from './run.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { shown, shownArithmetic } from './expression.ts';
import { capital, textOf } from './symbol.ts';
import { momentOf, type Moment } from './timeline.ts';

// The hands-on figure: what it shows, and what it says, at a playhead and the reader's settings.

/** The last quantity of the backward pass. */
const lastOf = ({ world }: Run): CursorName => `dx.${world.sizes[0] ?? ''}`;

/** The playhead when the forward pass, and when everything has been computed. */
export const forwardEnd = (run: Run): number => placeIn(run.traceAt(0), 'loss');
export const backwardEnd = (run: Run): number => placeIn(run.traceAt(0), lastOf(run));

/** Whether the playhead shows an update; there is none to show before the first. */
const isUpdate = (playhead: number, step: number): boolean => playhead < START && step > 0;

/** The name of the place where so many whole operations of a pass are done. */
const nameAt = (run: Run, place: number): CursorName => run.traceAt(0)[place - 1]?.id ?? 'start';

/** What the network figure shows. After an update it still shows the step that was measured, and where it moved to. */
export const labMoment = (run: Run, playhead: number, step: number): Moment => {
  if (isUpdate(playhead, step)) return momentOf({ step: -1, cursor: 'update', from: lastOf(run) });
  const cursor = Math.min(backwardEnd(run), Math.max(START, playhead));
  const from = stagesFor(run.world.sizes).findLast((stage) => endOf(run, stage) < cursor);
  const [begin, end] = [nameAt(run, Math.floor(cursor)), nameAt(run, Math.ceil(cursor))];
  const t = cursor % 1 === 0 ? 1 : cursor % 1;
  return momentOf({ cursor: end, from: from?.until ?? 'start', moving: { begin, end, t } });
};

/** The stage that the playhead is in or has just finished. */
export const stageAt = (run: Run, playhead: number): Stage | undefined =>
  stagesFor(run.world.sizes).find((stage) => endOf(run, stage) >= Math.min(playhead, backwardEnd(run)));

/** The playhead after one more stage; at the end of the backward pass it stays. */
export const nextStage = (run: Run, playhead: number): number =>
  stagesFor(run.world.sizes)
    .map((stage) => endOf(run, stage))
    .find((end) => end > Math.max(START, playhead)) ?? backwardEnd(run);

/** The playhead some operations later, and whether a training step was completed on the way. */
export const played = (
  run: Run,
  playhead: number,
  operations: number,
): { readonly playhead: number; readonly isTrained: boolean } => {
  const next = playhead + operations;
  return next >= backwardEnd(run) + REST
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
  `${name(id)} = ${shown(id, quantityIn(frame.all, id))}`;

const COUNTS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

const gatesOf = (frame: Frame, name: Name, layer: number): string => {
  const gates = [...frame.all].filter(([id]) => id.startsWith(`gate.${layer}.`));
  const shut = gates.flatMap(([id, value]) => (value === 0 ? [id.slice(`gate.${layer}.`.length)] : []));
  const all = `All ${(COUNTS[gates.length] ?? gates.length).toString().toLowerCase()} gates are`;
  if (gates.length === 0) return '';
  if (shut.length === 0) return `${all} open.`;
  if (shut.length === gates.length) return `${all} shut, so nothing gets through.`;
  return `Shut: ${shut.map((unit) => `unit ${unit}, so ${name(`dz.${layer}.${unit}`)} is 0`).join('; ')}.`;
};

const zerosOf = ({ all, run }: Frame): string => {
  const zeros = run.parameters.filter((id) => all.get(`d${id}`) === 0).length;
  return zeros === 0 ? 'None of them is 0.' : `${zeros} of them ${zeros === 1 ? 'is' : 'are'} exactly 0.`;
};

/** ∂L/∂z at the output as the product that it is, with digits enough to come out right. */
const productOf = (frame: Frame, name: Name): string => {
  const op = frame.current?.op;
  if (op?.id !== outputSum(frame)) return '';
  const { operands, result } = shownArithmetic(op);
  const [loss = '', slope = ''] = op.operands.map(({ id }, i) => `${name(id)} = ${operands[i] ?? ''}`);
  return `${loss}; times ${slope}, that is ${name(op.id)} = ${result}.${lostFactor(op)}`;
};

const outputSum = ({ run }: Frame): string => `dz.${run.world.sizes.length - 1}.1`;

/** What a stage of the step has found. */
const foundIn = (stage: Stage, frame: Frame, name: Name): string => {
  const { run } = frame;
  const last = run.world.sizes.length - 1;
  switch (stage.name) {
    case 'ready':
      return `Known are the inputs, the target and the ${run.parameters.length} parameters; a dash is not computed yet.`;
    case 'forward':
      return `${named(frame, name, 'yhat')}, ${named(frame, name, 'loss')}.`;
    case 'output':
      return productOf(frame, name);
    case 'output-parameters':
      return `${name(outputSum(frame))} times what each was multiplied by: ${named(frame, name, `dw.${last}.1.1`)}, and so on.`;
    case 'inputs':
      return `${named(frame, name, 'dx.1')}, ${named(frame, name, lastOf(run))}. The backward pass is done, and nothing has moved yet.`;
    default: {
      const layer = Number(stage.until.split('.')[1]);
      if (stage.until.startsWith('dz'))
        return layer === last - 1
          ? `Each hears ${name(outputSum(frame))} through its weight. ${gatesOf(frame, name, layer)}`
          : `Each adds up what it hears through its weights. ${gatesOf(frame, name, layer)}`;
      return layer === 1
        ? `All ${run.parameters.length} gradients are there. ${zerosOf(frame)}`
        : 'One layer further back.';
    }
  }
};

const hintAt = (stage: Stage): string => {
  switch (stage.name) {
    case 'ready':
      return 'Forward computes the prediction and its loss.';
    case 'forward':
      return 'Backward step turns around, and goes back one layer at a press.';
    case 'inputs':
      return 'Training step updates all of them.';
    default:
      return 'Backward step goes on.';
  }
};

/** What the lab says; `name` is how it calls a quantity. */
export const sayingAt = (
  frame: Frame,
  playhead: number,
  name: Name = (id) => textOf(id, frame.run.world.sizes),
): Saying => {
  const { run } = frame;
  const { step } = frame.reading.settings;
  if (isUpdate(playhead, step)) {
    const before = quantityIn(frame.all, 'loss');
    const after = quantityIn(run.quantitiesAt(step), 'loss');
    return {
      phase: `Updated: training step ${step} is done`,
      found: `Every parameter was changed by −η times its gradient. The loss was ${format(before, 4, 4)}; with the new parameters it is ${format(after, 4, 4)}.`,
      hint: 'The gradients shown are the ones that moved them. Forward starts afresh.',
    };
  }
  const stage = stageAt(run, playhead);
  if (!stage) throw new RangeError(`Expected a playhead, found ${playhead}`);
  const isDone = settledAt(run, playhead) >= endOf(run, stage);
  if (!isDone) {
    const id = frame.current?.op.id;
    return { phase: stage.title, found: id === undefined ? '' : `Computing ${name(id)}.`, hint: '' };
  }
  return {
    phase: stage.name === 'ready' ? stage.title : `${stage.title}, done`,
    found: capital(foundIn(stage, frame, name)),
    hint:
      stage.name === 'inputs' && step >= RUN_STEPS
        ? `One run is ${RUN_STEPS} steps, and this is its last.`
        : hintAt(stage),
  };
};

/**
 * The change that sets one parameter of the step that is shown. The parameters of that step become the new start, at
 * step 0. A sentence instead where one of them has run out of the range that a start is held to.
 */
export const parameterSet = (
  { settings, run }: Reading,
  id: string,
  value: number,
): Partial<Settings> | string => {
  const { theta, step } = settings;
  const standing = step === 0 ? theta : run.thetaAt(step);
  const [low, high] = SETTINGS.theta.range;
  const outside = standing.findIndex(
    (other, i) => run.parameters[i] !== id && !(other >= low && other <= high),
  );
  const name = run.parameters[outside];
  if (name !== undefined) {
    return `Expected a start with every parameter from ${format(low, 0, 0)} to ${high}, found ${textOf(name)} = ${format(standing[outside] ?? NaN)} at this step. Go back to an earlier step first.`;
  }
  return { theta: standing.map((other, i) => (run.parameters[i] === id ? value : other)), step: 0 };
};

/** The quantities of a network's nodes in the order of the forward pass, each with the gradient that belongs to it. */
export const nodesOf = ({
  sizes,
  hidden,
}: Pick<Run['world'], 'sizes' | 'hidden'>): readonly {
  readonly id: string;
  readonly gradient?: string;
}[] => {
  const last = sizes.length - 1;
  const units = (layer: number): readonly number[] =>
    Array.from({ length: sizes[layer] ?? NaN }, (_, i) => i + 1);
  return [
    ...units(0).map((k) => ({ id: `x.${k}`, gradient: `dx.${k}` })),
    ...sizes
      .slice(1, -1)
      .flatMap((_, below) =>
        units(below + 1).flatMap((j) => [
          { id: `z.${below + 1}.${j}`, gradient: `dz.${below + 1}.${j}` },
          { id: `${hidden === 'relu' ? 'gate' : 'slope'}.${below + 1}.${j}` },
          { id: `a.${below + 1}.${j}`, gradient: `da.${below + 1}.${j}` },
        ]),
      ),
    { id: `z.${last}.1`, gradient: `dz.${last}.1` },
    { id: `slope.${last}.1` },
    { id: 'yhat', gradient: 'dyhat' },
    { id: 'y' },
    { id: 'loss' },
  ];
};
