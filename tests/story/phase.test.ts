import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backwardEnd, forwardEnd } from '@/story/lab.ts';
import {
  endOf,
  phaseAt,
  PHASES,
  playheadOf,
  settledAt,
  STAGES,
  stagesFor,
  START,
  UPDATED,
} from '@/story/phase.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { readingOnly, worldWith } from './worlds.ts';

const { run } = readingOf(DEFAULTS);
const runs = [
  run,
  readingOf(DEFAULTS).in('three-layers'),
  readingOf(DEFAULTS).in('squared'),
  readingOnly(worldWith({ hidden: 'tanh' })).run,
];

describe('the stages', () => {
  test('follow one another in the order of the algorithm', () => {
    for (const other of runs) {
      const ends = stagesFor(other.world.sizes).map((stage) => endOf(other, stage));
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(new Set(ends).size).toBe(ends.length);
      expect(ends.at(-1)).toBe(backwardEnd(other));
    }
  });

  test('are the essay’s own for its shape', () => expect(stagesFor(run.world.sizes)).toEqual(STAGES));

  test('of a deeper network have names and titles of their own', () => {
    const stages = stagesFor([2, 3, 3, 3, 1]);
    expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
    expect(new Set(stages.map(({ title }) => title)).size).toBe(stages.length);
    expect(stages.map(({ until }) => until).slice(2)).toEqual([
      'dz.4.1',
      'db.4.1',
      'dz.3.3',
      'db.3.3',
      'dz.2.3',
      'db.2.3',
      'dz.1.3',
      'db.1.3',
      'dx.2',
    ]);
  });
});

describe('phaseAt(run, playhead)', () => {
  test('is the last whole stage that is done, or the update', () => {
    expect(phaseAt(run, START)).toBe('ready');
    expect(phaseAt(run, forwardEnd(run) - 0.1)).toBe('ready');
    expect(phaseAt(run, forwardEnd(run) + 0.1)).toBe('forward');
    expect(phaseAt(run, backwardEnd(run) + 1)).toBe('inputs');
    expect(phaseAt(run, UPDATED)).toBe('updated');
    expect(phaseAt(run, UPDATED + 1.5)).toBe('updated');
  });

  test('leads back to every phase from where playheadOf(run, phase) puts it', () => {
    for (const other of runs) {
      const phases = [...stagesFor(other.world.sizes).map(({ name }) => name), 'updated'];
      for (const phase of phases) expect(phaseAt(other, playheadOf(other, phase))).toBe(phase);
    }
    expect(PHASES).toEqual([...STAGES.map(({ name }) => name), 'updated']);
  });
});

test('settledAt(run, playhead) is where a link to that playhead leads, and stays there', () => {
  expect(settledAt(run, forwardEnd(run) - 0.1)).toBe(START);
  expect(settledAt(run, forwardEnd(run) + 2.5)).toBe(forwardEnd(run));
  expect(settledAt(run, backwardEnd(run) + 1)).toBe(backwardEnd(run));
  expect(settledAt(run, UPDATED)).toBe(UPDATED);
  fc.assert(
    fc.property(fc.double({ min: UPDATED, max: 60, noNaN: true }), (playhead) => {
      for (const other of runs) {
        const settled = settledAt(other, playhead);
        expect(settledAt(other, settled)).toBe(settled);
        expect(phaseAt(other, settled)).toBe(phaseAt(other, playhead));
      }
    }),
  );
});
