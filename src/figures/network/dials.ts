/** The network's own dials. */
export const NETWORK_DIALS = {
  /**
   * What is pointed out, in place of the operation that was computed last: the loss's own gradient of one, prediction
   * minus target, all gradients at once, or the update that is about to come.
   */
  focus: '' as '' | 'loss' | 'error' | 'all' | 'update',
  /** How far the reader has met what makes an activation: no further than the sums, the hidden units' gate, or all of it. */
  met: 'all' as 'sums' | 'gate' | 'all',
};

export type NetworkDials = typeof NETWORK_DIALS;
