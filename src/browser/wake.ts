import type { ClientDirective } from 'astro';
import { whenOpened } from './opened.ts';
import { whenTold, type Sign } from './signs.ts';
import { thenTakingHold } from './taking-hold.ts';
import { wakeFirst, wakeInOrder } from './waking.ts';

/** When an island wakes. All go through one queue, so they are one directive. */
export type When = 'soon' | 'used' | 'near' | 'changed' | 'changed or near' | 'opened';

const SIGNS: Readonly<Record<Exclude<When, 'soon' | 'opened'>, readonly Sign[]>> = {
  used: ['changed'],
  near: ['near'],
  changed: ['changed'],
  'changed or near': ['changed', 'near'],
};

/** What tells that somebody is there: before they can have got hold of anything. */
const LIFE = ['pointermove', 'touchstart', 'keydown', 'focusin', 'scroll'] as const;

/**
 * The directive `client:wake`. `soon`: as soon as the reader has something to look at, before all others. `used`: at the
 * reader's first sign of life, or where something has been set, for until then it is as it was built. `near`: when the
 * chapter or lab that it is in comes near. `changed`: only where something has been set. `opened`: when the reader opens it.
 */
const wake: ClientDirective = (load, { value }, island) => {
  const when = value as When;
  if (when === 'soon') {
    wakeFirst(load);
    return;
  }
  if (when === 'opened') {
    whenOpened(load, island);
    return;
  }
  const listening = new AbortController();
  const begin = (): void => {
    if (listening.signal.aborted) return;
    listening.abort();
    wakeInOrder(load);
  };
  if (when === 'used') {
    load = thenTakingHold(load, island);
    for (const event of LIFE) addEventListener(event, begin, { passive: true, signal: listening.signal });
  }
  whenTold(island, SIGNS[when], begin);
};

export default wake;
