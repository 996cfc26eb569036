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
