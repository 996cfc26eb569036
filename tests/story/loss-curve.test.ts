import { describe, expect, test } from 'vitest';
import { lossAt } from '@/story/loss-curve.ts';

describe('lossAt(prediction, target)', () => {
  test('is −ln of the chance that was given to what happened', () => {
    expect(lossAt(0.25, 1)).toBeCloseTo(-Math.log(0.25), 12);
    expect(lossAt(0.25, 0)).toBeCloseTo(-Math.log(0.75), 12);
    expect(lossAt(0.25, 0.3)).toBeCloseTo(-0.3 * Math.log(0.25) - 0.7 * Math.log(0.75), 12);
  });

  test('is a number also where a prediction has been rounded to 0 or 1', () => {
    expect(lossAt(1, 1)).toBeCloseTo(0, 12);
    expect(lossAt(0, 0)).toBeCloseTo(0, 12);
    for (const [prediction, target] of [
      [1, 0],
      [0, 1],
      [1, 0.5],
    ] as const) {
      expect(lossAt(prediction, target)).toBeGreaterThan(15);
      expect(lossAt(prediction, target)).toBeLessThan(800);
    }
  });
});
