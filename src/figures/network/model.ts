import type { Op } from '../../engine/index.ts';
import { idsIn, kept, type Frame } from '../../story/frame.ts';
import { operationNamed } from '../../story/working.ts';
import type { NetworkDials } from './dials.ts';

/** What the network figure draws: a frame, with the working that its dials ask for in place of the trace's. */
export type NetworkFrame = Frame<NetworkDials>;

const keptWorking = kept<Op>();
const keptIds = kept<ReadonlySet<string>>();

type Pointed = Pick<Frame, 'current' | 'inPlay'>;

const pointedAt = (op: Op): Pointed => ({
  current: { op, fraction: 1 },
  inPlay: keptIds(op, '', () => idsIn([op])),
});

/** A working of the step that is shown: the same object for as long as its numbers hold. */
const worked = ({ all, reading, step, world }: Frame<NetworkDials>, of: string): Pointed =>
  pointedAt(keptWorking(all, of, () => operationNamed(reading, { of, at: String(step), world })));

/** What is pointed out, and what it is made of. */
const pointed = (frame: Frame<NetworkDials>): Pointed => {
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
