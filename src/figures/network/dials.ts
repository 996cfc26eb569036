/** The network's own dials. */
export const NETWORK_DIALS = {
  /**
   * What is pointed out, in place of the operation that was computed last: the loss's own gradient of one, prediction
   * minus target, all gradients at once, or the update that is about to come.
   */
  focus: '' as '' | 'loss' | 'error' | 'all' | 'update',
};

export type NetworkDials = typeof NETWORK_DIALS;
