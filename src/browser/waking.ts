import type { ClientDirective } from 'astro';
import { atWork, drawn } from './at-work.ts';
import { whenIdle } from './idle.ts';

type Load = Parameters<ClientDirective>[0];

/** By then every island of the page has said whether it is one of the first. */
const begun = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((done) => {
        for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, done, { once: true });
      });

const anIdleMoment = (): Promise<void> => new Promise((done) => whenIdle(done));

let queue: Promise<unknown> = Promise.resolve();

/** Wakes what has been loaded, in an idle moment, when all before it are awake. */
const enqueue = (loading: ReturnType<Load>): Promise<unknown> =>
  (queue = queue
    .then(async () => {
      const hydrate = await loading;
      await anIdleMoment();
      await hydrate();
      await drawn();
    })
    // One that fails is no reason for the others to sleep on.
    .catch(reportError));

/** Wakes an island as soon as the reader has something to look at, before all others. */
export const wakeFirst = (load: Load): void => {
  void atWork(enqueue(anIdleMoment().then(load)));
};

/** Wakes an island in its turn, so that no frame waits for more than one. It is fetched at once. */
export const wakeInOrder = (load: Load): void => {
  void atWork(begun().then(() => enqueue(load())));
};
