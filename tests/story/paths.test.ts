import { describe, expect, test } from 'vitest';
import { graphOf, pathCounts, pathsFrom } from '@/engine/index.ts';
import { explain } from '@/story/explain.ts';
import { parse } from '@/story/format.ts';
import { isPathName, pathNameOf } from '@/story/path-names.ts';
import { pathCount, pathOp, pathWorking, waysOf } from '@/story/paths.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { shownLevels } from '@/story/sums.ts';
import { textOf, wordsOf } from '@/story/symbol.ts';
import { valueOf } from '@/story/values.ts';
import { networkOf, type WorldName } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

const SOURCES: readonly (readonly [WorldName, string, number])[] = [
  ['essay', 'x.1', 3],
  ['essay', 'w.1.2.1', 1],
  ['essay', 'b.2.1', 1],
  ['two-days', 'w.1.2.1', 2],
  ['two-days', 'w.2.1.3', 2],
  ['three-layers', 'w.1.1.1', 3],
  ['three-layers', 'b.1.3', 3],
  ['three-layers', 'x.1', 9],
];
const essay = readingOf(DEFAULTS);

describe.each(SOURCES)('the paths in %s from %s', (world, source, count) => {
  test(`are ${count}, those of the engine’s graph, each with its product, for 200 networks`, () => {
    for (let seed = 1; seed <= 200; seed++) {
      const step = seed % 3 === 0 ? 40 : 0;
      const run = readingOf({ ...settingsFor(seed), step }).in(world);
      const { examples } = run.world;
      const graph = graphOf(networkOf(run.world, run.thetaAt(step)), examples);
      const paths = pathsFrom(graph, source);
      const ways = waysOf(run, step, source);
      expect(ways).toHaveLength(count);
      expect(pathCount(run, step, source)).toBe(pathCounts(graph).get(source));
      ways.forEach(({ op }, i) => {
        // The graph takes each example's share along.
        expect(op.value / examples.length).toBeCloseTo(paths[i]!.product, 12);
        expect(op.operands.reduce((product, { value }) => product * value, 1)).toBeCloseTo(op.value, 12);
      });
      const total = ways.reduce((sum, { op }) => sum + op.value, 0) / examples.length;
      expect(total).toBeCloseTo(run.quantitiesAt(step).get(`d${source}`)!, 12);
    }
  });
});

describe('what a path brings', () => {
  test('on the essay’s own network: −0.1733 + 0.0396 + 0 = −0.1337, and the shut gate is why the last is 0', () => {
    const ways = waysOf(essay.run, 0, 'x.1');
    expect(ways.map(({ op }) => Number(op.value.toFixed(4)))).toEqual([-0.1733, 0.0396, 0]);
    expect(ways[2]?.op.operands.filter(({ value }) => value === 0).map(({ id }) => id)).toEqual(['gate.1.3']);
    expect(essay.run.quantitiesAt(0).get('dx.1')).toBeCloseTo(-0.1337, 4);
  });

  test('is the gradient itself where a path is alone, and of each day on two days', () => {
    expect(waysOf(essay.run, 0, 'w.1.2.1')[0]?.op.id).toBe('dw.1.2.1');
    expect(waysOf(essay.in('two-days'), 0, 'w.1.2.1').map(({ op, example }) => [op.id, example])).toEqual([
      ['dw.1.2.1@0', 0],
      ['dw.1.2.1@1', 1],
    ]);
  });

  test('has a name that prose and inspector know, with its factors as operands', () => {
    const answer = explain(essay, { q: 'path:x.1/2' });
    expect(answer).toMatchObject({
      symbol: 'P₂',
      words: 'what the path through hidden unit 2 brings to ∂L/∂x₁',
      text: '0.0396',
      value: valueOf(essay, { q: 'path:x.1/2' }),
    });
    expect(answer.op?.operands.map(({ id }) => id)).toEqual(['dz.2.1', 'w.2.1.2', 'gate.1.2', 'w.1.2.1']);
    expect(answer.effect).toBeUndefined();
  });

  test('in a deeper network is named by both units; by one, all that go through it first', () => {
    const run = essay.in('three-layers');
    const rows = [1, 2, 3].map((first) => pathOp(run, 0, `path:x.1/${first}`));
    for (const [i, row] of rows.entries()) {
      expect(row.operands.map(({ id }) => id)).toEqual(
        [1, 2, 3].map((second) => `path:x.1/${i + 1}-${second}`),
      );
      // The sum of a row is one weight times the δ of the unit that its paths go through first.
      const [w, delta] = [`w.1.${i + 1}.1`, `dz.1.${i + 1}`].map((id) => run.quantitiesAt(0).get(id)!);
      expect(row.value).toBeCloseTo(w! * delta!, 14);
    }
    expect(textOf('path:x.1/1-3', run.world.sizes)).toBe('P₁₃');
    expect(wordsOf('path:x.1/1', run.world.sizes)).toBe(
      'what all paths through unit 1 of hidden layer 1 bring to ∂L/∂x₁',
    );
  });

  test('of two days is added before it is halved', () => {
    const run = essay.in('two-days');
    const [first, second] = [0, 1].map((day) => run.quantitiesAt(0).get(`dw.1.2.1@${day}`)!);
    expect(pathOp(run, 0, 'sum:w.1.2.1').value).toBe(first! + second!);
    const mean = pathWorking(run, 0, 'mean:w.1.2.1');
    expect(mean?.operands).toEqual([
      { id: 'share', value: 0.5 },
      { id: 'sum:w.1.2.1', value: first! + second! },
    ]);
    expect(mean?.value).toBeCloseTo((first! + second!) / 2, 15);
    const shares = pathWorking(run, 0, 'shares:w.1.2.1');
    expect(shares?.operands.map(({ id }) => id)).toEqual(['share', 'dw.1.2.1@0', 'share', 'dw.1.2.1@1']);
    expect(shares?.terms).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(shares?.value).toBe(mean?.value);
  });

  test('is refused by a name of no path, and other names are none', () => {
    expect(() => pathOp(essay.run, 0, 'path:x.1/4')).toThrow('path:x.1/4');
    expect(() => pathOp(essay.run, 0, 'dx.1')).toThrow('dx.1');
    expect(pathWorking(essay.run, 0, 'dz.2.1')).toBeUndefined();
    expect(['dx.1', 'effect:x.1', 'fact:steps', 'z.1.1@1'].filter(isPathName)).toEqual([]);
    expect(pathNameOf('path:x.1/1-3')).toEqual({ kind: 'path', source: 'x.1', through: ['1', '3'] });
  });
});

describe('arithmetic on several levels', () => {
  const levelsOf = (world: WorldName, seed: number, step: number) => {
    const run = readingOf({ ...settingsFor(seed), step }).in(world);
    const ways = waysOf(run, step, 'x.1').map(({ op }) => op);
    const across = pathWorking(run, step, 'across:x.1')!;
    if (world === 'essay') return [[across], ways];
    const rows = [1, 2, 3].map((first) => pathOp(run, step, `path:x.1/${first}`));
    return [[pathWorking(run, step, 'rows:x.1')!], rows, ways];
  };

  test.each(['essay', 'three-layers'] as const)(
    'is exact as it is printed, from the factors to the total, for 200 networks: %s',
    (world) => {
      let exact = 0;
      let lines = 0;
      for (let seed = 1; seed <= 200; seed++) {
        const shown = shownLevels(levelsOf(world, seed, seed % 4 === 0 ? 60 : 0));
        shown.forEach((level, depth) =>
          level.forEach(({ op, operands, result, isExact }, place) => {
            lines += 1;
            if (!isExact) return;
            exact += 1;
            // By hand: sums of products of what is printed, rounded as the result is printed.
            const numbers = operands.map(parse);
            const value = op.terms
              .map((term) => term.reduce((product, index) => product * numbers[index]!, 1))
              .reduce((sum, part) => sum + part, 0);
            const decimals = /\.(\d+)(?!.*×)/.exec(result)?.[1]?.length;
            const half = decimals === undefined ? Math.abs(parse(result)) * 1e-3 : 0.5 * 10 ** -decimals;
            expect(Math.abs(value - parse(result)), `${op.id} = ${result}`).toBeLessThanOrEqual(
              half * 1.000001,
            );
            // And what is printed of a part is what its own line prints as its result.
            const parts = shown[depth + 1];
            if (parts && op.operands.every(({ id }) => parts.some((part) => part.op.id === id)))
              op.operands.forEach(({ id }, i) =>
                expect(parts.find((part) => part.op.id === id)?.result, `${place}`).toBe(operands[i]),
              );
          }),
        );
      }
      expect(exact / lines).toBeGreaterThan(0.995);
    },
  );

  test('on the essay’s own network needs no more digits than this', () => {
    const [totals, products] = shownLevels([
      [pathWorking(essay.run, 0, 'across:x.1')!],
      waysOf(essay.run, 0, 'x.1').map(({ op }) => op),
    ]);
    expect(totals?.[0]).toMatchObject({
      operands: ['−0.1733', '0.0396', '0'],
      result: '−0.1337',
      isExact: true,
    });
    // −0.4950 × 0.70 × 0.50 is −0.17325: by hand that may be −0.1732.
    expect(products?.[0]?.operands).toEqual(['−0.4950002', '0.70', '1', '0.50']);
  });

  test('says so where no digits are enough', () => {
    const near = { ...pathWorking(essay.run, 0, 'across:x.1')!, value: 0.3 };
    expect(shownLevels([[near]])[0]?.[0]?.isExact).toBe(false);
  });
});
