/** A box in the window, in px from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where an explanation goes: its corner, and how tall it may be before it scrolls. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  /** Of a sheet: at the bottom of the window or at its top. */
  readonly side?: 'below' | 'above';
}

/** Between a number and its explanation, and between the explanation and the edge of the window. */
const GAP = 8;

const held = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * A place beside `anchor` that leaves it uncovered: below it, else above, else at its right or left, wherever all of
 * `size` fits; where it fits nowhere, above or below, whichever has more room.
 */
export const placeBeside = (anchor: Box, size: Size, view: Size): Place => {
  const left = held((anchor.left + anchor.right - size.width) / 2, GAP, view.width - size.width - GAP);
  const below = view.height - anchor.bottom - 2 * GAP;
  const above = anchor.top - 2 * GAP;
  if (size.height <= below) return { left, top: anchor.bottom + GAP, maxHeight: below };
  if (size.height <= above) return { left, top: anchor.top - GAP - size.height, maxHeight: above };
  const tall = view.height - 2 * GAP;
  const top = held((anchor.top + anchor.bottom - size.height) / 2, GAP, view.height - size.height - GAP);
  if (size.height <= tall && anchor.right + size.width + 2 * GAP <= view.width)
    return { left: anchor.right + GAP, top, maxHeight: tall };
  if (size.height <= tall && anchor.left - size.width - 2 * GAP >= 0)
    return { left: anchor.left - GAP - size.width, top, maxHeight: tall };
  return below >= above
    ? { left, top: anchor.bottom + GAP, maxHeight: below }
    : { left, top: GAP, maxHeight: above };
};

/** A sheet covers no more of the window than this share where it stays on a side that its number has come to. */
const MOST = 0.5;

/**
 * A sheet over the whole width, at the bottom of the window; at its top if it would cover `anchor` otherwise. One that is
 * open stays on its `side`: under a finger that scrolls, it would take the scroll.
 */
export const placeSheet = (anchor: Box, size: Size, view: Size, side?: Place['side']): Place => {
  const below = view.height - anchor.bottom - GAP;
  const above = anchor.top - GAP;
  const isBelow = side === undefined ? size.height <= below || below >= above : side === 'below';
  const maxHeight =
    side === undefined ? (isBelow ? below : above) : Math.max(isBelow ? below : above, view.height * MOST);
  return {
    left: 0,
    top: isBelow ? view.height - Math.min(size.height, maxHeight) : 0,
    maxHeight,
    side: isBelow ? 'below' : 'above',
  };
};
