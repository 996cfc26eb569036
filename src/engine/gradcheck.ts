import { at, finite } from './checks.ts';
import { gradientOf, type Gradient } from './gradient.ts';
import { parameterIds } from './ids.ts';
import { movable } from './movable.ts';
import { sizesOf, type Example, type Network } from './network.ts';

/** Slopes of the mean loss along one parameter, measured with steps of ε. */
export interface Differences {
  /** (L(θ + ε) − L(θ))/ε: the slope to the right. */
  readonly right: number;
  /** (L(θ) − L(θ − ε))/ε: the slope to the left. At a kink the two stay apart however small ε is. */
  readonly left: number;
  /** (L(θ + ε) − L(θ − ε))/2ε */
  readonly central: number;
}

/**
 * The three difference quotients of the mean loss along the parameter called `id`. Throws RangeError for an unknown
 * name, an ε that is not positive, or as `meanLoss`. Source: Nocedal & Wright (2006), §8.1.
 */
export function differences(
  network: Network,
  data: readonly Example[],
  id: string,
  epsilon: number,
): Differences {
  return differencesAround(network, data)(id, epsilon);
}

/** `differences` along any parameter and with any ε, for one network: for hundreds of them. */
export function differencesAround(
  network: Network,
  data: readonly Example[],
): (id: string, epsilon: number) => Differences {
  const ids = parameterIds(sizesOf(network));
  const { theta, lossHere } = movable(network, data);
  const here = lossHere();
  return (id, epsilon) => {
    if (!(epsilon > 0)) throw new RangeError(`expected an epsilon above 0, found ${epsilon}`);
    const p = ids.indexOf(id);
    if (p < 0) throw new RangeError(`expected the name of a parameter, found ${id}`);
    const own = theta[p] as number;
    const lossAt = (value: number): number => {
      theta[p] = value;
      try {
        return lossHere();
      } finally {
        theta[p] = own;
      }
    };
    const [up, down] = [own + epsilon, own - epsilon];
    const [above, below] = [lossAt(up), lossAt(down)];
    // Divided by the steps as they were really made: θ + ε is rounded too. A step that vanished has no slope to show.
    const slope = (rise: number, run: number): number => (run === 0 ? 0 : finite('a slope', rise / run));
    return {
      right: slope(above - here, up - own),
      left: slope(here - below, own - down),
      central: slope(above - below, up - down),
    };
  };
}

/** One parameter's gradient, claimed and measured. */
export interface Comparison {
  readonly id: string;
  readonly claimed: number;
  readonly measured: number;
  /** |claimed − measured| */
  readonly error: number;
  readonly agrees: boolean;
}

export interface GradientCheckOptions {
  /** Unless given, 1e-5: about where the central difference is at its best. */
  readonly epsilon?: number;
  /** How far off a gradient may be, beside 1 or its own size. Unless given, 1e-6. */
  readonly tolerance?: number;
  /** Whose gradient to check. Unless given, backprop's. */
  readonly gradient?: (network: Network, data: readonly Example[]) => Gradient;
}

/**
 * Compares a gradient with central differences, parameter by parameter, in the order of theta.
 * Throws RangeError as `differences`.
 */
export function checkGradient(
  network: Network,
  data: readonly Example[],
  { epsilon = 1e-5, tolerance = 1e-6, gradient: claim = gradientOf }: GradientCheckOptions = {},
): readonly Comparison[] {
  const { gradient } = claim(network, data);
  const measuredAlong = differencesAround(network, data);
  return parameterIds(sizesOf(network)).map((id, p) => {
    const claimed = at(gradient, p);
    const measured = measuredAlong(id, epsilon).central;
    const error = Math.abs(claimed - measured);
    return { id, claimed, measured, error, agrees: error <= tolerance * Math.max(1, Math.abs(measured)) };
  });
}
