import { activationOf } from './activations.ts';
import type { LayerGradient } from './backward.ts';
import { at } from './checks.ts';
import { forward, judged, lossOf, someExamples, type ForwardPass, type LayerActivity } from './forward.ts';
import type { Gradient } from './gradient.ts';
import { lossNamed } from './losses.ts';
import { parametersOf, withParameters, type Example, type Layer, type Network } from './network.ts';
import { column, dot, type Matrix, type Vector } from './vector.ts';

// Backprop as a set of rules, each of which may be replaced by a wrong one.

/** Where a mutant can go wrong. */
export interface Rules {
  readonly outputDelta: (network: Network, z: number, prediction: number, target: number) => number;
  readonly slope: (layer: Layer, z: number, a: number) => number;
  /** What a hidden layer is taken to have handed up. */
  readonly below: (activity: LayerActivity) => Vector;
  readonly dWeights: (delta: Vector, below: Vector) => Matrix;
  readonly dBias: (delta: Vector) => Vector;
  /** The weights through which δ is handed down. */
  readonly wayDown: (weights: Matrix, dWeights: Matrix, learningRate: number) => Matrix;
  /** ∂L/∂a of a unit, from the weights that lead out of it and δ of the units they lead to. */
  readonly handDown: (weightsOut: Vector, delta: Vector) => number;
  /** From the examples' gradients to the batch's. */
  readonly gather: (total: Vector, gradient: Vector) => Vector;
  readonly move: (network: Network, gradient: Vector, learningRate: number) => Network;
}

/** Backprop as it should be. */
export const sound: Rules = {
  outputDelta: (network, z, prediction, target) => {
    const { df } = activationOf(at(network.layers, network.layers.length - 1).activation);
    return lossNamed(network.loss).delta(z, prediction, target, df);
  },
  slope: ({ activation }, z) => activationOf(activation).df(z),
  dWeights: (delta, below) => delta.map((d) => below.map((a) => 0 + d * a)),
  dBias: (delta) => delta,
  below: ({ activation }) => activation,
  wayDown: (weights) => weights,
  handDown: dot,
  gather: (total, gradient) => total.map((value, p) => value + at(gradient, p)),
  move: (network, gradient, learningRate) =>
    withParameters(
      network,
      parametersOf(network).map((value, p) => value - learningRate * at(gradient, p)),
    ),
};

/** One example's way forward, and the mutant's way back. */
export interface MutantPass {
  readonly forward: ForwardPass;
  readonly loss: number;
  /** From the first hidden layer to the output, as in the network: what the mutant takes for each. */
  readonly layers: readonly LayerGradient[];
}

/** The mean loss and its gradient by some rules. Throws RangeError as `gradientOf`. */
export function gradientBy(
  rules: Rules,
  network: Network,
  data: readonly Example[],
  learningRate: number,
): Gradient {
  const share = 1 / someExamples(data).length;
  const passes = data.map((example) => passBy(rules, network, example, learningRate));
  return {
    loss: passes.reduce((sum, { loss }) => sum + loss, 0) * share,
    gradient: passes
      .map(({ layers }): Vector => layers.flatMap(({ dWeights, dBias }) => [...dWeights.flat(), ...dBias]))
      .reduce(rules.gather)
      .map((value) => value * share),
  };
}

/** One example, forward as always and back by some rules. Throws RangeError as `forward` and `lossOf`. */
export function passBy(
  rules: Rules,
  network: Network,
  { input, target }: Example,
  learningRate: number,
): MutantPass {
  const pass = forward(network, input);
  const layers: LayerGradient[] = [];
  const last = network.layers.length - 1;
  let dActivation = judged(network, pass, target, lossNamed(network.loss).dPrediction);
  for (let l = last; l >= 0; l--) {
    const layer = at(network.layers, l);
    const { preActivation, activation } = at(pass.layers, l);
    const below = l === 0 ? input : rules.below(at(pass.layers, l - 1));
    const { df } = activationOf(layer.activation);
    const blame = dActivation;
    const slope = preActivation.map((z, j) =>
      l === last ? df(z) : rules.slope(layer, z, at(activation, j)),
    );
    const delta =
      l === last
        ? judged(network, pass, target, (z, a, y) => rules.outputDelta(network, z, a, y))
        : slope.map((own, j) => 0 + at(blame, j) * own);
    const dWeights = rules.dWeights(delta, below);
    const weights = rules.wayDown(layer.weights, dWeights, learningRate);
    layers.unshift({ dActivation: blame, slope, delta, dWeights, dBias: rules.dBias(delta) });
    dActivation = below.map((_, k) => rules.handDown(column(weights, k), delta));
  }
  return { forward: pass, loss: lossOf(network, pass, target), layers };
}
