import { betweenDrawings } from './between-drawings.ts';

/** What waits for its turn, in the order in which it came. */
const waiting = new Set<() => void>();
let request = 0;
/** When the drawing began that the last piece was done for, in ms, until the next one begins. */
let begun: number | undefined;
let lastScrolled = -Infinity;
/** Until then, in ms, no piece is done. */
let freeUntil = -Infinity;
/** Whether a piece is about to be done. */
let isDue = false;

/** A piece after which the next drawing comes so late, in ms, has kept the screen waiting: most draw every 17. */
const LATE = 25;
/** No piece takes so long, in ms: what did was something else. */
const LONGEST = 50;

const ask = (): void => {
  if (request === 0) request = requestAnimationFrame(turn);
};

const turn = (now: number): void => {
  request = 0;
  if (isDue) {
    ask();
    return;
  }
  if (begun !== undefined && lastScrolled > begun && now - begun > LATE)
    freeUntil = now + Math.min(now - begun, LONGEST);
  begun = undefined;
  if (waiting.size === 0) return;
  ask();
  if (now < freeUntil) return;
  begun = now;
  isDue = true;
  betweenDrawings(doNext);
};

const doNext = (): void => {
  isDue = false;
  const [piece] = waiting;
  if (!piece) return;
  waiting.delete(piece);
  piece();
};

/**
 * Does a piece of work between two drawings of the screen, one piece each time for the whole page: two are more than a slow
 * machine has time for, and so is one together with a drawing. Where one was, and the page is being scrolled, as long a time
 * is then left to what moves. A piece that waits already keeps its place. Returns how to call it off.
 */
export const inTurn = (piece: () => void): (() => void) => {
  waiting.add(piece);
  ask();
  return () => {
    waiting.delete(piece);
  };
};

/** To be called whenever the page has been scrolled. */
export const scrolled = (): void => {
  lastScrolled = performance.now();
};
