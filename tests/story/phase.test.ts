import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backwardEnd, forwardEnd } from '@/story/lab.ts';
import { endOf, phaseAt, PHASES, playheadOf, settledAt, STAGES, START, UPDATED } from '@/story/phase.ts';

describe('the stages', () => {
  test('follow one another in the order of the algorithm', () => {
    const ends = STAGES.map(endOf);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(new Set(ends).size).toBe(ends.length);
    expect(ends.at(-1)).toBe(backwardEnd());
  });
});

describe('phaseAt(playhead)', () => {
  test('is the last whole stage that is done, or the update', () => {
    expect(phaseAt(START)).toBe('ready');
    expect(phaseAt(forwardEnd() - 0.1)).toBe('ready');
    expect(phaseAt(forwardEnd() + 0.1)).toBe('forward');
    expect(phaseAt(backwardEnd() + 1)).toBe('inputs');
    expect(phaseAt(UPDATED)).toBe('updated');
    expect(phaseAt(UPDATED + 1.5)).toBe('updated');
  });

  test('leads back to every phase from where playheadOf(phase) puts it', () => {
    for (const phase of PHASES) expect(phaseAt(playheadOf(phase))).toBe(phase);
  });
});

test('settledAt(playhead) is where a link to that playhead leads, and stays there', () => {
  expect(settledAt(forwardEnd() - 0.1)).toBe(START);
  expect(settledAt(forwardEnd() + 2.5)).toBe(forwardEnd());
  expect(settledAt(backwardEnd() + 1)).toBe(backwardEnd());
  expect(settledAt(UPDATED)).toBe(UPDATED);
  fc.assert(
    fc.property(fc.double({ min: UPDATED, max: 60, noNaN: true }), (playhead) => {
      expect(settledAt(settledAt(playhead))).toBe(settledAt(playhead));
      expect(phaseAt(settledAt(playhead))).toBe(phaseAt(playhead));
    }),
  );
});
