/** The network's own dials. */
export const NETWORK_DIALS = {
  /** How much of the nudge is given to the chosen parameter, 0 to 1. */
  nudge: 0,
  /** Factors of the chosen parameter's chain that are lit. */
  chain: 0,
};

export type NetworkDials = typeof NETWORK_DIALS;
