import type { LayerMessage } from '../../engine/index.ts';
import type { Side } from './side.ts';

// What the reader is asked to do, and how the engine tells that it is done. Of one network at a time; nothing counts that
// is not a number, that is exactly nothing, or that one single step has done.

export const GOALS = ['lose', 'swell', 'hold'] as const;
export type GoalName = (typeof GOALS)[number];

/** All but so much of it is lost; it has swollen so often; so much, and its inverse, are the dotted lines. */
export const LOST = 1e-3;
export const SWOLLEN = 1e3;
export const BAND = 10;
/** So many steps at least have to do it together, and none of them more than so much of it alone. */
export const STEPS = 4;
export const ONE_STEP = 100;
/** A network of so many layers is to be held. */
export const HELD_LAYERS = 12;

/** What keeps a network from a goal. */
export type Reason = 'done' | 'short' | 'silent' | 'single' | 'far';

export interface Verdict {
  readonly side: Side;
  readonly reason: Reason;
  /** The layer that a reason is about: where it falls silent, or the single step. */
  readonly layer?: number;
}

/** What a goal looks at: how loud the message is in each layer, and what each step makes of it. */
export interface Heard {
  readonly layers: readonly Pick<LayerMessage, 'layer' | 'decades' | 'factor'>[];
}
type HeardLayer = Heard['layers'][number];

/** What a network is told of a goal, without the network. */
type Finding = Omit<Verdict, 'side'>;

/** The layer nearest to the output in which exactly nothing arrives. */
export const silentFrom = ({ layers }: Heard): number | undefined =>
  layers.findLast(({ decades }) => !(decades > -Infinity && decades < Infinity))?.layer;

/** The steps between hidden layers. */
const stepsOf = ({ layers }: Heard): readonly HeardLayer[] => layers.slice(0, -1);

const isInBand = ({ decades }: HeardLayer): boolean => Math.abs(decades) <= Math.log10(BAND);

/** How many of the bars are between the dotted lines. */
export const heldIn = ({ layers }: Heard): number => layers.filter(isInBand).length;

/** Whether the message has changed by `share` on its way to layer 1, by many steps and not by one. */
const changed = (
  side: Heard,
  isOver: (decades: number) => boolean,
  isWild: (factor: number) => boolean,
): Finding => {
  const silent = silentFrom(side);
  if (silent !== undefined) return { reason: 'silent', layer: silent };
  const first = side.layers[0];
  if (!first || !isOver(first.decades)) return { reason: 'far' };
  if (stepsOf(side).length < STEPS) return { reason: 'short' };
  const single = stepsOf(side).findLast(({ factor }) => factor !== undefined && isWild(factor));
  return single ? { reason: 'single', layer: single.layer } : { reason: 'done' };
};

const CHECKS: Readonly<Record<GoalName, (side: Heard) => Finding>> = {
  lose: (side) =>
    changed(
      side,
      (decades) => decades < Math.log10(LOST),
      (factor) => factor < 1 / ONE_STEP,
    ),
  swell: (side) =>
    changed(
      side,
      (decades) => decades > Math.log10(SWOLLEN),
      (factor) => factor > ONE_STEP,
    ),
  hold: (side) => {
    if (side.layers.length < HELD_LAYERS) return { reason: 'short' };
    const silent = silentFrom(side);
    if (silent !== undefined) return { reason: 'silent', layer: silent };
    return { reason: side.layers.every(isInBand) ? 'done' : 'far' };
  },
};

/** Whether a way back has come to a goal. */
export const isDoneBy = (goal: GoalName, heard: Heard): boolean => CHECKS[goal](heard).reason === 'done';

/** What keeps each network from a goal, the one nearest to it first. */
export const verdictsOf = (goal: GoalName, sides: readonly Side[]): readonly Verdict[] => {
  const order: readonly Reason[] = ['done', 'single', 'short', 'far', 'silent'];
  const nearness = ({ side, reason }: Verdict): number => {
    const first = side.layers[0]?.decades ?? NaN;
    const way = goal === 'lose' ? first : goal === 'swell' ? -first : -heldIn(side);
    return 1e6 * order.indexOf(reason) + Math.max(-1e5, Math.min(1e5, way));
  };
  return sides.map((side) => ({ side, ...CHECKS[goal](side) })).sort((a, b) => nearness(a) - nearness(b));
};

export const isDone = (goal: GoalName, sides: readonly Side[]): boolean =>
  verdictsOf(goal, sides).some(({ reason }) => reason === 'done');
