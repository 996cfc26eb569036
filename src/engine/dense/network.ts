import { at } from '../checks.ts';
import type { Matrix, Vector } from '../vector.ts';
import { activate, type DenseActivationName } from './activations.ts';
import { denseLosses, type DenseLossName, type Term } from './losses.ts';

// A dense network as other people publish it: any shape, an activation for each layer, several outputs, the losses of
// textbooks. The essay's own network (network.ts) stays as narrow as the essay is. A parameter that was not published is
// NaN; so is everything that depends on it, but 0 times it is 0.

export interface DenseLayer {
  /** [to][from] */
  readonly weights: Matrix;
  readonly bias: Vector;
  readonly activation: DenseActivationName;
}

export interface DenseNetwork {
  readonly layers: readonly DenseLayer[];
  readonly loss: DenseLossName;
}

/** What goes in, and what should come out; no target where the outputs themselves are asked about. */
export interface DenseExample {
  readonly input: Vector;
  readonly target: Vector | undefined;
}

/**
 * Numbers to go on with in place of those computed, by name: `z1[0]`, `a2[1]`, `dL/dz2[0]`, `dL/dW1[0][1]`, `slope1[0]`.
 * Layers count from 1, units from 0. So one works on with rounded numbers, as one does by hand.
 */
export type Known = (name: string) => number | undefined;

export interface DensePass {
  readonly input: Vector;
  readonly layers: readonly {
    readonly z: Vector;
    readonly a: Vector;
    /** Which activations were set, where any could be. */
    readonly isSet: readonly boolean[];
  }[];
}

const NONE: readonly boolean[] = [];

/** A product in which 0 times what is not known is 0. */
export const times = (left: number, right: number): number => (left === 0 || right === 0 ? 0 : left * right);

/** Σ left[i]·right[i], by `times`. Both have the same length. */
export function weigh(left: Vector, right: Vector): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += times(left[i] ?? NaN, right[i] ?? NaN);
  return sum;
}

/** Runs an input through every layer: z = W·a_below + b, a = f(z). */
export function denseForward(network: DenseNetwork, input: Vector, known?: Known): DensePass {
  let below = input;
  const layers = network.layers.map(({ weights, bias, activation }, l) => {
    const z = weights.map((row, j) => known?.(`z${l + 1}[${j}]`) ?? weigh(row, below) + at(bias, j));
    const computed = activate(activation, z);
    const found = known && z.map((_, j) => known(`a${l + 1}[${j}]`));
    const a = found ? computed.map((value, j) => found[j] ?? value) : computed;
    below = a;
    return { z, a, isSet: found?.map((value) => value !== undefined) ?? NONE };
  });
  return { input, layers };
}

/** Each output's share of the loss. NaN where it cannot be known. Throws RangeError if it needs a target and has none. */
export function denseTerms(network: DenseNetwork, pass: DensePass, target: Vector | undefined): Vector {
  const term: Term = denseLosses[network.loss];
  const { z, a, isSet } = at(pass.layers, pass.layers.length - 1);
  const { activation } = at(network.layers, network.layers.length - 1);
  return a.map((value, k) => {
    const logit = activation === 'sigmoid' && isSet[k] !== true ? at(z, k) : NaN;
    return term.of(logit, value, targetAt(network, target, k), a.length);
  });
}

/** Target k; of the outputs themselves none is asked for. Throws RangeError if there should be one. */
export function targetAt({ loss }: DenseNetwork, target: Vector | undefined, k: number): number {
  if (loss === 'output') return 0;
  if (!target) throw new RangeError('there is no target, and the loss needs one');
  return at(target, k);
}
