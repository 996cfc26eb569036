/** The dials of the picture of one prediction, each from 0 to 1. */
export const PREDICTION_DIALS = {
  /** How far the two inputs have gone through the closed network. */
  ran: 0,
  /** How far the day has come: target and prediction alone, side by side. */
  day: 0,
  /** How far the network is opened, and its parameters counted. */
  open: 0,
};

export type PredictionDials = typeof PREDICTION_DIALS;
