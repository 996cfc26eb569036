import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainOf, factorsOf } from '@/story/chain.ts';
import { DEFAULTS, PARAMETERS } from '@/story/essay.ts';
import { runOf } from '@/story/run.ts';
import { plainSettings } from './arbitrary.ts';

test('the factors of every parameter multiply to its gradient, on any network', () => {
  fc.assert(
    fc.property(plainSettings, (settings) => {
      const all = runOf(settings).quantitiesAt(0);
      for (const id of PARAMETERS) {
        const product = factorsOf(id).reduce((running, factor) => running * all.get(factor)!, 1);
        const gradient = all.get(`d${id}`)!;
        expect(Math.abs(product - gradient)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(gradient)));
        expect(chainOf(id, all).value).toBe(gradient);
      }
    }),
    { numRuns: 300 },
  );
});

test('a hidden weight has five factors, a hidden bias four, an output weight three, the output bias two', () => {
  const counts = new Map(PARAMETERS.map((id) => [id, factorsOf(id).length]));
  expect([...counts.values()]).toEqual([5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 2]);
});

test('every factor is a quantity of the network', () => {
  const all = runOf(DEFAULTS).quantitiesAt(0);
  for (const id of PARAMETERS) for (const factor of factorsOf(id)) expect([...all.keys()]).toContain(factor);
});
