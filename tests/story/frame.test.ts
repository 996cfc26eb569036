import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkFrom, quantities, step as stepped, trace } from '@/engine/index.ts';
import { placeIn, type Cursor, type CursorName } from '@/story/cursor.ts';
import { PARAMETERS, RUN_STEPS } from '@/story/essay.ts';
import { frameOf, idsIn, quantityOf, settledCount } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf, type Dials, type Move } from '@/story/timeline.ts';
import { networkOf as networkIn, worldOf, WORLD_NAMES } from '@/story/world.ts';
import { plainSettings } from './arbitrary.ts';
import { ACTIVATIONS, readingOnly, worldWith } from './worlds.ts';

const networkOf = ({ theta }: Settings) => networkFrom({ sizes: [2, 3, 1], theta });
const exampleOf = ({ x, y }: Settings) => ({ input: x, target: [y] });
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

const essayOps = readingOf(DEFAULTS).run.traceAt(0);
/** How many operations of the essay's own trace are done at a place. */
const after = (name: CursorName): number => placeIn(essayOps, name);
/** A cursor where so many operations of the two passes are done; a fraction is under way. */
const cursorOf = (place: number): Cursor => {
  const name = (count: number): CursorName => (count === 0 ? 'start' : essayOps[count - 1]!.id);
  const t = place - Math.floor(place);
  return { begin: name(Math.floor(place)), end: name(Math.ceil(place)), t: t === 0 ? 1 : t };
};
const frameAt = (settings: Settings, place: number | CursorName, more: Move & { from?: CursorName } = {}) =>
  frameOf(
    readingOf(settings),
    momentOf({ ...more, ...(typeof place === 'string' ? { cursor: place } : { moving: cursorOf(place) }) }),
    {},
  );

describe('a frame', () => {
  test('knows the inputs, the target and the parameters from the start, and nothing else', () => {
    const { known, current } = frameAt(DEFAULTS, 0);
    expect([...known.keys()].toSorted()).toEqual(['eta', 'x.1', 'x.2', 'y', ...PARAMETERS].toSorted());
    expect(current).toBeUndefined();
  });

  test.each(WORLD_NAMES)('knows what is given and nothing else from the start, in the world %s', (world) => {
    const { known, run } = frameAt(DEFAULTS, 'start', { world });
    const days = run.world.examples.length;
    const given = ['x.1', 'x.2', 'y'].flatMap((id) =>
      days === 1 ? [id] : Array.from({ length: days }, (_, day) => `${id}@${day}`),
    );
    expect([...known.keys()].toSorted()).toEqual(['eta', ...given, ...run.parameters].toSorted());
  });

  test('at every cursor has what has been computed, equal to the engine’s, and nothing that has not', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const { ops } = trace(networkOf(settings), exampleOf(settings), { learningRate: settings.eta });
        const values = quantities(networkOf(settings), exampleOf(settings));
        const passes = ops.filter(({ phase }) => phase === 'forward' || phase === 'backward');
        for (let cursor = 0; cursor <= passes.length; cursor++) {
          const { known } = frameAt(settings, cursor);
          passes.forEach(({ id }, index) => {
            if (index >= cursor === known.has(id)) throw new Error(`${id} at ${cursor}: ${known.get(id)}`);
            if (index < cursor && !isClose(known.get(id)!, values.get(id)!))
              throw new Error(`Expected ${id} = ${values.get(id)} at ${cursor}, found ${known.get(id)}`);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('half-way through an operation does not know its result yet', () => {
    const cursor = after('z.1.1');
    const { known, current } = frameAt(DEFAULTS, cursor - 0.5);
    expect(known.has('z.1.1')).toBe(false);
    expect(current?.op.id).toBe('z.1.1');
    expect(current?.fraction).toBeCloseTo(0.5, 9);
    expect(frameAt(DEFAULTS, cursor).current).toMatchObject({ fraction: 1, op: { id: 'z.1.1' } });
  });

  test('shows the result of an operation wherever the operation is over, and nowhere before', () => {
    const end = after('dx.2');
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: end, noNaN: true }), (cursor) => {
        const { known, current } = frameAt(DEFAULTS, cursor);
        if (!current) throw new Error(`Expected an operation at ${cursor}, found none`);
        expect(known.has(current.op.id)).toBe(current.fraction === 1);
      }),
      { numRuns: 500, examples: [[end - 0.985], [end - 0.015], [end - 0.03], [end]] },
    );
  });

  test('ends each of several operations of one step before the next one begins', () => {
    const before = after('z.1.1');
    const { known, current } = frameAt(DEFAULTS, before - 0.01);
    expect(known.has('z.1.1')).toBe(true);
    expect(current).toMatchObject({ fraction: 1, op: { id: 'z.1.1' } });
  });

  test('plays the same stretch of names on every network, whatever is computed on the way', () => {
    for (const hidden of ACTIVATIONS) {
      const reading = readingOnly(worldWith({ hidden }));
      const ops = reading.run.traceAt(0);
      const moment = momentOf({ moving: { begin: 'z.2.1', end: 'dz.2.1', t: 0.5 } });
      const { known, current } = frameOf(reading, moment, {});
      const half = (placeIn(ops, 'z.2.1') + placeIn(ops, 'dz.2.1')) / 2;
      expect(current?.op.id).toBe(ops[Math.ceil(half) - 1]?.id);
      expect(known.has('z.2.1')).toBe(true);
      expect(known.has('dz.2.1')).toBe(false);
    }
  });

  test('keeps the gradients frozen while the parameters move, and moves these as gradient descent does', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const measured = quantities(networkOf(settings), exampleOf(settings));
        const moved = stepped(networkOf(settings), [exampleOf(settings)], { learningRate: settings.eta });
        const updated = quantities(moved, exampleOf(settings));
        for (let count = 0; count <= PARAMETERS.length; count++) {
          const moving = { begin: 'dx.2', end: 'update', t: count / PARAMETERS.length };
          const { known } = frameOf(readingOf(settings), momentOf({ moving }), {});
          const wrong = PARAMETERS.filter((id, p) => {
            const expected = p < count ? updated : measured;
            return (
              known.get(`d${id}`) !== measured.get(`d${id}`) || !isClose(known.get(id)!, expected.get(id)!)
            );
          });
          expect(wrong, `after ${count}`).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('has no gradient left after clearing, and the next step’s parameters', () => {
    const { known } = frameAt(DEFAULTS, 'clear');
    expect([...known.keys()].filter((id) => /^d[wbzax]|^dyhat/.test(id))).toEqual([]);
    expect(PARAMETERS.map((id) => known.get(id))).toEqual(readingOf(DEFAULTS).run.thetaAt(1));
  });

  test('one step on is the frame of the run’s next step', () => {
    const later = frameAt(DEFAULTS, 'loss', { step: 1 });
    expect(later.step).toBe(1);
    expect(later.known.get('loss')!.toFixed(4)).toBe('0.4303');
    const set = frameAt({ ...DEFAULTS, step: 1 }, 'loss');
    expect(set.known).toEqual(later.known);
  });

  test('at the last step of the run still has an update with a result', () => {
    const last = frameAt({ ...DEFAULTS, step: RUN_STEPS }, 'update', { step: 1 });
    for (const id of PARAMETERS) expect(last.known.get(id)).toSatisfy(Number.isFinite);
  });

  test('of a world is of that world’s own network, data and step', () => {
    const settings = { ...DEFAULTS, step: 3 };
    for (const world of WORLD_NAMES) {
      const frame = frameAt(settings, 'update', { world, step: 2 });
      const { examples } = worldOf(world, settings);
      const run = readingOf(settings).in(world);
      expect([frame.world, frame.run, frame.step]).toEqual([world, run, 5]);
      expect(frame.all).toEqual(quantities(networkIn(run.world, run.thetaAt(5)), examples));
      expect(quantityOf(frame, 'loss')).toBe(frame.all.get('loss'));
      const next = run.thetaAt(6);
      run.parameters.forEach((id, p) =>
        expect(isClose(frame.known.get(id)!, next[p]!), `${id} in ${world}`).toBe(true),
      );
    }
  });

  test('of a batch adds up the means one example at a time', () => {
    const ops = readingOf(DEFAULTS).in('two-days').traceAt(0);
    const frame = (place: number) =>
      frameOf(
        readingOf(DEFAULTS),
        momentOf({
          world: 'two-days',
          moving: { begin: 'start', end: 'loss', t: place / placeIn(ops, 'loss') },
        }),
        {},
      );
    const end = placeIn(ops, 'loss');
    const [first, second] = [end - 1, end].map((place) => frame(place));
    expect(first?.known.get('loss')).toBe(quantityOf(first!, 'loss@0') / 2);
    expect(second?.known.get('loss')).toBeCloseTo(quantityOf(second!, 'loss'), 14);
  });
});

describe('what is in play', () => {
  test('is what has been computed since the scene began, and what it was computed from', () => {
    const { inPlay } = frameAt(DEFAULTS, 'z.1.1', { from: 'start' });
    expect([...inPlay].toSorted()).toEqual(['b.1.1', 'w.1.1.1', 'w.1.1.2', 'x.1', 'x.2', 'z.1.1']);
    expect(frameAt(DEFAULTS, 'z.1.1', { from: 'z.1.1' }).inPlay.size).toBe(0);
  });

  test('has in it the operation that is under way', () => {
    const { inPlay } = frameAt(DEFAULTS, after('gate.1.2') - 0.5, { from: 'gate.1.1' });
    expect(inPlay.has('gate.1.2')).toBe(true);
    expect(inPlay.has('gate.1.3')).toBe(false);
  });

  test('is the same object from frame to frame as long as nothing is added to it', () => {
    const [a, b, c] = [0.2, 0.7, 1.2].map((t) => frameAt(DEFAULTS, after('z.1.1') + t));
    expect(b?.inPlay).toBe(a?.inPlay);
    expect(b?.known).toBe(a?.known);
    expect(c?.inPlay).not.toBe(a?.inPlay);
    expect(c?.known).not.toBe(a?.known);
  });

  test('idsIn(ops) is everything that they compute and read', () => {
    expect([...idsIn(essayOps.filter(({ id }) => id === 'dz.2.1').slice(0, 1))]).toEqual([
      'dz.2.1',
      'dyhat',
      'slope.2.1',
    ]);
    expect(idsIn([]).size).toBe(0);
  });
});

describe('a figure’s dials', () => {
  const defaults: Dials & { readonly probe: number; readonly lens: string } = { probe: 0.5, lens: 'words' };
  const dialsOf = (dials: Dials) => frameOf(readingOf(DEFAULTS), momentOf({ dials }), defaults).dials;

  test('are those that the scene has set, and else its defaults', () => {
    expect(dialsOf({})).toEqual(defaults);
    expect(dialsOf({ probe: -1 })).toEqual({ probe: -1, lens: 'words' });
    expect(dialsOf({ lens: 'symbols' })).toEqual({ probe: 0.5, lens: 'symbols' });
  });

  test('come with the scene and the figure that they are of', () => {
    const frame = frameOf(readingOf(DEFAULTS), momentOf({ figure: 'bill' }), defaults);
    expect([frame.figure, frame.scene, frame.reading]).toEqual(['bill', '', readingOf(DEFAULTS)]);
  });
});

test('settledCount(count) takes what is as good as over as a whole one', () => {
  expect([0, 0.5, 0.97, 0.985, 1, 3.99, 4.01].map(settledCount)).toEqual([0, 0.5, 0.97, 1, 1, 4, 4.01]);
});

test('a frame belongs to its own reading: another η is another trace', () => {
  const [slow, fast] = [0.1, 2].map((eta) => frameAt({ ...DEFAULTS, eta }, 'update'));
  expect(slow?.known.get('eta')).toBe(0.1);
  expect(fast?.known.get('eta')).toBe(2);
  expect(slow?.known.get('w.1.1.1')).not.toBe(fast?.known.get('w.1.1.1'));
  expect(runOf(worldOf('essay', { ...DEFAULTS, eta: 2 }))).toBe(fast?.run);
});
