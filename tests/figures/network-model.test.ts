import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantities } from '@/engine/index.ts';
import { NETWORK_DIALS, type NetworkDials } from '@/figures/network/dials.ts';
import { networkFrameOf } from '@/figures/network/model.ts';
import { NUDGE, PARAMETERS } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { networkOf, worldOf } from '@/story/world.ts';
import { plainSettings } from '../story/arbitrary.ts';

const frameAt = (settings: Settings, cursor: string, dials: Partial<NetworkDials>) =>
  networkFrameOf(frameOf(readingOf(settings), momentOf({ cursor, dials }), NETWORK_DIALS));

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

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

  test('of a nudge says what the gradient promises and what really happens', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const { nudge } = frameAt(settings, 'loss', { nudge: 1 });
        const world = worldOf('essay', settings);
        const raised = settings.theta.map((v, p) => (PARAMETERS[p] === settings.param ? v + NUDGE : v));
        const before = quantities(networkOf(world), world.examples);
        const after = quantities(networkOf(world, raised), world.examples);
        expect(isClose(nudge!.actual, after.get('loss')! - before.get('loss')!)).toBe(true);
        expect(isClose(nudge!.predicted, NUDGE * before.get(`d${settings.param}`)!)).toBe(true);
      }),
      { numRuns: 100 },
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
