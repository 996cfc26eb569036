import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOf, idParts, quantities, trace } from '@/engine/index.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { networkOf, worldOf } from '@/story/world.ts';
import { plainSettings } from './arbitrary.ts';

const twoDays = (settings: Settings) => {
  const world = worldOf('two-days', settings);
  const network = networkOf(world);
  return {
    ...world,
    network,
    all: quantities(network, world.examples),
    ops: trace(network, world.examples, { learningRate: world.eta }).ops,
    graph: graphOf(network, world.examples),
    alone: world.examples.map((example) => quantities(network, example)),
  };
};
const isParameter = (id: string): boolean => /^[wb]\./.test(id);
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

describe('in a batch of two days', () => {
  const { ops, all, alone, graph } = twoDays(DEFAULTS);

  test('every quantity of one day is marked with it, and the parameters, the mean loss and the mean gradients are not', () => {
    const plain = [...all.keys()].filter((id) => idParts(id).example === undefined);
    const parameters = [...alone[0]!.keys()].filter(isParameter);
    expect(parameters).toHaveLength(13);
    expect(plain.toSorted()).toEqual([...parameters, ...parameters.map((id) => `d${id}`), 'loss'].toSorted());
    expect(all.size).toBe(2 * (alone[0]!.size - 13) + plain.length);
    for (const id of all.keys()) expect([undefined, 0, 1]).toContain(idParts(id).example);
  });

  test('no operation of the two passes has the name of another; each addition to a mean has that of the mean', () => {
    const passes = ops.filter(
      ({ phase, kind }) => (phase === 'forward' || phase === 'backward') && kind !== 'accumulate',
    );
    const ids = passes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const means = ops.filter(({ kind }) => kind === 'accumulate').map(({ id }) => id);
    for (const id of means) {
      expect(ids).not.toContain(id);
      expect(means.filter((other) => other === id)).toHaveLength(2);
      expect(idParts(id).example).toBeUndefined();
    }
    for (const phase of ['update', 'clear'] as const) {
      const named = ops.filter((op) => op.phase === phase).map(({ id }) => id);
      expect(new Set(named).size, phase).toBe(named.length);
    }
  });

  test('every operand is one of its own day, or of all', () => {
    for (const { id, kind, operands } of ops) {
      if (kind === 'accumulate') continue;
      const { example } = idParts(id);
      for (const operand of operands) expect([example, undefined]).toContain(idParts(operand.id).example);
    }
  });

  test('the trace computes the quantities, one name for one number', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const day = twoDays(settings);
        const given = new Set(['x', 'y', 'w', 'b']);
        const computed = new Map<string, number>();
        for (const { id, value, phase } of day.ops)
          if (phase === 'forward' || phase === 'backward') computed.set(id, value);
        const expected = [...day.all.keys()].filter((id) => !given.has(id.split(/[.@]/)[0] ?? ''));
        expect([...computed.keys()].toSorted()).toEqual(expected.toSorted());
        const wrong = [...computed].filter(([id, value]) => !isClose(value, day.all.get(id)!));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the quantities of each day are those of that day alone', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const days = twoDays(settings);
        days.alone.forEach((own, day) => {
          const wrong = [...own].filter(
            ([id, value]) => days.all.get(isParameter(id) ? id : `${id}@${day}`) !== value,
          );
          expect(wrong).toEqual([]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the graph has the same numbers under the same names', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const days = twoDays(settings);
        const nodes = days.graph.nodes.filter(({ id }) => !id.includes('×'));
        const wrong = nodes.filter(({ id, data }) => !isClose(data, days.all.get(id) ?? NaN));
        expect(wrong).toEqual([]);
        const forward = [...days.all.keys()].filter((id) => /^([xzawb]\.|yhat|loss)/.test(id));
        expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set(forward));
      }),
      { numRuns: 60 },
    );
  });

  test('the graph has the same gradients: of a parameter those of the mean, of one day’s quantity its share of the day’s own', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const days = twoDays(settings);
        const wrong = [...days.graph.gradients].filter(([id, gradient]) => {
          const own = days.all.get(`d${id}`);
          if (own === undefined) return !/×|^loss/.test(id);
          return !isClose(gradient, idParts(id).example === undefined ? own : own / 2);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(graph.gradients.has('z.1.2@1')).toBe(true);
  });

  test('a single day carries no mark, whether it comes alone or as a list', () => {
    const world = worldOf('essay', DEFAULTS);
    const network = networkOf(world);
    const [day] = world.examples;
    expect(quantities(network, world.examples)).toEqual(quantities(network, day!));
    expect(graphOf(network, world.examples)).toEqual(graphOf(network, day!));
    expect(trace(network, world.examples, { learningRate: 1 })).toEqual(
      trace(network, day!, { learningRate: 1 }),
    );
    for (const id of readingOf(DEFAULTS).run.quantitiesAt(0).keys()) expect(id).not.toContain('@');
  });
});
