import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, forward, lossOf, networkFrom, step } from '@/engine/index.ts';
import {
  denseBackward,
  denseForward,
  denseGradient,
  denseLoss,
  denseStep,
  denseTerms,
  denseTrain,
  type DenseActivationName,
  type DenseExample,
  type DenseLossName,
  type DenseNetwork,
} from '@/engine/dense/index.ts';

const number = fc.double({ min: -1.2, max: 1.2, noNaN: true });
const vector = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const smooth: readonly DenseActivationName[] = ['sigmoid', 'tanh', 'identity', 'sin', 'cos', 'exp'];

/** A network with two hidden layers of any smooth kind, and two examples. */
const networks = (output: DenseActivationName, loss: DenseLossName) =>
  fc
    .record({
      sizes: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 3 }))),
      kinds: fc.tuple(fc.constantFrom(...smooth), fc.constantFrom(...smooth)),
    })
    .chain(({ sizes, kinds }) => {
      const layer = (to: number, from: number, activation: DenseActivationName) =>
        fc.record({
          weights: fc.array(vector(from), { minLength: to, maxLength: to }),
          bias: vector(to),
          activation: fc.constant(activation),
        });
      const [x, h, k, y] = sizes as [number, number, number, number];
      const shares = fc
        .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: y, maxLength: y })
        .map((values) => values.map((value) => value / values.reduce((sum, one) => sum + one, 0)));
      return fc.record({
        network: fc.record({
          layers: fc.tuple(layer(h, x, kinds[0]), layer(k, h, kinds[1]), layer(y, k, output)),
          loss: fc.constant(loss),
        }),
        data: fc.array(fc.record({ input: vector(x), target: shares }), { minLength: 1, maxLength: 2 }),
      });
    });

const withParameter = (network: DenseNetwork, place: number, by: number): DenseNetwork => {
  let seen = 0;
  const moved = (value: number): number => (seen++ === place ? value + by : value);
  return {
    ...network,
    layers: network.layers.map(({ weights, bias, activation }) => ({
      weights: weights.map((row) => row.map(moved)),
      bias: bias.map(moved),
      activation,
    })),
  };
};

const flat = (network: DenseNetwork, data: readonly DenseExample[]): readonly number[] =>
  denseGradient(network, data).layers.flatMap(({ dWeights, dBias }) => [...dWeights.flat(), ...dBias]);

describe('the gradient is what central differences say', () => {
  test.each([
    ['sigmoid', 'half_sse'],
    ['tanh', 'sse'],
    ['identity', 'mse'],
    ['sigmoid', 'bce'],
    ['softmax', 'cross_entropy'],
    ['softmax', 'sse'],
    ['sigmoid', 'cross_entropy'],
    ['exp', 'output'],
    ['softmax', 'output'],
  ] as const)('%s outputs, %s', (output, loss) => {
    fc.assert(
      fc.property(networks(output, loss), ({ network, data }) => {
        const gradient = flat(network, data);
        const epsilon = 1e-5;
        gradient.forEach((g, p) => {
          const up = denseLoss(withParameter(network, p, epsilon), data);
          const down = denseLoss(withParameter(network, p, -epsilon), data);
          const size = Math.max(1, Math.abs(g), Math.abs(up));
          expect(Math.abs((up - down) / (2 * epsilon) - g) / size).toBeLessThan(2e-6);
        });
      }),
      { numRuns: 25 },
    );
  });
});

const theta = [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2];
const day = { input: [0.8, 0.2], target: [1] };

describe('where both can, it computes what the essay’s engine computes', () => {
  test.each(['bce', 'mse'] as const)('%s', (loss) => {
    const essay = networkFrom({ sizes: [2, 3, 1], theta, loss });
    const dense: DenseNetwork = { layers: essay.layers, loss: loss === 'mse' ? 'half_sse' : 'bce' };
    const pass = forward(essay, day.input);
    const back = backward(essay, pass, day.target);
    const densePass = denseForward(dense, day.input);
    const denseBack = denseBackward(dense, densePass, day.target);
    expect(densePass.layers.map(({ a }) => a)).toEqual(pass.layers.map(({ activation }) => activation));
    expect(denseTerms(dense, densePass, day.target)).toEqual([lossOf(essay, pass, day.target)]);
    expect(denseBack.layers.map(({ delta }) => delta)).toEqual(back.layers.map(({ delta }) => delta));
    expect(denseBack.dInput).toEqual(back.dInput);
    const rule = { learningRate: 0.5, hasBiases: true };
    expect(denseStep(dense, denseGradient(dense, [day]), rule).layers).toEqual(
      step(essay, [day], rule).layers,
    );
  });
});

describe('numbers that are set on the way', () => {
  const dense: DenseNetwork = {
    layers: [{ weights: [[1]], bias: [0], activation: 'sigmoid' }],
    loss: 'bce',
  };

  test('are gone on with: the loss, and δ, follow from a rounded prediction', () => {
    const known = (name: string): number | undefined => (name === 'a1[0]' ? 0.65 : undefined);
    const pass = denseForward(dense, [0.6], known);
    expect(denseTerms(dense, pass, [1])[0]).toBeCloseTo(-Math.log(0.65), 12);
    const { layers } = denseBackward(dense, pass, [1], { known });
    expect(layers[0]!.delta[0]).toBeCloseTo(0.65 - 1, 12);
    expect(layers[0]!.slope[0]).toBeCloseTo(0.65 * 0.35, 12);
  });

  test('stop the short way through loss and sigmoid where they lie on it', () => {
    const known = (name: string): number | undefined => (name === 'slope1[0]' ? 0.5 : undefined);
    const pass = denseForward(dense, [0], known);
    expect(denseBackward(dense, pass, [1], { known }).layers[0]!.delta[0]).toBeCloseTo(-2 * 0.5, 12);
  });
});

describe('what was not published', () => {
  test('spreads as NaN, but 0 times it is 0', () => {
    const dense: DenseNetwork = {
      layers: [
        { weights: [[NaN], [1]], bias: [0, 0], activation: 'relu' },
        { weights: [[NaN, 2]], bias: [0], activation: 'identity' },
      ],
      loss: 'half_sse',
    };
    const shut = (name: string): number | undefined => (name === 'z1[0]' ? -1 : undefined);
    expect(denseForward(dense, [3]).layers[1]!.z[0]).toBeNaN();
    const pass = denseForward(dense, [3], shut);
    expect(pass.layers[1]!.z[0]).toBe(6);
    const { layers } = denseBackward(dense, pass, [5], { known: shut });
    expect(layers[0]!.dActivation[0]).toBeNaN();
    expect(layers[0]!.delta).toEqual([0, 2]);
  });
});

describe('each slip falsifies what it is about, and nothing before it on the way back', () => {
  const essay = networkFrom({ sizes: [2, 3, 1], theta, loss: 'mse' });
  const dense: DenseNetwork = { layers: essay.layers, loss: 'half_sse' };
  const pass = denseForward(dense, day.input);
  const sound = denseBackward(dense, pass, day.target);

  test('updated: hidden errors use W − η·∂L/∂W', () => {
    const { layers } = denseBackward(dense, pass, day.target, { slip: 'updated', learningRate: 0.5 });
    expect(layers[1]).toEqual(sound.layers[1]);
    const moved = 0.7 - 0.5 * sound.layers[1]!.dWeights[0]![0]!;
    expect(layers[0]!.dActivation[0]).toBeCloseTo(moved * sound.layers[1]!.delta[0]!, 15);
  });

  test('ungated: a shut unit is passed as if it were open', () => {
    const { layers } = denseBackward(dense, pass, day.target, { slip: 'ungated' });
    expect(sound.layers[0]!.delta[2]).toBe(0);
    expect(layers[0]!.delta[2]).toBe(layers[0]!.dActivation[2]);
    expect(layers[1]!.dWeights[0]![2]).toBeCloseTo(layers[1]!.delta[0]! * pass.layers[0]!.z[2]!, 15);
  });

  test('divides: a quotient where there is a product', () => {
    const { layers } = denseBackward(dense, pass, day.target, { slip: 'divides' });
    expect(layers[1]!.dWeights[0]![0]).toBeCloseTo(layers[1]!.delta[0]! / pass.layers[0]!.a[0]!, 15);
    expect(layers[0]!.dActivation[1]).toBeCloseTo(layers[1]!.delta[0]! / -0.4, 15);
  });
});

test('steps take the batches in turn', () => {
  const essay = networkFrom({ sizes: [2, 3, 1], theta });
  const dense: DenseNetwork = { layers: essay.layers, loss: 'bce' };
  const days = [day, { input: [0.2, 0.8], target: [0] }];
  const rule = { learningRate: 0.5, hasBiases: true };
  const online = days.reduce((network, one) => step(network, [one], rule), essay);
  expect(
    denseTrain(
      dense,
      days.map((one) => [one]),
      rule,
      2,
    ).layers,
  ).toEqual(online.layers);
  expect(denseTrain(dense, [days], rule, 1).layers[0]!.bias[0]).toBeCloseTo(
    step(essay, days, rule).layers[0]!.bias[0]!,
    15,
  );
  expect(denseTrain(dense, [days], { ...rule, hasBiases: false }, 3).layers[0]!.bias).toEqual([
    0.1, -0.1, 0.2,
  ]);
});
