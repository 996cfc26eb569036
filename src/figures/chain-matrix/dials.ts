/** The dials of «the same lines, read right to left». */
export const CHAIN_MATRIX_DIALS = {
  /** Which product is shown: the way forward, the reader's order of factors, the way back, the gradients of the weights. */
  view: 'forward' as 'forward' | 'arrange' | 'back' | 'outer',
  /** Sums of the way forward that have been gathered, 0 to 3; past that the first is looked at once more. */
  gathered: 0,
  /** How far the table has been laid on its side. */
  turned: 0,
  /** Sums of the way back that have been gathered, 0 to 2; past that the first is looked at once more. */
  summed: 0,
  /** Gradients of weights that have been filled in, 0 to 6; past that the first is looked at once more. */
  filled: 0,
};

export type ChainMatrixDials = typeof CHAIN_MATRIX_DIALS;
export type View = ChainMatrixDials['view'];
