import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idle, wakeFirst, wakeInOrder } from '@/components/waking.ts';

const reported: unknown[] = [];
const marks = new Set<string>();
const root = {
  setAttribute: (name: string) => marks.add(name),
  removeAttribute: (name: string) => marks.delete(name),
};
beforeEach(() => {
  reported.length = 0;
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 1));
  vi.stubGlobal('document', { readyState: 'complete', documentElement: root });
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** An island that says what happens to it; `takes` milliseconds to be fetched. */
const island =
  (told: string[], name: string, takes: number, fails = false) =>
  async () => {
    told.push(`fetch ${name}`);
    await new Promise((done) => setTimeout(done, takes));
    return async () => {
      told.push(`wake ${name}`);
      await new Promise((done) => setTimeout(done, 5));
      if (fails) throw new Error(name);
      told.push(`${name} is awake`);
    };
  };

describe('islands', () => {
  test('are fetched at once and wake one after another, in the order in which they were due', async () => {
    const told: string[] = [];
    wakeInOrder(island(told, 'a', 20));
    wakeInOrder(island(told, 'b', 1));
    wakeInOrder(island(told, 'c', 1));
    await Promise.resolve();
    expect(told).toEqual(['fetch a', 'fetch b', 'fetch c']);
    await idle();
    expect(told.slice(3)).toEqual(['wake a', 'a is awake', 'wake b', 'b is awake', 'wake c', 'c is awake']);
    expect(reported).toEqual([]);
  });

  test('that are first wake before all others, however late they are and whoever was due before', async () => {
    let begin: () => void = () => undefined;
    vi.stubGlobal('document', { readyState: 'interactive', documentElement: root });
    vi.stubGlobal('addEventListener', (event: string, listen: () => void) => {
      if (event === 'DOMContentLoaded') begin = listen;
    });
    const told: string[] = [];
    wakeInOrder(island(told, 'a', 1));
    wakeFirst(island(told, 'reader', 10), new Promise((done) => setTimeout(done, 10)));
    await new Promise((done) => setTimeout(done, 5));
    expect(told).toEqual([]);
    begin();
    await vi.waitFor(() => expect(told.at(-1)).toBe('a is awake'));
    expect(told).toEqual([
      'fetch a',
      'fetch reader',
      'wake reader',
      'reader is awake',
      'wake a',
      'a is awake',
    ]);
  });

  test('wake though one before them fails, and the failure is reported', async () => {
    const told: string[] = [];
    wakeInOrder(island(told, 'a', 1, true));
    wakeInOrder(island(told, 'b', 1));
    await idle();
    expect(told.at(-1)).toBe('b is awake');
    expect(reported).toEqual([new Error('a')]);
  });

  test('leave a mark on the page while any of them is waking, and idle() waits for the last', async () => {
    const told: string[] = [];
    wakeInOrder(island(told, 'a', 1));
    await Promise.resolve();
    expect(marks).toEqual(new Set(['data-waking']));
    wakeInOrder(island(told, 'b', 20));
    await idle();
    expect(told.at(-1)).toBe('b is awake');
    expect(marks).toEqual(new Set());
  });

  test('that are none leave the page idle at once', async () => {
    await idle();
    expect(marks).toEqual(new Set());
  });
});
