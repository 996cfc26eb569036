import { activationOf } from './activations.ts';
import { at, finiteVector } from './checks.ts';
import { judged, lossOf, type ForwardPass } from './forward.ts';
import { lossNamed } from './losses.ts';
import type { Network } from './network.ts';
import { column, dot, type Matrix, type Vector } from './vector.ts';

/** How the loss answers to everything in one layer. */
export interface LayerGradient {
  /** ∂L/∂a */
  readonly dActivation: Vector;
  /** ∂a/∂z = f′(z) */
  readonly slope: Vector;
  /** δ = ∂L/∂z */
  readonly delta: Vector;
  /** ∂L/∂W, [to][from] like W */
  readonly dWeights: Matrix;
  /** ∂L/∂b */
  readonly dBias: Vector;
}

/** How the loss on one example answers to everything in the network. */
export interface BackwardPass {
  readonly loss: number;
  /** ∂L/∂ŷ */
  readonly dPrediction: Vector;
  /** From the first hidden layer to the output, as in the network. */
  readonly layers: readonly LayerGradient[];
  /** ∂L/∂x */
  readonly dInput: Vector;
}

/**
 * Backpropagation: walks from the loss to the input, one layer at a time, and applies the chain rule.
 * Throws RangeError as `lossOf`, or if a gradient grows past the largest number there is.
 * Source: Rumelhart, Hinton & Williams (1986), eqs. 5–7; Nielsen (2015), ch. 2, BP1–BP4.
 */
export function backward(network: Network, forwardPass: ForwardPass, target: Vector): BackwardPass {
  const loss = lossNamed(network.loss);
  const dPrediction = judged(network, forwardPass, target, loss.dPrediction);
  const layers: LayerGradient[] = [];
  let blame: Vector = dPrediction;
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const { weights, activation } = at(network.layers, l);
    const { preActivation } = at(forwardPass.layers, l);
    const below = l === 0 ? forwardPass.input : at(forwardPass.layers, l - 1).activation;

    const dActivation = blame;
    const { df } = activationOf(activation);
    const slope = preActivation.map(df);
    const isOutput = l === network.layers.length - 1;
    // 0 + … so that nothing times a negative is 0, not −0.
    const delta = isOutput
      ? judged(network, forwardPass, target, (z, a, y) => 0 + loss.delta(z, a, y, df))
      : slope.map((own, j) => 0 + own * at(dActivation, j));
    const dWeights = delta.map((d) => below.map((a) => 0 + d * a));
    blame = below.map((_, k) => dot(column(weights, k), delta));

    finiteVector('every ∂L/∂z', delta);
    dWeights.forEach((row) => finiteVector('every ∂L/∂w', row));
    finiteVector('every ∂L/∂a', blame);
    layers.unshift({ dActivation, slope, delta, dWeights, dBias: delta });
  }
  return { loss: lossOf(network, forwardPass, target), dPrediction, layers, dInput: blame };
}
