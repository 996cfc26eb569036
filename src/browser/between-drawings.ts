/**
 * Does some work as soon as the screen has been drawn, as a task of its own, and lays out what it has changed as another:
 * together, or together with a drawing, it would be more than a slow machine has time for.
 */
export const betweenDrawings = (work: () => void): void => {
  setTimeout(() => {
    work();
    setTimeout(() => document.documentElement.getBoundingClientRect());
  });
};
