import type { ActivationName } from './activations.ts';
import { backward } from './backward.ts';
import { at, whole } from './checks.ts';
import { forward } from './forward.ts';
import { initialTheta, type InitialiserName } from './initialisers.ts';
import { networkFrom, type Example, type Network } from './network.ts';
import type { Vector } from './vector.ts';

export interface DeepOptions {
  /** Hidden layers, 1 to 20. */
  readonly depth: number;
  /** Units in each of them. Unless given, 3. */
  readonly width?: number;
  readonly activation: ActivationName;
  readonly seed: number;
  readonly initialiser?: InitialiserName;
  /** v in the uniform ±v. */
  readonly range?: number;
  /** What every weight is multiplied by. Unless given, 1. */
  readonly gain?: number;
  readonly bias?: number;
  /** Whether each bias is minus half the sum of its unit's weights, so that inputs of ½ leave z at 0. */
  readonly isCentred?: boolean;
}

/** A network with two inputs, `depth` equal hidden layers and one sigmoid output. Throws RangeError for other depths. */
export function deepNetwork({
  depth,
  width = 3,
  activation,
  isCentred = false,
  ...start
}: DeepOptions): Network {
  whole('the depth', depth, 1, 20);
  const sizes = [2, ...Array.from({ length: depth }, () => width), 1];
  const network = networkFrom({ sizes, theta: initialTheta({ sizes, ...start }), hidden: activation });
  return isCentred ? centred(network) : network;
}

/** The same weights; each bias such that z is 0 where all that comes in is ½, the middle of a sigmoid. */
function centred({ layers, loss }: Network): Network {
  const centre = (row: Vector): number => row.reduce((sum, weight) => sum - weight / 2, 0);
  return { layers: layers.map((layer) => ({ ...layer, bias: layer.weights.map(centre) })), loss };
}

/** How large the gradient is in one layer, and what it is multiplied by on its way to the layer below. */
export interface LayerFlow {
  /** From 1, the first hidden layer. */
  readonly layer: number;
  /** Mean |∂L/∂w| over its weights. */
  readonly meanWeightGradient: number;
  /** Mean |δ| over its units. */
  readonly meanDelta: number;
  /** Mean |w| over its weights. */
  readonly meanWeight: number;
  /** Mean |f′(z)| over the units below it. Absent from the first layer. */
  readonly meanSlopeBelow?: number;
  /** Mean |w·f′(z)| over its weights: what one step down a path multiplies by. Absent from the first layer. */
  readonly meanFactor?: number;
}

/**
 * The size of the gradient by layer, from the first hidden layer to the output. Throws RangeError as `forward` and
 * `backward`. Source: Bengio, Simard & Frasconi (1994), Hochreiter (1991), for the factor w·f′.
 */
export function gradientFlow(network: Network, { input, target }: Example): readonly LayerFlow[] {
  const { layers } = backward(network, forward(network, input), target);
  return layers.map(({ delta, dWeights }, l) => {
    const { weights } = at(network.layers, l);
    const flow = {
      layer: l + 1,
      meanWeightGradient: meanSize(dWeights.flat()),
      meanDelta: meanSize(delta),
      meanWeight: meanSize(weights.flat()),
    };
    if (l === 0) return flow;
    const { slope } = at(layers, l - 1);
    const factors = weights.flatMap((row) => row.map((w, k) => w * at(slope, k)));
    return { ...flow, meanSlopeBelow: meanSize(slope), meanFactor: meanSize(factors) };
  });
}

function meanSize(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
}
