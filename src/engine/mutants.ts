import { activationOf } from './activations.ts';
import { at } from './checks.ts';
import { forward, judged, lossOf, someExamples } from './forward.ts';
import type { Gradient } from './gradient.ts';
import { lossNamed } from './losses.ts';
import { parametersOf, withParameters, type Example, type Layer, type Network } from './network.ts';
import { column, dot, type Matrix, type Vector } from './vector.ts';

// Broken backprop, to be found with the gradient check. Each mutant changes one rule of the sound algorithm.

export type MutantName =
  | 'no-bias-gradient'
  | 'swapped-indices'
  | 'gate-from-activation'
  | 'update-before-propagate'
  | 'slope-left-in'
  | 'overwrites-batch'
  | 'bias-once-per-weight';

/** Which gradients a broken rule falsifies: where the gradient check must ring, and where it must stay silent. */
export type Falsified = 'biases' | 'hidden weights' | 'hidden layers' | 'everything' | 'nothing';

export interface Mutant {
  readonly name: MutantName;
  /** What is wrong, in one sentence. */
  readonly bug: string;
  /** What it falsifies, in a network with one output, and `when` it does. */
  readonly falsifies: Falsified;
  readonly when: string;
  /** The one rule in which it differs from sound backprop. */
  readonly rules: Partial<Rules>;
}

/** What the mutant takes for the mean loss and its gradient. Throws RangeError as `gradientOf`. */
export function mutantGradient(
  { rules }: Mutant,
  network: Network,
  data: readonly Example[],
  learningRate = 0.5,
): Gradient {
  return gradientBy({ ...sound, ...rules }, network, data, learningRate);
}

/** The network after the mutant's step of training. Throws RangeError as `step`. */
export function mutantStep(
  mutant: Mutant,
  network: Network,
  data: readonly Example[],
  learningRate: number,
): Network {
  const { gradient } = mutantGradient(mutant, network, data, learningRate);
  return (mutant.rules.move ?? sound.move)(network, gradient, learningRate);
}

/** Where a mutant can go wrong. */
export interface Rules {
  readonly outputDelta: (network: Network, z: number, prediction: number, target: number) => number;
  readonly slope: (layer: Layer, z: number, a: number) => number;
  readonly dWeights: (delta: Vector, below: Vector) => Matrix;
  readonly dBias: (delta: Vector) => Vector;
  /** The weights through which δ is handed down. */
  readonly wayDown: (weights: Matrix, dWeights: Matrix, learningRate: number) => Matrix;
  /** From the examples' gradients to the batch's. */
  readonly gather: (total: Vector, gradient: Vector) => Vector;
  readonly move: (network: Network, gradient: Vector, learningRate: number) => Network;
}

const sound: Rules = {
  outputDelta: (network, z, prediction, target) => {
    const { df } = activationOf(at(network.layers, network.layers.length - 1).activation);
    return lossNamed(network.loss).delta(z, prediction, target, df);
  },
  slope: ({ activation }, z) => activationOf(activation).df(z),
  dWeights: (delta, below) => delta.map((d) => below.map((a) => d * a)),
  dBias: (delta) => delta,
  wayDown: (weights) => weights,
  gather: (total, gradient) => total.map((value, p) => value + at(gradient, p)),
  move: (network, gradient, learningRate) =>
    withParameters(
      network,
      parametersOf(network).map((value, p) => value - learningRate * at(gradient, p)),
    ),
};

function gradientBy(
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
      .map(({ gradient }) => gradient)
      .reduce(rules.gather)
      .map((value) => value * share),
  };
}

function passBy(rules: Rules, network: Network, { input, target }: Example, learningRate: number): Gradient {
  const pass = forward(network, input);
  const layers: Vector[] = [];
  let delta = judged(network, pass, target, (z, a, y) => rules.outputDelta(network, z, a, y));
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const below = l === 0 ? input : at(pass.layers, l - 1).activation;
    const dWeights = rules.dWeights(delta, below);
    layers.unshift([...dWeights.flat(), ...rules.dBias(delta)]);
    if (l === 0) break;
    const layerBelow = at(network.layers, l - 1);
    const { preActivation, activation } = at(pass.layers, l - 1);
    const weights = rules.wayDown(at(network.layers, l).weights, dWeights, learningRate);
    const above = delta;
    delta = preActivation.map(
      (z, k) => dot(column(weights, k), above) * rules.slope(layerBelow, z, at(activation, k)),
    );
  }
  return { loss: lossOf(network, pass, target), gradient: layers.flat() };
}

/** The seven of the essay, in its order. The gradient check finds the first six. */
export const mutants: readonly Mutant[] = [
  {
    name: 'no-bias-gradient',
    bug: 'The biases get no gradient.',
    falsifies: 'biases',
    when: 'always',
    rules: { dBias: (delta) => delta.map(() => 0) },
  },
  {
    name: 'swapped-indices',
    bug: 'The products δ·a are laid out [from][to] in a place for [to][from].',
    falsifies: 'hidden weights',
    when: 'always',
    rules: { dWeights: (delta, below) => below.map((a) => delta.map((d) => d * a)) },
  },
  {
    name: 'gate-from-activation',
    bug: 'A unit counts as on if its a is not 0, instead of if its z is positive.',
    falsifies: 'hidden layers',
    when: 'under leaky ReLU, with a unit that is off',
    rules: {
      slope: ({ activation }, z, a) =>
        activationOf(activation).df(activation === 'leakyRelu' && a !== 0 ? 1 : z),
    },
  },
  {
    name: 'update-before-propagate',
    bug: 'The output weights move before δ has been handed down through them.',
    falsifies: 'hidden layers',
    when: 'always',
    rules: {
      wayDown: (weights, dWeights, learningRate) =>
        weights.map((row, j) => row.map((w, k) => w - learningRate * at(at(dWeights, j), k))),
    },
  },
  {
    name: 'slope-left-in',
    bug: 'Under cross-entropy, ŷ − y is multiplied by σ′ once more.',
    falsifies: 'everything',
    when: 'under cross-entropy',
    rules: {
      outputDelta: (network, z, prediction, target) =>
        sound.outputDelta(network, z, prediction, target) *
        (network.loss === 'bce' ? activationOf('sigmoid').df(z) : 1),
    },
  },
  {
    name: 'overwrites-batch',
    bug: 'Each example overwrites the gradient (=) instead of adding to it (+=).',
    falsifies: 'everything',
    when: 'with more than one example',
    rules: { gather: (_, gradient) => gradient },
  },
  {
    name: 'bias-once-per-weight',
    bug: 'The bias is moved inside the loop over the weights: as often as its unit has inputs.',
    falsifies: 'nothing',
    when: 'always: the gradients are right and what is done with them is not',
    rules: {
      move: (network, gradient, learningRate) => {
        const { layers, loss } = sound.move(network, gradient, learningRate);
        const tooFar = layers.map((layer, l) => {
          const before = at(network.layers, l);
          const bias = layer.bias.map((b, j) => {
            const start = at(before.bias, j);
            return start + at(before.weights, j).length * (b - start);
          });
          return { ...layer, bias };
        });
        return { layers: tooFar, loss };
      },
    },
  },
];
