import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUN_STEPS } from '@/story/essay.ts';
import { nearestStep, shareOfStep, stepAtShare, stepTicks } from '@/story/step-axis.ts';

describe.each(['log', 'even'] as const)('the axis of steps, %s', (axis) => {
  test('goes from step 0 at one end to the last at the other, and never back', () => {
    expect(shareOfStep(0, axis)).toBe(0);
    expect(shareOfStep(RUN_STEPS, axis)).toBe(1);
    for (let step = 1; step <= RUN_STEPS; step++)
      expect(shareOfStep(step, axis)).toBeGreaterThan(shareOfStep(step - 1, axis));
  });

  test('a place and its step lead back to one another', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shareOfStep(stepAtShare(share, axis), axis)).toBeCloseTo(share, 10);
      }),
    );
  });

  test('a place has the step that lies nearest to it, as far as the run goes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        fc.integer({ min: 0, max: RUN_STEPS }),
        (share, last) => {
          const found = nearestStep(share, axis, last);
          const distance = (step: number): number => Math.abs(shareOfStep(step, axis) - share);
          const best = Math.min(...Array.from({ length: last + 1 }, (_, step) => distance(step)));
          expect(distance(found)).toBeCloseTo(best, 10);
        },
      ),
    );
  });

  test('its ticks lie on it', () => {
    for (const tick of stepTicks(axis)) {
      expect(Number.isInteger(tick)).toBe(true);
      expect(tick).toBeLessThanOrEqual(RUN_STEPS);
    }
    expect(stepTicks(axis)[0]).toBe(0);
    expect(stepTicks(axis).at(-1)).toBe(RUN_STEPS);
  });
});

test('on the logarithmic axis the first ten steps have nearly half of the room', () => {
  expect(shareOfStep(10)).toBeGreaterThan(0.45);
});
