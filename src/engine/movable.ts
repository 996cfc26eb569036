import { finite } from './checks.ts';
import { flatForward, flatLoss, flatPasses } from './flat.ts';
import { meanLoss } from './forward.ts';
import { parametersOf, type Example, type Network } from './network.ts';

/** Parameters that can be written over, in the order of theta, and the mean loss with what then stands there. */
export interface Movable {
  readonly theta: Float64Array;
  /** Throws RangeError where the loss is past the largest number there is. */
  readonly lossHere: () => number;
}

/** A network's parameters, free to be moved, for the mean loss at many places. Throws RangeError as `meanLoss`. */
export function movable(network: Network, data: readonly Example[]): Movable {
  meanLoss(network, data); // refuses data that do not fit
  const theta = Float64Array.from(parametersOf(network));
  const passes = flatPasses(network, data);
  const lossHere = (): number => {
    for (let example = 0; example < data.length; example++) flatForward(passes, theta, example);
    return finite('the loss', flatLoss(passes) / data.length);
  };
  return { theta, lossHere };
}
