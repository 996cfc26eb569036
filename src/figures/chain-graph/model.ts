import type { Graph, GraphNode } from '../../engine/index.ts';
import { shownOperand } from '../../story/expression.ts';
import { kept, settledCount, type Frame } from '../../story/frame.ts';
import { acrossOf, graphIn } from '../../story/paths.ts';
import { decimalsFor, lineOf, type ShownLine } from '../../story/sums.ts';
import type { Sizes } from '../../story/symbol.ts';
import { dataId, edgesFrom, gradientOf, leavesOf, legsOf, numberIn, type Leg } from '../../story/walk.ts';
import type { ChainGraphDials } from './dials.ts';

/** A number of a node: of which quantity, and what it is. */
export interface Named {
  readonly id: string;
  readonly value: number;
}

/** A node with its two numbers. */
export interface NodeView {
  readonly id: string;
  readonly op: GraphNode['op'];
  readonly data: Named;
  readonly gradient: Named;
  /** Places in the walk of the edges that bring something to it, in the order they arrive. */
  readonly arrivals: readonly number[];
  /** Which of the operations it is on the way back, from 1; undefined for what is not computed. */
  readonly turn: number | undefined;
}

/** An edge of the walk, written out: outgoing = incoming × local. */
export interface WrittenLeg extends Leg {
  readonly line: ShownLine;
}

/** What arrives at an input, as it is added: each part as text, and the total. */
export interface Addition {
  readonly parts: readonly (Named & { readonly text: string })[];
  readonly total: Named & { readonly text: string; readonly isExact: boolean };
}

/** The graph with the numbers of one training step. */
export interface GraphView {
  readonly graph: Graph;
  readonly sizes: Sizes;
  readonly legs: readonly WrittenLeg[];
  readonly nodes: readonly NodeView[];
  readonly named: ReadonlyMap<string, NodeView>;
  /** By input. */
  readonly additions: ReadonlyMap<string, Addition>;
}

/** Decimals where no number of them is enough. */
const ENOUGH = 8;
const LEAST = 4;

const made = ({ run, step }: Frame<ChainGraphDials>): GraphView => {
  const graph = graphIn(run, step);
  const legs = legsOf(run, step);
  const inputs = graph.nodes.filter(({ id }) => id.startsWith('x.'));
  const decimalsAt = new Map(
    inputs.map(({ id }) => [id, decimalsFor([acrossOf(run, step, id)], LEAST) ?? ENOUGH]),
  );
  const written = legs.map((leg): WrittenLeg => {
    // What is added up is what its own line has printed.
    const results = decimalsAt.get(leg.to) ?? LEAST;
    const decimals = decimalsFor([leg.op], results) ?? Math.max(results, ENOUGH);
    return { ...leg, line: lineOf(leg.op, results, decimals) };
  });
  const turns = [...new Set(legs.map(({ node }) => node))];
  const named = (id: string): Named => ({ id, value: numberIn(run, step, id) });
  const nodes = graph.nodes.map(({ id, op }): NodeView => {
    const turn = turns.indexOf(id);
    return {
      id,
      op,
      data: named(dataId(id)),
      gradient: named(gradientOf(id)),
      arrivals: legs.flatMap(({ to }, i) => (to === id ? [i] : [])),
      turn: turn < 0 ? undefined : turn + 1,
    };
  });
  const additions = inputs.map(({ id }) => {
    const across = acrossOf(run, step, id);
    const line = lineOf(across, LEAST, decimalsAt.get(id) ?? ENOUGH);
    const parts = written.flatMap(({ to, op, line: { result } }) =>
      to === id ? [{ id: op.id, value: op.value, text: result }] : [],
    );
    const total = {
      ...named(`d${id}`),
      text: shownOperand(across.id, across.value, LEAST),
      isExact: line.isExact,
    };
    return [id, { parts, total }] as const;
  });
  return {
    graph,
    sizes: run.world.sizes,
    legs: written,
    nodes,
    named: new Map(nodes.map((node) => [node.id, node])),
    additions: new Map(additions),
  };
};

const keptViews = kept<GraphView>();

/** The graph that a frame draws. Frames of the same numbers share it. */
export const graphViewOf = (frame: Frame<ChainGraphDials>): GraphView =>
  keptViews(frame.all, 'graph', () => made(frame));

/** How far the walk back has come: edges that are over, the one under way, and how much of that one, 0 to 1. */
export interface Walked {
  readonly done: number;
  readonly current: number | undefined;
  readonly fraction: number;
}

/** Where the walk stands: as the text has it, or as the reader has it, left alone at its end. */
export const walkedOf = ({ dials, reading }: Frame<ChainGraphDials>): Walked => {
  const count =
    dials.view === 'hand' ? (reading.settings['graph.walked'] ?? dials.walked) : settledCount(dials.walked);
  const done = Math.floor(count);
  const fraction = count - done;
  // Between two edges the last one stays in view.
  return fraction > 0
    ? { done, current: done, fraction }
    : { done, current: done > 0 ? done - 1 : undefined, fraction: 1 };
};

/** The edge under way, or the last one that was. */
export const legAt = ({ legs }: GraphView, { current }: Walked): WrittenLeg | undefined =>
  legs[current ?? NaN];

/** What is known of a node once so many edges are over: its gradient only when everything that it waits for has arrived. */
export const isKnown = ({ arrivals, op }: NodeView, { done, current }: Walked): boolean =>
  op === 'loss' ? current !== undefined : arrivals.every((leg) => leg < done);

/** A walk forward from one leaf after another: whose it is, which one, and how many edges all so far have passed. */
export interface Forward {
  readonly leaf: string;
  /** From 1. */
  readonly walk: number;
  readonly edges: number;
  readonly isOver: boolean;
  /** Whether the edge from one node to another is on it. */
  readonly passes: (from: string, to: string) => boolean;
}

export const forwardOf = ({ graph }: GraphView, { forward }: ChainGraphDials): Forward => {
  const leaves = leavesOf(graph);
  const count = settledCount(forward * leaves.length);
  const walk = Math.min(leaves.length, Math.max(1, Math.ceil(count)));
  const walks = leaves.slice(0, walk).map((leaf) => edgesFrom(graph, leaf));
  const now = new Set(walks.at(-1)?.map((edge) => edge.join('→')));
  return {
    leaf: leaves[walk - 1] ?? '',
    walk,
    edges: walks.reduce((sum, edges) => sum + edges.length, 0),
    isOver: count >= leaves.length,
    passes: (from, to) => now.has(`${from}→${to}`),
  };
};
