/** A gap so large can be seen as it is, in px. */
const SEEN = 28;

/** The power of ten by which a gap of so many px has to be enlarged to be seen; 0 where it is seen as it is. */
export const enlargement = (px: number): number =>
  px <= 0 || !Number.isFinite(px) ? 0 : Math.max(0, Math.floor(Math.log10(SEEN / px)));
