/** The rate laboratory's own dials. */
export const RATE_DIALS = {
  /** Where the text has the dial: the power of ten of the learning rate. */
  power: -3,
  /** The data that the text trains on. */
  days: 'one' as 'one' | 'two',
  /** Whether the reader is looking for the fastest rate: 0 or 1. */
  hunt: 0,
};

export type RateDials = typeof RATE_DIALS;
