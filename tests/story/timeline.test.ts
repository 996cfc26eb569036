import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { placeIn, reachedIn } from '@/story/cursor.ts';
import { figureNamed } from '@/figures/index.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import {
  dialsAt,
  momentAt,
  momentAtEndOf,
  momentOf,
  stopsOf,
  type Dials,
  type Moment,
  type Scene,
} from '@/story/timeline.ts';

const told = chapters.filter(({ scenes }) => scenes.length > 0);
const stepsOf = (scenes: readonly Scene[]): number => stopsOf(scenes).length;
const at = (scenes: readonly Scene[], position: number, motion = true): Moment => {
  const moment = momentAt(scenes, position, motion);
  if (!moment) throw new Error(`Expected a moment at ${position}, found none`);
  return moment;
};
/** How far the trace of a moment has been computed, in operations. */
const reached = ({ world, step, cursor }: Moment): number =>
  reachedIn(readingOf(DEFAULTS).in(world).traceAt(step), cursor);
const dialsIn = (moment: Moment): Dials => dialsAt(figureNamed(moment.figure).dials, moment);
/** Every number that a moment puts anywhere: its training step, its place in the trace, and its dials. */
const numbersOf = (moment: Moment): readonly number[] => [
  moment.step,
  reached(moment),
  ...Object.values(dialsIn(moment)).filter((dial) => typeof dial === 'number'),
];
/** What a moment shows, whichever way it says so. */
const shown = (moment: Moment) => ({
  figure: moment.figure,
  world: moment.world,
  step: moment.step,
  from: moment.from,
  reached: reached(moment),
  dials: dialsIn(moment),
});

describe.each(told)('the moments of $id', ({ scenes }) => {
  test('have a finite answer for every number', () => {
    const anyNumber = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: -1, max: stepsOf(scenes) + 1, noNaN: true }),
      fc.constantFrom(-Infinity, Infinity, -0, Number.MAX_VALUE, Number.MIN_VALUE),
    );
    fc.assert(
      fc.property(anyNumber, fc.boolean(), (position, motion) => {
        const moment = at(scenes, position, motion);
        expect(moment.t).toBeGreaterThanOrEqual(0);
        expect(moment.t).toBeLessThanOrEqual(1);
        for (const dial of numbersOf(moment)) expect(dial).toSatisfy(Number.isFinite);
      }),
    );
  });

  test('depend on the position alone, not on where the reader came from', () => {
    const positions = Array.from({ length: 8 * stepsOf(scenes) + 1 }, (_, i) => i / 8);
    const down = positions.map((position) => at(scenes, position));
    const up = positions.toReversed().map((position) => at(scenes, position));
    expect(up.toReversed()).toEqual(down);
  });

  test('never jump within a step', () => {
    for (let index = 0; index < stepsOf(scenes); index++) {
      const [begin, end] = [at(scenes, index), at(scenes, index + 1 - 1e-9)].map((m) => numbersOf(m));
      const span = Math.max(...end!.map((value, i) => Math.abs(value - begin![i]!)));
      for (let t = 0; t <= 1; t += 0.02) {
        const a = at(scenes, index + t);
        const b = numbersOf(at(scenes, Math.min(index + 1 - 1e-9, index + t + 0.02)));
        numbersOf(a).forEach((value, i) => {
          expect(Math.abs(value - b[i]!)).toBeLessThanOrEqual(0.06 * span + 1e-9);
        });
      }
    }
  });

  test('stand still for the last third of every step, so that there is time to read', () => {
    stopsOf(scenes).forEach(({ end }, index) => {
      for (const t of [0.65, 0.8, 0.999]) {
        const moment = at(scenes, index + t);
        const { figure, world, step, dials } = end;
        expect(moment).toMatchObject({ figure, world, step, t: 1 });
        expect(reached(moment)).toBe(placeIn(readingOf(DEFAULTS).in(world).traceAt(step), end.cursor));
        expect(dialsAt({}, moment)).toEqual(dials);
      }
    });
  });

  test('are those of the still when a scene has been read to its end', () => {
    let steps = 0;
    for (const { id, steps: own } of scenes) {
      steps += own.length;
      const still = momentAtEndOf(scenes, id);
      expect(at(scenes, steps - 1e-9)).toEqual(still);
      expect(still.scene).toBe(id);
    }
    expect(at(scenes, Infinity)).toEqual(momentAtEndOf(scenes, scenes.at(-1)!.id));
  });

  test('go on from one step to the next without a jump, but where another figure, world or training step comes on', () => {
    for (let index = 1; index < stepsOf(scenes); index++) {
      const before = stopsOf(scenes)[index - 1]!.end;
      const { begin, end } = stopsOf(scenes)[index]!;
      // Only what a scene sets as it opens comes at once.
      if (
        begin === before &&
        begin.figure === end.figure &&
        begin.world === end.world &&
        begin.step === end.step
      )
        expect(shown(at(scenes, index))).toEqual(shown(at(scenes, index - 1e-9)));
    }
  });

  test('under reduced motion are all or nothing', () => {
    const stops = stopsOf(scenes);
    fc.assert(
      fc.property(fc.double({ min: 0, max: stops.length, noNaN: true }), (position) => {
        const index = Math.min(stops.length - 1, Math.floor(position));
        const isBegun = position > index;
        const moment = at(scenes, position, false);
        expect(moment.t).toBe(isBegun ? 1 : 0);
        expect(shown(moment)).toEqual(shown(at(scenes, isBegun ? index + 0.999 : index)));
        expect(reached(moment)).toSatisfy(Number.isInteger);
      }),
    );
  });
});

test('a chapter without scenes has no moment', () => {
  expect(momentAt([], 3)).toBeUndefined();
  expect(stopsOf([])).toEqual([]);
});

test('an unknown scene is refused by name', () => {
  expect(() => momentAtEndOf(told[0]!.scenes, 'nowhere')).toThrow('nowhere');
});

test('scenes go forwards through the trace, never back', () => {
  const passes = told.find(({ id }) => id === 'passes')!;
  const oneStep = stopsOf(passes.scenes).filter(({ end }) => end.step === 0);
  const ops = readingOf(DEFAULTS).run.traceAt(0);
  expect(oneStep.length).toBeGreaterThan(20);
  for (const { begin, end } of oneStep)
    expect(placeIn(ops, end.cursor)).toBeGreaterThanOrEqual(placeIn(ops, begin.cursor));
});

test('every place that a scene names is one of its world’s trace', () => {
  for (const { scenes } of told) {
    for (const { begin, end } of stopsOf(scenes)) {
      for (const { world, step, cursor, from } of [begin, end]) {
        const ops = readingOf(DEFAULTS).in(world).traceAt(step);
        expect(placeIn(ops, cursor)).toSatisfy(Number.isFinite);
        expect(placeIn(ops, from)).toSatisfy(Number.isFinite);
      }
    }
  }
});

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
    expect(bill).toMatchObject({ figure: 'bill', dials: { bill: 1 } });
    expect(back).toMatchObject({ figure: 'network', dials: { chain: 1 } });
    const [, same] = ends(
      scene('one', { steps: [{ dials: { nudge: 1 } }] }),
      scene('two', { opens: { figure: 'network' } }),
    );
    expect(same?.dials).toEqual({ nudge: 1 });
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
      expect(at(scenes(move), 1).cursor).toEqual({ begin: 'start', end: 'z.1.1', t: 0 });
      expect(at(scenes(move), 2).cursor).toEqual({ begin: 'z.1.1', end: 'loss', t: 0 });
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
    expect(reached(momentOf({ cursor: 'loss' }))).toBe(placeIn(readingOf(DEFAULTS).run.traceAt(0), 'loss'));
    expect(momentOf({ cursor: 'loss', from: 'z.2.1' }).from).toBe('z.2.1');
    const moving = { begin: 'start', end: 'loss', t: 0.5 };
    expect(momentOf({ moving }).cursor).toBe(moving);
  });
});
