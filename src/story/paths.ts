import { graphOf, idParts, pathCounts, pathsFrom, type Graph, type Op } from '../engine/index.ts';
import { kept } from './frame.ts';
import { isPathName, pathNameOf } from './path-names.ts';
import { quantityIn } from './quantity.ts';
import type { Run } from './run.ts';
import { networkOf } from './world.ts';

// The paths from an input or a parameter to the loss, each as one product, under the names of path-names.ts.

/** One path from a source to the loss. */
export interface Way {
  /** What it brings: its factors, from the loss end on, multiplied. */
  readonly op: Op;
  /** The hidden units on it, one a layer from the source on; each counts from 1. */
  readonly units: readonly number[];
  /** Of several examples the one that it belongs to, from 0. */
  readonly example: number | undefined;
}

/** Whether every gate on a path is open. */
export const isOpenWay = ({ op }: Way): boolean =>
  op.operands.every(({ id, value }) => !id.startsWith('gate') || value !== 0);

type Place = Pick<Run, 'world' | 'thetaAt' | 'quantitiesAt'>;

/** What the paths of networks of one shape have in common. */
interface Shape {
  readonly graph: Graph;
  readonly counts: ReadonlyMap<string, number>;
  /** By source, as they are asked for. */
  readonly routes: Map<string, readonly Route[]>;
}

/** A path without its numbers: the quantities that it multiplies, from the loss end on. */
interface Route extends Omit<Way, 'op'> {
  readonly id: string;
  readonly factors: readonly string[];
}

const keptWays = kept<readonly Way[]>();

const shapes = new Map<string, Shape>();

/** The graph of a network, for the sake of its paths: which there are does not depend on its numbers. */
const shapeOf = (run: Place, step: number): Shape => {
  const { sizes, hidden, examples } = run.world;
  const key = `${hidden} ${examples.length} ${sizes.join('-')}`;
  const found = shapes.get(key);
  if (found) return found;
  const graph = graphOf(networkOf(run.world, run.thetaAt(step)), examples);
  const made: Shape = { graph, counts: pathCounts(graph), routes: new Map() };
  shapes.set(key, made);
  return made;
};

/** The graph of a run's network: its nodes and edges, whatever the numbers are. */
export const graphIn = (run: Place, step: number): Graph => shapeOf(run, step).graph;

/** How many paths lead from a quantity to the loss; undefined where the network has no such quantity. */
export const pathCount = (run: Place, step: number, source: string): number | undefined =>
  shapeOf(run, step).counts.get(source);

/** The mark of an example that a node's name ends in. */
const markOf = (node: string): string => /@\d+$/.exec(node)?.[0] ?? '';

/** The quantity that a path is multiplied by from one node to the next; none where that is one, or in another factor. */
const factorBetween = (from: string, to: string, { hidden, sizes }: Run['world']): readonly string[] => {
  if (to.includes('×')) return to.split('×').filter((part) => part !== from);
  const [letter, layer = ''] = from.split('.');
  if (letter !== 'z') return [];
  const rest = from.slice('z.'.length);
  // ∂L/∂z at the output has the slopes of loss and sigmoid in it, and is a number even where one of the two is none.
  if (Number(layer) === sizes.length - 1) return [`dz.${rest}`];
  return [`${hidden === 'relu' ? 'gate' : 'slope'}.${rest}`];
};

const unitsOn = (nodes: readonly string[]): readonly number[] =>
  nodes.flatMap((node) => {
    const unit = /^a\.\d+\.(\d+)(@\d+)?$/.exec(node)?.[1];
    return unit === undefined ? [] : [Number(unit)];
  });

type Values = ReadonlyMap<string, number>;

const routesOf = (run: Place, step: number, source: string): readonly Route[] => {
  const { graph, routes } = shapeOf(run, step);
  const found = routes.get(source);
  if (found) return found;
  const paths = pathsFrom(graph, source).map(({ nodes }) => ({
    nodes,
    units: unitsOn(nodes),
    mark: markOf(nodes[1] ?? ''),
  }));
  const isAlone = new Set(paths.map(({ mark }) => mark)).size === paths.length;
  const made = paths.map(({ nodes, units, mark }): Route => {
    const factors = nodes.slice(1).flatMap((to, i) => factorBetween(nodes[i] ?? '', to, run.world));
    return {
      id: isAlone ? `d${idParts(source).plain}${mark}` : `path:${source}/${units.join('-')}${mark}`,
      factors: factors.toReversed(),
      units,
      example: idParts(mark).example,
    };
  });
  routes.set(source, made);
  return made;
};

const productOf = (id: string, ids: readonly string[], values: Values): Op => {
  const operands = ids.map((operand) => ({ id: operand, value: quantityIn(values, operand) }));
  return {
    phase: 'backward',
    id,
    kind: 'sum',
    operands,
    terms: [operands.map((_, index) => index)],
    // 0 + … so that nothing times a negative is 0, not −0.
    value: 0 + operands.reduce((running, { value }) => running * value, 1),
  };
};

/** Quantities added up, under a name; `value` is their sum unless given. */
export const addedUp = (id: string, parts: readonly Op[], value?: number): Op => ({
  phase: 'backward',
  id,
  kind: 'sum',
  operands: parts.map((part) => ({ id: part.id, value: part.value })),
  terms: parts.map((_, index) => [index]),
  value: value ?? parts.reduce((sum, part) => sum + part.value, 0),
});

/**
 * Every path from an input or a parameter to the loss, in the order of the units that it goes through. A path that is the
 * only one of its example brings a gradient, and bears its name. Throws RangeError as `pathsFrom`.
 */
export const waysOf = (run: Place, step: number, source: string): readonly Way[] => {
  const values = run.quantitiesAt(step);
  return keptWays(values, source, () =>
    routesOf(run, step, source).map(({ id, factors, units, example }) => ({
      op: productOf(id, factors, values),
      units,
      example,
    })),
  );
};

/** The operation that a path's name stands for. Throws RangeError for another name, or if the network has no such path. */
export const pathOp = (run: Place, step: number, id: string): Op => {
  const name = pathNameOf(id);
  const all = name ? waysOf(run, step, name.source).map(({ op }) => op) : [];
  const ops = name?.kind === 'sum' ? all : all.filter((op) => op.id === id || op.id.startsWith(`${id}-`));
  const [first, ...others] = ops;
  if (!first) throw new RangeError(`Expected a path of this network, found "${id}"`);
  return others.length === 0 ? { ...first, id } : addedUp(id, ops);
};

/** The mean of what several examples bring, as half of their sum where they are two. */
export const meanOf = (run: Place, step: number, source: string): Op => {
  const added = pathOp(run, step, `sum:${source}`);
  return {
    phase: 'backward',
    id: `d${source}`,
    kind: 'sum',
    operands: [
      { id: 'share', value: 1 / run.world.examples.length },
      { id: added.id, value: added.value },
    ],
    terms: [[0, 1]],
    value: quantityIn(run.quantitiesAt(step), `d${source}`),
  };
};

/** The same as one sum: of each example its share. */
export const sharesOf = (run: Place, step: number, source: string): Op => {
  const ways = waysOf(run, step, source);
  const share = { id: 'share', value: 1 / run.world.examples.length };
  return {
    ...meanOf(run, step, source),
    operands: ways.flatMap(({ op }) => [share, { id: op.id, value: op.value }]),
    terms: ways.map((_, i) => [2 * i, 2 * i + 1]),
  };
};

/** What all paths of a source bring, added: of one example. */
export const acrossOf = (run: Place, step: number, source: string): Op =>
  addedUp(
    `d${source}`,
    waysOf(run, step, source).map(({ op }) => op),
    quantityIn(run.quantitiesAt(step), `d${source}`),
  );

/** The names of what all paths through one unit of the first hidden layer bring, unit by unit. */
export const firstUnits = (run: Place, step: number, source: string): readonly string[] => [
  ...new Set(waysOf(run, step, source).map(({ units: [first] }) => `path:${source}/${first ?? ''}`)),
];

/** The same as `acrossOf`, added unit by unit of the first hidden layer. */
export const rowsOf = (run: Place, step: number, source: string): Op =>
  addedUp(
    `d${source}`,
    firstUnits(run, step, source).map((id) => pathOp(run, step, id)),
    quantityIn(run.quantitiesAt(step), `d${source}`),
  );

/**
 * A working by its name: a path's own, `across:x.1`, what all paths of a source bring, `rows:x.1`, the same unit by unit,
 * `mean:w.1.2.1`, half of what two examples bring together, or `shares:w.1.2.1`, half of what each brings. Undefined for
 * the name of another.
 */
export const pathWorking = (run: Place, step: number, name: string): Op | undefined => {
  const [kind, source = ''] = name.split(':');
  if (kind === 'across') return acrossOf(run, step, source);
  if (kind === 'rows') return rowsOf(run, step, source);
  if (kind === 'mean') return meanOf(run, step, source);
  if (kind === 'shares') return sharesOf(run, step, source);
  return isPathName(name) ? pathOp(run, step, name) : undefined;
};
