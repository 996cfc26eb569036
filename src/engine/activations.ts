import { named } from './checks.ts';

export type ActivationName = 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'identity';

/** An activation function and its derivative, both of the pre-activation z. */
export interface Activation {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  /** What is said of its derivative where it needs saying: at the kink, or in the flat parts. */
  readonly note: string;
}

const LEAK = 0.01;

/** 1/(1 + e^−z), in (0, 1). Source: Rumelhart, Hinton & Williams (1986), eq. 2. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/**
 * σ′(z) = σ(z)(1 − σ(z)), with 1 − σ(z) taken as σ(−z): the same number, but it keeps its digits where σ(z) rounds
 * to 1. Source: Nielsen (2015), ch. 3.
 */
function sigmoidSlope(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}

/** The activations by name, each f : ℝ → ℝ with its derivative. Sources: Goodfellow et al. (2016), §6.3. */
export const activations = {
  relu: {
    f: (z) => (z > 0 ? z : 0),
    df: (z) => (z > 0 ? 1 : 0),
    note: 'At z = 0 there is no one slope: 0 from the left, 1 from the right. The engine takes 0.',
  },
  leakyRelu: {
    f: (z) => (z > 0 ? z : LEAK * z),
    df: (z) => (z > 0 ? 1 : LEAK),
    note: `At z = 0 there is no one slope: ${LEAK} from the left, 1 from the right. The engine takes ${LEAK}.`,
  },
  sigmoid: {
    f: sigmoid,
    df: sigmoidSlope,
    note: 'No kink. The slope is at most 0.25, at z = 0, and fades like e^−|z|.',
  },
  tanh: {
    f: Math.tanh,
    // 1 − tanh²(z), by tanh(z) = 2σ(2z) − 1: again without losing the digits where tanh(z) rounds to ±1.
    df: (z) => 4 * sigmoidSlope(2 * z),
    note: 'No kink. The slope is at most 1, at z = 0, and fades like e^−2|z|.',
  },
  identity: {
    f: (z) => z,
    df: () => 1,
    note: 'No kink. The slope is 1 everywhere.',
  },
} satisfies Record<ActivationName, Activation>;

/** The activation called `name`. Throws RangeError, naming the choices, if there is none. */
export function activationOf(name: ActivationName): Activation {
  return named('an activation', activations, name);
}
