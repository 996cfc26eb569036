import type { ClientDirective } from 'astro';
import { whenIdle } from './idle.ts';

type Load = Parameters<ClientDirective>[0];

/** On <html> while an island is waking, or about to. */
const MARK = 'data-waking';

/** Time for the screen to be drawn: what an island does first, and what it does then, are over. */
const drawn = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

/** By then every island of the page has said whether it is one of the first. */
const begun = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((done) => {
        for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, done, { once: true });
      });

const anIdleMoment = (): Promise<void> => new Promise((done) => whenIdle(done));

let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Wakes what has been loaded, in an idle moment, when all before it are awake. */
const enqueue = (loading: ReturnType<Load>): void => {
  waiting += 1;
  document.documentElement.setAttribute(MARK, '');
  queue = queue
    .then(async () => {
      const hydrate = await loading;
      await anIdleMoment();
      await hydrate();
      await drawn();
    })
    // One that fails is no reason for the others to sleep on.
    .catch(reportError)
    .then(() => {
      waiting -= 1;
      if (waiting === 0) document.documentElement.removeAttribute(MARK);
    });
};

/** Wakes an island before all others, when it `isTime`. */
export const wakeFirst = (load: Load, isTime: Promise<unknown>): void => enqueue(isTime.then(load));

/** Wakes an island in its turn, so that no frame waits for more than one. It is fetched at once. */
export const wakeInOrder = (load: Load): void => {
  void begun().then(() => enqueue(load()));
};

/** Resolves when every island that was due is awake and drawn. From outside, `html[data-waking]` tells the same. */
export const idle = async (): Promise<void> => {
  await begun();
  while (waiting > 0) await queue;
};
