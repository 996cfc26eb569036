import { losses } from '../losses.ts';

/** One output's share of the loss: of its z, prediction a and target y, where there are `outputs` of them. */
export interface Term {
  /** NaN for z says that a was set: then the loss is taken from a alone, as by hand. */
  readonly of: (z: number, a: number, y: number, outputs: number) => number;
  /** ∂/∂a */
  readonly dActivation: (a: number, y: number, outputs: number) => number;
}

/** −y ln p, where a target of 0 takes no share even of a probability of 0. */
const surprise = (y: number, p: number): number => (y === 0 ? 0 : -y * Math.log(p));

/**
 * Losses as books and posts write them. A network's loss on an example is the sum over its outputs; on several examples, the
 * mean over them. `output` is no loss: the outputs themselves, so that the way back begins with 1.
 */
export const denseLosses = {
  half_sse: { of: (_, a, y) => (a - y) ** 2 / 2, dActivation: (a, y) => a - y },
  sse: { of: (_, a, y) => (a - y) ** 2, dActivation: (a, y) => 2 * (a - y) },
  mse: { of: (_, a, y, n) => (a - y) ** 2 / n, dActivation: (a, y, n) => (2 * (a - y)) / n },
  bce: {
    of: (z, a, y) => (Number.isNaN(z) ? surprise(y, a) + surprise(1 - y, 1 - a) : losses.bce.of(z, a, y)),
    dActivation: (a, y) => (y === 1 ? 0 : (1 - y) / (1 - a)) - (y === 0 ? 0 : y / a),
  },
  cross_entropy: { of: (_, a, y) => surprise(y, a), dActivation: (a, y) => (y === 0 ? 0 : -y / a) },
  output: { of: (_, a) => a, dActivation: () => 1 },
} satisfies Record<string, Term>;

export type DenseLossName = keyof typeof denseLosses;
