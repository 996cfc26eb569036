/** How fast a run is played: how often over in the time that the whole of it takes. */
export const SPEEDS = [0.5, 1, 4, 16] as const;

export type Speed = (typeof SPEEDS)[number];
