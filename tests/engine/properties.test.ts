import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  backward,
  descend,
  differences,
  forward,
  gradientOf,
  graphOf,
  lossNamed,
  lossOf,
  parameterIds,
  parametersOf,
  pathsFrom,
  quantities,
  sizesOf,
  step,
  trace,
  train,
  type Network,
} from '@/engine/index.ts';
import { flatBackward, flatForward, flatPasses } from '@/engine/flat.ts';
import { isUnrolled, unrolledPasses } from '@/engine/unrolled.ts';
import { situation, type Situation } from './arbitraries.ts';

// A thousand cases each take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const thousand = { numRuns: 1000 };
const always = (wishes: Parameters<typeof situation>[0], claim: (found: Situation) => void): void => {
  fc.assert(fc.property(situation(wishes), claim), thousand);
};

/** Is any rectifier's z so near 0 that a nudge could carry it across? */
function isNearKink({ network, data }: Situation): boolean {
  return data.some(({ input }) =>
    forward(network, input).layers.some(
      ({ preActivation }, l) =>
        /relu/i.test(network.layers[l]!.activation) && preActivation.some((z) => Math.abs(z) < 1e-2),
    ),
  );
}

/** Two inputs, three hidden units, one output: what unrolled.ts writes out. */
const unrolled = { inputs: 2, hiddenLayers: { min: 1, max: 1 }, width: 3, outputs: 1 };

const near = (value: number, other: number, tolerance: number): boolean =>
  Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(value), Math.abs(other));

describe('for any network and any examples', () => {
  test('the gradient agrees with central differences, away from kinks', () => {
    let checked = 0;
    always({}, (found) => {
      fc.pre(!isNearKink(found));
      const { network, data } = found;
      const { gradient } = gradientOf(network, data);
      parameterIds(sizesOf(network)).forEach((id, p) => {
        const { central } = differences(network, data, id, 1e-5);
        expect(near(gradient[p]!, central, 1e-6), `${id}: ${gradient[p]!} and ${central}`).toBe(true);
        checked += 1;
      });
    });
    expect(checked).toBeGreaterThan(1000);
  });

  test('∂L/∂x agrees with central differences, away from kinks', () => {
    always({ examples: 1 }, (found) => {
      fc.pre(!isNearKink(found));
      const { network } = found;
      const [{ input, target }] = found.data as [Situation['data'][0]];
      const { dInput } = backward(network, forward(network, input), target);
      const lossAt = (k: number, x: number): number =>
        lossOf(network, forward(network, input.with(k, x)), target);
      dInput.forEach((d, k) => {
        const central = (lossAt(k, input[k]! + 1e-5) - lossAt(k, input[k]! - 1e-5)) / 2e-5;
        expect(near(d, central, 1e-6), `dx.${k + 1}: ${d} and ${central}`).toBe(true);
      });
    });
  });

  test('the graph of single operations gives the gradients of the layered passes', () => {
    always({}, ({ network, data }) => {
      const { gradients, nodes } = graphOf(network, data);
      const { loss, gradient } = gradientOf(network, data);
      expect(near(nodes.at(-1)!.data, loss, 1e-14)).toBe(true);
      parameterIds(sizesOf(network)).forEach((id, p) => {
        expect(near(gradients.get(id)!, gradient[p]!, 1e-13), id).toBe(true);
      });
    });
  });

  test('the products along all paths add up to the gradient, of parameters and inputs alike', () => {
    always({ examples: 1, hiddenLayers: { min: 0, max: 2 } }, ({ network, data: [example] }) => {
      const graph = graphOf(network, example!);
      const values = quantities(network, example!);
      for (const id of [...parameterIds(sizesOf(network)), ...example!.input.map((_, k) => `x.${k + 1}`)]) {
        const sum = pathsFrom(graph, id).reduce((total, { product }) => total + product, 0);
        expect(near(sum, values.get(`d${id}`)!, 1e-12), id).toBe(true);
      }
    });
  });

  test('permuting the hidden units permutes their gradients and changes nothing else', () => {
    always({ hiddenLayers: { min: 1, max: 1 } }, ({ network, data }) => {
      const order = network.layers[0]!.bias.map((_, j) => j).reverse();
      const permuted = permuteHidden(network, order);
      const before = asLayers(network, gradientOf(network, data).gradient);
      const after = gradientOf(permuted, data);
      const expected = parametersOf(permuteHidden(before, order));
      expect(near(after.loss, gradientOf(network, data).loss, 1e-14)).toBe(true);
      after.gradient.forEach((value, p) => {
        expect(near(value, expected[p]!, 1e-13)).toBe(true);
      });
    });
  });

  test('the gradient of a batch is the mean of its examples’ gradients', () => {
    always({}, ({ network, data }) => {
      const single = data.map((example) => gradientOf(network, [example]).gradient);
      gradientOf(network, data).gradient.forEach((value, p) => {
        const mean = single.reduce((sum, gradient) => sum + gradient[p]!, 0) / data.length;
        expect(near(value, mean, 1e-14)).toBe(true);
      });
    });
  });

  test('a step with η = 0 changes nothing', () => {
    always({}, ({ network, data }) => {
      expect(parametersOf(step(network, data, { learningRate: 0 }))).toEqual(parametersOf(network));
    });
  });

  test('momentum 0 is plain descent', () => {
    always({}, ({ network, data }) => {
      const options = { steps: 5, learningRate: 0.1 };
      const still = { name: 'momentum', momentum: 0 } as const;
      expect(train(network, data, { ...options, optimizer: still })).toEqual(train(network, data, options));
    });
  });

  test.each([
    ['any shape', {}],
    ['the shape that is written out', unrolled],
    ['a single example', { examples: 1 }],
    ['a single example in the shape that is written out', { ...unrolled, examples: 1 }],
  ])('train takes the steps of step to the last bit, and descend those of train: %s', (_, wishes) => {
    always(wishes, ({ network, data }) => {
      const options = { steps: 3, learningRate: 0.1 };
      const { moments } = train(network, data, options);
      let current = network;
      for (const { theta, loss, predictions } of moments) {
        expect(theta).toEqual(parametersOf(current));
        expect(near(loss, gradientOf(current, data).loss, 1e-14)).toBe(true);
        expect(predictions).toEqual(data.map(({ input }) => forward(current, input).prediction));
        current = step(current, data, options);
      }
      expect(descend(network, data, options)).toEqual(
        step(step(step(network, data, options), data, options), data, options),
      );
    });
  });

  test('the passes that are written out are those in loops to the last bit', () => {
    always(unrolled, ({ network, data }) => {
      const theta = Float64Array.from(parametersOf(network));
      const [written, loops] = [flatPasses(network, data), flatPasses(network, data)];
      const [sums, others] = [new Float64Array(theta.length), new Float64Array(theta.length)];
      expect(isUnrolled(written)).toBe(true);
      unrolledPasses(written, theta, sums, 0.7, [...data.keys()]);
      data.forEach((_, i) => {
        flatForward(loops, theta, i);
        flatBackward(loops, theta, others, 0.7, i);
      });
      // + 0: what is nothing may be −0 on the way.
      const plain = (row: Float64Array): readonly number[] => Array.from(row, (value) => value + 0);
      expect(plain(sums)).toEqual(plain(others));
      expect(plain(written.z)).toEqual(plain(loops.z));
      expect(plain(written.a)).toEqual(plain(loops.a));
    });
  });

  test('descend ends where train ends, whatever the optimizer and the batches', () => {
    const optimizers = ['sgd', 'momentum', 'adam'] as const;
    for (const wishes of [{}, unrolled]) {
      always(wishes, ({ network, data }) => {
        for (const optimizer of optimizers) {
          for (const batch of data.keys()) {
            const options = { steps: 4, learningRate: 0.1, optimizer, batch: batch + 1, seed: 5 };
            expect(parametersOf(descend(network, data, options))).toEqual(
              train(network, data, options).moments.at(-1)!.theta,
            );
          }
        }
      });
    }
  });

  test('the trace computes what the passes compute, and its arithmetic is right', () => {
    always({ examples: 1 }, ({ network, data: [example] }) => {
      const { ops } = trace(network, example!, { learningRate: 0.5 });
      const values = quantities(network, example!);
      for (const { id, kind, phase, operands, terms, value } of ops) {
        if (phase === 'forward' || phase === 'backward') expect(value).toBe(values.get(id));
        if (kind !== 'sum') continue;
        const products = terms.map((term) => term.reduce((product, i) => product * operands[i]!.value, 1));
        expect(
          near(
            products.reduce((sum, product) => sum + product, 0),
            value,
            1e-15,
          ),
          id,
        ).toBe(true);
      }
      const moved = ops.flatMap(({ kind, value }) => (kind === 'update' ? [value] : []));
      expect(moved).toEqual(parametersOf(step(network, [example!], { learningRate: 0.5 })));
    });
  });

  test('nothing is −0, NaN or infinite', () => {
    always({}, ({ network, data }) => {
      for (const example of data) {
        const wrong = [...quantities(network, example)].filter(
          ([, value]) => !Number.isFinite(value) || Object.is(value, -0),
        );
        expect(wrong).toEqual([]);
      }
    });
  });
});

test('cross-entropy for y at z mirrors cross-entropy for 1 − y at −z, far into saturation', () => {
  const { of, delta, dPrediction } = lossNamed('bce');
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
  const logit = fc.double({ min: -700, max: 700, noNaN: true });
  fc.assert(
    fc.property(logit, fc.constantFrom(0, 0.25, 0.5, 0.75, 1), (z, y) => {
      const slope = (at: number): number => sigmoid(at) * sigmoid(-at);
      expect(near(of(z, sigmoid(z), y), of(-z, sigmoid(-z), 1 - y), 1e-15)).toBe(true);
      expect(near(delta(z, sigmoid(z), y, slope), -delta(-z, sigmoid(-z), 1 - y, slope), 1e-15)).toBe(true);
      expect(dPrediction(z, sigmoid(z), y)).toBe(0 - dPrediction(-z, sigmoid(-z), 1 - y));
    }),
    thousand,
  );
});

function permuteHidden(network: Network, order: readonly number[]): Network {
  const [hidden, output] = network.layers as [Network['layers'][0], Network['layers'][0]];
  return {
    ...network,
    layers: [
      { ...hidden, weights: order.map((j) => hidden.weights[j]!), bias: order.map((j) => hidden.bias[j]!) },
      { ...output, weights: output.weights.map((row) => order.map((j) => row[j]!)) },
    ],
  };
}

/** Numbers in the order of theta, in the places of the network's parameters. */
function asLayers(network: Network, theta: readonly number[]): Network {
  let next = 0;
  const layers = network.layers.map((layer) => ({
    ...layer,
    weights: layer.weights.map((row) => row.map(() => theta[next++]!)),
    bias: layer.bias.map(() => theta[next++]!),
  }));
  return { ...network, layers };
}
