/** The silence figure's own dials. */
export const SILENCE_DIALS = {
  /** How far the pushes have been drawn: 0 none, 1 all. */
  pushed: 0,
  /** How far the other units have stepped back behind the one that is spoken of, 0 to 1; and which that is. */
  spot: 0,
  unit: 2,
  /** What stands under the gates: nothing, the units on two days, the ways to wake one, or the run with and without a leak. */
  panel: 'none' as 'none' | 'days' | 'wake' | 'leak',
};

export type SilenceDials = typeof SILENCE_DIALS;
