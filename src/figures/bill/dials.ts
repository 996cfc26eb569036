/** The bill's own dials. */
export const BILL_DIALS = {
  /** How much of the bill for nudging every parameter has been counted, 0 to 1. */
  bill: 0,
};

export type BillDials = typeof BILL_DIALS;
