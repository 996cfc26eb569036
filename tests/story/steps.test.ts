import { describe, expect, test } from 'vitest';
import { readingAt, stepNamedBy, stepsOf } from '@/story/steps.ts';
import type { Chapter } from '@/story/timeline.ts';

const chapter = (id: string, ...counts: readonly number[]): Chapter => ({
  id,
  number: 1,
  title: id,
  question: '?',
  scenes: counts.map((count, i) => ({
    id: `${id}-${i}`,
    title: id,
    steps: Array.from({ length: count }, () => ({})),
  })),
});
const steps = stepsOf([chapter('one', 2, 1), chapter('none'), chapter('two', 2)]);
const at =
  (one: number, two = 0) =>
  (id: string): number =>
    ({ one, two })[id] ?? 0;

test('stepsOf(chapters) lists every step in reading order', () =>
  expect(steps.map(({ chapter: id, index }) => `${id} ${index}`)).toEqual([
    'one 0',
    'one 1',
    'one 2',
    'two 0',
    'two 1',
  ]));

test('readingAt is a step while it is read, and half-way between two when it is done', () => {
  expect(
    [at(0), at(0.3), at(1), at(1.8), at(3), at(3, 0.1), at(3, 2)].map((p) => readingAt(steps, p)),
  ).toEqual([-0.5, 0, 0.5, 1, 2.5, 3, 4.5]);
});

describe('stepNamedBy', () => {
  test('→ and j go on, across chapters', () => {
    expect(stepNamedBy('ArrowRight', steps, at(0))).toEqual({ chapter: 'one', index: 0 });
    expect(stepNamedBy('j', steps, at(2.8))).toEqual({ chapter: 'two', index: 0 });
    expect(stepNamedBy('j', steps, at(3))).toEqual({ chapter: 'two', index: 0 });
  });
  test('← and k go back, to the step just done if it is over', () => {
    expect(stepNamedBy('k', steps, at(3, 0.8))).toEqual({ chapter: 'one', index: 2 });
    expect(stepNamedBy('ArrowLeft', steps, at(3))).toEqual({ chapter: 'one', index: 2 });
    expect(stepNamedBy('ArrowLeft', steps, at(0.5))).toBeUndefined();
  });
  test('a key pressed while still on the way counts from where that leads', () =>
    expect(stepNamedBy('j', steps, at(0.1), steps[2])).toEqual({ chapter: 'two', index: 0 }));
  test('there is none past the last one', () => {
    expect(stepNamedBy('j', steps, at(3, 2))).toBeUndefined();
  });
  test('other keys ask for nothing', () => expect(stepNamedBy('x', steps, at(1))).toBeUndefined());
});
