import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, deepNetwork, forward, messageOf, parametersOf, type DeepOptions } from '@/engine/index.ts';
import { rainyDay } from './essay.ts';
import '../seed.ts';

const { input } = rainyDay;
const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

const anyDeep: fc.Arbitrary<DeepOptions> = fc.record({
  depth: fc.integer({ min: 1, max: 20 }),
  width: fc.integer({ min: 1, max: 6 }),
  activation: fc.constantFrom('relu', 'sigmoid', 'tanh'),
  seed: fc.nat(9999),
  initialiser: fc.constantFrom('uniform', 'xavier', 'he'),
  gain: fc.double({ min: 0.1, max: 20, noNaN: true }),
  isCentred: fc.boolean(),
});

describe('messageOf(network, input)', () => {
  test('has the sizes that backpropagation has, wherever those can be held', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyDeep, (options) => {
        const network = deepNetwork(options);
        const pass = forward(network, input);
        const target = pass.prediction[0]! < 0.5 ? 1 : 0;
        const { layers } = backward(network, pass, [target]);
        const last = rms(layers.at(-2)!.delta);
        for (const { layer, decades, direction } of messageOf(network, input)) {
          const own = rms(layers[layer - 1]!.delta);
          if (own < 1e-120 || last < 1e-120) continue;
          compared++;
          expect(decades).toBeCloseTo(Math.log10(own / last), 9);
          // The direction too, but for the sign of what left the output.
          const sign = Math.sign(layers.at(-1)!.delta[0]!);
          direction.forEach((one, k) =>
            expect(one).toBeCloseTo((sign * layers[layer - 1]!.delta[k]!) / own, 9),
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test('weight × slope × paths is the factor, and the factors multiply up to the size', () => {
    fc.assert(
      fc.property(anyDeep, (options) => {
        const messages = messageOf(deepNetwork(options), input);
        for (const { factor, weight, slope, paths } of messages)
          if (paths !== undefined && factor !== undefined)
            expect(weight * slope * paths).toBeCloseTo(factor, 9 - Math.log10(1 + factor));
        const below = messages.slice(0, -1).reverse();
        let decades = messages.at(-1)!.decades;
        for (const message of below) {
          decades += Math.log10(message.factor ?? 0);
          if (Number.isFinite(decades)) expect(message.decades).toBeCloseTo(decades, 9);
          else expect(message.decades).toBe(-Infinity);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with one unit a layer there is one path, and the factor is |w|·f′ alone', () => {
    for (const activation of ['sigmoid', 'tanh'] as const) {
      const network = deepNetwork({ depth: 12, width: 1, activation, seed: 3, range: 3 });
      const messages = messageOf(network, input);
      const { layers } = backward(network, forward(network, input), [1]);
      for (const { layer, factor, paths } of messages) {
        expect(paths).toBeCloseTo(1, 12);
        const w = network.layers[layer]!.weights[0]![0]!;
        expect(factor).toBeCloseTo(Math.abs(w) * layers[layer - 1]!.slope[0]!, 12);
      }
    }
  });

  test('a layer of which every unit is shut cuts it: from there on it is exactly nothing', () => {
    const network = deepNetwork({ depth: 6, width: 1, activation: 'relu', seed: 1, range: 2 });
    const messages = messageOf(network, input);
    const cut = messages.findLast(({ slope }) => slope === 0)!;
    expect(cut).toMatchObject({ factor: 0, paths: undefined, decades: -Infinity });
    for (const { decades } of messages.slice(0, cut.layer)) expect(decades).toBe(-Infinity);
    // Where nothing comes, there is no factor: 0 is what a layer does that shuts.
    for (const { factor, layer } of messages) expect(factor === undefined).toBe(layer < cut.layer);
  });

  test('weights above 4 can make it grow even through a sigmoid; smaller ones alone on one path cannot', () => {
    const grows = (gain: number, width: number): boolean =>
      Array.from({ length: 60 }, (_, seed) => seed).some((seed) =>
        messageOf(
          deepNetwork({
            depth: 8,
            width,
            activation: 'sigmoid',
            seed,
            initialiser: 'uniform',
            gain,
            isCentred: true,
          }),
          input,
        )
          .slice(0, -1)
          .some(({ factor = 0 }) => factor > 1),
      );
    expect(grows(4, 1)).toBe(false);
    expect(grows(8, 1)).toBe(true);
    expect(grows(4, 6)).toBe(true);
  });
});

describe('deepNetwork(options)', () => {
  test('multiplies every weight by the gain, whatever the initialiser', () => {
    for (const initialiser of ['uniform', 'xavier', 'he'] as const) {
      const options = { depth: 3, width: 4, activation: 'tanh', seed: 8, initialiser } as const;
      const [once, thrice] = [options, { ...options, gain: 3 }].map((one) => parametersOf(deepNetwork(one)));
      expect(thrice).toEqual(once!.map((value) => expect.closeTo(3 * value, 12) as number));
    }
  });

  test('centred, it leaves every z at 0 where all that comes in is ½', () => {
    const { layers } = deepNetwork({ depth: 4, width: 5, activation: 'sigmoid', seed: 2, isCentred: true });
    for (const { weights, bias } of layers)
      weights.forEach((row, j) =>
        expect(row.reduce((sum, weight) => sum + weight / 2, 0) + bias[j]!).toBeCloseTo(0, 14),
      );
  });
});
