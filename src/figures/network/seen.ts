import type { ActivationName, Op } from '../../engine/index.ts';
import type { Frame } from '../../story/frame.ts';
import type { NetworkDials } from './dials.ts';

/** What of a frame the network's drawing depends on: all but how far the operation under way has got. */
export interface Seen {
  readonly known: Frame['known'];
  /** Every quantity of this training step, computed or not. */
  readonly all: Frame['all'];
  readonly inPlay: Frame['inPlay'];
  readonly op: Op | undefined;
  /** What the operation under way has as good as computed. */
  readonly arriving: string | undefined;
  readonly hidden: ActivationName;
  /** Which activations are named over their columns. */
  readonly met: NetworkDials['met'];
  /** Which example of several is shown, from 0; absent where there is but one. */
  readonly example: number | undefined;
}

/** The share of an operation after which its result is as good as there. */
const ARRIVED = 0.6;

/** What is as good as computed; a gradient that is being cleared goes. */
export const arrivingIn = ({ current }: Frame): string | undefined =>
  current && current.op.kind !== 'clear' && current.fraction > ARRIVED ? current.op.id : undefined;

/** The id of a quantity of the example shown: parameters belong to all examples and carry no suffix. */
export const idFor = (id: string, example: number | undefined): string =>
  example === undefined || /^[wb]\./.test(id) ? id : `${id}@${example}`;

export const knownOf = (seen: Seen, id: string): number | undefined =>
  seen.known.get(idFor(id, seen.example));
export const isInPlay = (seen: Seen, id: string): boolean => seen.inPlay.has(idFor(id, seen.example));
