import { format, formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import type { Nudge } from '../../story/nudge.ts';
import { pointOn, type Point } from '../layout/shapes.ts';
import { downstreamOf, onwardFrom } from '../sketch/sketch.ts';
import type { Layout } from './layout.ts';

/** A node of the sketch as the ripple finds it. */
export interface Rippled {
  readonly id: string;
  readonly name: string;
  readonly at: Point;
  /** Whether the ripple has come here and changed it. */
  readonly isReached: boolean;
  readonly value: number;
  readonly change: number;
}

export interface Ripple {
  readonly nodes: readonly Rippled[];
  /** Lines that the ripple has gone along. */
  readonly lit: ReadonlySet<string>;
  /** Where the ripple has come to an end before the output; undefined where it goes through. */
  readonly stop: Point | undefined;
  /** Where the chosen parameter and its rise are written. */
  readonly rise: Point;
  readonly hasLoss: boolean;
}

/** When the ripple arrives at the first unit downstream, and when at the output. */
const ARRIVALS = { hidden: 0.3, output: 0.8 } as const;

const nodesOf = ({
  sketch,
}: Layout): readonly { readonly id: string; readonly name: string; readonly at: Point }[] => [
  ...sketch.hidden.map((at, j) => ({ id: `a.1.${j + 1}`, name: `unit ${j + 1}`, at })),
  { id: 'yhat', name: 'ŷ', at: sketch.output },
];

const riseAt = ({ sketch, isWide }: Layout, parameter: string): Point => {
  const one = sketch.ones.get(parameter);
  if (one) return { x: one.x + (isWide ? 62 : 48), y: one.y + (isWide ? 2 : 0) };
  const line = sketch.lines.get(parameter);
  if (!line) throw new RangeError(`Expected a parameter of the sketch, found "${parameter}"`);
  const middle = pointOn(line, 0.5);
  if (isWide) return middle;
  // On little room the outermost lines run close by the inputs: over the one, under the other.
  const away = { 'w.1.1.1': -18, 'w.1.3.2': 18 }[parameter];
  return away === undefined ? middle : { x: middle.x - 24, y: middle.y + away };
};

/** The ripple of a nudge when so much of it (0 to 1) has gone through the network. */
export const rippleOf = (nudge: Nudge, share: number, isTold: boolean, layout: Layout): Ripple => {
  const { parameter, before, after, outcome } = nudge;
  const downstream = downstreamOf(parameter);
  const isStill = (id: string): boolean => quantityIn(after, id) === quantityIn(before, id);
  const isThere = (id: string): boolean =>
    downstream.includes(id) && share >= (id === 'yhat' ? ARRIVALS.output : ARRIVALS.hidden);
  const nodes = nodesOf(layout).map((node) => {
    const isReached = isThere(node.id) && !isStill(node.id);
    const value = quantityIn(isReached ? after : before, node.id);
    return { ...node, isReached, value, change: quantityIn(after, node.id) - quantityIn(before, node.id) };
  });
  const [first] = downstream;
  const onward = onwardFrom(parameter);
  const stops = nodes.filter(({ id }) => id === first && isThere(id) && isStill(id));
  const isThrough = onward !== undefined && first !== undefined && isThere(first) && !isStill(first);
  return {
    nodes,
    lit: new Set([...(share > 0 ? [parameter] : []), ...(isThrough ? [onward] : [])]),
    stop: stops[0]?.at,
    rise: riseAt(layout, parameter),
    hasLoss: isTold && outcome !== 0,
  };
};

/** A change with its sign, in as many characters at most. */
export const signed = (change: number, characters: number, decimals = 4): string =>
  `${change > 0 ? '+' : ''}${characters < 7 ? formatFit(change, characters, decimals) : format(change, decimals)}`;
