import { whileIdle } from './idle.ts';

// What lies below the beginning of a fresh visit is laid out only once the reader has something to look at. early.js
// puts the page to sleep before it is drawn; layout.css says what that means.

const SLEEPERS =
  '.asleep :is(.step, .transcript, .prose > p, .question, .lab-figure, .lab-controls, .lab-table, .entry, .coda):not(.awake)';

export const isAsleep = (): boolean => document.documentElement.classList.contains('asleep');

/** Wakes everything at once: before that nothing can be measured. */
export const wake = (): void => document.documentElement.classList.remove('asleep');

/**
 * The files that nothing near the top is written in: italics, and the letters of a name. One that is not here when first
 * needed is left out for good, or has everything laid out once more when it comes.
 */
const laterFonts = (): Promise<unknown> =>
  Promise.allSettled([document.fonts.load('italic 1em Prose'), document.fonts.load('1em Prose', 'ş')]);

/** So long at a time, in ms: with what a part takes at most, under what anybody notices on a slow machine. */
const STRETCH = 5;

/** Wakes one part after another while nobody waits for anything, then calls `done`. */
export const wakeInTurn = (done: () => void): void => {
  void (isAsleep() ? laterFonts() : Promise.resolve()).then(() => {
    const parts = [...document.querySelectorAll<HTMLElement>(SLEEPERS)];
    whileIdle(
      [
        ...parts.map((part) => () => {
          part.classList.add('awake');
          // Laid out at once, so that it is known how long it took.
          part.getBoundingClientRect();
        }),
        wake,
        done,
      ],
      STRETCH,
    );
  });
};
