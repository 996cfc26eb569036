/** The loss curve's own dials. */
export const LOSS_CURVE_DIALS = {
  /** How much of the curve is drawn, 0 to 1, out from the coin flip. */
  drawn: 0,
  /** The prediction tried: 0 is the network's own, −1 nearly the target, 1 one that gives the outcome one chance in ten. */
  probe: 0,
  /** How many more times ten times surer of the wrong thing, up to 2. */
  ladder: 0,
  /** The loss at the upper end of the axis. */
  top: 2.6,
  /** Whether there is a prediction to be tried by hand, from 0 to 1. */
  hand: 0,
};

export type LossCurveDials = typeof LOSS_CURVE_DIALS;
