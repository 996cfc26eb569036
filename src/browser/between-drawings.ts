/**
 * Does some work as soon as the screen has been drawn, as a task of its own, and lays out what it has changed as another:
 * together, or together with a drawing, it would be more than a slow machine has time for. Resolves when both are done.
 */
export const betweenDrawings = (work: () => void): Promise<void> =>
  new Promise((done) => {
    setTimeout(() => {
      work();
      setTimeout(() => {
        document.documentElement.getBoundingClientRect();
        done();
      });
    });
  });
