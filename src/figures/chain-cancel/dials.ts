/** The dials of «the slope that cancels», each from 0 to 1. */
export const CHAIN_CANCEL_DIALS = {
  /** How far the slope has been struck out under cross-entropy. */
  struck: 0,
  /** Whether half the squared error stands beside it. */
  second: 0,
  /** How far the curves have been drawn. */
  plotted: 0,
  /** How far z has been turned, from the network's own to the reader's. */
  turned: 0,
  /** How far the table of slopes has been opened. */
  tabled: 0,
};

export type ChainCancelDials = typeof CHAIN_CANCEL_DIALS;
