import { describe, expect, test } from 'vitest';
import { meanLoss, networkFrom, train } from '@/engine/index.ts';
import { GOAL } from '@/story/essay.ts';
import { isBetter, sweepsIn, sweepTrail, trailOf, tryOf } from '@/story/opening.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { SPAN, type Turn } from '@/story/turns.ts';

// What the opening asks, stated once more: two mornings, thirteen dials, a mean loss.

const START = [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2];
const MORNINGS = [
  { input: [0.8, 0.2], target: [1] },
  { input: [0.2, 0.8], target: [0] },
];
const networkAt = (theta: readonly number[]) => networkFrom({ sizes: [2, 3, 1], theta });
const lossAt = (theta: readonly number[]): number => meanLoss(networkAt(theta), MORNINGS);
const machine = readingOf(DEFAULTS).in('opening');
/** Places of a dial, close enough together. */
const PLACES = Array.from({ length: 19 }, (_, i) => -SPAN + (i * SPAN) / 9);
const MOVES: readonly Turn[] = [[11, -2.25], [0, 2.25], [5, 1.4], [9, 2.25]]; // prettier-ignore

describe('by hand', () => {
  test('it begins at 0.6425', () => {
    expect(lossAt(START).toFixed(4)).toBe('0.6425');
    expect(trailOf([]).stops).toEqual([[0, lossAt(START)]]);
  });

  test('it is hard: neither one dial nor two get there, wherever they are put', () => {
    let least = Infinity;
    for (let a = 0; a < 13; a++)
      for (let b = a + 1; b < 13; b++)
        for (const one of PLACES)
          for (const other of PLACES) least = Math.min(least, lossAt(START.with(a, one).with(b, other)));
    expect(least).toBeGreaterThan(2 * GOAL);
  });

  test('it can be done: four moves are enough', () => {
    expect(tryOf(MOVES).loss).toBeLessThan(GOAL);
    expect(tryOf(MOVES.slice(0, 3)).loss).toBeGreaterThan(GOAL);
  });

  test('at first most dials pull the two mornings apart', () => {
    const [wet, dry] = MORNINGS.map((morning) =>
      train(networkAt(START), [morning], { steps: 1, learningRate: 1 }).moments[1]!.theta.map(
        (value, i) => START[i]! - value,
      ),
    );
    const torn = START.map((_, i) => wet![i]! * dry![i]!).filter((product) => product < 0);
    expect(torn.length).toBeGreaterThanOrEqual(4);
  });

  test('the trail is the loss on the way, over what has been turned', () => {
    const { points, stops } = trailOf(MOVES);
    const far = [0, 2.85, 1.75, 1, 1.55];
    let theta = START;
    let before = 0;
    MOVES.forEach(([dial, to], i) => {
      const half = theta.with(dial, (theta[dial]! + to) / 2);
      expect(points[8 * i + 4]).toEqual([expect.closeTo(before + far[i + 1]! / 2, 9), expect.closeTo(lossAt(half), 9)]); // prettier-ignore
      theta = theta.with(dial, to);
      before += far[i + 1]!;
      expect(stops[i + 1]).toEqual([expect.closeTo(before, 9), expect.closeTo(lossAt(theta), 9)]);
    });
    expect(tryOf(MOVES).far).toBeCloseTo(7.15, 9);
  });
});

describe('by the machine', () => {
  const { moments } = train(networkAt(START), MORNINGS, { steps: 7, learningRate: 2 });

  test('at η = 2 it is under the goal after seven sweeps, at 0.0622', () => {
    expect(moments.map(({ loss }) => loss < GOAL)).toEqual([...Array<boolean>(7).fill(false), true]);
    expect(moments[7]!.loss.toFixed(4)).toBe('0.0622');
    expect(sweepsIn(machine)).toBe(7);
  });

  test('its dials stay within the reader’s', () => {
    for (const { theta } of moments) for (const value of theta) expect(Math.abs(value)).toBeLessThan(SPAN);
  });

  test('its trail is measured as the reader’s is', () => {
    let far = 0;
    sweepTrail(machine, 7).stops.forEach(([at, loss], i) => {
      if (i > 0)
        for (const [j, value] of moments[i]!.theta.entries())
          far += Math.abs(value - moments[i - 1]!.theta[j]!);
      expect(at).toBeCloseTo(far, 9);
      expect(loss).toBeCloseTo(moments[i]!.loss, 9);
    });
    expect(far.toFixed(1)).toBe('11.6');
  });
});

test('a try is better that is nearer to the goal, or past it in fewer moves', () => {
  const at = (loss: number, moves: number) => ({ ...tryOf([]), loss, turns: MOVES.slice(0, moves) });
  expect(isBetter(at(0.3, 4), at(0.4, 1))).toBe(true);
  expect(isBetter(at(0.4, 1), at(0.3, 4))).toBe(false);
  expect(isBetter(at(0.09, 2), at(0.01, 4))).toBe(true);
  expect(isBetter(at(0.2, 1), at(0.09, 4))).toBe(false);
});
