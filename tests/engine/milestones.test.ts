import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milestonesOf, train, type Moment } from '@/engine/index.ts';
import { essay, rainyDay } from './essay.ts';

const momentsWith = (losses: readonly number[]): readonly Moment[] =>
  losses.map((loss, step) => ({ step, loss, theta: [], predictions: [], gates: [] }));

describe('milestonesOf(moments, goals)', () => {
  test('finds those of the essay’s run', () => {
    const { moments } = train(essay, [rainyDay], { steps: 200, learningRate: 0.5 });
    const found = milestonesOf(moments, [0.1, 0.01]);
    expect(found.map(({ kind, step }) => [kind, step])).toEqual([
      ['halved', 2],
      ['below', 5],
      ['below', 25],
      ['slowest', 180],
    ]);
    expect(found[3]).toMatchObject({ to: 200 });
  });

  test('tells of a goal only if it was reached by training', () => {
    expect(milestonesOf(momentsWith([0.05, 0.04]), [0.1])).not.toContainEqual(
      expect.objectContaining({ kind: 'below' }),
    );
    expect(milestonesOf(momentsWith([0.3, 0.2]), [0.1])).not.toContainEqual(
      expect.objectContaining({ kind: 'below' }),
    );
  });

  test('tells of the lowest loss where it has risen since, and only there', () => {
    expect(milestonesOf(momentsWith([3, 1, 2]), [])).toContainEqual({ kind: 'lowest', step: 1, loss: 1 });
    expect(milestonesOf(momentsWith([3, 2, 1]), []).some(({ kind }) => kind === 'lowest')).toBe(false);
  });

  test('finds the tenth on which the loss went the least way, counting ups and downs', () => {
    // Up and down again is a way, too, though it leads nowhere.
    const losses = [9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 7, 6, 5, 4, 3.5, 3.4, 2, 1, 0.5, 0.2, 0];
    const found = milestonesOf(momentsWith(losses), []).find((one) => one.kind === 'slowest');
    expect(found).toMatchObject({ step: 18, to: 20 });
    expect(found?.way).toBeCloseTo(0.5, 12);
  });

  test('agrees with looking at every stretch by itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 2, maxLength: 60 }),
        (losses) => {
          const length = Math.ceil((losses.length - 1) / 10);
          const ways = Array.from({ length: losses.length - length }, (_, from) =>
            losses
              .slice(from + 1, from + 1 + length)
              .reduce((way, loss, i) => way + Math.abs(loss - losses[from + i]!), 0),
          );
          const found = milestonesOf(momentsWith(losses), []).find(({ kind }) => kind === 'slowest');
          expect(found).toMatchObject({ step: ways.indexOf(Math.min(...ways)), way: Math.min(...ways) });
        },
      ),
    );
  });

  test('has nothing slow to tell of a run without a step', () => {
    expect(milestonesOf(momentsWith([1]), [])).toEqual([]);
    expect(() => milestonesOf([], [])).toThrow(RangeError);
  });
});
