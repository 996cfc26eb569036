import { costOf, keptFor, parameterCount, type Cost } from '../../engine/index.ts';
import { DEEP_LAYERS } from '../../story/essay.ts';
import type { Frame } from '../../story/frame.ts';
import { costSizes } from '../../story/studies/cost.ts';
import type { ChainCostDials } from './dials.ts';

/** A way to all gradients, and what it takes. */
export interface Way {
  readonly name: 'pathByPath' | 'nudging' | 'backprop';
  /** The name of its count as a quantity. */
  readonly q: string;
  readonly text: string;
  readonly count: number;
  /** The same count with 1, 2, … hidden layers, up to those that are drawn. */
  readonly milestones: readonly number[];
}

/** What the figure draws. */
export interface CostPicture {
  /** Hidden layers drawn. */
  readonly depth: number;
  readonly width: number;
  /** Whether the depth is the one that is set, or the whole of the text's: what is counted then is what the study's numbers say. */
  readonly isWhole: boolean;
  /** From one weight of the first layer: paths that reach each hidden layer, in order. */
  readonly paths: readonly number[];
  readonly ways: readonly Way[];
  readonly kept: number;
  readonly parameters: number;
}

const WAYS: readonly Pick<Way, 'name' | 'q' | 'text'>[] = [
  { name: 'pathByPath', q: 'cost.paths', text: 'every path by itself' },
  { name: 'nudging', q: 'cost.nudge', text: 'nudge every parameter, up and down' },
  { name: 'backprop', q: 'cost.backprop', text: 'backpropagation' },
];

const costAt = (depth: number, width: number): Cost =>
  costOf(costSizes({ 'cost.depth': depth, 'cost.width': width }));

/** The picture at a frame: the scroll grows the network layer by layer, until the reader sets how deep it is. */
export const costPictureOf = ({ dials, reading }: Frame<ChainCostDials>): CostPicture => {
  const { 'cost.depth': set, 'cost.width': width } = reading.settings;
  const whole = set ?? DEEP_LAYERS;
  const depth = set ?? 1 + Math.round(dials.grown * (whole - 1));
  const costs = Array.from({ length: depth }, (_, i) => costAt(i + 1, width));
  const last = costAt(depth, width);
  return {
    depth,
    width,
    isWhole: depth === whole,
    paths: Array.from({ length: depth }, (_, i) => width ** i),
    ways: WAYS.map((way) => ({
      ...way,
      count: last[way.name],
      milestones: costs.map((cost) => cost[way.name]),
    })),
    kept: keptFor(costSizes({ 'cost.depth': depth, 'cost.width': width })),
    parameters: parameterCount(costSizes({ 'cost.depth': depth, 'cost.width': width })),
  };
};

/** What the figure shows, in words. */
export const costInWords = ({ depth, width, paths, ways, parameters }: CostPicture): string => {
  const layers = depth === 1 ? 'one hidden layer' : `${depth} hidden layers`;
  const units = width === 1 ? 'one unit' : `${width} units`;
  const ends = paths[paths.length - 1] ?? NaN;
  return [
    `A network with ${layers} of ${units}, ${parameters} parameters.`,
    `From one weight of the first layer ${ends === 1 ? 'one path leads' : `${ends} paths lead`} to the loss.`,
    `Multiplications for all gradients: ${ways.map(({ text, count }) => `${text} ${count}`).join('; ')}.`,
  ].join(' ');
};
