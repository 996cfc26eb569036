/** The dials of the experiment with one parameter. */
export const NUDGE_DIALS = {
  /** How far the ripple has come from the nudged parameter to the output, 0 to 1. */
  ripple: 0,
  /** Whether it is told what the loss did. */
  told: 0,
  /** What stands beside the network, or in its place: 0 nothing, 1 the lens on the curve, 2 every parameter as a bar. */
  view: 0,
  /** How far two more lenses have opened, ten and a hundred times nearer, 0 to 1. */
  near: 0,
};

export type NudgeDials = typeof NUDGE_DIALS;
