/** What waits for its turn, in the order in which it came. */
const waiting = new Set<() => void>();
let request = 0;

const ask = (): void => {
  if (request === 0 && waiting.size > 0) request = requestAnimationFrame(turn);
};

const turn = (): void => {
  request = 0;
  const [piece] = waiting;
  if (!piece) return;
  waiting.delete(piece);
  ask();
  piece();
};

/**
 * Does a piece of work when the screen is drawn, one piece a drawing for the whole page: two are more than a slow machine
 * has time for. A piece that waits already keeps its place. Returns how to call it off.
 */
export const inTurn = (piece: () => void): (() => void) => {
  waiting.add(piece);
  ask();
  return () => {
    waiting.delete(piece);
  };
};
