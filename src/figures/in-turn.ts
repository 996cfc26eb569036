/** Does one piece of work a frame: all in one is more than a slow machine's frame has time for. Returns how to stop. */
export const inTurn = (...pieces: readonly (() => void)[]): (() => void) => {
  const [first, ...rest] = pieces;
  if (!first) return () => undefined;
  let stop = (): void => cancelAnimationFrame(request);
  const request = requestAnimationFrame(() => {
    first();
    stop = inTurn(...rest);
  });
  return () => stop();
};
