/** Whose paths are drawn: an input's, a parameter's over two days, and in a deeper network a weight's and an input's. */
export type View = 'input' | 'days' | 'weight' | 'deep';

/**
 * The dials of «multiply along, add across». Each view has its own, so that none of them plays twice: from 0 to 1 the
 * ribbons come back from the loss and their products are written out, from 1 to 2 the products are added.
 */
export const CHAIN_SUM_DIALS = {
  view: 'input' as View,
  input: 0,
  days: 0,
  weight: 0,
  deep: 0,
};

export type ChainSumDials = typeof CHAIN_SUM_DIALS;
