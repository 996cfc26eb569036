import { describe, expect, test } from 'vitest';
import { factorsIn, fits, swapped, turned } from '@/story/arrangement.ts';
import { ARRANGEMENTS } from '@/story/arrangements.ts';

describe('W and δ as two factors', () => {
  test('have the shapes of the network: three units, two inputs', () => {
    expect(factorsIn('W-dT').map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 2],
      [1, 3],
    ]);
    expect(factorsIn('d-WT').map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 1],
      [2, 3],
    ]);
  });

  test('fit in two of their eight orders, and in no other', () => {
    expect(ARRANGEMENTS).toHaveLength(8);
    expect(ARRANGEMENTS.filter(fits)).toEqual(['WT-d', 'dT-W']);
  });

  test('come back by the same move, and every order can be reached from every other', () => {
    for (const one of ARRANGEMENTS)
      for (const move of [swapped, (a: typeof one) => turned(a, 'W'), (a: typeof one) => turned(a, 'δ')]) {
        expect(move(one)).not.toBe(one);
        expect(move(move(one))).toBe(one);
      }
    const reached = new Set<string>(['W-d']);
    for (let i = 0; i < 4; i++)
      for (const one of ARRANGEMENTS.filter((name) => reached.has(name)))
        for (const next of [swapped(one), turned(one, 'W'), turned(one, 'δ')]) reached.add(next);
    expect(reached.size).toBe(8);
  });
});
