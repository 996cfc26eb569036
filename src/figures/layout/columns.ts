import type { Density, Sizes } from './geometry.ts';
import { held, type Size } from './shapes.ts';
import { LEAST_TYPE } from './type.ts';

/** How large the pieces of a figure are, which its box decides. */
export interface Measures {
  readonly density: Density;
  /** There is a line under each capsule for what gate or slope is. */
  readonly hasWords: boolean;
  readonly isUpright: boolean;
  readonly radius: number;
  readonly capsule: Size;
  readonly margin: { readonly left: number; readonly right: number };
  readonly type: { readonly number: number; readonly letter: number };
  readonly pill: { readonly height: number; readonly gap: number; readonly padding: number };
  /** How far the row of the bias is under the capsule, and the radius of its node; no row where it is 0. */
  readonly bias: { readonly drop: number; readonly radius: number };
  readonly heading: number;
}

/** Each quantity where it is dense, tight and roomy; between them it is in proportion. */
type Steps = readonly [dense: number, tight: number, roomy: number];

const at = ([dense, tight, roomy]: Steps, ease: number): number =>
  ease < 0 ? tight + (dense - tight) * -ease : tight + (roomy - tight) * ease;

const WIDTHS = {
  radius: [14, 20, 30],
  capsule: [78, 88, 148],
  gap: [21, 56, 124],
  left: [1, 2, 12],
  right: [1, 3, 8],
} as const satisfies Record<string, Steps>;

/** Of one unit with what stands over and under it. */
const PITCH: Steps = [38, 75, 132];

/** What an upright gauge takes beside the network. */
const UPRIGHT = 146;
/** Only where this much ease is left. */
const UPRIGHT_FROM = 0.8;

/** Width that a network with so many layers of neurons takes. */
const needed = (layers: number): Steps => {
  const sum = (i: 0 | 1 | 2): number =>
    2 * WIDTHS.radius[i] + layers * (WIDTHS.capsule[i] + WIDTHS.gap[i]) + WIDTHS.left[i] + WIDTHS.right[i];
  return [sum(0), sum(1), sum(2)];
};

/** How easily something goes into a room, from −1 to 1. */
const easeIn = (room: number, [dense, tight, roomy]: Steps): number =>
  room < tight ? held((room - tight) / (tight - dense), -1, 0) : held((room - tight) / (roomy - tight), 0, 1);

/** How far what belongs to a neuron reaches over and under the middle of its capsule. */
export const reachOf = ({
  capsule,
  pill,
  bias,
}: Pick<Measures, 'capsule' | 'pill' | 'bias'>): { readonly up: number; readonly down: number } => ({
  up: capsule.height / 2 + pill.gap + pill.height,
  down: capsule.height / 2 + (bias.drop > 0 ? bias.drop + Math.max(bias.radius, pill.height / 2) : 0),
});

/** From the heading's middle to the first row, and from the last row to the bottom, in px. */
const AIR = 3;

/** The measures at an ease, with a line for words under each capsule or without. */
const measured = (density: Density, hasWords: boolean, ease: number, isUpright: boolean): Measures => {
  const size = (steps: Steps): number => at(steps, ease);
  const isDense = density === 'dense';
  const letter = size([LEAST_TYPE, 12.2, 14]);
  const height = size([14.5, 16.5, 22]);
  const drop = isDense ? 0 : hasWords ? 9 + letter + height / 2 : size([10.5, 11, 20]);
  return {
    density,
    hasWords,
    isUpright,
    radius: size(WIDTHS.radius),
    capsule: { width: size(WIDTHS.capsule), height: size(isDense ? [22, 30, 58] : [31, 36, 58]) },
    margin: { left: size(WIDTHS.left), right: size(WIDTHS.right) },
    type: { number: size([LEAST_TYPE, 12.7, 15.5]), letter },
    pill: { height, gap: size([1, 2, 4]), padding: size([1.5, 3, 6]) },
    bias: { drop, radius: isDense ? 3.5 : size([7, 7, 9.5]) },
    heading: size([6.5, 6.5, 16]),
  };
};

/** What there is room for in a box. */
export const measuresFor = (sizes: Sizes, { width, height }: Size): Measures => {
  const layers = sizes.length - 1;
  const most = Math.max(...sizes.slice(1));
  const down = easeIn((height - 14) / most, PITCH);
  const beside = easeIn(width - UPRIGHT, needed(layers));
  const isUpright = beside >= UPRIGHT_FROM && height >= 300;
  const ease = Math.min(down, isUpright ? beside : easeIn(width, needed(layers)));
  const dense = measured('dense', false, Math.min(ease, 0), isUpright);
  if (ease < -0.2) return dense;
  const density = ease < 0.6 ? 'tight' : 'roomy';
  const fits = (m: Measures): boolean => {
    const { up, down: under } = reachOf(m);
    const { top, bottom } = rowsIn(m, height);
    return (up + under + 1) * most <= bottom - top;
  };
  return [true, false].map((words) => measured(density, words, ease, isUpright)).find(fits) ?? dense;
};

/** The stretch of the height that the rows of neurons share. */
export const rowsIn = (
  { heading, type }: Pick<Measures, 'heading' | 'type'>,
  height: number,
): { readonly top: number; readonly bottom: number } => ({
  top: heading + type.letter * 0.5 + AIR,
  bottom: height - AIR,
});
