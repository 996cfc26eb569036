import { expect, test } from 'vitest';
import { sideways } from '@/browser/sideways.ts';

type Point = readonly [number, number];

/** What a pointer pulls that is put down at the first of some places and goes to the others. */
const pulledBy = (pointerType: string, places: readonly Point[], isScroll = false): readonly unknown[] => {
  const done: unknown[] = [];
  const pull = sideways({
    move: (x, y) => done.push([x, y]),
    drop: () => done.push('dropped'),
    giveBack: () => done.push('given back'),
  });
  pull.take?.({ pointerType } as PointerEvent);
  for (const [x, y] of places) pull.move(x, y);
  if (isScroll) pull.giveBack?.();
  else pull.drop();
  return done;
};

const [at, aside, down]: readonly [Point, Point, Point] = [
  [50, 50],
  [58, 53],
  [52, 70],
];

test('a finger that goes sideways pulls from where it was put, then wherever it goes', () => {
  expect(pulledBy('touch', [at, aside, down])).toEqual([at, aside, down, 'dropped']);
  expect(pulledBy('touch', [at, aside], true)).toEqual([at, aside, 'given back']);
});

test('one that goes up or down pulls nothing, so there is nothing to be given back', () => {
  expect(pulledBy('touch', [at, down], true)).toEqual([]);
});

test('a tap counts when it is over', () => {
  expect(pulledBy('touch', [at])).toEqual([at, 'dropped']);
});

test('a mouse pulls at once', () => {
  expect(pulledBy('mouse', [at, down])).toEqual([at, down, 'dropped']);
});
