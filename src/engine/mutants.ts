import { activationOf } from './activations.ts';
import { at } from './checks.ts';
import type { Gradient } from './gradient.ts';
import { gradientBy, passBy, sound, type MutantPass, type Rules } from './mutant-rules.ts';
import type { Example, Network } from './network.ts';

// Broken backprop, to be found with the gradient check. Each mutant changes one rule of the sound algorithm.

export type MutantName =
  | 'no-bias-gradient'
  | 'swapped-indices'
  | 'gate-from-activation'
  | 'update-before-propagate'
  | 'slope-left-in'
  | 'overwrites-batch'
  | 'bias-once-per-weight'
  | 'no-gate'
  | 'divides';

/**
 * Which gradients a broken rule falsifies: where the gradient check must ring, and where it must stay silent. `silent units`
 * are those that are off for some example: their weights in, their bias, and their weights out.
 */
export type Falsified =
  | 'biases'
  | 'hidden weights'
  | 'hidden layers'
  | 'silent units'
  | 'all but the output bias'
  | 'everything'
  | 'nothing';

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

/** The mutant called `name`. Throws RangeError, naming the choices, if there is none. */
export function mutantNamed(name: MutantName): Mutant {
  const found = mutants.find((mutant) => mutant.name === name);
  if (!found) throw new RangeError(`expected one of ${mutants.map((m) => m.name).join(', ')}, found ${name}`);
  return found;
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

/** The mutant's backward pass of one example. Throws RangeError as `forward` and `lossOf`. */
export function mutantPass(
  { rules }: Mutant,
  network: Network,
  example: Example,
  learningRate = 0.5,
): MutantPass {
  return passBy({ ...sound, ...rules }, network, example, learningRate);
}

/** The nine of the essay. The gradient check finds all but `bias-once-per-weight`. */
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
  {
    name: 'no-gate',
    bug: 'The way back passes hidden units as if they had no activation function: slope 1, and z in place of a.',
    falsifies: 'silent units',
    when: 'under ReLU, leaky or not, with a unit that is off',
    rules: { slope: () => 1, below: ({ preActivation }) => preActivation },
  },
  {
    name: 'divides',
    bug: 'Where the chain rule multiplies, by a weight or by what came in, the code divides.',
    falsifies: 'all but the output bias',
    when: 'always; by a zero there is no number',
    rules: {
      dWeights: (delta, below) => delta.map((d) => below.map((a) => d / a)),
      handDown: (weightsOut, delta) => delta.reduce((sum, d, j) => sum + d / at(weightsOut, j), 0),
    },
  },
];
