import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dialsAt, momentAt, momentOf, stopsOf, type Dials, type Scene } from '@/story/timeline.ts';

describe('what a scene does not say stays as it is', () => {
  const scene = (id: string, rest: Partial<Scene>): Scene => ({ id, title: id, steps: [{}], ...rest });
  const ends = (...scenes: readonly Scene[]) => stopsOf(scenes).map(({ end }) => end);

  test('and a chapter begins with the network, before anything has been computed', () => {
    expect(ends(scene('one', {}))).toEqual([
      { figure: 'network', world: 'essay', cursor: 'start', step: 0, dials: {}, from: 'start' },
    ]);
  });

  test('from step to step and from scene to scene: figure, world, cursor, training step and dials', () => {
    const [first, second, third] = ends(
      scene('one', {
        opens: { cursor: 'loss', step: 2, dials: { nudge: 1 } },
        steps: [{}, { dials: { chain: 3 } }],
      }),
      scene('two', { steps: [{ cursor: 'dyhat' }] }),
    );
    expect(first).toMatchObject({ cursor: 'loss', step: 2, dials: { nudge: 1 } });
    expect(second).toMatchObject({ cursor: 'loss', step: 2, dials: { nudge: 1, chain: 3 } });
    expect(third).toMatchObject({ cursor: 'dyhat', step: 2, dials: { nudge: 1, chain: 3 } });
  });

  test('but another figure begins with its own defaults', () => {
    const [, bill, back] = ends(
      scene('one', { steps: [{ dials: { nudge: 1 } }] }),
      scene('two', { opens: { figure: 'bill' }, steps: [{ dials: { bill: 1 } }] }),
      scene('three', { opens: { figure: 'network', dials: { chain: 1 } } }),
    );
    expect([bill?.figure, bill?.dials]).toEqual(['bill', { bill: 1 }]);
    expect([back?.figure, back?.dials]).toEqual(['network', { chain: 1 }]);
    const [, same] = ends(
      scene('one', { steps: [{ dials: { nudge: 1 } }] }),
      scene('two', { opens: { figure: 'network' } }),
    );
    expect(same?.dials).toEqual({ nudge: 1 });
  });

  test('and where a figure comes on with a step, its dials come from their own defaults', () => {
    const scenes = [
      scene('one', { opens: { dials: { share: 5 } }, steps: [{}, { figure: 'bill', dials: { share: 1 } }] }),
    ];
    const moment = momentAt(scenes, 1)!;
    expect([moment.figure, moment.begin, moment.end]).toEqual(['bill', {}, { share: 1 }]);
    expect(dialsAt({ share: 0.5 }, moment)).toEqual({ share: 0.5 });
  });

  test('and another world begins before anything has been computed, at the reader’s own training step', () => {
    const [, elsewhere, there] = ends(
      scene('one', { opens: { cursor: 'loss', step: 2 } }),
      scene('two', { opens: { world: 'squared' }, steps: [{}, { cursor: 'loss', step: 1 }] }),
    );
    expect(elsewhere).toMatchObject({ world: 'squared', cursor: 'start', step: 0 });
    expect(there).toMatchObject({ world: 'squared', cursor: 'loss', step: 1 });
    const [, said] = ends(
      scene('one', { opens: { cursor: 'loss', step: 2 } }),
      scene('two', { opens: { world: 'squared', cursor: 'yhat', step: 3 } }),
    );
    expect(said).toMatchObject({ world: 'squared', cursor: 'yhat', step: 3 });
  });

  test('and what lies before a scene recedes: its own stretch begins where it opened', () => {
    const scenes = [
      scene('one', { steps: [{ cursor: 'z.1.1' }, { cursor: 'yhat' }] }),
      scene('two', { steps: [{ cursor: 'loss' }] }),
      scene('three', { opens: { cursor: 'dyhat' }, steps: [{ cursor: 'dz.2.1' }] }),
    ];
    expect(ends(...scenes).map(({ from }) => from)).toEqual(['start', 'start', 'yhat', 'dyhat']);
  });

  test('and in the midst of a scene another trace is one’s own from its start', () => {
    const scenes = (move: Scene['steps'][number]) => [
      scene('one', { opens: { cursor: 'dx.2' }, steps: [{ cursor: 'update' }, move, { cursor: 'loss' }] }),
    ];
    for (const move of [
      { step: 1, cursor: 'z.1.1' },
      { world: 'squared', cursor: 'z.1.1' },
    ] as const) {
      const [, moved, after] = ends(...scenes(move));
      expect([moved?.from, after?.from]).toEqual(['start', 'start']);
      // It is played from its own start, not from a place in the trace before.
      expect(momentAt(scenes(move), 1)?.cursor).toEqual({ begin: 'update', end: 'update', t: 1 });
      expect(momentAt(scenes(move), 1.01)?.cursor).toMatchObject({ begin: 'start', end: 'z.1.1' });
      expect(momentAt(scenes(move), 2)?.cursor).toEqual({ begin: 'z.1.1', end: 'loss', t: 0 });
    }
  });
});

describe('dialsAt(defaults, moment)', () => {
  const defaults = { nudge: 0, lens: 'words', isOpen: false } as const satisfies Dials;
  const dials = (begin: Dials, end: Dials, t: number): Dials => dialsAt<Dials>(defaults, { begin, end, t });

  test('mixes numbers', () => {
    expect([0, 0.25, 1].map((t) => dials({ nudge: 2 }, { nudge: -2 }, t)['nudge'])).toEqual([2, 1, -2]);
    expect([0, 0.25, 1].map((t) => dials({}, { nudge: 1 }, t)['nudge'])).toEqual([0, 0.25, 1]);
  });

  test('comes to exactly what was set, whatever the rounding on the way', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        expect(dials({ nudge: a }, { nudge: b }, 1)['nudge']).toBe(b);
      }),
    );
  });

  test('switches anything else at once, as the step begins', () => {
    expect(dials({ lens: 'symbols' }, { lens: 'numbers' }, 0)['lens']).toBe('symbols');
    for (const t of [0.001, 0.25, 1]) {
      expect(dials({ lens: 'symbols' }, { lens: 'numbers' }, t)['lens']).toBe('numbers');
      expect(dials({}, { isOpen: true }, t)['isOpen']).toBe(true);
      expect(dials({ isOpen: true }, { isOpen: false }, t)['isOpen']).toBe(false);
      expect(dials({ nudge: 1 }, { nudge: 'all' }, t)['nudge']).toBe('all');
    }
  });

  test('leaves at its default what no scene has set', () => {
    for (const t of [0, 0.5, 1]) expect(dials({}, {}, t)).toEqual(defaults);
  });
});

describe('momentOf(move)', () => {
  test('is at rest, where nothing else is said', () => {
    expect(momentOf({})).toEqual({
      scene: '',
      figure: 'network',
      world: 'essay',
      step: 0,
      from: 'start',
      cursor: { begin: 'start', end: 'start', t: 1 },
      begin: {},
      end: {},
      t: 1,
    });
  });

  test('puts everything where it says, with nothing before it in play unless it says from where', () => {
    const moment = momentOf({
      figure: 'bill',
      world: 'squared',
      step: 2,
      cursor: 'loss',
      dials: { bill: 1 },
    });
    expect(moment).toMatchObject({
      figure: 'bill',
      world: 'squared',
      step: 2,
      from: 'loss',
      end: { bill: 1 },
    });
    expect(moment.cursor).toEqual({ begin: 'loss', end: 'loss', t: 1 });
    expect(momentOf({ cursor: 'loss', from: 'z.2.1' }).from).toBe('z.2.1');
    const moving = { begin: 'start', end: 'loss', t: 0.5 };
    expect(momentOf({ moving }).cursor).toBe(moving);
  });
});
