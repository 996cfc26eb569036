import { sigmoid } from './activations.ts';
import { named } from './checks.ts';

export type LossName = 'bce' | 'mse';

/**
 * A loss of one output unit, from its pre-activation z (the logit), prediction ŷ = f(z) and target y. A network's loss
 * on an example is the sum over its outputs.
 */
export interface Loss {
  readonly of: (z: number, prediction: number, target: number) => number;
  /** ∂L/∂ŷ */
  readonly dPrediction: (z: number, prediction: number, target: number) => number;
  /** δ = ∂L/∂z, where `df` is the output's f′. */
  readonly delta: (z: number, prediction: number, target: number, df: (z: number) => number) => number;
}

/** The losses by name. Cross-entropy is in nats and belongs to a sigmoid output, whose z is the log-odds of ŷ. */
export const losses = {
  /**
   * −y ln ŷ − (1 − y) ln(1 − ŷ), from z so that ŷ may round to 0 or 1 and the loss is still right.
   * Source: Goodfellow et al. (2016), §6.2.2.2; the form max(z, 0) − z·y + ln(1 + e^−|z|) is TensorFlow's.
   */
  bce: {
    of: (z, _, y) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))),
    // (1 − y)/(1 − ŷ) − y/ŷ. Past |z| = 709 it can be larger than any number there is.
    dPrediction: (z, _, y) => representable(share(1 - y, sigmoid(-z)) - share(y, sigmoid(z))),
    // ∂L/∂ŷ · σ′(z) is simply ŷ − y (Nielsen 2015, ch. 3). Where the two are near, a difference would lose digits: there
    // the same is written without one.
    delta: (z, prediction, y) => {
      const difference = prediction - y;
      return Math.abs(difference) > 0.1 ? difference : (1 - y) * prediction - y * missing(z, prediction);
    },
  },
  /** ½(ŷ − y)². Source: Rumelhart, Hinton & Williams (1986), eq. 3. */
  mse: {
    of: (_, prediction, y) => (prediction - y) ** 2 / 2,
    dPrediction: (_, prediction, y) => prediction - y,
    delta: (z, prediction, y, df) => (prediction - y) * df(z),
  },
} satisfies Record<LossName, Loss>;

/** The loss called `name`. Throws RangeError, naming the choices, if there is none. */
export function lossNamed(name: LossName): Loss {
  return named('a loss', losses, name);
}

// 1 − ŷ = σ(−z). Where ŷ is near 1, by σ(−z) = e^−z·σ(z), which keeps its digits; and e^−z is at hand from σ(z).
function missing(z: number, prediction: number): number {
  return z > 0 ? Math.exp(-z) * prediction : 1 - prediction;
}

// A target of 0 takes no share, even of a probability that has rounded to 0.
function share(part: number, probability: number): number {
  return part === 0 ? 0 : part / probability;
}

function representable(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}
