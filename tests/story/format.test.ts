import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  format,
  formatCount,
  formatFit,
  formatGradient,
  formatPercent,
  NOT_COMPUTED,
  parse,
} from '@/story/format.ts';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

describe('format', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.5, '0.50'],
    [-0.3, '−0.30'],
    [0.505, '0.505'],
    [0.68319719, '0.6832'],
    [12, '12.00'],
    [1e-9, '1.00×10⁻⁹'],
    [-2.5e-10, '−2.50×10⁻¹⁰'],
    [1234567, '1.2346×10⁶'],
  ])('%d is written %s', (value, text) => {
    expect(format(value)).toBe(text);
  });

  test('writes a dash where there is no number, in every form', () => {
    expect([format(NaN), formatGradient(NaN), formatFit(NaN, 5)]).toEqual(['—', '—', '—']);
    expect(NOT_COMPUTED).toBe('—');
    expect(parse(NOT_COMPUTED)).toBeNaN();
  });

  test('reads back to within half a unit of its last place', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 1, max: 12 }), (value, decimals) => {
        const text = format(value, decimals);
        const lastPlace = 10 ** -decimals * (text.includes('×') ? Math.abs(value) : 1);
        const error = Math.abs(parse(text) - value);
        expect(error).toBeLessThanOrEqual(0.500001 * lastPlace + 1e-15 * Math.abs(value));
      }),
    );
  });

  test('never writes a number that is not zero as zero, nor zero as anything else', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 8 }),
        (value, decimals) => {
          expect(parse(format(value, decimals)) === 0).toBe(value === 0);
          expect(format(value, decimals) === '0').toBe(value === 0);
        },
      ),
    );
  });

  test('has the minus of typography and never the hyphen', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const text of [format(value), formatGradient(value), formatCount(value % 1e9)]) {
          expect(text).not.toContain('-');
        }
        expect(format(value).startsWith('−')).toBe(value < 0);
      }),
    );
  });

  test('writes the opposite of a number as the opposite', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(parse(format(-value))).toBe(0 - parse(format(value)));
      }),
    );
  });
});

test('a gradient always has four decimals', () => {
  expect(formatGradient(-0.495)).toBe('−0.4950');
  expect(formatGradient(0)).toBe('0');
});

test('a share is a percentage with one decimal', () => {
  expect(formatPercent(0.505)).toBe('50.5\u00a0%');
  expect(formatPercent(1)).toBe('>\u00a099.9\u00a0%');
  expect(formatPercent(0)).toBe('<\u00a00.1\u00a0%');
});

test('a count has thin groups of three', () => {
  expect(formatCount(541285)).toBe('541\u202f285');
  expect(formatCount(200)).toBe('200');
  expect(formatCount(-1234)).toBe('−1\u202f234');
});

describe('formatFit', () => {
  const characters = fc.integer({ min: 5, max: 12 });

  test('fits wherever any way of writing the number fits', () => {
    fc.assert(
      fc.property(anyNumber, characters, (value, room) => {
        const text = formatFit(value, room);
        const shortest = Math.min(...[0, 1, 2, 3, 4].map((places) => format(value, places, 0).length));
        expect(text.length).toBeLessThanOrEqual(Math.max(room, shortest));
      }),
    );
  });

  test('takes the shortest form where none fits', () => {
    expect(formatFit(-0.0049999, 5)).toBe('−0.005');
  });

  test('fits into seven characters whatever a weight or an input can be', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (value) => {
        const isTiny = value !== 0 && Math.abs(value) < 0.5e-4;
        expect(formatFit(value, 7).length).toBeLessThanOrEqual(isTiny ? 9 : 7);
      }),
    );
  });

  test('shows as many decimals as there is room for', () => {
    expect(formatFit(0.1234, 7)).toBe('0.1234');
    expect(formatFit(-0.1234, 6)).toBe('−0.123');
    expect(formatFit(123.4567, 5)).toBe('123.5');
  });
});
