/** The loss curve's own dials. */
export const LOSS_CURVE_DIALS = {
  /** The forecast tried: 0 is the network's own, −1 a good one, 1 a bad one. */
  probe: 0,
};

export type LossCurveDials = typeof LOSS_CURVE_DIALS;
