import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenAxis, logAxis, type Axis } from '@/figures/axis.ts';
import { parse } from '@/story/format.ts';

const RANGE = [300, 20] as const;

/** A power of ten may be written without a factor. */
const said = (text: string): number =>
  parse(text.startsWith('10') && /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(text) ? `1×${text}` : text);

const expectReadable = ({ ticks, place, domain }: Axis): void => {
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
  for (const { value, at, text } of ticks) {
    expect(at).toBe(place(value));
    expect(text.length).toBeLessThanOrEqual(11);
    expect(Math.abs(said(text) - value)).toBeLessThanOrEqual(
      1e-9 * Math.max(Math.abs(domain[0]), Math.abs(domain[1])),
    );
  }
};

describe('an even axis', () => {
  test('holds its numbers and writes ticks that say what they are, from the tiniest to the largest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -280, max: 280 }),
        fc.double({ min: 1, max: 9.99, noNaN: true }),
        (exponent, mantissa) => {
          const high = mantissa * 10 ** exponent;
          const axis = evenAxis(0, high, RANGE, 4);
          expectReadable(axis);
          expect(axis.place(0)).toBe(RANGE[0]);
          expect(axis.place(high)).toBeGreaterThanOrEqual(RANGE[1]);
          expect(axis.value(axis.place(high / 2)) / (high / 2)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  test('writes thousands as they are, and more as powers of ten', () => {
    expect(evenAxis(0, 14_000, RANGE, 3).ticks.map(({ text }) => text)).toEqual([
      '0',
      '5000',
      '10000',
      '15000',
    ]);
    expect(evenAxis(0, 4e5, RANGE, 2).ticks.map(({ text }) => text)).toEqual(['0', '2×10⁵', '4×10⁵']);
    expect(evenAxis(-400, 200, RANGE, 3).ticks.map(({ text }) => text)).toEqual(['−400', '−200', '0', '200']);
    expect(evenAxis(0, 0.0002, RANGE, 2).ticks.map(({ text }) => text)).toEqual(['0', '10⁻⁴', '2×10⁻⁴']);
  });

  test('a number past its ends lies at them, and so does one number alone', () => {
    const axis = evenAxis(0, 1, RANGE, 4);
    expect(axis.place(7)).toBe(RANGE[1]);
    expect(axis.place(-7)).toBe(RANGE[0]);
    expectReadable(evenAxis(3, 3, RANGE, 4));
  });
});

describe('a logarithmic axis', () => {
  test('holds its numbers, every decade as high as every other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -290, max: 3 }),
        fc.integer({ min: 0, max: 200 }),
        fc.boolean(),
        (low, decades, hasZero) => {
          const axis = logAxis(10 ** low, 10 ** (low + decades), RANGE, 5, hasZero);
          expectReadable(axis);
          const step = axis.place(10 ** low) - axis.place(10 ** (low + 1));
          expect(axis.place(10 ** low) - axis.place(10 ** (low + 0.5))).toBeCloseTo(step / 2, 6);
          expect(axis.value(axis.place(2 * 10 ** low)) / (2 * 10 ** low)).toBeCloseTo(1, 6);
          if (hasZero) {
            expect(axis.place(0)).toBe(RANGE[0]);
            expect(axis.place(10 ** low)).toBeLessThan(RANGE[0] - 5);
            expect(axis.value(RANGE[0])).toBe(0);
          }
        },
      ),
    );
  });
});
