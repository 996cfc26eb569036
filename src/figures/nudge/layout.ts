import { sketchIn, type Box, type Sketch } from '../sketch/sketch.ts';
import type { NudgeDials } from './dials.ts';
import type { Round } from './lens.ts';

/** Where the pictures of the experiment stand in a box, in px. */
export interface Layout {
  readonly isWide: boolean;
  /** Of letters and of numbers. */
  readonly type: { readonly letter: number; readonly number: number };
  readonly sketch: Sketch;
  /** The loss, after the output. */
  readonly loss: Round;
  /** The loss from afar; undefined where there is no room for it. */
  readonly overview: Box | undefined;
  /** One lens, or three of them side by side. */
  readonly lenses: readonly [Round, Round, Round];
  /** The lens on the tip of a single one, beside it. */
  readonly tip: Round;
  readonly bars: Box;
}

/** What there is room for: type and nodes of a wide figure, and network and lens under one another. */
export interface Room {
  readonly isWide: boolean;
  readonly isShared: boolean;
}

export const roomIn = (width: number, height: number): Room => ({
  isWide: width >= 560,
  isShared: height >= (width >= 560 ? 480 : 430),
});

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** What the network takes where it shares the box, px: not less than it needs to keep its units apart. */
const networkHeight = (height: number, { isWide }: Room): number =>
  Math.max(height * 0.46, isWide ? 266 : 212);

const WIDE_NODES = {
  input: { width: 48, height: 20 },
  hidden: { width: 46, height: 23 },
  output: { width: 46, height: 23 },
};
const NARROW_NODES = {
  input: { width: 25, height: 18 },
  hidden: { width: 34, height: 18 },
  output: { width: 31, height: 18 },
};

const networkIn = (
  width: number,
  height: number,
  { isWide, isShared }: Room,
  below: number,
): Pick<Layout, 'sketch' | 'loss'> => {
  const radius = isWide ? 36 : 27;
  // The rings around the loss, and what stands over it, reach past it.
  const aside = isWide ? 14 : 8;
  const head = isWide ? 34 : 28;
  // Alone in a tall box it keeps its form, in the middle.
  const most = Math.min(height - head - 30, width * 0.62);
  const alone = { top: (height - most + head - 30) / 2, bottom: (height + most + head - 30) / 2 };
  const top = isShared ? mix(alone.top, head, below) : alone.top;
  const bottom = isShared
    ? mix(alone.bottom, networkHeight(height, { isWide, isShared }) - 34, below)
    : alone.bottom;
  const sketch = sketchIn(
    { left: 2, right: width - 2 * radius - aside - (isWide ? 42 : 8), top, bottom },
    isWide ? WIDE_NODES : NARROW_NODES,
    isWide ? { at: { x: -52, y: 37 }, radius: 9 } : { at: { x: -33, y: 27 }, radius: 7.5 },
  );
  return { sketch, loss: { x: width - radius - aside, y: sketch.output.y, radius } };
};

const lensesIn = (
  { left, right, top, bottom }: Box,
  { isWide }: Room,
  near: number,
): Pick<Layout, 'lenses' | 'tip' | 'overview'> => {
  const [width, middle] = [right - left, (top + bottom) / 2];
  const label = isWide ? 26 : 22;
  const single = Math.min((bottom - top) / 2 - (isWide ? 0 : 18), width * (isWide ? 0.16 : 0.26));
  const small = Math.min((bottom - top) / 2 - label, width * (isWide ? 0.14 : 0.155));
  const tip = Math.min(single * 0.84, (bottom - top) / 2 - 2 * label);
  const first = isWide ? left + width * 0.5 : left + single + 4;
  // What stands over and under it is wider than a small one.
  const last = right - Math.max(tip + (isWide ? 8 : 6), isWide ? 72 : 56);
  // Not farther apart than they have to be.
  const beside = Math.min(last, first + (isWide ? width : 2.6 * single));
  const nearer = (share: number): Round => ({
    x: left + width * share,
    y: mix(middle, middle - label, near),
    radius: small,
  });
  return {
    overview: isWide
      ? {
          left: left + 38,
          right: left + width * 0.27,
          top: middle - single * 0.72,
          bottom: middle + single * 0.72,
        }
      : undefined,
    lenses: [
      { ...nearer(1 / 6), x: mix(first, left + width / 6, near), radius: mix(single, small, near) },
      nearer(1 / 2),
      nearer(5 / 6),
    ],
    tip: { x: beside, y: middle, radius: tip },
  };
};

/** Where everything stands. `below`: how much of what shares the box with the network is seen, 0 to 1. */
export const layoutIn = (width: number, height: number, below: number, { near }: NudgeDials): Layout => {
  const room = roomIn(width, height);
  const { isWide, isShared } = room;
  const top = isShared ? networkHeight(height, room) + 18 : 4;
  return {
    isWide,
    type: isWide ? { letter: 14, number: 15 } : { letter: 12, number: 12.5 },
    ...networkIn(width, height, room, below),
    ...lensesIn({ left: 0, right: width, top, bottom: height - 6 }, room, near),
    bars: { left: isWide ? 30 : 2, right: width - 2, top: top + (isWide ? 26 : 34), bottom: height - 22 },
  };
};
