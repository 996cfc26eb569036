import type { View } from './dials.ts';
import type { Box } from './layout.ts';

/** Where the parts of the figure are in its box, px. */
export interface Areas {
  readonly ribbons: Box;
  readonly rows: Box;
  readonly caption: { readonly x: number; readonly y: number };
}

const EDGE = 3;

/** Ribbons above and rows beneath; side by side in a wide and low box. */
export const areasFor = (width: number, height: number, view: View): Areas => {
  const isLarge = width >= 560;
  const top = isLarge ? 40 : 30;
  const caption = { x: EDGE, y: isLarge ? 14 : 11 };
  if (width >= 620 && height < 470) {
    const left = Math.round(width * (view === 'deep' ? 0.54 : 0.5));
    // Too steep a ribbon is hard to follow.
    const tall = Math.min(height - top - 12, (left - 2 * EDGE) * 0.74);
    const low = Math.min(height - top - 12, 300);
    return {
      caption,
      ribbons: { x: EDGE, y: top + (height - top - tall) / 2, width: left - 2 * EDGE, height: tall },
      rows: { x: left + 20, y: top + (height - top - low) / 2, width: width - left - 20 - EDGE, height: low },
    };
  }
  const share = isLarge ? (view === 'deep' ? 0.52 : 0.54) : 0.5;
  const split = Math.round(height * share);
  const gap = isLarge ? 40 : 8;
  return {
    caption,
    ribbons: { x: EDGE, y: top, width: width - 2 * EDGE, height: split - top - (isLarge ? 0 : 6) },
    rows: { x: EDGE, y: split + gap, width: width - 2 * EDGE, height: height - split - gap },
  };
};
