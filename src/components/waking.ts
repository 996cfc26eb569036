import type { ClientDirective } from 'astro';

type Load = Parameters<ClientDirective>[0];

/** Time for the screen to be drawn: what an island does first, and what it does then, are over. */
const drawn = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

/** By then every island of the page has said whether it is one of the first. */
const begun = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((done) => {
        for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, done, { once: true });
      });

const aTask = (): Promise<unknown> => new Promise((done) => setTimeout(done));

let waking: Promise<unknown> = Promise.resolve();

/** Wakes an island when those before it are awake. What it is made of has been read by then: that is work, too. */
const enqueue = (loading: ReturnType<Load>): void => {
  waking = waking
    .then(async () => {
      const hydrate = await loading;
      await aTask();
      await hydrate();
      await aTask();
      // What it has changed is laid out here: the next frame may have enough to do.
      document.documentElement.getBoundingClientRect();
      await drawn();
    })
    // One that fails is no reason for the others to sleep on.
    .catch(reportError);
};

/** Wakes an island before all others, when it `isTime`. */
export const wakeFirst = (load: Load, isTime: Promise<unknown>): void => enqueue(isTime.then(load));

/** Wakes an island in its turn, so that no frame waits for more than one. It is fetched at once. */
export const wakeInOrder = (load: Load): void => {
  void begun().then(() => enqueue(load()));
};
