import { ticks } from 'd3';
import { evenAxis, type Axis } from '../axis.ts';
import { formatCount } from '../../story/format.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import { earOf, type Box, type Ear } from '../../story/gates/box.ts';
import { termsAt, type Course } from '../../story/gates/course.ts';
import { unitName } from '../../story/gates/words.ts';
import { polyline } from '../scale.ts';

/** A loss over the epochs of a run. */
export interface LossCurve {
  readonly x: Axis;
  readonly y: Axis;
  /** One for each stretch under the same terms: they have different prices. */
  readonly pieces: readonly string[];
  /** Where terms were changed. */
  readonly changes: readonly number[];
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** About so many points make a curve. */
const POINTS = 300;

/** The end of an axis of epochs that has room for so many. */
export const ceilingOf = (epochs: number): number =>
  [50, 100, 200, 300, 500, 1000, 2000, 3000].find((end) => end >= epochs) ?? 5000;

/** The epochs at which a stretch is looked at, its ends among them. */
export const samplesOf = (from: number, to: number, most = POINTS): readonly number[] => {
  const count = Math.min(to - from, most);
  if (count <= 0) return [from];
  return Array.from({ length: count + 1 }, (_, i) => Math.round(from + ((to - from) * i) / count));
};

/** What the last number of an axis of epochs says, and how wide it is. */
export const endOf = (end: number): string => `epoch ${formatCount(end)}`;

/** An axis of epochs, from 0 to its end: round numbers, and no two of them on one another. */
export const epochAxis = (end: number, { left, right }: Frame): Axis => {
  const place = (epoch: number): number => left + (Math.min(end, Math.max(0, epoch)) / end) * (right - left);
  const most = right - widthOf(endOf(end), LEAST_TYPE) - 8;
  const written = [...ticks(0, end, right - left > 300 ? 6 : 3).filter((epoch) => epoch < end), end].map(
    (value) => ({ value, at: place(value), text: value === end ? endOf(end) : formatCount(value) }),
  );
  return {
    place,
    value: (px) => Math.min(1, Math.max(0, (px - left) / (right - left))) * end,
    domain: [0, end],
    ticks: written.filter(
      ({ value, at, text }) => value === end || at + widthOf(text, LEAST_TYPE) / (value === 0 ? 1 : 2) < most,
    ),
  };
};

/** The curve of a run as far as an epoch. `end` is where its axis ends. */
export const curveOf = (course: Course, to: number, end: number, frame: Frame): LossCurve => {
  const ends = course.start.changes.map(({ from }) => from).filter((from) => from <= to);
  const stretches = ends.map((from, i) => samplesOf(from, Math.min(to, (ends[i + 1] ?? Infinity) - 1)));
  const highest = Math.max(1e-9, ...stretches.flat().map((epoch) => course.lossAt(epoch)));
  const x = epochAxis(end, frame);
  const y = evenAxis(0, highest * 1.02, [frame.bottom, frame.top], 3);
  return {
    x,
    y,
    pieces: stretches.map((epochs) =>
      polyline(epochs.map((epoch) => [x.place(epoch), y.place(course.lossAt(epoch))] as const)),
    ),
    changes: ends.slice(1),
  };
};

/** A unit that locked, or unlocked, at an epoch. */
export interface LockMark {
  readonly epoch: number;
  readonly isLocking: boolean;
  readonly words: string;
}

/** What a unit does that was one thing and is another. */
const turn = (was: Ear | undefined, is: Ear | undefined): string => {
  if (is !== undefined) return is === 'dead' ? 'dies' : 'locks';
  return was === 'dead' ? 'is back' : 'unlocks';
};

/** Of a run as far as it was taken: when each unit locked or died, and when it came back. */
export const lockMarksOf = ({ course, units, values, sizes }: Box, to: number): readonly LockMark[] => {
  const lock = values['gates.lock'];
  const marks: LockMark[] = [];
  const { changes } = course.start;
  units.forEach((unit, i) => {
    // Where cross-entropy cancels the output's slope, it locks nothing; a ReLU is locked where it is dead.
    const shutAt = (epoch: number): Ear | undefined => {
      const mean = course.meanSlopeAt(epoch, i);
      const ear = earOf({ slope: mean, mean, isOutput: unit.isOutput }, termsAt(changes, epoch), lock);
      return ear === 'locked' || ear === 'dead' ? ear : undefined;
    };
    let was = shutAt(0);
    for (let epoch = 1; epoch <= to; epoch++) {
      const is = shutAt(epoch);
      if (is !== was)
        marks.push({
          epoch,
          isLocking: is !== undefined,
          words: `${unitName(unit, sizes)} ${turn(was, is)}`,
        });
      was = is;
    }
  });
  return marks.toSorted((a, b) => a.epoch - b.epoch);
};
