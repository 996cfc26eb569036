/** The silence figure's own dials. */
export const SILENCE_DIALS = {
  /** How far the pushes have been drawn: 0 none, 1 all. */
  pushed: 0,
  /** What stands under the gates: nothing, the units on two days, or the ways to wake one. */
  panel: 'none' as 'none' | 'days' | 'wake',
};

export type SilenceDials = typeof SILENCE_DIALS;
