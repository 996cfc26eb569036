import { describe, expect, test } from 'vitest';
import { caseFor, casesIn } from '@/story/cases.ts';
import { wordFor } from '@/story/values.ts';

const WHICH = '≤1 unit 1|≤2 unit 2|≤3 unit 3|nobody';
const SIZE = '≤0.1 small|≤1 middling|large';

describe('answers to «which» and «how large»', () => {
  test('a value has the first case whose bound it does not pass', () => {
    expect([1, 2, 3].map((unit) => wordFor(unit, WHICH))).toEqual(['unit 1', 'unit 2', 'unit 3']);
    expect([0, 0.1, 0.1001, 1, 7].map((value) => wordFor(value, SIZE))).toEqual([
      'small',
      'small',
      'middling',
      'middling',
      'large',
    ]);
  });

  test('where there is no number, the case without a bound', () => {
    expect(wordFor(undefined, WHICH)).toBe('nobody');
    expect(caseFor(NaN, SIZE)).toBe('large');
  });

  test('all are listed, in order', () => {
    expect(casesIn(WHICH).map(({ words }) => words)).toEqual(['unit 1', 'unit 2', 'unit 3', 'nobody']);
  });

  test('words by sign are no cases', () => {
    expect(wordFor(-2, 'down|still|up')).toBe('down');
    expect(wordFor(undefined, 'down|still|up')).toBe('still');
  });
});
