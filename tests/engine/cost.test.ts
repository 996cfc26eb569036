import { describe, expect, test } from 'vitest';
import { costOf, countedCost, countedGradient, gradientOf, type Method } from '@/engine/index.ts';
import { essay, rainyDay } from './essay.ts';

const methods: readonly Method[] = ['pathByPath', 'nudging', 'backprop'];
const counted = (sizes: readonly number[]) =>
  Object.fromEntries(methods.map((method) => [method, countedCost(sizes, method)]));
const eightHiddenLayers = [2, 3, 3, 3, 3, 3, 3, 3, 3, 1];

describe('multiplications for one gradient, path by path, by nudging and by backprop', () => {
  test('are 40, 234 and 16 for 2-3-1', () => {
    expect(counted([2, 3, 1])).toEqual({ pathByPath: 40, nudging: 234, backprop: 16 });
  });

  test('are 541,285, 13,968 and 163 with eight hidden layers of 3', () => {
    expect(counted(eightHiddenLayers)).toEqual({ pathByPath: 541_285, nudging: 13_968, backprop: 163 });
  });

  test.each([[[1, 1]], [[3, 2]], [[2, 3, 1]], [[4, 1, 5, 2]], [[2, 3, 3, 2]], [eightHiddenLayers]])(
    'costOf(%j) says without running what running them counts',
    (sizes) => {
      expect(costOf(sizes)).toEqual(counted(sizes));
    },
  );

  test('each of the runs that are counted gives the right gradient', () => {
    const { gradient } = gradientOf(essay, [rainyDay]);
    for (const method of methods) {
      countedGradient(essay, rainyDay, method).gradient.forEach((value, p) => {
        expect(value, method).toBeCloseTo(gradient[p]!, 8);
      });
    }
  });

  test('where running would take more than ten million, countedCost refuses and costOf answers', () => {
    const deep = [2, ...Array.from({ length: 20 }, () => 5), 1];
    expect(() => countedCost(deep, 'pathByPath')).toThrow(RangeError);
    expect(costOf(deep).pathByPath).toBeGreaterThan(1e15);
    expect(countedCost(deep, 'backprop')).toBe(costOf(deep).backprop);
  });
});
