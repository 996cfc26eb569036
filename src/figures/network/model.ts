import type { Op } from '../../engine/index.ts';
import { chainOf, hasOnePath } from '../../story/chain.ts';
import { idsIn, kept, settledCount, type Frame } from '../../story/frame.ts';
import { operationNamed } from '../../story/working.ts';
import type { NetworkDials } from './dials.ts';

/** What the network figure draws: a frame, with the chain or the working that its dials ask for in place of the trace's. */
export type NetworkFrame = Frame<NetworkDials>;

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
});
