import { activationOf } from './activations.ts';
import { at, under } from './checks.ts';
import { possibleTarget, someExamples } from './forward.ts';
import { exampleId, inputId, outputId, parameterIds, unitId, weightId } from './ids.ts';
import { lossNamed } from './losses.ts';
import { isExample } from './quantities.ts';
import { parametersOf, sizesOf, type Example, type Network } from './network.ts';

/** How one node enters another. */
export interface Edge {
  /** The name of the node that enters. */
  readonly from: string;
  /** ∂node/∂from, everything else that enters held still. */
  readonly local: number;
}

/** One operation, or a number that none computes. */
export interface GraphNode {
  /** A name of design.md §4, or two names joined by × for a product; in a batch, with @ and the example's index. */
  readonly id: string;
  readonly op: 'leaf' | 'product' | 'sum' | 'activation' | 'loss' | 'mean';
  readonly data: number;
  readonly edges: readonly Edge[];
}

/** One moment of the walk back: what one node sends to one that enters it. */
export interface Delivery {
  readonly node: string;
  readonly to: string;
  /** ∂L/∂node */
  readonly incoming: number;
  readonly local: number;
  /** incoming × local, added to what `to` has already received. */
  readonly outgoing: number;
}

export interface Graph {
  /** In topological order: every node comes after all that enter it. The last one is the loss. */
  readonly nodes: readonly GraphNode[];
  /** ∂L/∂node by name. */
  readonly gradients: ReadonlyMap<string, number>;
  /** How they came about. */
  readonly deliveries: readonly Delivery[];
}

/**
 * The loss as a graph of single operations, and its gradients by reverse accumulation. It knows nothing of layers and
 * agrees with `backward` to the last bits while |z| < 700. In a batch the examples share the parameters' nodes.
 * Throws RangeError as `forward` and `lossOf`. Source: Griewank & Walther (2008), §3.2; after Karpathy's micrograd.
 */
export function graphOf(network: Network, data: Example | readonly Example[]): Graph {
  const [first, ...others] = someExamples(isExample(data) ? [data] : data);
  const nodes =
    first && others.length === 0
      ? exampleNodes(network, first, '')
      : batchNodes(network, isExample(data) ? [data] : data);
  const theta = parametersOf(network);
  const parameters = parameterIds(sizesOf(network)).map((id, p) => leaf(id, at(theta, p)));
  return { nodes: [...parameters, ...nodes], ...walkBack([...parameters, ...nodes]) };
}

/** Goes through the nodes in reverse topological order; each hands on its gradient, times the local one. */
function walkBack(nodes: readonly GraphNode[]): Pick<Graph, 'gradients' | 'deliveries'> {
  const gradients = new Map(nodes.map(({ id }) => [id, 0]));
  const deliveries: Delivery[] = [];
  gradients.set(at(nodes, nodes.length - 1).id, 1);
  for (const { id, edges } of nodes.toReversed()) {
    const incoming = under(gradients, id);
    for (const { from, local } of edges) {
      const outgoing = incoming * local;
      gradients.set(from, under(gradients, from) + outgoing);
      deliveries.push({ node: id, to: from, incoming, local, outgoing });
    }
  }
  return { gradients, deliveries };
}

function batchNodes(network: Network, data: readonly Example[]): readonly GraphNode[] {
  const share = 1 / data.length;
  const nodes = data.flatMap((example, i) => exampleNodes(network, example, exampleId('', i, data.length)));
  const losses = data.map((_, i) => valueAt(nodes, exampleId('loss', i, data.length)));
  const edges = losses.map((_, i) => ({ from: exampleId('loss', i, data.length), local: share }));
  return [
    ...nodes,
    { id: 'loss', op: 'mean', data: losses.reduce((sum, loss) => sum + loss, 0) * share, edges },
  ];
}

function valueAt(nodes: readonly GraphNode[], id: string): number {
  const found = nodes.find((node) => node.id === id);
  if (!found) throw new RangeError(`expected the name of a node, found ${id}`);
  return found.data;
}

/** Every node of one example but the parameters, the loss last. Names end with `mark`. */
function exampleNodes(network: Network, { input, target }: Example, mark: string): readonly GraphNode[] {
  const loss = lossNamed(network.loss);
  const { length: outputs } = possibleTarget(network, target);
  const last = network.layers.length - 1;
  const nodes: GraphNode[] = [];
  const note = (node: GraphNode): GraphNode => (nodes.push(node), node);

  let below = input.map((x, k) => note(leaf(inputId('x', k) + mark, x)));
  const losses: GraphNode[] = [];
  network.layers.forEach(({ weights, bias, activation }, l) => {
    const { f, df } = activationOf(activation);
    below = weights.map((row, j) => {
      const products = row.map((w, k) => note(product(leaf(weightId('w', l, j, k), w), at(below, k))));
      const b = leaf(unitId('b', l, j), at(bias, j));
      const z = note(sum(unitId('z', l, j) + mark, [...products, b]));
      const id = (l === last ? outputId('yhat', j, outputs) : unitId('a', l, j)) + mark;
      const a = note({ id, op: 'activation', data: f(z.data), edges: [{ from: z.id, local: df(z.data) }] });
      if (l === last) losses.push(lossNode(z.data, a, j));
      return a;
    });
  });
  losses.forEach(note);
  if (outputs > 1) note(sum(`loss${mark}`, losses));
  return nodes;

  function lossNode(z: number, a: GraphNode, j: number): GraphNode {
    const y = at(target, j);
    const edges = [{ from: a.id, local: loss.dPrediction(z, a.data, y) }];
    return { id: outputId('loss', j, outputs) + mark, op: 'loss', data: loss.of(z, a.data, y), edges };
  }
}

function leaf(id: string, data: number): GraphNode {
  return { id, op: 'leaf', data, edges: [] };
}

function product(left: GraphNode, right: GraphNode): GraphNode {
  const edges = [
    { from: left.id, local: right.data },
    { from: right.id, local: left.data },
  ];
  return { id: `${left.id}×${right.id}`, op: 'product', data: left.data * right.data, edges };
}

function sum(id: string, parts: readonly GraphNode[]): GraphNode {
  const data = parts.reduce((total, part) => total + part.data, 0);
  return { id, op: 'sum', data, edges: parts.map(({ id: from }) => ({ from, local: 1 })) };
}
