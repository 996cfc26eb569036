/** The two days' own dials; each from 0 to 1. */
export const TWO_DAYS_DIALS = {
  /** How much has been told of what a program keeps within a training step. */
  store: 0,
  /** How much has been told of what it carries into the next one. */
  clear: 0,
  /** How far the run has been followed, up to the step at which both predictions are good. */
  later: 0,
};

export type TwoDaysDials = typeof TWO_DAYS_DIALS;
