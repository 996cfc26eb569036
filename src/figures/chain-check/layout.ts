import type { Box } from '../layout/shapes.ts';
import type { ChainCheckDials } from './dials.ts';

/** Where the pictures of the figure are, and how large its type is, px. One for which there is no room has no box. */
export interface Layout {
  readonly size: number;
  readonly dots: Box | undefined;
  /** What the step is about, beside the dots. */
  readonly beside: Box | undefined;
  readonly valley: Box | undefined;
}

const GAP = 28;

/** Two rows of pictures; else one row of two; else one at a time: that which the step is about. */
export const layoutFor = (width: number, height: number, { view, fine }: ChainCheckDials): Layout => {
  const isRoomy = width >= 540 && height >= 490;
  const size = isRoomy ? 13.5 : 12.5;
  /** Without room for all, the valley has all of it, and stands over its dial. */
  const hasValley = isRoomy || (view === 'digits' && fine > 0);
  const isBeside = isRoomy || (width >= 540 && height >= 260 && !hasValley);
  const half = isBeside ? (width - GAP) / 2 : width;
  const left = isBeside ? half + GAP : 0;
  const bottom = isRoomy ? height * 0.56 : height;
  const dots = isBeside
    ? { left: 0, right: half, top: 0, bottom }
    : { left: 4, right: half + 4, top: 0, bottom };
  return {
    size,
    dots: isBeside || (view === 'digits' && !hasValley) ? dots : undefined,
    beside: isBeside || view !== 'digits' ? { left, right: left + half, top: 0, bottom } : undefined,
    valley: hasValley
      ? { left: 0, right: width, top: isRoomy ? bottom + size * 0.6 : size / 2, bottom: height }
      : undefined,
  };
};
