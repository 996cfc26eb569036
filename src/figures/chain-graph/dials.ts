/** What the figure tells: the walk back, moved by the scroll or by the reader, or walks forward beside it. */
export type View = 'back' | 'forward' | 'hand';

/** The dials of «every operation, one node». */
export const CHAIN_GRAPH_DIALS = {
  view: 'back' as View,
  /** How many edges have been walked back; what is left over is how far along the next one. */
  walked: 0,
  /** How many of the walks forward are over, 0 to 1. */
  forward: 0,
};

export type ChainGraphDials = typeof CHAIN_GRAPH_DIALS;
