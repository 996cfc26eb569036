import { quantities, type Op } from '../../engine/index.ts';
import { chainOf, hasOnePath } from '../../story/chain.ts';
import { NUDGE } from '../../story/essay.ts';
import { idsIn, kept, settledCount, type Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { networkOf } from '../../story/world.ts';
import type { NetworkDials } from './dials.ts';

/** One parameter raised by a little, and what that did. */
export interface Nudge {
  readonly parameter: string;
  /** What has been added to it so far. */
  readonly amount: number;
  /** Every quantity after the nudge. */
  readonly after: ReadonlyMap<string, number>;
  /** Change of the loss: what the gradient promises, and what really happens. */
  readonly predicted: number;
  readonly actual: number;
}

/** What the network figure draws: a frame, with the nudge or the chain that its dials ask for. */
export interface NetworkFrame extends Frame<NetworkDials> {
  readonly nudge: Nudge | undefined;
}

const nudgeOf = ({ run, reading, step, all, dials }: Frame<NetworkDials>): Nudge | undefined => {
  if (dials.nudge === 0) return undefined;
  const parameter = reading.settings.param;
  const amount = dials.nudge * NUDGE;
  const theta = run
    .thetaAt(step)
    .map((value, i) => (run.parameters[i] === parameter ? value + amount : value));
  const after = quantities(networkOf(run.world, theta), run.world.examples);
  return {
    parameter,
    amount,
    after,
    predicted: quantityIn(all, `d${parameter}`) * amount,
    actual: quantityIn(after, 'loss') - quantityIn(all, 'loss'),
  };
};

const keptChain = kept<Op>();
const keptFactors = kept<ReadonlySet<string>>();

/** The chosen parameter's chain in place of the operation of the trace, where the dials ask for it. */
const chained = (frame: Frame<NetworkDials>): Pick<Frame, 'current' | 'inPlay'> => {
  const { all, run, reading, dials } = frame;
  if (dials.chain === 0 || !hasOnePath(run.world)) return frame;
  const { param } = reading.settings;
  const op = keptChain(all, param, () => chainOf(param, all, run.world));
  return {
    current: { op, fraction: Math.min(1, settledCount(dials.chain) / op.operands.length) },
    inPlay: keptFactors(op, '', () => idsIn([op])),
  };
};

/** What the network figure draws at a frame. */
export const networkFrameOf = (frame: Frame<NetworkDials>): NetworkFrame => ({
  ...frame,
  ...chained(frame),
  nudge: nudgeOf(frame),
});
