import { PRESETS } from '../../story/rates.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a run of the strip stands: its words and its curves. */
export interface Column {
  /** Which of the presets. */
  readonly index: number;
  readonly box: Box;
  readonly losses: Box;
  /** None where there is no room. */
  readonly forecasts: Box | undefined;
}

/** Where the parts of the laboratory stand in its box, in CSS px. */
export interface Layout {
  readonly isFull: boolean;
  readonly columns: readonly Column[];
  readonly map: Box;
  readonly live: Box;
  /** The forecasts of the run on the dial; none where there is no room. */
  readonly forecasts: Box | undefined;
  /** Baseline of the steps under it. */
  readonly steps: number;
  /** Baseline of the words about it, and where they begin. */
  readonly words: { readonly x: number; readonly y: number };
}

/** Room for the numbers beside an axis of losses. */
const LABELS = 48;
/** Under an axis: its numbers. */
const NUMBERS = 18;

const full = (width: number, height: number): Layout => {
  const free = height - 78 - 36 - 40 - NUMBERS - 30 - NUMBERS;
  const [plot, map, live] = [free * 0.27, free * 0.31, free * 0.42];
  const gap = 20;
  const pitch = (width - LABELS + gap) / PRESETS.length;
  const columns = PRESETS.map((_, index): Column => {
    const x = LABELS + pitch * index;
    const wide = pitch - gap;
    return {
      index,
      box: { x, y: 0, width: wide, height: 78 + plot + 36 },
      losses: { x, y: 78, width: wide, height: plot },
      forecasts: { x, y: 78 + plot + 9, width: wide, height: 25 },
    };
  });
  const mapY = 78 + plot + 36 + 40;
  const liveY = mapY + map + NUMBERS + 30;
  const aside = Math.max(190, width * 0.27);
  return {
    isFull: true,
    columns,
    map: { x: LABELS, y: mapY, width: width - LABELS - 14, height: map },
    live: { x: LABELS, y: liveY, width: width - LABELS - aside - 26, height: live },
    forecasts: {
      x: width - aside,
      y: liveY + Math.max(74, live * 0.5),
      width: aside - 14,
      height: Math.max(20, live - Math.max(74, live * 0.5)),
    },
    steps: liveY + live + 15,
    words: { x: width - aside, y: liveY + 14 },
  };
};

const compact = (width: number, height: number): Layout => {
  const shown = width < 420 ? PRESETS.slice(1) : PRESETS;
  const skipped = PRESETS.length - shown.length;
  const gap = 10;
  const pitch = (width + gap) / shown.length;
  const spark = Math.max(22, height * 0.13);
  const columns = shown.map((_, i): Column => {
    const x = pitch * i;
    return {
      index: i + skipped,
      box: { x, y: 0, width: pitch - gap, height: 31 + spark },
      losses: { x, y: 31, width: pitch - gap, height: spark },
      forecasts: undefined,
    };
  });
  const top = 31 + spark + 6;
  if (width >= 600) {
    const half = width / 2;
    const tall = height - top - NUMBERS;
    return {
      isFull: false,
      columns,
      map: { x: 8, y: top + 4, width: half - 30, height: tall - 4 },
      live: { x: half + LABELS, y: top + 20, width: half - LABELS - 8, height: tall - 20 },
      forecasts: undefined,
      steps: height - 3,
      words: { x: half + LABELS, y: top + 12 },
    };
  }
  const free = height - top - 2 * NUMBERS - 24;
  const map = free * 0.42;
  const liveY = top + map + NUMBERS + 24;
  const strip = height >= 400 ? 44 : 26;
  return {
    isFull: false,
    columns,
    map: { x: 12, y: top, width: width - 24, height: map },
    live: { x: 46, y: liveY, width: width - 54, height: free - map - strip },
    forecasts: { x: 46, y: liveY + free - map - strip + 10, width: width - 54, height: strip - 10 },
    steps: height - 3,
    words: { x: 0, y: liveY - 10 },
  };
};

/** The layout of the laboratory in a box of this size. */
export const layoutOf = (width: number, height: number): Layout =>
  (width >= 600 && height >= 460 ? full : compact)(width, height);
