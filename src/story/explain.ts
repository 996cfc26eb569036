import type { Op } from '../engine/index.ts';
import { NUDGE } from './essay.ts';
import { shown } from './expression.ts';
import { factSentence } from './fact-sentences.ts';
import { factOf } from './facts.ts';
import { format, formatPercent, parse } from './format.ts';
import { lostFactor } from './lost-factor.ts';
import { wholeOp } from './mean.ts';
import { isPathName } from './path-names.ts';
import { pathOp } from './paths.ts';
import { productOp } from './products.ts';
import { quantityIn } from './quantity.ts';
import type { Reading } from './reading.ts';
import { ruleOf } from './rule.ts';
import type { Run } from './run.ts';
import { storedOp, storedParts } from './stored.ts';
import { studyNumber } from './studies.ts';
import { studyWords } from './study-words.ts';
import { stepOf, type Style, type Subject } from './subject.ts';
import { textOf, wordsOf, type Sizes } from './symbol.ts';
import { effectOp } from './working.ts';
import { resolved, valueOf, written } from './values.ts';

/** Another number that an explanation leads to, as it is written there. */
export interface Link {
  readonly subject: Subject;
  readonly text: string;
}

/** Where a number comes from. */
export interface Explanation {
  /** The id of the quantity, with the reader's chosen parameter put in. */
  readonly id: string;
  /** Of the network that it is a number of. */
  readonly sizes: Sizes;
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

const runFor = (reading: Reading, { world = 'essay' }: Subject): Run => reading.in(world);

/** The quantity whose gradient says what raising this one does: the quantity itself, or the one a gradient is of. */
const raisedBy = (id: string): string | undefined => {
  if (id.startsWith('effect:')) return undefined;
  const plain = id.replace(/^d(?=[wbzaxy])/, '');
  return /^([wbza]\.\d|x\.|yhat(@|$))/.test(plain) ? plain : undefined;
};

/** The operation that computed a quantity. */
const opOf = (run: Run, id: string, step: number): Op | undefined => {
  if (id.startsWith('effect:')) return effectOp(id, run.quantitiesAt(step));
  if (storedParts(id)) return storedOp(id, run, step);
  if (isPathName(id)) return pathOp(run, step, id);
  const product = productOp(id, run.quantitiesAt(step));
  if (product) return product;
  if (!run.parameters.includes(id)) {
    const ops = run.traceAt(step);
    const last = ops.findLast((op) => op.id === id && (op.phase === 'forward' || op.phase === 'backward'));
    return last && wholeOp(last, ops);
  }
  if (step === 0 || run.world.held) return undefined;
  return run.traceAt(step - 1).find((op) => op.id === id && op.phase === 'update');
};

/** How the page writes it, where that is not how it stands in the explanation. */
const styleRule = (as: Style | undefined, value: number): string => {
  if (as === 'percent') return ` As a percentage: ${formatPercent(value)}.`;
  if (as === 'size' && value < 0) return ' In the sentence it stands without its sign.';
  return '';
};

/** The change of the loss in one update, as a difference that comes out right as it is written. */
const differenceOf = (reading: Reading, subject: Subject, step: number): Explanation['difference'] => {
  const { q, back = 0 } = subject;
  if (q !== 'fact:loss-change') return undefined;
  const run = runFor(reading, subject);
  const [after, before] = [step + 1, step].map((s) => quantityIn(run.quantitiesAt(s), 'loss'));
  const result = written(q, factOf(run, step, 'loss-change'));
  let decimals = 4;
  const texts = (): readonly string[] => [after, before].map((loss = NaN) => format(loss, decimals));
  const gives = ([a = '', b = '']: readonly string[]): string => written(q, parse(a) - parse(b));
  while (decimals < 16 && gives(texts()) !== result) decimals += 1;
  const [a = '', b = ''] = texts();
  return [
    { subject: { ...subject, q: 'loss', back: back - 1 }, text: a },
    { subject: { ...subject, q: 'loss', back }, text: b },
  ];
};

/** What raising a quantity does to the loss; undefined where that has no meaning. */
const effectOf = (run: Run, subject: Subject, id: string, step: number): Explanation['effect'] => {
  const raised = raisedBy(id);
  const gradient = raised === undefined ? undefined : run.quantitiesAt(step).get(`d${raised}`);
  if (raised === undefined || gradient === undefined) return undefined;
  const q = `effect:${raised}`;
  return {
    of: textOf(raised, run.world.sizes),
    subject: { ...subject, q, as: undefined },
    text: shown(q, gradient * NUDGE),
  };
};

/** Where a number comes from: its rule, its formula, and the numbers that it was computed from. */
export const explain = (reading: Reading, subject: Subject): Explanation => {
  const run = runFor(reading, subject);
  const { sizes } = run.world;
  const id = resolved(subject.q, reading.settings.param);
  const step = stepOf(reading, subject);
  const study = studyNumber(id);
  const told = studyWords(id);
  const isFact = id.startsWith('fact:') || study !== undefined;
  const { world, back = 0 } = subject;
  const value =
    id === 'step' ? step : valueOf(reading, { q: id, at: isFact ? undefined : String(step), world });
  const op = isFact ? undefined : opOf(run, id, step);
  const isOfBefore = op?.kind === 'update' || storedParts(id)?.kind === 'left';
  const isPlain = isFact || id === 'step';
  return {
    id,
    sizes,
    symbol: isPlain ? '' : textOf(id, sizes),
    words: told?.words ?? (isFact ? 'a number about this network' : wordsOf(id, sizes)),
    step,
    value,
    text: study?.text(reading) ?? (value !== undefined && !isPlain ? shown(id, value) : written(id, value)),
    op,
    operand: (operand) => ({ q: operand, at: subject.at, back: back + Number(isOfBefore), world }),
    rule:
      (told?.sentence ?? (isFact ? factSentence(id.slice('fact:'.length)) : ruleOf(id, step, run.world))) +
      (op ? lostFactor(op) : '') +
      (value === undefined ? '' : styleRule(subject.as, value)),
    effect: effectOf(run, subject, id, step),
    difference: differenceOf(reading, subject, step),
  };
};
