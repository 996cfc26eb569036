import type { Op } from '../engine/index.ts';
import { NUDGE, PARAMETERS, RUN_STEPS } from './essay.ts';
import { shown } from './expression.ts';
import { factOf, FACT_SENTENCES } from './facts.ts';
import { format, formatPercent, parse } from './format.ts';
import type { Run } from './run.ts';
import { textOf, wordsOf } from './symbol.ts';
import { stepNamed, valueOf, written, type Style } from './values.ts';

/**
 * A number that is asked about: `q` and `at` as in prose, `back` training steps before that (an update leads there).
 * Relative to the step that the page shows, so that an answer follows when the reader moves on.
 */
export interface Subject {
  readonly q: string;
  readonly at?: string | undefined;
  readonly back?: number;
  readonly as?: Style | undefined;
}

/** Another number that an explanation leads to, as it is written there. */
export interface Link {
  readonly subject: Subject;
  readonly text: string;
}

/** Where a number comes from. */
export interface Explanation {
  /** The id of the quantity, with the reader's chosen parameter put in. */
  readonly id: string;
  readonly symbol: string;
  readonly words: string;
  readonly step: number;
  readonly value: number | undefined;
  readonly text: string;
  /** The operation that computed it; none for what is given, and for what is counted. */
  readonly op: Op | undefined;
  /** The operand called `id` of that operation, to be asked about in turn. */
  readonly operand: (id: string) => Subject;
  /** The rule it follows, or who gave it. */
  readonly rule: string;
  /** What raising a quantity by the essay's nudge does to the loss, as its gradient promises. */
  readonly effect: (Link & { readonly of: string }) | undefined;
  /** The difference of two numbers that a fact is; the arithmetic is exact as it is written. */
  readonly difference: readonly [Link, Link] | undefined;
}

const isParameter = (id: string): boolean => PARAMETERS.includes(id);

/** The step a subject is of: never before the start of the run, nor past its end. */
export const stepOf = (run: Run, { at, back = 0 }: Subject): number =>
  Math.min(RUN_STEPS + 1, Math.max(0, stepNamed(at, run.settings.step) - back));

const resolved = (q: string, param: string): string => q.replace(/^(d|effect:)param$/, `$1${param}`);

/** The quantity whose gradient says what raising this one does: the quantity itself, or the one a gradient is of. */
const raisedBy = (id: string): string | undefined => {
  if (id.startsWith('effect:')) return undefined;
  const plain = id.replace(/^d(?=[wbzaxy])/, '');
  return /^([wbza]\.\d|x\.|yhat$)/.test(plain) ? plain : undefined;
};

/** Raising a quantity by the nudge, as one multiplication. */
const effectOp = (id: string, values: ReadonlyMap<string, number>): Op => {
  const gradient = `d${id.slice(7)}`;
  const value = values.get(gradient) ?? NaN;
  return {
    phase: 'backward',
    id,
    kind: 'sum',
    operands: [
      { id: gradient, value },
      { id: 'fact:nudge', value: NUDGE },
    ],
    terms: [[0, 1]],
    value: value * NUDGE,
  };
};

const opOf = (run: Run, id: string, step: number): Op | undefined => {
  if (id.startsWith('effect:')) return effectOp(id, run.quantitiesAt(step));
  if (!isParameter(id))
    return run
      .traceAt(step)
      .find((op) => op.id === id && (op.phase === 'forward' || op.phase === 'backward'));
  if (step === 0) return undefined;
  return run.traceAt(step - 1).find((op) => op.id === id && op.phase === 'update');
};

const updates = (count: number): string => (count === 1 ? 'one update' : `${count} updates`);

const ruleOf = (id: string, step: number): string => {
  if (id.startsWith('effect:'))
    return 'The gradient times the rise. It is a promise: exact for a tiny rise, good for a small one.';
  if (id.startsWith('fact:'))
    return FACT_SENTENCES[id.slice(5)] ?? 'Counted on the run that this page shows.';
  if (isParameter(id))
    return step === 0
      ? 'A parameter: this is where it was set at the start. Each update moves it.'
      : `A parameter, after ${updates(step)}. The last one moved it by minus the learning rate times its gradient, both as they stood one step earlier.`;
  const [name = '', layer] = id.split('.');
  const isOutput = layer === '2';
  switch (name) {
    case 'x':
      return 'An input: given, not computed, and the same at every training step.';
    case 'y':
      return 'The target: what really happened. Given, not computed.';
    case 'eta':
      return 'The learning rate: chosen by hand, the same for all parameters at every step.';
    case 'step':
      return `How many updates the network has had, of the ${RUN_STEPS} in its training.`;
    case 'z':
      return 'What comes in, each value times its weight, added up; then the bias.';
    case 'gate':
      return 'Open (1) when the sum is above zero, shut (0) otherwise.';
    case 'a':
      return 'ReLU: the sum itself when it is above zero, else 0.';
    case 'yhat':
      return 'The sigmoid squeezes the sum between 0 and 1.';
    case 'loss':
      return 'Binary cross-entropy: the price of this prediction, given what happened.';
    case 'dyhat':
      return 'The slope of the loss where the prediction stands.';
    case 'slope':
      return 'How fast the prediction moves with the sum; a quarter at most.';
    case 'dz':
      return isOutput
        ? 'The chain rule: rates along a path multiply.'
        : 'What reached the activation goes on to the sum if the gate is open, and stops if it is shut.';
    case 'dw':
      return 'The gradient at the sum that this weight goes into, times what the weight was multiplied by.';
    case 'db':
      return 'The bias was added as it stood, so its gradient is that of the sum.';
    case 'da':
      return 'What comes back along the weight out of this unit.';
    case 'dx':
      return 'What comes back along every path from this input, added up.';
    default:
      return '';
  }
};

/** How the page writes it, where that is not how it stands in the explanation. */
const styleRule = (as: Style | undefined, value: number): string => {
  if (as === 'percent') return ` As a percentage: ${formatPercent(value)}.`;
  if (as === 'size' && value < 0) return ' In the sentence it stands without its sign.';
  return '';
};

/** The change of the loss in one update, as a difference that comes out right as it is written. */
const differenceOf = (run: Run, { q, at, back = 0 }: Subject, step: number): Explanation['difference'] => {
  if (q !== 'fact:loss-change') return undefined;
  const [after, before] = [step + 1, step].map((s) => run.quantitiesAt(s).get('loss') ?? NaN);
  const result = written(q, factOf(run, 'loss-change'));
  let decimals = 4;
  const texts = (): readonly string[] => [after, before].map((loss = NaN) => format(loss, decimals));
  const gives = ([a = '', b = '']: readonly string[]): string => written(q, parse(a) - parse(b));
  while (decimals < 16 && gives(texts()) !== result) decimals += 1;
  const [a = '', b = ''] = texts();
  return [
    { subject: { q: 'loss', at, back: back - 1 }, text: a },
    { subject: { q: 'loss', at, back }, text: b },
  ];
};

/** What raising a quantity does to the loss; undefined where that has no meaning. */
const effectOf = (run: Run, subject: Subject, id: string, step: number): Explanation['effect'] => {
  const raised = raisedBy(id);
  if (raised === undefined) return undefined;
  const gradient = run.quantitiesAt(step).get(`d${raised}`);
  if (gradient === undefined) return undefined;
  const q = `effect:${raised}`;
  return {
    of: textOf(raised),
    subject: { q, at: subject.at, back: subject.back ?? 0 },
    text: shown(q, gradient * NUDGE),
  };
};

/** Where a number comes from: its rule, its formula, and the numbers that it was computed from. */
export const explain = (run: Run, subject: Subject): Explanation => {
  const id = resolved(subject.q, run.settings.param);
  const step = stepOf(run, subject);
  const isFact = id.startsWith('fact:');
  const value = id === 'step' ? step : valueOf(run, { q: id, at: isFact ? undefined : String(step) });
  const op = isFact ? undefined : opOf(run, id, step);
  const isUpdate = op?.kind === 'update';
  return {
    id,
    symbol: isFact || id === 'step' ? '' : textOf(id),
    words: isFact ? 'a number about this network' : wordsOf(id),
    step,
    value,
    text: value !== undefined && !isFact && id !== 'step' ? shown(id, value) : written(id, value),
    op,
    operand: (operand) => ({
      q: operand,
      at: subject.at,
      back: (subject.back ?? 0) + Number(isUpdate),
    }),
    rule: ruleOf(id, step) + (value === undefined ? '' : styleRule(subject.as, value)),
    effect: effectOf(run, subject, id, step),
    difference: differenceOf(run, subject, step),
  };
};
