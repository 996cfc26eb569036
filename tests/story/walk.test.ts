import { describe, expect, test } from 'vitest';
import { graphOf, pathsFrom } from '@/engine/index.ts';
import { WALK } from '@/story/essay.ts';
import { explain } from '@/story/explain.ts';
import { graphIn } from '@/story/paths.ts';
import { multipliedBy, productNameOf } from '@/story/product-names.ts';
import { productOp } from '@/story/products.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { studyNumber } from '@/story/studies.ts';
import { kindOf, textOf, wordsOf } from '@/story/symbol.ts';
import { valueOf } from '@/story/values.ts';
import { dataId, edgesFrom, gradientOf, leavesOf, legsOf, numberIn, walkOrder } from '@/story/walk.ts';
import { networkOf } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

const essay = readingOf(DEFAULTS);
const graph = graphIn(essay.run, 0);
const networks = [DEFAULTS, ...Array.from({ length: 100 }, (_, i) => settingsFor(i + 1))];
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

describe('the walk back', () => {
  test.each(['essay', 'two-days', 'three-layers'] as const)(
    'comes to a node of %s only after every node that it enters, and to each once',
    (world) => {
      const { nodes } = graphIn(essay.in(world), 0);
      const order = walkOrder({ nodes, gradients: new Map(), deliveries: [] });
      expect(order.map(({ id }) => id).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
      const place = new Map(order.map(({ id }, i) => [id, i]));
      for (const { id, edges } of order)
        for (const { from } of edges) expect(place.get(from)!).toBeGreaterThan(place.get(id)!);
    },
  );

  test('hands on, at every edge, what the engine’s graph delivers there, for 101 networks', () => {
    for (const settings of networks) {
      const { run } = readingOf(settings);
      const own = graphOf(networkOf(run.world, run.thetaAt(0)), run.world.examples);
      const legs = legsOf(run, 0);
      expect(legs).toHaveLength(own.deliveries.length);
      for (const { node, to, incoming, local, outgoing } of own.deliveries) {
        const { op } = legs.find((leg) => leg.node === node && leg.to === to)!;
        expect(op.operands.map(({ value }, i) => isNear(value, [incoming, local][i]!))).toEqual([true, true]);
        expect(isNear(op.value, outgoing), `${node} → ${to}`).toBe(true);
      }
    }
  });

  test('leaves at every node the gradient that the engine’s graph has there', () => {
    for (const settings of networks) {
      const { run } = readingOf(settings);
      const own = graphOf(networkOf(run.world, run.thetaAt(0)), run.world.examples);
      for (const { id, data } of own.nodes) {
        expect(isNear(numberIn(run, 0, dataId(id)), data), id).toBe(true);
        expect(isNear(numberIn(run, 0, gradientOf(id)), own.gradients.get(id)!), id).toBe(true);
      }
    }
  });

  test('goes down one unit to its end before the next, and from the sum of the output to all its parts', () => {
    const turns = [...new Set(legsOf(essay.run, 0).map(({ node }) => node))];
    expect(turns.slice(0, 5)).toEqual(['loss', 'yhat', 'z.2.1', 'w.2.1.1×a.1.1', 'a.1.1']);
    expect(turns.slice(8, 10)).toEqual(['w.2.1.2×a.1.2', 'a.1.2']);
    expect(legsOf(essay.run, 0).filter(({ node }) => node === 'z.2.1')).toHaveLength(4);
  });
});

describe('walks forward', () => {
  test('pass the edges that lie on some path to the loss, each once', () => {
    for (const leaf of leavesOf(graph)) {
      const onPaths = pathsFrom(graph, leaf).flatMap(({ nodes }) =>
        nodes.slice(1).map((to, i) => `${nodes[i]} ${to}`),
      );
      const passed = edgesFrom(graph, leaf).map((edge) => edge.join(' '));
      expect(passed.toSorted()).toEqual([...new Set(onPaths)].toSorted());
    }
  });
});

describe('counts of the graph', () => {
  test.each([
    // 6 + 3 products, 3 + 1 sums, 3 gates, sigmoid, loss.
    ['operations', 6 + 3 + 3 + 1 + 3 + 1 + 1],
    ['leaves', 13 + 2],
    ['numbers', 18 + 15],
    // Two into each of 9 products, three into each hidden sum, four into the last, one into gates, sigmoid and loss.
    ['edges', 2 * 9 + 3 * 3 + 4 + 3 + 1 + 1],
    // Hidden weights have seven to go, hidden biases six, output weights four, its bias three; an input's walks share the end.
    ['forward', 6 * 7 + 3 * 6 + 3 * 4 + 3 + 2 * (3 * 5 + 2)],
    ['uses', 3],
  ])('%s are %i', (name, count) => {
    expect(studyNumber(`graph.${name}`)?.of(essay)).toBe(count);
  });

  test('are those that the slider of the walk ends at', () => {
    expect(WALK).toBe(graph.nodes.reduce((sum, { edges }) => sum + edges.length, 0));
  });
});

describe('a product', () => {
  test('has a name for itself and one for its gradient', () => {
    expect(productNameOf('product:w.1.2.1')).toEqual({ weight: 'w.1.2.1', isGradient: false });
    expect(productNameOf('dproduct:w.2.1.3')).toEqual({ weight: 'w.2.1.3', isGradient: true });
    expect(['w.1.2.1', 'dw.1.2.1', 'path:x.1/1', 'product:b.1.1'].map(productNameOf)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect(productOp('dw.1.2.1', new Map())).toBeUndefined();
    expect([multipliedBy('w.1.2.1'), multipliedBy('w.2.1.3')]).toEqual(['x.1', 'a.1.3']);
  });

  test('is explained by its factors, its gradient by that of the sum', () => {
    const product = explain(essay, { q: 'product:w.1.2.1' });
    expect(product).toMatchObject({ symbol: 'p₂₁', text: '0.16', words: 'the product of w₂₁ and x₁' });
    expect(product.op?.operands.map(({ id }) => id)).toEqual(['w.1.2.1', 'x.1']);
    const gradient = explain(essay, { q: 'dproduct:w.2.1.3' });
    expect(gradient.op?.operands.map(({ id }) => id)).toEqual(['dz.2.1']);
    expect(gradient).toMatchObject({
      symbol: '∂L/∂p₃',
      words: 'how fast the loss changes with the product of w₃ and a₃',
      value: valueOf(essay, { q: 'dz.2.1' }),
    });
    expect(gradient.rule).not.toBe(product.rule);
    expect([kindOf('product:w.1.1.1'), kindOf('dproduct:w.1.1.1')]).toEqual(['signal', 'gradient']);
    expect(textOf('product:w.1.3.2')).toBe('p₃₂');
    expect(wordsOf('product:w.2.1.1')).toContain('a₁');
  });
});
