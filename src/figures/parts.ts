// The parts in which the network figure appears, in their order, where it appears gradually. Names are there from the start.

export const INPUTS = 1;
export const EDGES = 2;
/** The first of the four neurons, which come one after the other. */
export const NEURONS = 3;
/** What is written along half of the edges, and then along all. */
export const LABELS = 7;
export const ALL_LABELS = 8;
export const WHOLE = 9;
/** What makes it answer to a pointer or a key, where it does. */
export const ANSWERING = 10;
