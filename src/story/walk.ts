import { under, type Graph, type GraphNode, type Op } from '../engine/index.ts';
import { kept } from './frame.ts';
import { graphIn, pathOp } from './paths.ts';
import { productOp } from './products.ts';
import { quantityIn } from './quantity.ts';
import type { Run } from './run.ts';

// The computation graph walked from the loss back: each node in its turn hands on what came in, times its own local rate.

type Place = Pick<Run, 'world' | 'thetaAt' | 'quantitiesAt'>;

/** One edge of the walk: what a node hands to one that enters it. */
export interface Leg {
  /** Names of nodes, as the graph has them. */
  readonly node: string;
  readonly to: string;
  /** outgoing = incoming × local */
  readonly op: Op;
}

/**
 * The nodes in an order in which each comes after all that it enters: reverse topological. One branch is followed to its
 * end before the next; inputs come when the last that uses them has had its turn.
 */
export const walkOrder = ({ nodes }: Graph): readonly GraphNode[] => {
  const named = new Map(nodes.map((node) => [node.id, node]));
  const waitingFor = new Map<string, number>();
  const count = (id: string): number => (waitingFor.has(id) ? under(waitingFor, id) : 0);
  for (const { edges } of nodes) for (const { from } of edges) waitingFor.set(from, count(from) + 1);
  const order: GraphNode[] = [];
  const visit = (node: GraphNode): void => {
    order.push(node);
    for (const { from } of node.edges) {
      const left = count(from) - 1;
      waitingFor.set(from, left);
      const next = named.get(from);
      if (left === 0 && next) visit(next);
    }
  };
  const loss = nodes.at(-1);
  if (loss) visit(loss);
  return order;
};

/** The quantity that a node's value is: `w.1.1.1×x.1` is `product:w.1.1.1`. */
export const dataId = (node: string): string =>
  node.includes('×') ? `product:${node.split('×')[0] ?? ''}` : node;

/** The quantity that a node's gradient is. The loss answers to itself at the rate 1. */
export const gradientOf = (node: string): string => (node === 'loss' ? 'graph.seed' : `d${dataId(node)}`);

/** What an edge brings. A node that is used more than once has a number for each use, under the name of its path. */
const outgoingId = (node: string, to: string): string => {
  if (!/^x\./.test(to)) return gradientOf(to);
  const [, , unit = ''] = node.split('.');
  return `path:${to}/${unit}`;
};

const localId = ({ id, op }: GraphNode, to: string): string => {
  if (op === 'loss') return 'dyhat';
  if (op === 'sum') return 'graph.one';
  if (op === 'product') return id.split('×').find((part) => part !== to) ?? '';
  return id === 'yhat' ? 'slope.2.1' : id.replace(/^a/, 'gate');
};

/** A number of the graph: a quantity of the pass, a product, what a path brings, or a rate that is always one. */
export const numberIn = (run: Place, step: number, id: string): number => {
  const values = run.quantitiesAt(step);
  if (id === 'graph.one' || id === 'graph.seed') return 1;
  if (id.startsWith('path:')) return pathOp(run, step, id).value;
  return productOp(id, values)?.value ?? quantityIn(values, id);
};

const keptLegs = kept<readonly Leg[]>();

/** Every edge of the essay's network in the order of the walk. */
export const legsOf = (run: Place, step: number): readonly Leg[] =>
  keptLegs(run.quantitiesAt(step), 'legs', () =>
    walkOrder(graphIn(run, step)).flatMap((node) =>
      node.edges.map(({ from }): Leg => {
        const operands = [gradientOf(node.id), localId(node, from)].map((id) => ({
          id,
          value: numberIn(run, step, id),
        }));
        const id = outgoingId(node.id, from);
        const value = numberIn(run, step, id);
        return {
          node: node.id,
          to: from,
          op: { phase: 'backward', id, kind: 'sum', operands, terms: [[0, 1]], value },
        };
      }),
    ),
  );

/** The edges that a walk forward from one node passes: all that its number has a part in, up to the loss. */
export const edgesFrom = (
  { nodes }: Graph,
  start: string,
): readonly (readonly [from: string, to: string])[] => {
  const reached = new Set([start]);
  return nodes.flatMap(({ id, edges }) => {
    const passed = edges.filter(({ from }) => reached.has(from));
    if (passed.length > 0) reached.add(id);
    return passed.map(({ from }) => [from, id] as const);
  });
};

/** The nodes that nothing computes, in the order of parameters and inputs: each wants a walk of its own, going forward. */
export const leavesOf = ({ nodes }: Graph): readonly string[] =>
  nodes.filter(({ op }) => op === 'leaf').map(({ id }) => id);
