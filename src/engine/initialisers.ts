import { at, finite, named } from './checks.ts';
import { parameterCount } from './network.ts';
import { randomFrom } from './random.ts';
import type { Vector } from './vector.ts';

export type InitialiserName = 'uniform' | 'xavier' | 'he';

export interface InitialiserOptions {
  readonly sizes: readonly number[];
  readonly seed: number;
  /** Unless given, uniform. */
  readonly initialiser?: InitialiserName;
  /** v in the uniform ±v. Unless given, 1. */
  readonly range?: number;
  /** What every weight is multiplied by, whatever the initialiser. Unless given, 1. */
  readonly gain?: number;
  /** Every bias. Unless given, 0. */
  readonly bias?: number;
}

/** How far from 0 a weight may start, by the number of units below and in its layer. */
const limits = {
  uniform: (_from: number, _to: number, range: number) => range,
  /** √(6/(from + to)). Source: Glorot & Bengio (2010), eq. 16. */
  xavier: (from: number, to: number) => Math.sqrt(6 / (from + to)),
  /** √(6/from): variance 2/from. Source: He et al. (2015), eq. 10. */
  he: (from: number) => Math.sqrt(6 / from),
} satisfies Record<InitialiserName, unknown>;

/**
 * Parameters to start from, in the order of theta: weights uniform between ±limit, biases all alike. The same seed
 * always gives the same numbers. Throws RangeError for sizes that are not whole and positive, numbers that are not
 * finite, or an unknown initialiser.
 */
export function initialTheta(options: InitialiserOptions): Vector {
  const { sizes, seed, initialiser = 'uniform', range = 1, gain = 1, bias = 0 } = options;
  parameterCount(sizes);
  finite('the range', range);
  finite('the gain', gain);
  finite('the bias', bias);
  const limitOf = named('an initialiser', limits, initialiser);
  const random = randomFrom(seed);
  return sizes.slice(1).flatMap((to, l) => {
    const from = at(sizes, l);
    const limit = gain * limitOf(from, to, range);
    const weights = Array.from({ length: from * to }, () => (2 * random() - 1) * limit);
    return [...weights, ...Array.from({ length: to }, () => bias)];
  });
}
