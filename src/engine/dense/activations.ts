import { activations, type Activation } from '../activations.ts';
import { named } from '../checks.ts';
import type { Vector } from '../vector.ts';

/** What published examples put in a layer. All but softmax act on each unit by itself. */
export type DenseActivationName = keyof typeof table | 'softmax';

const unitwise = (f: (z: number) => number, df: (z: number) => number): Activation => ({ f, df, note: '' });

const table = {
  ...activations,
  sin: unitwise(Math.sin, Math.cos),
  cos: unitwise(Math.cos, (z) => -Math.sin(z)),
  exp: unitwise(Math.exp, Math.exp),
};

/** The slope by the activation alone, as it is worked out by hand: a(1 − a) of a sigmoid. */
const slopesFromActivation: Partial<Record<DenseActivationName, (a: number) => number>> = {
  sigmoid: (a) => a * (1 - a),
  tanh: (a) => 1 - a * a,
  exp: (a) => a,
};

/** The names that a layer may have. */
export const denseActivationNames: readonly DenseActivationName[] = [
  ...(Object.keys(table) as (keyof typeof table)[]),
  'softmax',
];

/** a = f(z) of one layer; NaN of NaN. Throws RangeError, naming the choices, for an unknown name. */
export function activate(name: DenseActivationName, z: Vector): Vector {
  return name === 'softmax' ? softmax(z) : eachKnown(z, named('an activation', table, name).f);
}

/** f′ of one layer from its z; NaN for softmax, where no unit has a slope of its own. Throws as `activate`. */
export function slopesOf(name: DenseActivationName, z: Vector): Vector {
  return eachKnown(z, name === 'softmax' ? () => NaN : named('an activation', table, name).df);
}

// A ReLU would let what is not known pass for 0.
const eachKnown = (z: Vector, f: (z: number) => number): Vector =>
  z.map((value) => (Number.isNaN(value) ? NaN : f(value)));

/** f′ from activations that were rounded or set on the way, where it can be had from them; else from z. */
export function slopesFrom(name: DenseActivationName, z: Vector, a: Vector): Vector {
  const slope = slopesFromActivation[name];
  return slope ? a.map(slope) : slopesOf(name, z);
}

// e^zⱼ / Σ e^zₖ, each z less the largest, so that nothing overflows. Source: Goodfellow et al. (2016), §4.1.
function softmax(z: Vector): Vector {
  const largest = Math.max(...z);
  const powers = z.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
