import { GOAL } from '../../story/essay.ts';
import type { Spot, Trail } from '../../story/opening.ts';
import type { View } from './model.ts';

/** Where trails are drawn: how far was turned from left to right, the mean loss upwards. */
export interface Axes {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly type: number;
}

export const WIDE_AXES: Axes = {
  name: 'wide',
  width: 784,
  height: 152,
  left: 8,
  right: 776,
  top: 28,
  bottom: 146,
  type: 14,
};
export const NARROW_AXES: Axes = {
  name: 'narrow',
  width: 320,
  height: 122,
  left: 7,
  right: 313,
  top: 24,
  bottom: 117,
  type: 13.75,
};

/** The axis has room for so much turning, and grows by as much again. */
const STRETCH = 14;
/** The loss at the top, where no trail goes higher. */
const HIGH = 0.68;

/** The width of what is written over the start, in px. */
export const LABEL = 110;

/** A trail in the drawing: its line, and the points where it stopped. */
export interface Drawn {
  readonly line: string;
  readonly stops: readonly (readonly [x: number, y: number])[];
}

export interface Trails {
  readonly goal: number;
  /** Over where the trails begin: the height of a line of text. */
  readonly above: number;
  readonly hand: Drawn;
  readonly machine: Drawn | undefined;
}

const lastOf = ({ stops }: Trail): Spot => stops.at(-1) ?? [0, 0];

export const trailsOf = ({ hand, machine }: View, axes: Axes): Trails => {
  const trails = machine ? [hand, machine] : [hand];
  const far = Math.max(...trails.map((trail) => lastOf(trail)[0]));
  const long = STRETCH * Math.max(1, Math.ceil(far / STRETCH));
  const high = Math.max(HIGH, ...trails.flatMap(({ points }) => points.map(([, loss]) => loss)));
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const x = (value: number): number => tenth(axes.left + ((axes.right - axes.left) * value) / long);
  const y = (loss: number): number => tenth(axes.bottom + ((axes.top - axes.bottom) * loss) / high);
  const drawn = ({ points, stops }: Trail): Drawn => ({
    line: `M${points.map(([at, loss]) => `${x(at)} ${y(loss)}`).join('L')}`,
    stops: stops.map(([at, loss]) => [x(at), y(loss)]),
  });
  const early = hand.points.filter(([at]) => x(at) < axes.left + LABEL).map(([, loss]) => loss);
  return {
    goal: y(GOAL),
    above: y(Math.max(...early)) - 11,
    hand: drawn(hand),
    machine: machine && drawn(machine),
  };
};
