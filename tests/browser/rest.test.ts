import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest } from '@/browser/rest.ts';

let done = 0;
const work = (): void => {
  done += 1;
};
beforeEach(() => {
  vi.useFakeTimers();
  done = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is due is done once, however often it has become so', () => {
  const { due } = atRest(work, 100);
  due();
  vi.advanceTimersByTime(60);
  due();
  vi.advanceTimersByTime(39);
  expect(done).toBe(0);
  vi.advanceTimersByTime(1);
  expect(done).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(done).toBe(1);
  due();
  vi.advanceTimersByTime(100);
  expect(done).toBe(2);
});

test('it waits until nothing has moved for so long', () => {
  const { due, moved } = atRest(work, 100);
  due();
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(30);
    moved();
  }
  vi.advanceTimersByTime(99);
  expect(done).toBe(0);
  vi.advanceTimersByTime(1);
  expect(done).toBe(1);
});

test('what moves makes nothing due', () => {
  const { moved } = atRest(work, 100);
  moved();
  vi.advanceTimersByTime(1000);
  expect(done).toBe(0);
});

test('what has been stopped is not done', () => {
  const { due, stop } = atRest(work, 100);
  due();
  stop();
  vi.advanceTimersByTime(1000);
  expect(done).toBe(0);
});
