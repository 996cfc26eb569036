import { expect, test } from 'vitest';
import { LOCKED, loudestSquared, slopeAt, wrongSide, zOfSlope } from '@/story/saturation.ts';
import { settingsFrom, queryOf } from '@/story/permalink.ts';
import { DEFAULTS } from '@/story/settings.ts';

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const squared = (z: number, y: number): number => (sigma(z) - y) * sigma(z) * (1 - sigma(z));

test('zOfSlope is where the slope is that, and nowhere nearer to zero', () => {
  for (const slope of [1e-6, LOCKED, 0.1, 0.2499]) {
    const z = zOfSlope(slope);
    expect(slopeAt(z)).toBeCloseTo(slope, 12);
    expect(slopeAt(z - 1e-3)).toBeGreaterThan(slope);
    expect(slopeAt(-z)).toBeCloseTo(slope, 12);
  }
  expect(zOfSlope(0.25)).toBe(0);
});

test('half the squared error is nowhere larger than where it is said to be largest', () => {
  for (const y of [0, 0.1, 0.3, 0.5, 0.8, 1]) {
    const most = Math.abs(squared(loudestSquared(y), y));
    for (let z = -20; z <= 20; z += 0.01) expect(Math.abs(squared(z, y))).toBeLessThanOrEqual(most + 1e-12);
  }
  // 4/27, at a prediction of a third.
  expect(squared(loudestSquared(1), 1)).toBeCloseTo(-4 / 27, 12);
});

test('the wrong side is the one away from the target', () => {
  expect([0, 0.3, 0.5, 1].map((y) => Math.sign(wrongSide(y)))).toEqual([1, 1, -1, -1]);
});

test('a turned z is in the link, held to its range, and left out until it is turned', () => {
  expect(DEFAULTS['cancel.z']).toBeUndefined();
  expect(queryOf(DEFAULTS)).toBe('');
  const query = queryOf({ ...DEFAULTS, 'cancel.z': -3.4 });
  expect(query).toBe('?v=1&cancel.z=-3.4');
  expect(settingsFrom(query).settings['cancel.z']).toBe(-3.4);
  expect(settingsFrom('?v=1&cancel.z=0').settings['cancel.z']).toBe(0);
  const far = settingsFrom('?v=1&cancel.z=40');
  expect(far.settings['cancel.z']).toBe(10);
  expect(far.notices).toEqual(['cancel.z was brought into its range, −10 to 10.']);
  expect(settingsFrom('?v=1&cancel.z=x').settings['cancel.z']).toBeUndefined();
});
