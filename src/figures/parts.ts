// The parts in which the network figure appears, in their order, where it appears gradually. Names are there from the start.

export const INPUTS = 1;
export const EDGES = 2;
/** The first of the four neurons, which come one after the other. */
export const NEURONS = 3;
/** What is written along the edges. */
export const LABELS = 7;
export const WHOLE = 8;
/** What makes it answer to a pointer or a key, where it does. */
export const ANSWERING = 9;
