import {
  datasets,
  parameterIds,
  type ActivationName,
  type Example,
  type LossName,
} from '../../engine/index.ts';
import { choice, number, optional, type Setting } from '../setting.ts';
import type { ValuesOf } from '../table.ts';
import { rowsSetting } from './rows.ts';

// What can be set in the glass box, and all of it: a link that carries these reproduces what is shown to the last bit.

/** The activations of hidden units that can be chosen; the output is always a sigmoid. */
export const ACTIVATIONS = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
] as const satisfies readonly ActivationName[];
export const LOSSES = ['mse', 'bce'] as const satisfies readonly LossName[];
export const DATA = ['and', 'xor', 'own'] as const;

export type GateActivation = (typeof ACTIVATIONS)[number];

/** A run ends after so many epochs, and is changed at most so often on its way. */
export const MOST_EPOCHS = 5000;
export const MOST_CHANGES = 8;
/** So far two runs go on side by side. */
export const FORK = 300;
export const MOST_UNITS = 6;

/** What may change while the weights stay: the loss, the learning rate, the activation of hidden units. */
export interface Terms {
  readonly loss: LossName;
  readonly eta: number;
  readonly activation: GateActivation;
}

/** Terms that hold from an epoch on. */
export interface Change extends Terms {
  readonly from: number;
}

export const ETA = number({ fallback: 2, range: [0.01, 10] });

const changeFrom = (text: string): Change | undefined => {
  const [from, loss, eta, activation, ...more] = text.split(',');
  const found = {
    from: Number(from || NaN),
    loss: LOSSES.find((name) => name === loss),
    eta: Number(eta || NaN),
    activation: ACTIVATIONS.find((name) => name === activation),
  };
  const { loss: known, activation: hidden } = found;
  if (known === undefined || hidden === undefined || more.length > 0) return undefined;
  if (!Number.isInteger(found.from) || !Number.isFinite(found.eta)) return undefined;
  return { from: found.from, loss: known, eta: found.eta, activation: hidden };
};

const thenSetting: Setting<readonly Change[]> = {
  fallback: [],
  expected: 'changes on the way such as 300,bce,2,sigmoid',
  control: 'lab',
  parse: (text) => {
    const found = text.split('_').map(changeFrom);
    const changes = found.filter((change) => change !== undefined);
    return changes.length === found.length ? changes : undefined;
  },
  hold: (asked) => {
    const ordered = asked
      .filter(
        ({ from }, i) => from >= 1 && from <= MOST_EPOCHS && asked.findIndex((a) => a.from === from) === i,
      )
      .map((change) => ({ ...change, eta: ETA.hold(change.eta).value }))
      .toSorted((a, b) => a.from - b.from)
      .slice(0, MOST_CHANGES);
    const isSame = thenSetting.write(ordered) === thenSetting.write(asked);
    return isSame ? { value: asked } : { value: ordered, notice: 'was put in order and into its range' };
  },
  write: (changes) =>
    changes.map(({ from, loss, eta, activation }) => [from, loss, eta, activation].join()).join('_'),
  changed: () => [],
};

const hiddenSetting: Setting<readonly number[]> = {
  fallback: [2],
  expected: 'one or two hidden layers of 1 to 6 units, such as 3 or 4,4',
  control: 'lab',
  parse: (text) => (/^[1-6](,[1-6])?$/.test(text) ? text.split(',').map(Number) : undefined),
  hold: (value) => ({ value }),
  write: String,
  changed: () => [],
};

const lineSetting: Setting<string> = {
  fallback: 'w.1.1.2',
  expected: 'the name of a weight or bias such as w.1.2.1',
  control: 'choice',
  parse: (text) => (/^(w\.[1-3]\.[1-6]|b\.[1-3])\.[1-6]$/.test(text) ? text : undefined),
  hold: (value) => ({ value }),
  write: String,
  changed: () => [],
};

const epochs = (fallback: number) => number({ fallback, range: [0, MOST_EPOCHS], isWhole: true });

export const GATES = {
  'gates.data': choice({ fallback: 'xor', options: DATA }),
  /** The reader's own table. */
  'gates.rows': rowsSetting,
  'gates.hidden': hiddenSetting,
  'gates.activation': choice({ fallback: 'sigmoid', options: ACTIVATIONS }),
  'gates.loss': choice({ fallback: 'mse', options: LOSSES }),
  'gates.eta': ETA,
  /** Weights start evenly between −v and v, and every bias at one number. */
  'gates.range': number({ fallback: 4, range: [0, 10] }),
  'gates.bias': number({ fallback: 0, range: [-5, 5] }),
  'gates.seed': number({ fallback: 1, range: [0, 9999], isWhole: true }),
  /** Below this mean slope a unit counts as locked. */
  'gates.lock': number({ fallback: 0.01, range: [0, 0.25] }),
  /** Epochs a second while it plays. */
  'gates.speed': number({ fallback: 40, range: [0.5, 1000] }),
  'gates.epoch': epochs(300),
  /** How far the run has been taken, where that is further than what is shown. */
  'gates.ran': optional(epochs(0)),
  /** Of the run's terms what was changed on its way. */
  'gates.then': thenSetting,
  /** The row that the network is shown for, from 1. */
  'gates.row': number({ fallback: 2, range: [1, 8], isWhole: true }),
  'gates.line': lineSetting,
  /** The epoch from which two runs go on side by side, and how far they have come. */
  'gates.fork': optional(epochs(0)),
  'gates.on': number({ fallback: FORK, range: [0, FORK], isWhole: true }),
} as const;

export type GateValues = ValuesOf<typeof GATES>;

/** Inputs, hidden units layer by layer, the output. */
export const sizesIn = (values: GateValues): readonly number[] => [2, ...values['gates.hidden'], 1];

/** The rows that it learns. */
export const dataIn = (values: GateValues): readonly Example[] => {
  const name = values['gates.data'];
  return name === 'own' ? values['gates.rows'] : datasets[name];
};

/** The chosen line; the first one where the network has none of that name. */
export const lineIn = (values: GateValues): string => {
  const lines = parameterIds(sizesIn(values));
  const wanted = values['gates.line'];
  return lines.includes(wanted) ? wanted : (lines[0] ?? wanted);
};

/** The chosen row, from 0; the last one where there are fewer. */
export const rowIn = (values: GateValues): number => Math.min(values['gates.row'], dataIn(values).length) - 1;

/** How far the run has been taken. */
export const ranIn = (values: GateValues): number =>
  Math.max(values['gates.epoch'], values['gates.ran'] ?? values['gates.epoch']);
