import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { cursorAfter } from '@/story/cursor.ts';
import { dialsAt, dialsAtEndOf, RESTING, stopsOf, type Dials, type Scene } from '@/story/timeline.ts';

const told = chapters.filter(({ scenes }) => scenes.length > 0);
const stepsOf = (scenes: readonly Scene[]): number => stopsOf(scenes).length;
const numbersOf = ({ figure: _, ...rest }: Dials): readonly number[] => Object.values(rest);

describe.each(told)('the dials of $id', ({ scenes }) => {
  test('have a finite answer for every number', () => {
    const anyNumber = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: -1, max: stepsOf(scenes) + 1, noNaN: true }),
      fc.constantFrom(-Infinity, Infinity, -0, Number.MAX_VALUE, Number.MIN_VALUE),
    );
    fc.assert(
      fc.property(anyNumber, fc.boolean(), (position, motion) => {
        for (const dial of numbersOf(dialsAt(scenes, position, motion)))
          expect(dial).toSatisfy(Number.isFinite);
      }),
    );
  });

  test('depend on the position alone, not on where the reader came from', () => {
    const positions = Array.from({ length: 8 * stepsOf(scenes) + 1 }, (_, i) => i / 8);
    const down = positions.map((position) => dialsAt(scenes, position));
    const up = positions.toReversed().map((position) => dialsAt(scenes, position));
    expect(up.toReversed()).toEqual(down);
  });

  test('never jump within a step', () => {
    for (let index = 0; index < stepsOf(scenes); index++) {
      const { begin, end } = stopsOf(scenes)[index]!;
      for (let t = 0; t <= 1; t += 0.02) {
        const a = dialsAt(scenes, index + t);
        const b = dialsAt(scenes, Math.min(index + 1 - 1e-9, index + t + 0.02));
        const span = Math.max(...numbersOf(end).map((value, i) => Math.abs(value - numbersOf(begin)[i]!)));
        numbersOf(a).forEach((value, i) => {
          expect(Math.abs(value - numbersOf(b)[i]!)).toBeLessThanOrEqual(0.06 * span + 1e-9);
        });
      }
    }
  });

  test('stand still for the last third of every step, so that there is time to read', () => {
    stopsOf(scenes).forEach(({ end }, index) => {
      for (const t of [0.65, 0.8, 0.999]) expect(dialsAt(scenes, index + t)).toEqual(end);
    });
  });

  test('are those of the still when a scene has been read to its end', () => {
    let steps = 0;
    for (const { id, steps: own } of scenes) {
      steps += own.length;
      expect(dialsAt(scenes, steps - 1e-9)).toEqual(dialsAtEndOf(scenes, id));
    }
    expect(dialsAt(scenes, Infinity)).toEqual(dialsAtEndOf(scenes, scenes.at(-1)!.id));
  });

  test('under reduced motion are all or nothing', () => {
    const stops = stopsOf(scenes);
    fc.assert(
      fc.property(fc.double({ min: 0, max: stops.length, noNaN: true }), (position) => {
        const { begin, end } = stops[Math.min(stops.length - 1, Math.floor(position))]!;
        const dials = dialsAt(scenes, position, false);
        const isBegun = position > Math.min(stops.length - 1, Math.floor(position));
        expect(dials).toEqual(isBegun ? end : { ...begin, figure: end.figure });
        expect(dials.cursor).toSatisfy(Number.isInteger);
      }),
    );
  });
});

test('a chapter without scenes rests', () => {
  expect(dialsAt([], 3)).toEqual(RESTING);
});

test('an unknown scene or quantity is refused by name', () => {
  expect(() => dialsAtEndOf(told[0]!.scenes, 'nowhere')).toThrow('nowhere');
  expect(() => cursorAfter('z.9.9')).toThrow('z.9.9');
});

test('scenes go forwards through the trace, never back', () => {
  const passes = told.find(({ id }) => id === 'passes')!;
  const oneStep = stopsOf(passes.scenes).filter(({ end }) => end.step === 0);
  for (const { begin, end } of oneStep) expect(end.cursor).toBeGreaterThanOrEqual(begin.cursor);
});
