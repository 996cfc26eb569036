import { activationOf } from './activations.ts';
import { at, whole } from './checks.ts';
import { costOf, type Cost } from './cost.ts';
import { forward, judged, lossOf, type ForwardPass } from './forward.ts';
import { initialTheta } from './initialisers.ts';
import { lossNamed } from './losses.ts';
import { networkFrom, parametersOf, withParameters, type Example, type Network } from './network.ts';
import type { Vector } from './vector.ts';

/** A gradient and how many multiplications it took. */
export interface CountedGradient {
  readonly multiplications: number;
  /** In the order of theta. */
  readonly gradient: Vector;
}

/** The three ways to a gradient that `Cost` compares. */
export type Method = keyof Cost;

const MOST_COUNTED = 10_000_000;

/**
 * Runs one method on a ReLU network of these sizes and counts each multiplication as it happens. Throws RangeError as
 * `networkFrom`, and where there would be more than ten million: `costOf` tells without running.
 */
export function countedCost(sizes: readonly number[], method: Method): number {
  whole('the multiplications to count', costOf(sizes)[method], 0, MOST_COUNTED);
  const network = networkFrom({ sizes, theta: initialTheta({ sizes, seed: 1, initialiser: 'he' }) });
  const [inputs = 0] = sizes;
  const example = {
    input: Array.from({ length: inputs }, () => 1),
    target: Array.from({ length: at(sizes, sizes.length - 1) }, () => 1),
  };
  return countedGradient(network, example, method).multiplications;
}

/** The gradient on one example by one method, counting. Throws RangeError as `forward` and `lossOf`. */
export function countedGradient(network: Network, example: Example, method: Method): CountedGradient {
  let multiplications = 0;
  const times = (left: number, right: number): number => {
    multiplications += 1;
    return left * right;
  };
  const gradient = methods[method](times, network, example);
  return { multiplications, gradient };
}

type Times = (left: number, right: number) => number;

const methods = { pathByPath, nudging, backprop } satisfies Record<Method, unknown>;

function nudging(times: Times, network: Network, { input, target }: Example): Vector {
  const theta = parametersOf(network);
  const epsilon = 1e-6;
  const lossAt = (p: number, nudge: number): number => {
    const nudged = withParameters(network, theta.with(p, at(theta, p) + nudge));
    return lossOf(nudged, countedForward(times, nudged, input), target);
  };
  return theta.map((_, p) => (lossAt(p, epsilon) - lossAt(p, -epsilon)) / (2 * epsilon));
}

function countedForward(times: Times, { layers }: Network, input: Vector): ForwardPass {
  let signal = input;
  const activities = layers.map(({ weights, bias, activation }) => {
    const below = signal;
    const preActivation = weights.map((row, j) =>
      row.reduce((sum, w, k) => sum + times(w, at(below, k)), at(bias, j)),
    );
    signal = preActivation.map(activationOf(activation).f);
    return { preActivation, activation: signal };
  });
  return { input, layers: activities, prediction: signal };
}

/** What both methods below start from: the local gradients, which the forward pass leaves behind. */
function localGradients(network: Network, { input, target }: Example) {
  const pass = forward(network, input);
  return {
    dPrediction: judged(network, pass, target, lossNamed(network.loss).dPrediction),
    slopes: network.layers.map(({ activation }, l) =>
      at(pass.layers, l).preActivation.map(activationOf(activation).df),
    ),
    below: [input, ...pass.layers.map(({ activation }) => activation)],
  };
}

function pathByPath(times: Times, network: Network, example: Example): Vector {
  const { dPrediction, slopes, below } = localGradients(network, example);
  const last = network.layers.length - 1;
  const numbersUpTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

  /** The product along each path from the loss down to z of unit j in layer l, every one from its beginning. */
  const products = (l: number, j: number): readonly number[] =>
    waysUp(l, j).map((units) => {
      const top = at(units, units.length - 1);
      let product = times(at(dPrediction, top), at(at(slopes, last), top));
      for (let m = last - 1; m >= l; m--) {
        const [here, above] = [at(units, m - l), at(units, m + 1 - l)];
        product = times(product, at(at(at(network.layers, m + 1).weights, above), here));
        product = times(product, at(at(slopes, m), here));
      }
      return product;
    });
  const waysUp = (l: number, j: number): readonly (readonly number[])[] =>
    l === last
      ? [[j]]
      : numbersUpTo(at(network.layers, l + 1).bias.length).flatMap((next) =>
          waysUp(l + 1, next).map((units) => [j, ...units]),
        );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  return network.layers.flatMap(({ weights, bias }, l) => [
    ...weights.flatMap((row, j) =>
      row.map((_, k) => sum(products(l, j).map((product) => times(product, at(at(below, l), k))))),
    ),
    ...bias.map((_, j) => sum(products(l, j))),
  ]);
}

function backprop(times: Times, network: Network, example: Example): Vector {
  const { dPrediction, slopes, below } = localGradients(network, example);
  let blame = dPrediction;
  const gradients: Vector[] = [];
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const { weights } = at(network.layers, l);
    const delta = blame.map((d, j) => times(d, at(at(slopes, l), j)));
    const dWeights = delta.flatMap((d) => at(below, l).map((a) => times(d, a)));
    gradients.unshift([...dWeights, ...delta]);
    if (l > 0) {
      blame = at(below, l).map((_, k) =>
        weights.reduce((total, row, j) => total + times(at(row, k), at(delta, j)), 0),
      );
    }
  }
  return gradients.flat();
}
