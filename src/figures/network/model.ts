import { quantities, type Op } from '../../engine/index.ts';
import { chainOf, hasOnePath } from '../../story/chain.ts';
import { NUDGE } from '../../story/essay.ts';
import { idsIn, kept, settledCount, type Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { networkOf } from '../../story/world.ts';
import { operationNamed } from '../../story/working.ts';
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
const keptWorking = kept<Op>();
const keptIds = kept<ReadonlySet<string>>();

type Pointed = Pick<Frame, 'current' | 'inPlay'>;

const pointedAt = (op: Op, fraction = 1): Pointed => ({
  current: { op, fraction },
  inPlay: keptIds(op, '', () => idsIn([op])),
});

/** The chosen parameter's chain in place of the operation of the trace, where the dials ask for it. */
const chained = ({ all, run, reading, dials }: Frame<NetworkDials>): Pointed => {
  const { param } = reading.settings;
  const op = keptChain(all, param, () => chainOf(param, all, run.world));
  return pointedAt(op, Math.min(1, settledCount(dials.chain) / op.operands.length));
};

/** A working of the step that is shown: the same object for as long as its numbers hold. */
const worked = ({ all, reading, step, world }: Frame<NetworkDials>, of: string): Pointed =>
  pointedAt(keptWorking(all, of, () => operationNamed(reading, { of, at: String(step), world })));

/** What is pointed out, and what it is made of. */
const pointed = (frame: Frame<NetworkDials>): Pointed => {
  if (frame.dials.chain > 0 && hasOnePath(frame.run.world)) return chained(frame);
  switch (frame.dials.focus) {
    case '':
      return frame;
    case 'loss':
      return { current: undefined, inPlay: keptIds(frame.all, 'loss', () => new Set(['loss'])) };
    case 'all':
      return {
        current: frame.current,
        inPlay: keptIds(frame.known, 'all', () => new Set(frame.known.keys())),
      };
    case 'error':
    case 'update':
      return worked(
        frame,
        frame.dials.focus === 'error' ? 'error' : `update:${frame.reading.settings.param}`,
      );
  }
};

/** What the network figure draws at a frame. */
export const networkFrameOf = (frame: Frame<NetworkDials>): NetworkFrame => ({
  ...frame,
  ...pointed(frame),
  nudge: nudgeOf(frame),
});
