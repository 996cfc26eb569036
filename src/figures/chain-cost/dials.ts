/** The cost study's own dials. */
export const CHAIN_COST_DIALS = {
  /** How far the network has grown, from one hidden layer at 0 to as many as are set at 1. */
  grown: 0,
  /** What the folded network points out: nothing yet, the roads that all paths share, or the numbers that are kept. */
  folded: '' as '' | 'roads' | 'kept',
};

export type ChainCostDials = typeof CHAIN_COST_DIALS;
