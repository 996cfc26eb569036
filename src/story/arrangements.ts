/** Every way to put W and δ beside each other, as a link writes it: T for a factor that lies on its side, d for δ. */
export const ARRANGEMENTS = ['W-d', 'WT-d', 'W-dT', 'WT-dT', 'd-W', 'd-WT', 'dT-W', 'dT-WT'] as const;

export type Arrangement = (typeof ARRANGEMENTS)[number];
