import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOf, placeOn, stretched } from '@/story/entry.ts';
import { format } from '@/story/format.ts';

const range = [-5, 5] as const;

test.each([
  ['0.25', 0.25],
  [' −1.5 ', -1.5],
  ['-1,5', -1.5],
  ['.5', 0.5],
  ['2.', 2],
  ['+3', 3],
  ['1e-3', 0.001],
  ['-0', 0],
])('entryOf(%j) is that number', (text, value) => expect(entryOf(text, range)).toEqual({ value }));

test.each(['', '   ', 'abc', '1.2.3', '1,000.5', '0x1', 'NaN', 'Infinity', '1 2', '--1', '5.01', '-6'])(
  'entryOf(%j) says what was expected and what was found',
  (text) => {
    const { value, problem } = entryOf(text, range);
    expect(value).toBeUndefined();
    expect(problem).toMatch(/^Expected a number from −5 to 5, found (nothing|“.+”)\.$/);
  },
);

test('entryOf(what format wrote) reads it back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50000, max: 50000 }), (tenThousandths) => {
      const value = tenThousandths / 10000;
      expect(entryOf(format(value), range).value).toBe(value);
    }),
  );
});

test('a stretched dial goes there and back', () => {
  for (const eta of [0, 0.01, 0.1, 0.5, 2, 5, 20, 50])
    expect(stretched(placeOn(eta, 50), 50)).toBeCloseTo(eta, 10);
});
