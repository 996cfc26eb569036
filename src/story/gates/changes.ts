import { termsAt } from './course.ts';
import { MOST_CHANGES, ranIn, type Change, type GateValues, type Terms } from './settings.ts';

// What a press changes: settings in, the settings that become others out.

type Changes = Partial<GateValues>;

/** The terms of a whole run, in order, the first from epoch 0. */
export const changesIn = (values: GateValues): readonly Change[] => [
  {
    from: 0,
    loss: values['gates.loss'],
    eta: values['gates.eta'],
    activation: values['gates.activation'],
  },
  ...values['gates.then'],
];

/** The terms in force at the epoch that is shown. */
export const termsIn = (values: GateValues): Change => termsAt(changesIn(values), values['gates.epoch']);

const asStart = ({ loss, eta, activation }: Terms): Changes => ({
  'gates.loss': loss,
  'gates.eta': eta,
  'gates.activation': activation,
  'gates.then': [],
});

const isAlike = (a: Terms, b: Terms): boolean =>
  a.loss === b.loss && a.eta === b.eta && a.activation === b.activation;

/**
 * Other terms from the epoch shown on: the weights stay as they are, and what the run did later is given up. Undefined where
 * a run has been changed as often as one may.
 */
export const withTerms = (values: GateValues, other: Partial<Terms>): Changes | undefined => {
  const epoch = values['gates.epoch'];
  const { loss, eta, activation } = { ...termsIn(values), ...other };
  const terms = { loss, eta, activation };
  const here = { 'gates.ran': undefined, 'gates.fork': undefined };
  if (epoch === 0) return { ...asStart(terms), ...here };
  const earlier = changesIn(values).filter(({ from }) => from < epoch);
  const before = earlier.at(-1);
  const kept = earlier.slice(1);
  if (before && isAlike(before, terms)) return { 'gates.then': kept, ...here };
  if (kept.length >= MOST_CHANGES) return undefined;
  return { 'gates.then': [...kept, { from: epoch, ...terms }], ...here };
};

/** Back to epoch 0, with the same first weights and the terms of now. */
export const reset = (values: GateValues): Changes => ({
  ...asStart(termsIn(values)),
  'gates.epoch': 0,
  'gates.ran': undefined,
  'gates.fork': undefined,
});

/** Something that makes other first weights, or another task: a new run, from epoch 0 with the terms of now. */
export const restarted = (values: GateValues, changes: Changes): Changes => ({
  ...reset(values),
  ...changes,
});

/** The epoch that is shown, of a run taken as far as it was. */
export const showing = (values: GateValues, epoch: number): Changes => {
  const ran = ranIn(values);
  return { 'gates.epoch': epoch, 'gates.ran': epoch < ran ? ran : undefined };
};

/** Goes on under the other of the two losses, from where the two runs parted to where they are shown. */
export const taken = (values: GateValues, loss: Terms['loss']): Changes => {
  const from = values['gates.fork'] ?? values['gates.epoch'];
  const at = { ...values, ...showing(values, from) };
  const epoch = from + values['gates.on'];
  return {
    ...withTerms(at, { loss }),
    'gates.epoch': epoch,
    'gates.ran': undefined,
    'gates.fork': undefined,
  };
};
