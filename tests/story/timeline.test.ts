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
        const next = at(scenes, Math.min(index + 1 - 1e-9, index + t + 0.02));
        // To another world a step goes at once, as it begins.
        if (t === 0 && a.world !== next.world) continue;
        const b = numbersOf(next);
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

test('a step into another world of the same figure begins where the one before it ended', () => {
  const scenes: readonly Scene[] = [
    {
      id: 'two-worlds',
      title: 'Two worlds',
      opens: { cursor: 'dx.2', dials: { view: 'one' } },
      steps: [{}, { world: 'two-days', dials: { view: 'two', told: 1 } }],
    },
  ];
  const [before, first, later] = [1 - 1e-9, 1, 1.01].map((position) => momentAt(scenes, position)!);
  expect(first).toMatchObject({ world: 'essay', step: 0, cursor: { end: 'dx.2' } });
  expect(dialsAt({ told: 0 }, first!)).toEqual({ ...dialsAt({ told: 0 }, before!), told: 0 });
  expect(later).toMatchObject({ world: 'two-days', cursor: { begin: 'start' } });
  expect(dialsAt({ told: 0 }, later!)).toMatchObject({ view: 'two' });
});
