import { sigmoid } from './activations.ts';
import { named } from './checks.ts';

export type LossName = 'bce' | 'mse';

/** One output unit and what it should have said: z, ŷ = f(z) and y. */
export interface Output {
  readonly logit: number;
  readonly prediction: number;
  readonly target: number;
}

/** A loss of one output unit. A network's loss on an example is the sum over its outputs. */
export interface Loss {
  readonly of: (output: Output) => number;
  /** ∂L/∂ŷ */
  readonly dPrediction: (output: Output) => number;
  /** δ = ∂L/∂z, where `slope` is ∂ŷ/∂z. */
  readonly delta: (output: Output, slope: number) => number;
}

/** The losses by name. Cross-entropy is in nats and belongs to a sigmoid output, whose z is the log-odds of ŷ. */
export const losses = {
  /**
   * −y ln ŷ − (1 − y) ln(1 − ŷ), from z so that ŷ may round to 0 or 1 and the loss is still right.
   * Source: Goodfellow et al. (2016), §6.2.2.2; the form max(z, 0) − z·y + ln(1 + e^−|z|) is TensorFlow's.
   */
  bce: {
    of: ({ logit: z, target: y }) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))),
    // (1 − y)/(1 − ŷ) − y/ŷ. Past |z| = 709 it can be larger than any number there is.
    dPrediction: ({ logit: z, target: y }) => representable(share(1 - y, sigmoid(-z)) - share(y, sigmoid(z))),
    // ∂L/∂ŷ · σ′(z) is simply ŷ − y (Nielsen 2015, ch. 3). Written like this it does not cancel near ŷ = y.
    delta: ({ logit: z, target: y }) => (1 - y) * sigmoid(z) - y * sigmoid(-z),
  },
  /** ½(ŷ − y)². Source: Rumelhart, Hinton & Williams (1986), eq. 3. */
  mse: {
    of: ({ prediction, target }) => (prediction - target) ** 2 / 2,
    dPrediction: ({ prediction, target }) => prediction - target,
    delta: ({ prediction, target }, slope) => (prediction - target) * slope,
  },
} satisfies Record<LossName, Loss>;

/** The loss called `name`. Throws RangeError, naming the choices, if there is none. */
export function lossNamed(name: LossName): Loss {
  return named('a loss', losses, name);
}

// A target of 0 takes no share, even of a probability that has rounded to 0.
function share(part: number, probability: number): number {
  return part === 0 ? 0 : part / probability;
}

function representable(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}
