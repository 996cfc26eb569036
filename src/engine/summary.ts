import { at } from './checks.ts';
import type { TrainingEvent } from './events.ts';
import type { TrainingRun } from './train.ts';
import type { Vector } from './vector.ts';

/** What there is to say of a run, in numbers. */
export interface RunFacts {
  /** Updates made. */
  readonly steps: number;
  readonly learningRate: number;
  readonly firstLoss: number;
  readonly lastLoss: number;
  readonly lowestLoss: number;
  /** The first step at which the loss was lowest. */
  readonly lowestAt: number;
  /** [example][output], after the last update. */
  readonly predictions: readonly Vector[];
  /** How many parameters the last update left where they were. */
  readonly unmoved: number;
  readonly events: readonly TrainingEvent[];
}

/** A piece of a sentence: words, or a number that is shown as the page shows numbers. */
export type Piece = string | number;

export interface Summary {
  readonly facts: RunFacts;
  /** One sentence each; the numbers in them are unrounded. */
  readonly sentences: readonly (readonly Piece[])[];
}

/** A run told in a few sentences, and the facts they rest on. Throws RangeError if the run has no moment. */
export function summaryOf(run: TrainingRun): Summary {
  const { moments, events, learningRate } = run;
  const losses = moments.map(({ loss }) => loss);
  const last = at(moments, moments.length - 1);
  const previous = at(moments, Math.max(0, moments.length - 2));
  const lowestLoss = losses.reduce((low, loss) => Math.min(low, loss));
  const facts: RunFacts = {
    steps: last.step,
    learningRate,
    firstLoss: at(losses, 0),
    lastLoss: last.loss,
    lowestLoss,
    lowestAt: losses.indexOf(lowestLoss),
    predictions: last.predictions,
    unmoved: last.theta.filter((value, p) => value === previous.theta[p]).length,
    events,
  };
  return { facts, sentences: [lossSentence(facts), ...events.map(eventSentence), ...unmovedSentence(facts)] };
}

/** A sentence as text. Numbers are written by `format`. */
export function textOf(sentence: readonly Piece[], format: (value: number) => string = String): string {
  return sentence.map((piece) => (typeof piece === 'number' ? format(piece) : piece)).join('');
}

function lossSentence({ steps, firstLoss, lastLoss, lowestLoss, lowestAt }: RunFacts): readonly Piece[] {
  const direction = lastLoss < firstLoss ? 'falls' : lastLoss > firstLoss ? 'rises' : 'stays';
  const detour = lowestLoss < lastLoss ? [', after a low of ', lowestLoss, ' at step ', lowestAt] : [];
  return ['In ', steps, ' steps the loss ', direction, ' from ', firstLoss, ' to ', lastLoss, ...detour, '.'];
}

function eventSentence(event: TrainingEvent): readonly Piece[] {
  const when: readonly Piece[] = event.step === 0 ? ['From the start'] : ['At step ', event.step];
  switch (event.kind) {
    case 'unit-silent':
      return [
        ...when,
        ` unit ${event.unit} of layer ${event.layer} is off for example ${event.example + 1}.`,
      ];
    case 'unit-wakes':
      return [
        ...when,
        ` unit ${event.unit} of layer ${event.layer} is on again for example ${event.example + 1}.`,
      ];
    case 'unit-dies':
      return [...when, ` unit ${event.unit} of layer ${event.layer} is off for every example: dead.`];
    case 'loss-rises':
      return [...when, ' the loss begins to rise, from ', event.from, ' to ', event.to, '.'];
    case 'overflow':
      return [...when, ' the numbers would have grown past the largest there is, and the run ends.'];
  }
}

function unmovedSentence({ steps, unmoved, predictions }: RunFacts): readonly (readonly Piece[])[] {
  if (steps === 0 || unmoved === 0 || predictions.length === 0) return [];
  return [['The last step left ', unmoved, ' parameters where they were.']];
}
