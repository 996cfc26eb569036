import { describe, expect, test } from 'vitest';
import {
  backward,
  deepNetwork,
  forward,
  gradientFlow,
  lossAlong,
  lossSlice,
  lowestOf,
  meanLoss,
  withParameters,
  parametersOf,
} from '@/engine/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe('gradientFlow(network, example)', () => {
  test('says of every layer what the backward pass says', () => {
    const network = deepNetwork({ depth: 3, activation: 'tanh', seed: 2 });
    const { layers } = backward(network, forward(network, rainyDay.input), rainyDay.target);
    const flow = gradientFlow(network, rainyDay);
    expect(flow.map(({ layer }) => layer)).toEqual([1, 2, 3, 4]);
    flow.forEach(({ meanDelta, meanWeightGradient }, l) => {
      const { delta, dWeights } = layers[l]!;
      expect(meanDelta).toBeCloseTo(delta.reduce((sum, d) => sum + Math.abs(d), 0) / delta.length, 15);
      expect(meanWeightGradient).toBeCloseTo(
        dWeights.flat().reduce((sum, d) => sum + Math.abs(d), 0) / dWeights.flat().length,
        15,
      );
    });
  });

  test('with one unit a layer, δ shrinks exactly by w·f′ from layer to layer', () => {
    const flow = gradientFlow(deepNetwork({ depth: 20, width: 1, activation: 'sigmoid', seed: 5 }), rainyDay);
    for (let l = 1; l < flow.length; l++) {
      expect(flow[l - 1]!.meanDelta / (flow[l]!.meanDelta * flow[l]!.meanFactor!)).toBeCloseTo(1, 12);
    }
  });

  test('20 sigmoid layers from weights within ±1 lose the gradient on the way down, whatever the seed', () => {
    for (const seed of seeds) {
      const flow = gradientFlow(deepNetwork({ depth: 20, activation: 'sigmoid', seed }), rainyDay);
      expect(flow[0]!.meanDelta).toBeLessThan(1e-6 * flow.at(-1)!.meanDelta);
      for (const { meanFactor, meanWeight } of flow.slice(1))
        expect(meanFactor!).toBeLessThanOrEqual(meanWeight / 4);
    }
  });

  test('large weights can make it grow, sigmoid or not: the factor is w·f′', () => {
    const explodes = (activation: 'relu' | 'identity'): boolean =>
      seeds.some((seed) => {
        const flow = gradientFlow(deepNetwork({ depth: 20, activation, seed, range: 4 }), rainyDay);
        return flow[0]!.meanDelta > 1e6 * flow.at(-1)!.meanDelta;
      });
    expect(explodes('relu')).toBe(true);
    expect(explodes('identity')).toBe(true);
  });

  test('refuses other depths', () => {
    expect(() => deepNetwork({ depth: 21, activation: 'relu', seed: 1 })).toThrow(
      /depth to be a whole number from 1 to 20, found 21/,
    );
  });
});

describe('lossAlong(network, data, axis)', () => {
  const axis = { id: 'b.1.3', from: -1, to: 2, count: 7 };

  test('is the mean loss with that parameter put in, to the last bit', () => {
    const { xs, losses } = lossAlong(essay, [rainyDay, windyDay], axis);
    expect(xs).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2]);
    xs.forEach((x, i) => {
      const theta = parametersOf(essay).with(8, x);
      expect(losses[i]).toBe(meanLoss(withParameters(essay, theta), [rainyDay, windyDay]));
    });
  });

  test('refuses a parameter that there is not, and fewer than two places', () => {
    expect(() => lossAlong(essay, [rainyDay], { ...axis, id: 'c' })).toThrow('found c');
    expect(() => lossAlong(essay, [rainyDay], { ...axis, count: 1 })).toThrow(RangeError);
  });
});

describe('lossSlice(network, data, x, y)', () => {
  const slice = lossSlice(
    essay,
    [rainyDay, windyDay],
    { id: 'w.2.1.1', from: -2, to: 2, count: 5 },
    { id: 'b.2.1', from: -1, to: 1, count: 3 },
  );

  test('is the mean loss with those two parameters put in', () => {
    expect(slice.xs).toEqual([-2, -1, 0, 1, 2]);
    expect(slice.ys).toEqual([-1, 0, 1]);
    slice.ys.forEach((y, row) => {
      slice.xs.forEach((x, column) => {
        const theta = parametersOf(essay).with(9, x).with(12, y);
        expect(slice.losses[row]![column]).toBe(meanLoss(withParameters(essay, theta), [rainyDay, windyDay]));
      });
    });
  });

  test('lowestOf(slice) finds its lowest place', () => {
    const { x, y, loss } = lowestOf(slice);
    expect(loss).toBe(Math.min(...slice.losses.flat()));
    expect(
      meanLoss(withParameters(essay, parametersOf(essay).with(9, x).with(12, y)), [rainyDay, windyDay]),
    ).toBe(loss);
  });

  test('refuses a parameter against itself, and unknown ones', () => {
    const axis = { id: 'b.2.1', from: -1, to: 1, count: 3 };
    expect(() => lossSlice(essay, [rainyDay], axis, axis)).toThrow(
      /two parameters, found b\.2\.1 and b\.2\.1/,
    );
    expect(() => lossSlice(essay, [rainyDay], axis, { ...axis, id: 'c' })).toThrow(RangeError);
  });
});
