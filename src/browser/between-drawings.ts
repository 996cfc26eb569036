/**
 * Does some work as soon as the screen has been drawn, as a task of its own: together with a drawing it would be more than a
 * slow machine has time for. What it has changed is laid out there, too, once all that follows from it has been done.
 */
export const betweenDrawings = (work: () => void): void => {
  setTimeout(() => {
    work();
    queueMicrotask(() => document.documentElement.getBoundingClientRect());
  });
};
