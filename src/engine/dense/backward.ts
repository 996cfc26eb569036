import { at } from '../checks.ts';
import { losses } from '../losses.ts';
import { column, type Matrix, type Vector } from '../vector.ts';
import { slopesFrom, slopesOf, type DenseActivationName } from './activations.ts';
import { denseLosses, type Term } from './losses.ts';
import { targetAt, times, weigh, type DenseNetwork, type DensePass, type Known } from './network.ts';

/**
 * Slips that have been published in the place of the chain rule:
 * - `updated`: errors go back through weights that have already moved;
 * - `ungated`: hidden units are passed as if they had no activation function, forward value and slope;
 * - `divides`: a product of the chain rule is taken for a quotient.
 */
export type Slip = 'updated' | 'ungated' | 'divides';

export interface DenseBackwardOptions {
  readonly known?: Known | undefined;
  readonly slip?: Slip | undefined;
  /** η, which `updated` needs. */
  readonly learningRate?: number;
  /** What the loss is multiplied by: 1/m for the mean of m examples. */
  readonly share?: number;
  /** Only this output's share of the loss. */
  readonly term?: number | undefined;
}

export interface DenseLayerGradient {
  readonly dActivation: Vector;
  /** f′(z); NaN under softmax. */
  readonly slope: Vector;
  readonly delta: Vector;
  /** [to][from] */
  readonly dWeights: Matrix;
  readonly dBias: Vector;
}

export interface DenseBackwardPass {
  readonly layers: readonly DenseLayerGradient[];
  readonly dInput: Vector;
}

/**
 * Backpropagation through a dense network: as `backward`, for any of its losses and activations, with numbers set on the way
 * (`known`) and, to reproduce one, a published slip. Throws RangeError if the loss needs a target and has none.
 */
export function denseBackward(
  network: DenseNetwork,
  pass: DensePass,
  target: Vector | undefined,
  options: DenseBackwardOptions = {},
): DenseBackwardPass {
  const { known, slip, learningRate = 0, share = 1, term: only } = options;
  const term: Term = denseLosses[network.loss];
  const last = network.layers.length - 1;
  const output = at(pass.layers, last).a;
  let blame: Vector = output.map((a, k) =>
    only !== undefined && only !== k
      ? 0
      : share * term.dActivation(a, targetAt(network, target, k), output.length),
  );
  const layers: DenseLayerGradient[] = [];
  for (let l = last; l >= 0; l--) {
    const { weights, activation } = at(network.layers, l);
    const { z, a } = at(pass.layers, l);
    const isPassed = slip === 'ungated' && l < last;
    const below = l === 0 ? pass.input : at(pass.layers, l - 1)[slip === 'ungated' ? 'z' : 'a'];

    const dActivation = known ? blame.map((value, j) => known(`dL/da${l + 1}[${j}]`) ?? value) : blame;
    const own = known ? slopesFrom(activation, z, a) : slopesOf(activation, z);
    const slope = isPassed
      ? own.map(() => 1)
      : known
        ? own.map((s, j) => known(`slope${l + 1}[${j}]`) ?? s)
        : own;
    const isWhole = l === last && only === undefined && !isStopped(known, l, z.length);
    const short = isWhole ? shortDelta(network, activation, pass, target) : undefined;
    const delta = (short?.map((d) => share * d) ?? throughActivation(activation, a, slope, dActivation)).map(
      // A zero has no sign here.
      (d, j) => known?.(`dL/dz${l + 1}[${j}]`) ?? (d === 0 ? 0 : d),
    );

    const ratio = slip === 'divides' ? over : times;
    const dWeights = delta.map((d, j) =>
      below.map((value, k) => known?.(`dL/dW${l + 1}[${j}][${k}]`) ?? ratio(d, value)),
    );
    const dBias = known ? delta.map((d, j) => known(`dL/db${l + 1}[${j}]`) ?? d) : delta;
    const carriers =
      slip === 'updated'
        ? weights.map((row, j) => row.map((w, k) => w - learningRate * at(at(dWeights, j), k)))
        : weights;
    blame = below.map((_, k) =>
      slip === 'divides'
        ? column(carriers, k).reduce((sum, w, j) => sum + over(at(delta, j), w), 0)
        : weigh(column(carriers, k), delta),
    );
    layers.unshift({ dActivation, slope, delta, dWeights, dBias });
  }
  return { layers, dInput: blame };
}

const over = (left: number, right: number): number => left / right;

/** Whether something between the loss and the last z was set, so that it may not be skipped. */
const isStopped = (known: Known | undefined, l: number, units: number): boolean =>
  known !== undefined &&
  Array.from({ length: units }, (_, j) => [`dL/da${l + 1}[${j}]`, `slope${l + 1}[${j}]`])
    .flat()
    .some((name) => known(name) !== undefined);

/** δ = a − y, where loss and activation belong together; it keeps its digits where the two factors lose theirs. */
const shortDelta = (
  network: DenseNetwork,
  activation: DenseActivationName,
  pass: DensePass,
  target: Vector | undefined,
): Vector | undefined => {
  const { z, a, isSet } = at(pass.layers, pass.layers.length - 1);
  if (network.loss === 'bce' && activation === 'sigmoid')
    return a.map((value, k) => {
      const y = targetAt(network, target, k);
      return isSet[k] === true ? value - y : losses.bce.delta(at(z, k), value, y);
    });
  if (network.loss !== 'cross_entropy' || activation !== 'softmax') return undefined;
  // Each target takes its share: Σy is 1 unless somebody writes otherwise.
  const sum = a.reduce((total, _, k) => total + targetAt(network, target, k), 0);
  return a.map((value, k) => value * sum - targetAt(network, target, k));
};

/** ∂L/∂z from ∂L/∂a. Under softmax every output depends on every z: aⱼ(∂L/∂aⱼ − Σ ∂L/∂aₖ·aₖ). */
const throughActivation = (
  activation: DenseActivationName,
  a: Vector,
  slope: Vector,
  dActivation: Vector,
): Vector => {
  if (activation !== 'softmax') return slope.map((s, j) => times(s, at(dActivation, j)));
  const mean = weigh(a, dActivation);
  return a.map((value, j) => value * (at(dActivation, j) - mean));
};
