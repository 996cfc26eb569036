import { held, rounded } from '../layout/shapes.ts';
import type { TwoDaysDials } from './dials.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of the figure stand in its box, in px. */
export interface Layout {
  /** `drawn`: each day has a network; `listed`: each day has a line; `none`: there is no room for them. */
  readonly days: 'drawn' | 'listed' | 'none';
  readonly daysBox: Box;
  /** The line between days and bars: what the bars are, and the mean loss. */
  readonly captionY: number;
  /** The bars in one row or two. */
  readonly barRows: readonly Box[];
  /** Whether each mean has its number below it. */
  readonly hasNumbers: boolean;
  /** Whether each group says how the days pull. */
  readonly hasWords: boolean;
  readonly panel: Box;
  /** Of the store's table. */
  readonly line: number;
  /** Whether the two halves of the store's table stand side by side. */
  readonly isBeside: boolean;
  readonly isWide: boolean;
  readonly size: { readonly text: number; readonly number: number };
}

/** From this width on there is room for two networks side by side. */
const WIDE = 560;

/** How far the panel below the bars has come in: it does so in the first part of the movement that needs it. */
const opening = ({ store, later }: TwoDaysDials): number => Math.min(1, Math.max(store, later) * 4);

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** A line of the store's table. */
const LINE = 26;

const wide = (width: number, height: number, t: number): Layout => {
  const box = (y: number, tall: number): Box => ({ x: 0, y: rounded(y), width, height: rounded(tall) });
  const caption = 40;
  const panelHeight = 178;
  const isTall = height >= 560;
  if (!isTall && t >= 0.5) {
    // The days have said what they have to say: what is kept of it takes their place.
    const bars = height - panelHeight - caption;
    return {
      days: 'none',
      daysBox: box(0, 0),
      captionY: panelHeight + 26,
      barRows: [box(panelHeight + caption, bars)],
      hasNumbers: true,
      hasWords: true,
      panel: box(0, panelHeight - 12),
      line: LINE,
      isBeside: true,
      isWide: true,
      size: { text: 13, number: 13 },
    };
  }
  const panel = isTall ? panelHeight * t : 0;
  const free = height - caption - panel - (isTall ? 18 * t : 0);
  const days = Math.min(320, free * (isTall ? 0.48 : 0.44));
  const bars = Math.min(340, free - days);
  const top = isTall ? (free - days - bars) / 2 : 0;
  return {
    days: 'drawn',
    daysBox: box(top, days),
    captionY: rounded(top + days + 24),
    barRows: [box(top + days + caption, bars)],
    hasNumbers: true,
    hasWords: true,
    panel: box(height - panelHeight, mix(0, panelHeight, t)),
    line: LINE,
    isBeside: true,
    isWide: true,
    size: { text: 13, number: isTall ? 14 : 12 },
  };
};

const narrow = (width: number, height: number, t: number, { store, clear, later }: TwoDaysDials): Layout => {
  const isTall = height >= 480;
  const isOpen = t >= 0.5;
  const line = isTall ? 34 : 25;
  const tableLine = isTall ? 25 : held((height - 44) / 9.4, 12.5, 17.6);
  // The second half of the table comes in when it is told of.
  const lines = store > 0 && later === 0 ? mix(6.2, 9.4, Math.min(1, clear * 4)) : 9.4;
  const panelHeight = tableLine * lines;
  const box = (y: number, tall: number): Box => ({ x: 0, y: rounded(y), width, height: rounded(tall) });
  // On a phone there is not room for everything at once: the panel takes the place of the days.
  const days = isOpen && !isTall ? 0 : 2 * line;
  const caption = days > 0 ? 26 : 0;
  const bars = height - days - caption - (isOpen ? panelHeight + (isTall ? 14 : 4) : 0);
  const top = days + caption;
  const isInTwo = isTall && !isOpen;
  return {
    days: days > 0 ? 'listed' : 'none',
    daysBox: box(0, days),
    captionY: days + 15,
    barRows: isInTwo ? [box(top, bars / 2), box(top + bars / 2, bars / 2)] : [box(top, bars)],
    hasNumbers: isInTwo,
    hasWords: isTall || !isOpen,
    panel: box(height - panelHeight, panelHeight),
    line: tableLine,
    isBeside: false,
    isWide: false,
    size: { text: 12, number: 12.5 },
  };
};

/** The layout of the figure in a box of this size. */
export const layoutOf = (width: number, height: number, dials: TwoDaysDials): Layout =>
  (width >= WIDE ? wide : narrow)(width, height, opening(dials), dials);
