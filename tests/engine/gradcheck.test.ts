import { describe, expect, test } from 'vitest';
import { checkGradient, differences, gradientOf, networkFrom } from '@/engine/index.ts';
import { essay, rainyDay } from './essay.ts';

const { gradient } = gradientOf(essay, [rainyDay]);
const errorAt = (epsilon: number): number =>
  Math.abs(differences(essay, [rainyDay], 'w.1.1.1', epsilon).central - gradient[0]!);

describe('differences(network, data, id, ε)', () => {
  test('a secant becomes the tangent: the error of the central difference falls as ε²', () => {
    expect(errorAt(1e-1) / errorAt(1e-2)).toBeGreaterThan(90);
    expect(errorAt(1e-1) / errorAt(1e-2)).toBeLessThan(110);
  });

  test('that of the one-sided difference falls only as ε', () => {
    const error = (epsilon: number): number =>
      Math.abs(differences(essay, [rainyDay], 'w.1.1.1', epsilon).right - gradient[0]!);
    expect(error(1e-2) / error(1e-3)).toBeGreaterThan(9);
    expect(error(1e-2) / error(1e-3)).toBeLessThan(11);
  });

  test('below an ε of about 1e-5 rounding takes over, and the error grows again', () => {
    expect(errorAt(1e-5)).toBeLessThan(errorAt(1e-2));
    expect(errorAt(1e-5)).toBeLessThan(errorAt(1e-12));
  });

  test('at a ReLU kink the slopes on the two sides stay apart, and the engine takes the one at the shut gate', () => {
    const kink = networkFrom({ sizes: [1, 1, 1], theta: [1, -0.5, 2, 0] });
    const example = { input: [0.5], target: [1] };
    const { left, right } = differences(kink, [example], 'b.1.1', 1e-6);
    expect(left).toBe(0);
    expect(right).toBeCloseTo(-1, 5);
    expect(gradientOf(kink, [example]).gradient[1]).toBe(0);
  });

  test('with an ε too small to be seen there is no slope', () => {
    expect(differences(essay, [rainyDay], 'w.1.1.1', 1e-300)).toEqual({ left: 0, right: 0, central: 0 });
  });

  test('refuses unknown parameters and an ε that is not above 0', () => {
    expect(() => differences(essay, [rainyDay], 'w.3.1.1', 1e-5)).toThrow(
      /name of a parameter, found w\.3\.1\.1/,
    );
    expect(() => differences(essay, [rainyDay], 'w.1.1.1', 0)).toThrow(/epsilon above 0, found 0/);
  });
});

describe('checkGradient(network, data)', () => {
  test('compares all 13 parameters, and its errors are far below its tolerance', () => {
    const comparisons = checkGradient(essay, [rainyDay]);
    expect(comparisons).toHaveLength(13);
    expect(Math.max(...comparisons.map(({ error }) => error))).toBeLessThan(1e-10);
  });

  test('tells where a claimed gradient is off by a little', () => {
    const slightlyOff = { loss: 0, gradient: gradient.with(4, gradient[4]! + 1e-4) };
    const wrong = checkGradient(essay, [rainyDay], { gradient: () => slightlyOff }).filter(
      ({ agrees }) => !agrees,
    );
    expect(wrong.map(({ id }) => id)).toEqual(['w.1.3.1']);
  });
});
