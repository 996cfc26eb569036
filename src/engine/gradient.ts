import { backward } from './backward.ts';
import { at, finite, finiteVector } from './checks.ts';
import { forward, someExamples } from './forward.ts';
import type { Example, Network } from './network.ts';
import type { Vector } from './vector.ts';

/** A loss and how it answers to each parameter. */
export interface Gradient {
  readonly loss: number;
  /** One number per parameter, in the order of `parametersOf`. */
  readonly gradient: Vector;
}

/**
 * The mean loss over `data` and its gradient: the mean of the examples' gradients. Throws RangeError if there is no
 * example, or as `forward` and `backward`.
 */
export function gradientOf(network: Network, data: readonly Example[]): Gradient {
  const share = 1 / someExamples(data).length;
  const passes = data.map(({ input, target }) => backward(network, forward(network, input), target));
  const gradients = passes.map(({ layers }) =>
    layers.flatMap(({ dWeights, dBias }) => [...dWeights.flat(), ...dBias]),
  );
  const sum = gradients.reduce((total, gradient) => total.map((value, p) => value + at(gradient, p)));
  return {
    loss: finite('the mean loss', passes.reduce((total, { loss }) => total + loss, 0) * share),
    gradient: finiteVector(
      'the gradient',
      sum.map((value) => value * share),
    ),
  };
}
