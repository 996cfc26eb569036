export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of the figure stand in its box, px. */
export interface Layout {
  /** Beside the map, or in lines under it. */
  readonly isBeside: boolean;
  readonly map: Box;
  /** Where the numbers stand: at the point, then of the runs. */
  readonly numbers: Box;
  /** The small network to choose from; undefined where there is no room. */
  readonly picker: Box | undefined;
  readonly size: number;
}

/** From this width on, numbers and network stand beside the map. */
const WIDE = 560;
const COLUMN = 186;
/** Room for the numbers of the axis that goes up. */
const LEFT = 38;
/** Of a line of numbers under the map. */
const LINE = 17;

/** The layout of the figure in a box of this size. The map stays where it is from step to step. */
export const layoutOf = (width: number, height: number): Layout => {
  if (width >= WIDE) {
    const left = LEFT;
    const top = 26;
    const foot = 22;
    const column = width - COLUMN;
    const picker = { x: column + 6, y: height - 172, width: COLUMN - 12, height: 150 };
    return {
      isBeside: true,
      map: { x: left, y: top, width: column - left - 26, height: Math.max(60, height - top - foot) },
      numbers: { x: column, y: top, width: COLUMN, height: height - top - foot },
      picker: height >= 500 ? picker : undefined,
      size: 13,
    };
  }
  const isTall = height >= 400;
  const lines = isTall ? 5 : height >= 220 ? 2 : 1;
  const [left, top, foot] = [LEFT, isTall ? 22 : 18, isTall ? 20 : 16];
  const bottom = lines * LINE + (isTall ? 8 : 2);
  return {
    isBeside: false,
    map: {
      x: left,
      y: top,
      width: width - left - 8,
      height: Math.max(60, height - top - foot - bottom),
    },
    numbers: { x: 4, y: height - bottom, width: width - 8, height: bottom },
    picker: undefined,
    size: isTall ? 12.5 : 12.1,
  };
};
