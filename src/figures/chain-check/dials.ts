/** The gradient check's own dials. */
export const CHAIN_CHECK_DIALS = {
  /** How far the two points of the secant have come together, from 0, wide apart, to 1. */
  secant: 0,
  /** How fine the nudge is: 0.1 at 0, as fine as is set at 1. */
  fine: 0,
  /** What stands beside the dots: the loss along one parameter, all digits, or the loss across a kink. */
  view: 'secant' as 'secant' | 'digits' | 'kink',
};

export type ChainCheckDials = typeof CHAIN_CHECK_DIALS;
