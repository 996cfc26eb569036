// The parts in which the network figure appears, in their order, where it appears gradually. Names and inputs are there
// from the start.

export const EDGES = 1;
export const HALF_OF_NEURONS = 2;
export const NEURONS = 3;
/** What is written along the edges. */
export const LABELS = 4;
export const WHOLE = 5;
