import { formatDecade } from '../../story/format.ts';
import { SIDES, type SideName } from '../../story/depth/settings.ts';
import type { Side } from '../../story/depth/side.ts';
import { held, rounded, type Point } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';

// Where everything of the two networks and their bars stands. Wide: layers from left to right, one network above the bars,
// one under them. Upright: layers from the bottom up, a network on either side. Either way layer 1 is where the input is,
// and the message travels from the output to it.

export interface Tick {
  readonly decades: number;
  readonly at: number;
  readonly text: string;
}

export interface Frame {
  readonly isUpright: boolean;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly pitch: number;
  /** Where a layer stands along the way of the message; the output is the layer after the last. */
  readonly along: (layer: number) => number;
  /** Where the units of a side stand across it, and its middle. */
  readonly across: Readonly<Record<SideName, readonly number[]>>;
  readonly middle: Readonly<Record<SideName, number>>;
  /** A unit's capsule: its length along the way and its breadth across it. */
  readonly unit: { readonly long: number; readonly broad: number };
  /** From the place along and across to the place on the picture. */
  readonly point: (along: number, across: number) => Point;
  /** Where the bars stand: their ends, the place of a size, of nothing, and how thick they are. */
  readonly bars: {
    readonly low: number;
    readonly high: number;
    readonly at: (decades: number) => number;
    readonly nothing: number;
    readonly thick: number;
  };
  readonly ticks: readonly Tick[];
  readonly hasNothing: boolean;
  readonly size: number;
}

const STEPS = [1, 2, 3, 5, 10, 20, 50, 100];

/** The decades that the bars need, and round numbers among them. */
const rangeOf = (sides: readonly Side[]): readonly [low: number, high: number] => {
  const all = sides.flatMap(({ layers }) => layers.map(({ decades }) => decades)).filter(Number.isFinite);
  return [Math.min(-2, Math.floor(Math.min(...all))), Math.max(2, Math.ceil(Math.max(...all)))];
};

const ticksOf = (
  [low, high]: readonly [number, number],
  at: (decades: number) => number,
  room: number,
): readonly Tick[] => {
  const px = Math.abs(at(1) - at(0));
  const step = STEPS.find((one) => one * px >= room) ?? 200;
  const from = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - from + 1 }, (_, i) => (from + i) * step).map(
    (decades) => ({ decades, at: rounded(at(decades)), text: formatDecade(decades) }),
  );
};

/** Places of `count` things about a middle. */
const spread = (count: number, gap: number, middle: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => rounded(middle + (i - (count - 1) / 2) * gap));

const GAPS = [30, 30, 30, 27, 24, 22];

/** Under this width the picture stands upright. */
export const LEAST_WIDE = 600;

export const frameOf = (sides: readonly Side[], room: number, isRoomy: boolean): Frame => {
  const depth = sides[0]?.layers.length ?? 1;
  const units = sides[0]?.layers[0]?.slopes.length ?? 1;
  const range = rangeOf(sides);
  const hasNothing = sides.some(({ layers }) => layers.some(({ decades }) => decades === -Infinity));
  const width = Math.max(270, Math.floor(room));
  const shared = { width, depth, hasNothing, size: LEAST_TYPE };
  if (width < LEAST_WIDE) return uprightFrame({ ...shared, units, range });
  return wideFrame({ ...shared, units, range, isRoomy });
};

interface Asked {
  readonly width: number;
  readonly depth: number;
  readonly units: number;
  readonly range: readonly [low: number, high: number];
  readonly hasNothing: boolean;
  readonly size: number;
}

const LEFT = 62;
const RIGHT = 96;
/** From the last hidden layer to the output, at most. */
const OUTPUT = 56;
/** Under the lower network: numbers of layers, and which way is which. */
const FOOT = 62;
/** Factors in one row, or by turns in two or three. */
const ROW = 17;
/** So much room a factor needs, in px: two digits and a power of ten. */
const FACTOR_ROOM = 62;

/** In how many rows the factors stand where layers are so far apart. */
export const factorRows = (pitch: number): number => held(Math.ceil((FACTOR_ROOM + 4) / pitch), 1, 3);
const NOTHING_ROOM = 20;

const wideFrame = ({ isRoomy, units, range, ...shared }: Asked & { isRoomy: boolean }): Frame => {
  const { width, depth, hasNothing } = shared;
  const pitch = (width - LEFT - RIGHT) / depth;
  const gap = GAPS[units - 1] ?? 22;
  const rows = factorRows(pitch);
  const net = (units - 1) * gap + 18;
  const top = 4 + net / 2;
  const high = 4 + net + rows * ROW + 16;
  const low = high + (isRoomy ? 250 : 216);
  const nothing = low + NOTHING_ROOM;
  const bottom = low + (hasNothing ? NOTHING_ROOM + 8 : 0) + 16 + rows * ROW + net / 2;
  const at = (decades: number): number =>
    low - ((held(decades, range[0], range[1]) - range[0]) / (range[1] - range[0])) * (low - high);
  return {
    ...shared,
    isUpright: false,
    height: Math.round(bottom + net / 2 + FOOT),
    pitch,
    along: (layer) =>
      layer > depth
        ? rounded(width - RIGHT - pitch / 2 + Math.min(pitch, OUTPUT))
        : rounded(LEFT + pitch * (layer - 0.5)),
    across: { filled: spread(units, gap, top), outlined: spread(units, gap, bottom) },
    middle: { filled: rounded(top), outlined: rounded(bottom) },
    unit: { long: Math.min(34, pitch * 0.5), broad: 17 },
    point: (along, across) => ({ x: along, y: across }),
    bars: { low, high, at, nothing, thick: held(pitch * 0.2, 3, 16) },
    ticks: ticksOf(range, at, 21),
  };
};

/** Over the output's row: names, and which way is fainter. Under the first layer's: the axis, and where the input is. */
const HEAD = 58;
const TAIL = 56;
/** Beside the network to the left: the layers' numbers. */
const NUMBERS = 22;

const uprightFrame = ({ units, range, ...shared }: Asked): Frame => {
  const { width, depth, hasNothing } = shared;
  const pitch = depth > 12 ? 27 : 31;
  const net = held(width * 0.22, 62, 96);
  const gap = Math.min(25, (net - 16) / Math.max(1, units - 1));
  const nothing = net + NUMBERS + 4;
  const low = nothing + (hasNothing ? 30 : 0);
  const high = width - net - 8;
  const at = (decades: number): number =>
    low + ((held(decades, range[0], range[1]) - range[0]) / (range[1] - range[0])) * (high - low);
  return {
    ...shared,
    isUpright: true,
    height: HEAD + pitch * depth + TAIL,
    pitch,
    along: (layer) => rounded(HEAD + pitch * (depth + 1 - layer)),
    across: {
      filled: spread(units, gap, net / 2),
      outlined: spread(units, gap, width - net / 2),
    },
    middle: { filled: rounded(net / 2), outlined: rounded(width - net / 2) },
    unit: { long: 10, broad: held(gap - 4, 7, 18) },
    point: (along, across) => ({ x: across, y: along }),
    bars: { low, high, at, nothing, thick: 7 },
    ticks: ticksOf(range, at, 46),
  };
};

/** Which way along a side's bar lies beside the middle of its layer: the first side before it, the second after. */
export const besideLayer = (name: SideName): -1 | 1 => (name === SIDES[0] ? -1 : 1);
