import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atWork, idle } from '@/browser/at-work.ts';
import { wakeFirst, wakeInOrder } from '@/browser/waking.ts';

const reported: unknown[] = [];
const marks = new Map<string, string>();
const root = {
  hasAttribute: (name: string) => marks.has(name),
  getAttribute: (name: string) => marks.get(name) ?? null,
  setAttribute: (name: string, value: string) => marks.set(name, value),
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

describe('islands, and what they load,', () => {
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
    wakeFirst(island(told, 'reader', 10));
    await new Promise((done) => setTimeout(done, 5));
    expect(told).toEqual([]);
    begin();
    await idle();
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
    expect(marks).toEqual(new Map([['data-waking', '1']]));
    wakeInOrder(island(told, 'b', 20));
    await idle();
    expect(told.at(-1)).toBe('b is awake');
    expect(marks).toEqual(new Map());
  });

  test('count as waking until what they load is here, also where it fails to come', async () => {
    let come: (parts: string) => void = () => undefined;
    const loading = atWork(new Promise<string>((done) => (come = done)));
    const failing = atWork(Promise.reject(new Error('lost')));
    await expect(failing).rejects.toThrow('lost');
    await vi.waitFor(() => expect(marks).toEqual(new Map([['data-waking', '1']])));
    come('parts');
    expect(await loading).toBe('parts');
    await idle();
    expect(marks).toEqual(new Map());
  });

  test('that are none leave the page idle at once', async () => {
    await idle();
    expect(marks).toEqual(new Map());
  });
});
