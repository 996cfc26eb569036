import { onMount } from 'svelte';
import { fallbacksOf, partsOf, valuesIn, type Table, type ValuesOf } from '../story/table.ts';
import { atRest } from './rest.ts';
import type { Seat } from './seat.ts';

/** Browsers limit how often an address may be written. */
const EVERY_MS = 350;
const MOST_UNDONE = 200;

/** A lab's settings in the address of its own page. Call while a component is set up. */
export const pageSeat = <T extends Table>(table: T): Seat<T> => {
  let values = $state.raw<ValuesOf<T>>(fallbacksOf(table));
  let notices = $state.raw<readonly string[]>([]);
  let past = $state.raw<readonly ValuesOf<T>[]>([]);
  let gestureUnderWay: string | undefined;
  const query = $derived(partsOf(table, values).join('&'));
  const writing = atRest(() => {
    history.replaceState(history.state, '', location.pathname + (query && `?${query}`) + location.hash);
  }, EVERY_MS);

  onMount(() => {
    ({ values, notices } = valuesIn(table, location.search));
    return writing.stop;
  });
  const goTo = (next: ValuesOf<T>): void => {
    values = next;
    writing.due();
  };
  return {
    get values() {
      return values;
    },
    get notices() {
      return notices;
    },
    get query() {
      return query;
    },
    set: (changes, gesture) => {
      const next = { ...values, ...changes };
      if (partsOf(table, next).join('&') === query) return;
      if (gesture === undefined || gesture !== gestureUnderWay)
        past = [...past.slice(1 - MOST_UNDONE), values];
      gestureUnderWay = gesture;
      goTo(next);
    },
    release: () => {
      gestureUnderWay = undefined;
    },
    get canUndo() {
      return past.length > 0;
    },
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      past = past.slice(0, -1);
      gestureUnderWay = undefined;
      goTo(before);
    },
  };
};
