import { at, under } from './checks.ts';
import type { Graph } from './graph.ts';

/** One way in which a node reaches the loss. */
export interface Path {
  /** The names of the nodes on it, from the first to the loss. */
  readonly nodes: readonly string[];
  /** The local gradient of each of its edges. */
  readonly factors: readonly number[];
  /** The factors multiplied together. The sum of this over all paths is the node's gradient. */
  readonly product: number;
}

const MOST_PATHS = 100_000;

/**
 * All paths from the node called `id` to the loss. Throws RangeError if there is no such node, or for more than
 * 100,000 paths: ask `pathCounts` first. Source: Bauer (1974); Griewank & Walther (2008), §3.
 */
export function pathsFrom(graph: Graph, id: string): readonly Path[] {
  const count = pathCounts(graph).get(id);
  if (count === undefined) throw new RangeError(`expected the name of a node of this graph, found ${id}`);
  if (count > MOST_PATHS)
    throw new RangeError(`expected at most ${MOST_PATHS} paths from ${id}, found ${count}`);

  const loss = at(graph.nodes, graph.nodes.length - 1).id;
  const leaving = new Map<string, { to: string; local: number }[]>(graph.nodes.map((node) => [node.id, []]));
  for (const { id: to, edges } of graph.nodes) {
    for (const { from, local } of edges) under(leaving, from).push({ to, local });
  }
  const walk = (nodes: readonly string[], factors: readonly number[]): readonly Path[] => {
    const here = at(nodes, nodes.length - 1);
    if (here === loss) return [{ nodes, factors, product: factors.reduce((all, factor) => all * factor, 1) }];
    return under(leaving, here).flatMap(({ to, local }) => walk([...nodes, to], [...factors, local]));
  };
  return walk([id], []);
}

/** How many paths lead from each node to the loss, counted without following them. */
export function pathCounts(graph: Graph): ReadonlyMap<string, number> {
  const counts = new Map(graph.nodes.map(({ id }) => [id, 0]));
  counts.set(at(graph.nodes, graph.nodes.length - 1).id, 1);
  for (const { id, edges } of graph.nodes.toReversed()) {
    for (const { from } of edges) counts.set(from, under(counts, from) + under(counts, id));
  }
  return counts;
}
