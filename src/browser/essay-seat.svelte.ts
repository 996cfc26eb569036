import type { LabName } from '../story/settings.ts';
import { story } from '../story/story.svelte.ts';
import { partsOf, valuesIn, type Table } from '../story/table.ts';
import type { Seat } from './seat.ts';

/** A lab's settings as a part of what the reader has set in the essay. Call while a component is set up. */
export const essaySeat = <T extends Table>(name: LabName, table: T): Seat<T> => {
  const read = $derived(valuesIn(table, story.settings[name]));
  return {
    get values() {
      return read.values;
    },
    get notices() {
      return read.notices;
    },
    get query() {
      return story.settings[name];
    },
    set: (changes, gesture) => {
      const text = partsOf(table, { ...read.values, ...changes }).join('&');
      story.set({ [name]: text }, gesture);
    },
    release: () => story.endGesture(),
    get canUndo() {
      return story.canUndo;
    },
    undo: () => story.undo(),
  };
};
