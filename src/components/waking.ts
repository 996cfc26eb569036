import type { ClientDirective } from 'astro';

type Load = Parameters<ClientDirective>[0];

/** Time for the screen to be drawn: what an island does first, and what it does then, are over. */
const drawn = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

let waking: Promise<unknown> = Promise.resolve();

/**
 * Wakes an island when those before it are awake, so that no frame waits for more than one. What it is made of is fetched
 * at once, or when it `isTime`, and has been read before it is woken: that is work, too.
 */
export const wakeInOrder = (load: Load, isTime?: Promise<unknown>): void => {
  const loading = isTime ? isTime.then(load) : load();
  waking = waking
    .then(async () => {
      const hydrate = await loading;
      await new Promise((done) => setTimeout(done));
      await hydrate();
      await drawn();
    })
    // One that fails is no reason for the others to sleep on.
    .catch(reportError);
};
