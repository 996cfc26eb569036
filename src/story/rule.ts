import { idParts, type ActivationName, type LossName } from '../engine/index.ts';
import { RUN_STEPS } from './essay.ts';
import { storedParts, type Stored } from './stored.ts';
import { pathNameOf, type PathName } from './path-names.ts';
import { productNameOf } from './product-names.ts';
import type { World } from './world.ts';

// The rule that each kind of quantity follows, in a sentence: exhaustive over activations and losses.

const updates = (count: number): string => (count === 1 ? 'one update' : `${count} updates`);

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
  relu: 'ReLU: the sum itself when it is above zero, else 0.',
  leakyRelu: 'Leaky ReLU: the sum itself when it is above zero, else a hundredth of it.',
  sigmoid: 'The sigmoid squeezes the sum between 0 and 1.',
  tanh: 'The hyperbolic tangent squeezes the sum between −1 and 1.',
  identity: 'The sum as it stands.',
};

const SLOPES: Readonly<Record<ActivationName, string>> = {
  relu: 'Open (1) when the sum is above zero, shut (0) otherwise.',
  leakyRelu: 'One when the sum is above zero, a hundredth otherwise.',
  sigmoid: 'How fast the sigmoid rises where the sum stands; a quarter at most.',
  tanh: 'How fast the hyperbolic tangent rises where the sum stands; one at most.',
  identity: 'One everywhere: what comes in goes out.',
};

const LOSSES: Readonly<Record<LossName, string>> = {
  bce: 'Binary cross-entropy: the price of this prediction, given what happened.',
  mse: 'Half the squared error: the price of this prediction, given what happened.',
};

/** What passes from the activation on to the sum. */
const PASSED: Readonly<Record<ActivationName, string>> = {
  relu: 'What reached the activation goes on to the sum if the gate is open, and stops if it is shut.',
  leakyRelu:
    'What reached the activation goes on to the sum, in full above zero and in a hundredth part below.',
  sigmoid: 'The chain rule: what reached the activation, times the slope of the sigmoid.',
  tanh: 'The chain rule: what reached the activation, times the slope of the hyperbolic tangent.',
  identity: 'What reached the activation goes on to the sum as it stands.',
};

/** What a small rise may meet on its way that makes the slope another. */
const TURNS: Readonly<Record<ActivationName, string>> = {
  relu: ', unless a gate turns on the way',
  leakyRelu: ', unless a sum crosses zero on the way',
  sigmoid: '',
  tanh: '',
  identity: '',
};

const effectRule = (hidden: ActivationName): string =>
  `The gradient times the rise: what the loss would do if its slope stayed as it is here. It comes near for a small rise${TURNS[hidden]}.`;

const parameterRule = (step: number): string =>
  step === 0
    ? 'A parameter: this is where it was set at the start. Each update moves it by minus the learning rate times its gradient.'
    : `A parameter, after ${updates(step)}. The last one moved it by minus the learning rate times its gradient, both as they stood one step earlier.`;

const heldRule = (id: string, { moved }: NonNullable<World['held']>): string =>
  id === moved
    ? 'This bias was moved, and nothing else, to bring the sum z to where the dial stands.'
    : 'A parameter, as the network has it at the training step shown.';

const MEAN = 'The mean over the examples: each adds its share.';

const MULTIPLIED = 'One of the products that a sum is made of: a weight times what it multiplies.';
const PASSED_ON =
  'A sum answers to each of its parts at the rate one, so what reached it goes on to the product unchanged.';

const STORED: Readonly<Record<Stored, string>> = {
  share: 'The gradient of one day times its share: in a mean every day counts alike.',
  left: 'The mean gradient of the step before, which a clear would have taken away. The parameters have moved since.',
  uncleared:
    'What the step before has left, plus the mean gradient of this step: the slope of the loss in no place.',
  overwritten:
    'An update as any other, but with the share of the last day alone: = has replaced all that stood there before.',
};

/** Quantities that a batch has one of, as the mean over its examples. */
const isMean = (name: string, { examples }: Pick<World, 'examples'>, example: number | undefined): boolean =>
  examples.length > 1 && example === undefined && /^(loss|dw|db)$/.test(name);

const pathRule = ({ kind, through }: PathName, { sizes }: World): string => {
  if (kind === 'sum')
    return 'Each day’s own gradient: they add. Divided by the number of days they are the mean.';
  return through.length === sizes.length - 2
    ? 'Along a path rates multiply: what arrives at the output’s sum, then every weight and every gate on the way.'
    : 'Across paths products add: these share their first unit.';
};

/** The rule that a quantity of a world follows, or who gave it. */
export const ruleOf = (id: string, step: number, world: World): string => {
  if (id.startsWith('effect:')) return effectRule(world.hidden);
  const stored = storedParts(id);
  if (stored) return STORED[stored.kind];
  const path = pathNameOf(id);
  if (path) return pathRule(path, world);
  const product = productNameOf(id);
  if (product) return product.isGradient ? PASSED_ON : MULTIPLIED;
  const { plain, example } = idParts(id);
  const [name = '', layer = ''] = plain.split('.');
  const isOutput = Number(layer) === world.sizes.length - 1;
  const own: ActivationName = isOutput ? 'sigmoid' : world.hidden;
  if (isMean(name, world, example)) return MEAN;
  switch (name) {
    case 'w':
    case 'b':
      return world.held ? heldRule(id, world.held) : parameterRule(step);
    case 'x':
      return 'An input: given, not computed, and the same at every training step.';
    case 'y':
      return 'The target: what the prediction is held against. Given, not computed.';
    case 'eta':
      return 'The learning rate: chosen by hand, the same for all parameters at every step.';
    case 'share':
      return 'One divided by the number of examples: a mean counts each of them alike.';
    case 'step':
      return `How many updates the network has had, of the ${RUN_STEPS} in its training.`;
    case 'z':
      return 'What comes in, each value times its weight, added up; then the bias.';
    case 'gate':
    case 'slope':
      return SLOPES[own];
    case 'a':
      return ACTIVATIONS[own];
    case 'yhat':
      return ACTIVATIONS.sigmoid;
    case 'loss':
      return LOSSES[world.loss];
    case 'dyhat':
      return 'The slope of the loss where the prediction stands.';
    case 'dz':
      return isOutput ? 'The chain rule: rates along a path multiply.' : PASSED[own];
    case 'dw':
      return 'The gradient at the sum that this weight goes into, times what the weight was multiplied by.';
    case 'db':
      return 'The bias was added as it stood, so its gradient is that of the sum.';
    case 'da':
      return layer === String(world.sizes.length - 2)
        ? 'What comes back along the weight out of this unit.'
        : 'What comes back along every weight out of this unit, added up.';
    case 'dx':
      return 'What comes back along every path from this input, added up.';
    default:
      throw new RangeError(`Expected the id of a quantity, found "${id}"`);
  }
};
