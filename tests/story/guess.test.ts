import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawn,
  gapTexts,
  guessAt,
  guessBySliders,
  KNOTS,
  knotsOf,
  widestGap,
  type Stroke,
} from '@/story/guess.ts';
import { RUN_STEPS } from '@/story/essay.ts';
import { parse } from '@/story/format.ts';
import { shareOfStep } from '@/story/step-axis.ts';

const FIRST = 0.68;
const TOP = 0.8;

/** A stroke through these places, as a pointer makes it. */
const stroke = (places: readonly Stroke[], before: readonly number[] = []): readonly number[] =>
  places.reduce((guess, to, i) => drawn(guess, places[i - 1] ?? to, to, FIRST, TOP), before);

describe('a guess drawn by hand', () => {
  test('goes where the pointer went', () => {
    const places = Array.from({ length: 21 }, (_, i) => ({ share: i / 20, loss: 0.7 - 0.03 * i }));
    const guess = stroke(places);
    expect(guess).toHaveLength(KNOTS);
    guess.forEach((loss, knot) => expect(loss).toBeCloseTo(0.7 - 0.6 * (knot / (KNOTS - 1)), 1.7));
  });

  test('comes from the loss at the start, and its end follows the stroke until it is drawn itself', () => {
    const guess = stroke([
      { share: 0.4, loss: 0.5 },
      { share: 0.5, loss: 0.4 },
      { share: 0.6, loss: 0.2 },
    ]);
    expect(guess[0]).toBeCloseTo(FIRST, 2);
    expect(guess.at(-1)).toBeCloseTo(0.2, 2);
  });

  test('a second stroke changes what it passes over, and nothing else', () => {
    const whole = stroke(Array.from({ length: 33 }, (_, i) => ({ share: i / 32, loss: 0.6 - i / 100 })));
    const again = stroke(
      [
        { share: 0.25, loss: 0.1 },
        { share: 0.5, loss: 0.1 },
      ],
      whole,
    );
    again.forEach((loss, knot) => {
      const share = knot / (KNOTS - 1);
      expect(loss).toBe(share >= 0.24 && share <= 0.51 ? 0.1 : whole[knot]);
    });
  });

  test('is finite and at least 0, whatever the pointer does', () => {
    const place = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      loss: fc.double({ min: -1, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 1e-9, max: 1e5, noNaN: true }),
        (places, top) => {
          const guess = places.reduce<readonly number[]>(
            (before, to, i) => drawn(before, places[i - 1] ?? to, to, FIRST, top),
            [],
          );
          expect(guess).toHaveLength(KNOTS);
          for (const loss of guess) expect(loss).toSatisfy((one: number) => Number.isFinite(one) && one >= 0);
        },
      ),
    );
  });
});

test('a guess by sliders passes through what they say', () => {
  const guess = guessBySliders([0.6, 0.3, 0.05], FIRST, TOP);
  expect(guess[0]).toBeCloseTo(FIRST, 2);
  expect(guessAt(guess, RUN_STEPS)).toBeCloseTo(0.05, 2);
  // Knots are straight in between, so next to a corner the curve is a little off.
  expect(guessAt(guess, 1)).toBeCloseTo(0.6, 1);
  expect(guessAt(guess, 10)).toBeCloseTo(0.3, 1);
  expect(knotsOf(guess).map(({ step }) => shareOfStep(step))[16]).toBeCloseTo(0.5, 10);
});

describe('where guess and run are furthest apart', () => {
  const losses = Array.from({ length: RUN_STEPS + 1 }, (_, step) => 0.7 / (1 + step));

  test('is found by looking at every step', () => {
    const guess = guessBySliders([0.7, 0.6, 0.5], FIRST, TOP);
    const gap = widestGap(guess, losses)!;
    const distances = losses.map((loss, step) => Math.abs(guessAt(guess, step) - loss));
    expect(gap.step).toBe(distances.indexOf(Math.max(...distances)));
    expect(gap.was).toBe(losses[gap.step]);
  });

  test('is nowhere without a guess', () => {
    expect(widestGap([], losses)).toBeUndefined();
    expect(guessAt([], 3)).toBeNaN();
  });

  test('the shown numbers give the shown difference', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (guessed, was) => {
          const texts = gapTexts({ step: 1, guessed, was });
          const between = Math.abs(parse(texts.guessed) - parse(texts.was));
          expect(parse(texts.apart)).toBeCloseTo(between, 8);
          if (Math.abs(guessed - was) > 1e-9) expect(parse(texts.apart)).toBeGreaterThan(0);
        },
      ),
    );
  });
});
