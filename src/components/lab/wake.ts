/**
 * Calls `done` when the screen is drawn next: taking over what was built, and showing the reader's own step, are two pieces
 * of work.
 */
export const wakeLater = (done: () => void): (() => void) => {
  const request = requestAnimationFrame(done);
  return () => cancelAnimationFrame(request);
};
