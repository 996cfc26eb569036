import { idParts } from '../engine/index.ts';
import type { Notation } from './notation.ts';
import { textOf } from './symbol.ts';

// Every formula of the essay, once: what it does, how it is said aloud, where it holds. How it is written is in written-formulas.ts.

export const GROUPS = ['forward', 'backward', 'update'] as const;
export type Group = (typeof GROUPS)[number];

export interface Formula {
  readonly id: string;
  readonly group: Group;
  /** What it does. */
  readonly words: string;
  readonly spoken: string;
  /** For which losses and activations it is right. */
  readonly holds: string;
  /** The working that it is of, with j for a hidden unit, k for an input and θ for a parameter. */
  readonly of: string;
}

const ANY = 'any loss, any activation';

export const FORMULAS = [
  {
    id: 'sum',
    group: 'forward',
    words: 'Weigh and add',
    spoken: 'z j is w j 1 times x 1, plus w j 2 times x 2, plus b j.',
    holds: ANY,
    of: 'z.1.j',
  },
  {
    id: 'gate',
    group: 'forward',
    words: 'Gate',
    spoken: 'a j is the larger of 0 and z j.',
    holds: 'ReLU',
    of: 'a.1.j',
  },
  {
    id: 'output',
    group: 'forward',
    words: 'Weigh and add again',
    spoken: 'z is the sum over j of w j times a j, plus b.',
    holds: ANY,
    of: 'z.2.1',
  },
  {
    id: 'squash',
    group: 'forward',
    words: 'Squash',
    spoken: 'y hat is the sigmoid of z: 1 over 1 plus e to the minus z.',
    holds: 'a sigmoid at the output',
    of: 'yhat',
  },
  {
    id: 'loss',
    group: 'forward',
    words: 'Judge',
    spoken:
      'L is minus y times the logarithm of y hat, minus 1 minus y times the logarithm of 1 minus y hat.',
    holds: 'cross-entropy, with the natural logarithm',
    of: 'loss',
  },
  {
    id: 'rate',
    group: 'backward',
    words: 'The loss’s own rate',
    spoken: 'The gradient at y hat is minus y over y hat, plus 1 minus y over 1 minus y hat.',
    holds: 'cross-entropy',
    of: 'dyhat',
  },
  {
    id: 'slope',
    group: 'backward',
    words: 'The sigmoid’s slope',
    spoken: 'The slope of y hat by z is y hat times 1 minus y hat.',
    holds: 'a sigmoid at the output',
    of: 'slope.2.1',
  },
  {
    id: 'error',
    group: 'backward',
    words: 'Their product, in which the slope cancels',
    spoken: 'Delta, the gradient at z, is the gradient at y hat times the slope; that is y hat minus y.',
    holds: 'the product: any; ŷ − y: a sigmoid with cross-entropy',
    of: 'dz.2.1',
  },
  {
    id: 'output-weight',
    group: 'backward',
    words: 'A weight of the output',
    spoken: 'The gradient of w j is delta times a j.',
    holds: ANY,
    of: 'dw.2.1.j',
  },
  {
    id: 'output-bias',
    group: 'backward',
    words: 'The bias of the output',
    spoken: 'The gradient of b is delta.',
    holds: ANY,
    of: 'db.2.1',
  },
  {
    id: 'share',
    group: 'backward',
    words: 'Back through a weight',
    spoken: 'The gradient at a j is delta times w j.',
    holds: 'any loss, any activation; with several units above, a sum over them',
    of: 'da.1.j',
  },
  {
    id: 'through-gate',
    group: 'backward',
    words: 'Back through a gate',
    spoken: 'Delta j, the gradient at z j, is the gradient at a j if z j is above 0, otherwise 0.',
    holds: 'ReLU; another activation multiplies by its slope',
    of: 'dz.1.j',
  },
  {
    id: 'weight',
    group: 'backward',
    words: 'A weight of a hidden unit',
    spoken: 'The gradient of w j k is delta j times x k.',
    holds: ANY,
    of: 'dw.1.j.k',
  },
  {
    id: 'bias',
    group: 'backward',
    words: 'The bias of a hidden unit',
    spoken: 'The gradient of b j is delta j.',
    holds: ANY,
    of: 'db.1.j',
  },
  {
    id: 'input',
    group: 'backward',
    words: 'An input, where paths add',
    spoken: 'The gradient of x k is the sum over j of w j k times delta j.',
    holds: ANY,
    of: 'dx.k',
  },
  {
    id: 'update',
    group: 'update',
    words: 'Step, every parameter at once',
    spoken: 'Theta becomes theta minus eta times the gradient of theta.',
    holds: 'gradient descent, any loss, any activation',
    of: 'update:θ',
  },
] as const satisfies readonly Formula[];

export const formulasOf = (group: Group): readonly (typeof FORMULAS)[number][] =>
  FORMULAS.filter((formula) => formula.group === group);

/** The working of a formula for the hidden unit and the input that a parameter belongs to; the first, where it has none. */
export const workingFor = ({ of }: Pick<Formula, 'of'>, parameter: string): string => {
  const [name, layer, to = '1', from = '1'] = parameter.split('.');
  const unit = layer === '1' ? to : name === 'w' ? from : '1';
  const input = layer === '1' && name === 'w' ? from : '1';
  return of.replace('θ', parameter).replace(/\bj\b/, unit).replace(/\bk\b/, input);
};

const inCode = (id: string): string => {
  const { plain } = idParts(id);
  const [first = '', ...indices] = plain.split('.');
  if (first === 'loss') return 'L';
  if (first === 'slope' || indices.length === 0) return first;
  const name = first.replace(/w$/, 'W');
  if (/^d?x$/.test(first)) return `${name}[${Number(indices[0]) - 1}]`;
  const [layer = '', ...units] = indices;
  const places = (layer === '2' ? units.slice(1) : units).map((unit) => Number(unit) - 1);
  return `${name}${layer}${places.length > 0 ? `[${places.join(',')}]` : ''}`;
};

/** A quantity as a notation writes it, in running text; in a program counted from 0. */
export const nameIn = (notation: Notation, id: string): string => {
  if (notation === 'code') return inCode(id);
  return notation === 'delta' && /^dz\b/.test(id) ? textOf(id.slice(1)).replace('z', 'δ') : textOf(id);
};
