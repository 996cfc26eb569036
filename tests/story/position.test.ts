import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightAt, heightHeld, heldAt, positionAt, type Span } from '@/story/position.ts';

/** Steps one below the other, with or without room between them. */
const anySpans: fc.Arbitrary<readonly Span[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 1, max: 2000 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => {
    let last = 500;
    return parts.map(({ gap, height }) => {
      const top = last + gap;
      last = top + height;
      return { top, bottom: last };
    });
  });
const anyHeight = fc.double({ min: -1e5, max: 1e5, noNaN: true });

describe('positionAt', () => {
  test('is 0 before the first step and their number after the last', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(positionAt(spans, spans[0]!.top - 1)).toBe(0);
        expect(positionAt(spans, spans.at(-1)!.bottom + 1)).toBe(spans.length);
      }),
    );
  });

  test('between two steps leaves the first one complete', () => {
    expect(
      positionAt(
        [
          { top: 0, bottom: 100 },
          { top: 300, bottom: 400 },
        ],
        200,
      ),
    ).toBe(1);
  });

  test('never falls as the reader goes down', () => {
    fc.assert(
      fc.property(anySpans, anyHeight, anyHeight, (spans, a, b) => {
        expect(positionAt(spans, Math.max(a, b))).toBeGreaterThanOrEqual(positionAt(spans, Math.min(a, b)));
      }),
    );
  });

  test('is undone by heightAt', () => {
    fc.assert(
      fc.property(anySpans, fc.double({ min: 0, max: 1, noNaN: true }), (spans, share) => {
        const position = share * spans.length;
        expect(positionAt(spans, heightAt(spans, position))).toBeCloseTo(position, 9);
      }),
    );
  });

  test('undoes heightAt inside every step', () => {
    fc.assert(
      fc.property(
        anySpans,
        fc.nat(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (spans, which, share) => {
          const { top, bottom } = spans[which % spans.length]!;
          const y = top + (bottom - top) * share;
          expect(heightAt(spans, positionAt(spans, y))).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  test('has an answer for every height, and for no steps at all', () => {
    for (const y of [-Infinity, 0, Infinity]) {
      expect(positionAt([], y)).toBe(0);
      expect(positionAt([{ top: 0, bottom: 0 }], y)).toBeGreaterThanOrEqual(0);
    }
    expect(heightAt([], 3)).toBe(0);
  });
});

describe('heldAt', () => {
  test('is undone by heightHeld, in every step and between any two', () => {
    fc.assert(
      fc.property(anySpans, fc.double({ min: 0, max: 1, noNaN: true }), (spans, share) => {
        const [first, last] = [spans[0]!.top, spans.at(-1)!.bottom];
        const y = first + share * (last - first);
        const held = heldAt(spans, y);
        expect(held).toBeDefined();
        expect(heightHeld(spans, held!)).toBeCloseTo(y, 6);
      }),
    );
  });

  test('between two steps stays between them, however they are laid out anew, and so does the position', () => {
    const before = [
      { top: 0, bottom: 100 },
      { top: 300, bottom: 400 },
    ];
    const after = [
      { top: 50, bottom: 450 },
      { top: 1450, bottom: 1550 },
    ];
    const held = heldAt(before, 150)!;
    expect(heightHeld(after, held)).toBeCloseTo(700, 9);
    expect(positionAt(after, heightHeld(after, held))).toBe(positionAt(before, 150));
  });

  test('is nothing before the first step and after the last', () => {
    const spans = [{ top: 100, bottom: 200 }];
    expect([99, 201].map((y) => heldAt(spans, y))).toEqual([undefined, undefined]);
  });
});
