import { describe, expect, test } from 'vitest';
import { graphOf, initialTheta, networkFrom, pathCounts, pathsFrom, quantities } from '@/engine/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const graph = graphOf(essay, rainyDay);

describe('graphOf(network, example)', () => {
  test('has every node after all that enter it, and the loss last', () => {
    const seen = new Set<string>();
    for (const { id, edges } of graph.nodes) {
      for (const { from } of edges) expect(seen).toContain(from);
      expect(seen).not.toContain(id);
      seen.add(id);
    }
    expect(graph.nodes.at(-1)!.id).toBe('loss');
  });

  test('has the data and the gradient of every quantity that the layered passes have', () => {
    const values = quantities(essay, rainyDay);
    for (const { id, data } of graph.nodes) {
      if (id.includes('×')) continue;
      expect(data, id).toBe(values.get(id));
      const gradient = values.get(`d${id}`);
      if (gradient !== undefined) expect(graph.gradients.get(id), id).toBeCloseTo(gradient, 15);
    }
  });

  test('hands gradients on: incoming × local = outgoing, and what arrives adds up', () => {
    const received = new Map<string, number>();
    for (const { to, incoming, local, outgoing } of graph.deliveries) {
      expect(outgoing).toBe(incoming * local);
      received.set(to, (received.get(to) ?? 0) + outgoing);
    }
    for (const [id, sum] of received) expect(graph.gradients.get(id)).toBe(sum);
  });

  test('a node hands nothing on before it has received everything', () => {
    const done = new Set<string>();
    for (const { node, to } of graph.deliveries) {
      done.add(node);
      expect(done).not.toContain(to);
    }
  });

  test('in a batch the parameters are shared and their gradients add', () => {
    const batch = graphOf(essay, [rainyDay, windyDay]);
    expect(batch.nodes.filter(({ id }) => id === 'w.1.1.1')).toHaveLength(1);
    expect(batch.nodes.filter(({ id }) => id.startsWith('x.1@'))).not.toHaveLength(1);
    expect(pathCounts(batch).get('w.1.1.1')).toBe(2);
  });
});

describe('pathsFrom(graph, id)', () => {
  test('∂L/∂x₁ is the sum over three paths: −0.1733 + 0.0396 + 0', () => {
    const paths = pathsFrom(graph, 'x.1');
    expect(paths.map(({ product }) => Number(product.toFixed(4)))).toEqual([-0.1733, 0.0396, 0]);
    expect(paths.map(({ nodes }) => nodes.filter((id) => id.startsWith('a.')))).toEqual([
      ['a.1.1'],
      ['a.1.2'],
      ['a.1.3'],
    ]);
  });

  test('every parameter of 2-3-1 has exactly one path; of 2-3-3-1, the first weights have three', () => {
    const counts = pathCounts(graph);
    for (const id of ['w.1.1.1', 'b.1.3', 'w.2.1.2', 'b.2.1']) expect(counts.get(id)).toBe(1);
    const sizes = [2, 3, 3, 1];
    const deeper = graphOf(networkFrom({ sizes, theta: initialTheta({ sizes, seed: 3 }) }), rainyDay);
    expect(pathCounts(deeper).get('w.1.1.1')).toBe(3);
    expect(pathsFrom(deeper, 'w.1.1.1')).toHaveLength(3);
    expect(pathCounts(deeper).get('x.1')).toBe(9);
  });

  test('refuses unknown nodes, and more paths than can be shown, which pathCounts still counts', () => {
    expect(() => pathsFrom(graph, 'x.9')).toThrow(/name of a node of this graph, found x\.9/);
    const sizes = [1, ...Array.from({ length: 20 }, () => 3), 1];
    const deep = graphOf(networkFrom({ sizes, theta: initialTheta({ sizes, seed: 3 }) }), {
      input: [1],
      target: [1],
    });
    expect(pathCounts(deep).get('x.1')).toBe(3 ** 20);
    expect(() => pathsFrom(deep, 'x.1')).toThrow(/at most 100000 paths from x\.1, found 3486784401/);
  });
});
