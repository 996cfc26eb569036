import { describe, expect, test } from 'vitest';
import { NETWORK_DIALS, type NetworkDials } from '@/figures/network/dials.ts';
import { networkFrameOf } from '@/figures/network/model.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';

const frameAt = (settings: Settings, cursor: string, dials: Partial<NetworkDials>) =>
  networkFrameOf(frameOf(readingOf(settings), momentOf({ cursor, dials }), NETWORK_DIALS));

describe('the network figure', () => {
  test('lights the factors of a chain one by one, and at the end of the path all of it', () => {
    const at = (chain: number) => frameAt(DEFAULTS, 'dx.2', { chain });
    const factors = at(1).current?.op.operands.length ?? NaN;
    expect(factors).toBe(5);
    expect(at(2).current?.fraction).toBe(2 / factors);
    expect(at(factors - 0.5).current?.fraction).toBeLessThan(1);
    expect(at(factors - 0.01).current?.fraction).toBe(1);
    expect([...at(1).inPlay].toSorted()).toEqual(
      ['dw.1.1.1', 'dyhat', 'slope.2.1', 'w.2.1.1', 'gate.1.1', 'x.1'].toSorted(),
    );
  });

  test('points out what its focus asks for, with the numbers of the step shown', () => {
    expect(frameAt(DEFAULTS, 'dz.2.1', { focus: 'error' }).current?.op).toMatchObject({
      id: 'dz.2.1',
      operands: [{ id: 'yhat' }, { id: 'y', value: 1 }, { id: 'yhat' }],
    });
    const update = frameAt({ ...DEFAULTS, param: 'b.2.1' }, 'dx.2', { focus: 'update' }).current?.op;
    expect(update).toMatchObject({ id: 'b.2.1', kind: 'update' });
    const all = frameAt(DEFAULTS, 'dx.2', { focus: 'all' });
    for (const id of PARAMETERS) expect(all.inPlay.has(`d${id}`), id).toBe(true);
    expect(frameAt(DEFAULTS, 'dx.2', {}).inPlay.has('dw.1.1.1')).toBe(false);
    expect(frameAt(DEFAULTS, 'loss', { focus: 'loss' }).current).toBeUndefined();
  });
});
