/** The bill's own dials. */
export const BILL_DIALS = {
  /** Forward passes run so far: two for each parameter. */
  runs: 0,
  /** How far the bill of a large network is shown, 0 to 1. */
  strip: 0,
  /** How far the one pass back has come, 0 to 1. */
  back: 0,
};

export type BillDials = typeof BILL_DIALS;
