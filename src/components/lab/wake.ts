/** Calls `done` in a task of its own: taking over what was built, and showing the reader's own step, are two pieces of work. */
export const wakeLater = (done: () => void): (() => void) => {
  const timer = setTimeout(done);
  return () => clearTimeout(timer);
};
