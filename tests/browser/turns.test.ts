import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turns } from '@/browser/turns.ts';

/** What has been done so far, in tasks. */
let tasks: string[][] = [];
const say = (what: string): void => void tasks.at(-1)?.push(what);

beforeEach(() => {
  vi.useFakeTimers();
  tasks = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 16));
  vi.stubGlobal('document', {
    documentElement: {
      getAttribute: () => null,
      setAttribute: () => undefined,
      removeAttribute: () => undefined,
      getBoundingClientRect: () => say('layout'),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets all tasks run that are due without waiting. */
const runTasks = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) {
    tasks.push([]);
    vi.advanceTimersToNextTimer();
    await Promise.resolve();
    await Promise.resolve();
  }
  tasks = tasks.filter((task) => task.length > 0);
};

test('each piece of work has a task of its own, and what it changed is laid out in another', async () => {
  const take = turns();
  take(() => say('figure'));
  take(() => say('under'));
  await runTasks();
  expect(tasks).toEqual([['figure'], ['layout'], ['under'], ['layout']]);
});

test('what a piece brings with it comes after what waits', async () => {
  const take = turns();
  take(() => {
    say('figure');
    take(() => say('its part'));
  });
  take(() => say('under'));
  await runTasks();
  expect(tasks.flat().filter((what) => what !== 'layout')).toEqual(['figure', 'under', 'its part']);
});

test('what is taken back is not done, and what comes later is', async () => {
  const take = turns();
  take(() => say('gone'))();
  await runTasks();
  take(() => say('next'));
  await runTasks();
  expect(tasks.flat().filter((what) => what !== 'layout')).toEqual(['next']);
});
