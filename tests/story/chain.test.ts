import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, factorsOf, hasOnePath } from '@/story/chain.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { worldOf } from '@/story/world.ts';
import { ACTIVATIONS, plainWorlds, worldWith } from './worlds.ts';

const essay = worldOf('essay', DEFAULTS);

test('the factors of every parameter multiply to its gradient, on any network of one hidden layer', () => {
  fc.assert(
    fc.property(plainWorlds, (world) => {
      const all = runOf(world).quantitiesAt(0);
      for (const id of PARAMETERS) {
        const product = factorsOf(id, world).reduce((running, factor) => running * all.get(factor)!, 1);
        const gradient = all.get(`d${id}`)!;
        expect(Math.abs(product - gradient)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(gradient)));
        expect(chainOf(id, all, world).value).toBe(gradient);
      }
    }),
    { numRuns: 300 },
  );
});

test('a hidden weight has five factors, a hidden bias four, an output weight three, the output bias two', () => {
  const counts = new Map(PARAMETERS.map((id) => [id, factorsOf(id, essay).length]));
  expect([...counts.values()]).toEqual([5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 2]);
});

test.each(ACTIVATIONS)(
  'every factor is a quantity of the network, and an operand of the chain: %s',
  (hidden) => {
    const world = worldWith({ hidden });
    const all = runOf(world).quantitiesAt(0);
    for (const id of PARAMETERS) {
      const factors = factorsOf(id, world);
      for (const factor of factors) expect([...all.keys()]).toContain(factor);
      expect(chainOf(id, all, world).operands).toEqual(factors.map((q) => ({ id: q, value: all.get(q) })));
    }
  },
);

describe('a network of other than one hidden layer and one output', () => {
  test.each([
    ['two hidden layers', [2, 3, 3, 1]],
    ['one of a single unit', [2, 3, 1, 1]],
    ['two outputs', [2, 3, 2]],
    ['no hidden layer', [2, 1]],
  ])('is refused by its sizes: %s', (_, sizes) => {
    expect(hasOnePath({ sizes })).toBe(false);
    expect(() => factorsOf('w.1.1.1', { sizes, hidden: 'relu' })).toThrow(sizes.join('-'));
  });

  test('is told from the essay’s own', () => expect(hasOnePath(essay)).toBe(true));
});
