import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { whileIdle } from '@/browser/idle.ts';

// No browser: whenIdle waits by the clock, and a piece of work takes as long as it says.
let now = 0;
let done: string[] = [];
const piece =
  (name: string, takes: number): (() => void) =>
  () => {
    now += takes;
    done.push(name);
  };

beforeEach(() => {
  now = 0;
  done = [];
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('many pieces of work', () => {
  test('are done in order, a few at a time', () => {
    whileIdle(['a', 'b', 'c', 'd', 'e'].map((name) => piece(name, 3)));
    expect(done).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a', 'b']);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    vi.runAllTimers();
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are done one at a time when each is long', () => {
    whileIdle([piece('a', 40), piece('b', 40)]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a']);
  });

  test('are left undone once they are stopped', () => {
    const stop = whileIdle([piece('a', 9), piece('b', 9)]);
    vi.advanceTimersToNextTimer();
    stop();
    vi.runAllTimers();
    expect(done).toEqual(['a']);
  });

  test('are asked for when their turn has come', () => {
    const pieces = function* (): Generator<() => void> {
      yield piece('a', 9);
      // Finding them is work, too.
      now += 9;
      yield piece(`b, found at ${now}`, 9);
    };
    whileIdle(pieces());
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a']);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['a', 'b, found at 18']);
    vi.runAllTimers();
    expect(done).toHaveLength(2);
  });

  test('may end the work themselves', () => {
    const stop = whileIdle([piece('a', 1), () => stop(), piece('b', 1)]);
    vi.runAllTimers();
    expect(done).toEqual(['a']);
  });

  test('may be none', () => {
    whileIdle([]);
    vi.runAllTimers();
    expect(done).toEqual([]);
  });
});
