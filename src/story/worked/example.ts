import type { DenseExample, DenseNetwork } from '../../engine/dense/index.ts';

/** A number as its author printed it. */
export interface Printed {
  /** What the author calls it, or a name of `names.ts`. */
  readonly name: string;
  readonly text: string;
}

/** A worked example somebody published, ready to be computed again. */
export interface WorkedExample {
  readonly id: string;
  readonly title: string;
  readonly network: DenseNetwork;
  /** One function of one number after another: its quantities have names of their own. */
  readonly isChain: boolean;
  readonly data: readonly DenseExample[];
  /** One example at a time, in order; else each step takes all of them together. */
  readonly isOnline: boolean;
  readonly learningRate: number | undefined;
  /** False where the author moves the weights alone. */
  readonly movesBiases: boolean;
  /** Pre-activations told by the author, for units whose weights were not: `z1[0]`. */
  readonly told: ReadonlyMap<string, number>;
  /** What the author's own names mean, in the words of `names.ts`. */
  readonly means: ReadonlyMap<string, string>;
  readonly printed: readonly Printed[];
  /** Slips to try on a number that differs: conditions of `conditions.ts`. */
  readonly slips?: readonly string[] | undefined;
  /** Printed numbers that are another quantity, by the author's name: `loss after 9999 steps`. */
  readonly instead: ReadonlyMap<string, string>;
}

/** Something cannot be computed, or is not understood: the message is the reason, for the reader. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A number from what an author printed: `.3775`, `−0.09`, `-2.406e-3`. NaN if it is none. */
export function numberFrom(text: string): number {
  const plain = text.trim().replaceAll('−', '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** One unit of the last place that was printed: 0.0001 of `.3775`, 1e-6 of `-2.406e-3`. */
export function lastPlaceOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return Number(`1e${Number(exponent) - decimals}`);
}
