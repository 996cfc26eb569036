import { activationOf } from './activations.ts';
import { at } from './checks.ts';
import { forward, type ForwardPass } from './forward.ts';
import type { Network } from './network.ts';
import { column, type Vector } from './vector.ts';

/** What one layer makes of the message that comes down to it. Sizes are root mean squares over a layer. */
export interface LayerMessage {
  /** From 1, the first hidden layer. */
  readonly layer: number;
  /** f′(z) of each unit. */
  readonly slopes: Vector;
  /** What each unit is sent, [unit][from]: a weight times the direction of the layer above. */
  readonly arrivals: readonly Vector[];
  /** δ of each unit, as a direction: its size is 1, or 0 where nothing arrives. */
  readonly direction: Vector;
  /**
   * What one step back multiplies the message by: its size here, as a share of its size in the layer above. Undefined where
   * nothing comes from above.
   */
  readonly factor: number | undefined;
  /** Size of the weights that it comes by. */
  readonly weight: number;
  /** Size of the slopes here. */
  readonly slope: number;
  /**
   * factor / (weight · slope): what several paths make of it together. 1 with one unit a layer. Undefined where nothing
   * comes from above, or no slope here differs from 0.
   */
  readonly paths: number | undefined;
  /** log₁₀ of its size as a share of its size in the last hidden layer; −∞ where nothing arrives. */
  readonly decades: number;
}

/**
 * How a message from the output fares on its way back, from the first hidden layer to the last: backpropagation of a δ of
 * size 1, brought back to size 1 in every layer, so that no depth and no weights make it too small or too large for the
 * machine. The network has one output. Source: Glorot & Bengio (2010), eqs. 5 and 6, for the product of weights and slopes;
 * Pascanu, Mikolov & Bengio (2013), for the sizes of its factors.
 */
export function messageBack(network: Network, { layers }: ForwardPass): readonly LayerMessage[] {
  const messages: LayerMessage[] = [];
  let direction: Vector = [1];
  let decades = 0;
  for (let l = network.layers.length - 2; l >= 0; l--) {
    const { weights } = at(network.layers, l + 1);
    const { df } = activationOf(at(network.layers, l).activation);
    const slopes = at(layers, l).preActivation.map(df);
    const arrivals = slopes.map((_, k) => column(weights, k).map((w, j) => 0 + w * at(direction, j)));
    const delta = arrivals.map((sent, k) => 0 + at(slopes, k) * sent.reduce((sum, one) => sum + one, 0));
    const [weight, slope, own] = [size(weights.flat()), size(slopes), size(delta)];
    const factor = direction.some((one) => one !== 0) ? own : undefined;
    const isLast = l === network.layers.length - 2;
    decades = isLast && own > 0 ? 0 : decades + Math.log10(own);
    direction = delta.map((one) => (own === 0 ? 0 : one / own));
    messages.unshift({
      layer: l + 1,
      slopes,
      arrivals,
      direction,
      factor,
      weight,
      slope,
      paths: factor === undefined || slope === 0 || weight === 0 ? undefined : factor / (weight * slope),
      decades,
    });
  }
  return messages;
}

/** The same, of what a network makes of an input. */
export function messageOf(network: Network, input: Vector): readonly LayerMessage[] {
  return messageBack(network, forward(network, input));
}

/** Root mean square. */
function size(values: Vector): number {
  return Math.hypot(...values) / Math.sqrt(values.length);
}
