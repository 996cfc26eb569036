import { at, finite } from './checks.ts';
import { gradientOf } from './gradient.ts';
import { parametersOf, withParameters, type Example, type Network } from './network.ts';

export interface StepOptions {
  /** η: how far to move for each unit of gradient. */
  readonly learningRate: number;
}

/**
 * The network after one step of gradient descent on the mean loss over `data`: every parameter moves by −η times its
 * gradient, all gradients taken before anything moves. Throws RangeError as `gradientOf`, or if a parameter would
 * grow past the largest number there is. Source: Rumelhart, Hinton & Williams (1986), eq. 8.
 */
export function step(network: Network, data: readonly Example[], { learningRate }: StepOptions): Network {
  finite('the learning rate', learningRate);
  const { gradient } = gradientOf(network, data);
  const theta = parametersOf(network).map((value, p) => value - learningRate * at(gradient, p));
  return withParameters(network, theta);
}
