/** The dials of «one path, five factors». */
export const CHAIN_PATH_DIALS = {
  /** Whose path is shown: that of the weight that the text follows, or of the parameter that the reader has chosen. */
  whose: 'text' as 'text' | 'chosen',
  /** How far the path has been drawn out of the network, 0 to 1. */
  lifted: 0,
  /** Links, from the loss on, whose rates have been multiplied, 0 to 5. */
  multiplied: 0,
};

export type ChainPathDials = typeof CHAIN_PATH_DIALS;
