/** A slip of the hand, what it comes to, and what is said of it. */
export interface Slip {
  readonly kind: SlipKind;
  readonly value: number;
  readonly words: string;
}

export type SlipKind =
  | 'sign'
  | 'bias'
  | 'index'
  | 'gate'
  | 'squash'
  | 'target'
  | 'slope'
  | 'factor'
  | 'way'
  | 'rate'
  | 'unmoved'
  | 'point';

export type Found = readonly [kind: SlipKind, value: number, words: string];

export const SIGN = 'The size is right; the sign is turned round.';

/** The number of a quantity as it is written, and its name with it. */
export type At = (id: string) => number;
export type Name = (id: string) => string;
