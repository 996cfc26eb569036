import { format } from '../../story/format.ts';
import type { Frame } from '../../story/frame.ts';
import type { Geometry, Neuron } from '../layout/geometry.ts';
import { parameterAt } from '../layout/parameter-at.ts';
import { boxAround, grown, held, isOn, type Box, type Point } from '../layout/shapes.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Nudge } from './model.ts';
import { idFor } from './seen.ts';
import { moved, word, type Text } from './text.ts';

/** What raising one parameter did, as it is drawn. */
export interface Ripple {
  /** A ring around the parameter's number. */
  readonly ring: Box;
  readonly texts: readonly Text[];
}

const LOOK = { look: 'signal haloed' };

const signed = (value: number, written: string): string => (value > 0 ? '+' : '') + written;

/** By how much the two numbers of a neuron have changed, each over its cell, clear of one another. */
const changesOver = (
  g: Geometry,
  { layer, unit, isOutput, at }: Neuron,
  changeOf: (id: string) => number | undefined,
): readonly Text[] => {
  const size = g.type.letter;
  const quarter = g.capsule.width / 4;
  const y = at.y - g.capsule.height / 2 - size * 0.75;
  const over = (id: string, x: number): Text | undefined => {
    const change = changeOf(id);
    if (change === undefined || change === 0) return undefined;
    const room = g.capsule.width / 2 - widthOf(change > 0 ? '+' : '', size);
    return word(`change ${id}`, signed(change, fitted(change, room, size, 5)), { x, y }, size, LOOK);
  };
  const left = over(`z.${layer}.${unit}`, at.x - quarter);
  const right = over(isOutput ? 'yhat' : `a.${layer}.${unit}`, at.x + quarter);
  const atRight =
    right && moved(right, Math.min(Math.max(0, at.x + 2 - right.box.left), g.width - 1 - right.box.right));
  const limit = Math.min(at.x - 2, atRight ? atRight.box.left - 4 : Infinity);
  return [...(left ? [moved(left, Math.min(0, limit - left.box.right))] : []), ...(atRight ? [atRight] : [])];
};

/** Over, after, under and before a ring, then off its corners. */
const SIDES: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0.8, y: -0.9 },
  { x: -0.8, y: -0.9 },
  { x: 0.8, y: 0.9 },
  { x: -0.8, y: 0.9 },
];

/** By how much the parameter was raised, by its ring: at the nearest place where nothing else is written. */
const riseBeside = (g: Geometry, amount: number, ring: Box, written: readonly Text[]): Text => {
  const size = g.type.letter;
  const text = signed(amount, format(amount, 5));
  const half = widthOf(text, size) / 2;
  const middle = { x: (ring.left + ring.right) / 2, y: (ring.top + ring.bottom) / 2 };
  const off = { x: (ring.right - ring.left) / 2 + half + 5, y: (ring.bottom - ring.top) / 2 + size * 0.6 };
  const texts = [0, 8, 16, 26, 38].flatMap((away) =>
    SIDES.map(({ x, y }) => {
      const at = { x: middle.x + x * (off.x + away), y: middle.y + y * (off.y + away) };
      return word('rise', text, { x: held(at.x, half + 1, g.width - half - 1), y: at.y }, size, LOOK);
    }),
  );
  const isFree = ({ box }: Text): boolean =>
    box.left >= 0 &&
    box.right <= g.width &&
    box.top >= 0 &&
    box.bottom <= g.height &&
    !written.some((other) => isOn(box, other.box));
  return texts.find(isFree) ?? word('rise', text, { x: middle.x, y: middle.y - off.y }, size, LOOK);
};

/** What the loss did, and what the gradient had promised, under an upright gauge with room for it. */
const outcomeOf = (g: Geometry, nudge: Nudge): readonly Text[] => {
  const size = g.type.letter;
  const { loss, isUpright } = g.gauge;
  const below = (line: number): Point => ({ x: g.width - 2, y: loss.number.y + 8 + 22 * line });
  if (!isUpright || below(2).y + size > g.height) return [];
  const told = (value: number): string => signed(value, format(value, 5));
  return [
    word('actual', `changed by ${told(nudge.actual)}`, below(1), size, { anchor: 'end', look: 'signal' }),
    word('predicted', `promised ${told(nudge.predicted)}`, below(2), size, {
      anchor: 'end',
      look: 'gradient',
    }),
  ];
};

/**
 * The change of every number downstream of a parameter, and what the gradient had promised; `written` is what the network
 * itself says.
 */
export const rippleOf = (
  all: Frame['all'],
  nudge: Nudge,
  g: Geometry,
  example: number | undefined,
  written: readonly Text[],
): Ripple => {
  const own = written.find(({ key }) => key === nudge.parameter);
  const ring = own
    ? grown(own.box, 5)
    : boxAround(parameterAt(g, nudge.parameter), { width: 24, height: 24 });
  const changeOf = (id: string): number | undefined => {
    const [before, after] = [all.get(idFor(id, example)), nudge.after.get(idFor(id, example))];
    return before === undefined || after === undefined ? undefined : after - before;
  };
  const changes = g.neurons.flat().flatMap((neuron) => changesOver(g, neuron, changeOf));
  const outcome = outcomeOf(g, nudge);
  return {
    ring,
    texts: [riseBeside(g, nudge.amount, ring, [...written, ...changes, ...outcome]), ...changes, ...outcome],
  };
};
