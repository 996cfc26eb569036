/** The run's own dials. */
export const RUN_DIALS = {
  /** How much of the run the scroll has told, from 0 to 1 along the axis of steps. What the reader has run is told anyway. */
  told: 0,
};

export type RunDials = typeof RUN_DIALS;
