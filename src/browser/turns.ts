import { getContext, setContext } from 'svelte';
import { atWork } from './at-work.ts';
import { betweenDrawings } from './between-drawings.ts';

/** Has some work done when its turn has come; returns how to take it back. */
export type Turns = (work: () => unknown) => () => void;

/** A queue whose pieces of work are done one after the other, each between two drawings. */
export const turns = (): Turns => {
  const waiting = new Set<() => unknown>();
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    for (const work of waiting)
      await betweenDrawings(() => {
        // It may have been taken back meanwhile.
        if (waiting.delete(work)) work();
      });
    isRunning = false;
  };
  return (work) => {
    waiting.add(work);
    if (!isRunning) void atWork(run());
    return () => waiting.delete(work);
  };
};

const KEY = Symbol('turns');

/** Has the parts of what a component draws come in turns, which it is given. Call while it is set up. */
export const drawInTurns = (): Turns => setContext<Turns>(KEY, turns());

/** The turns that parts are to come in; undefined where all is drawn at once. Call while a component is set up. */
export const turnsHere = (): Turns | undefined => getContext(KEY);
