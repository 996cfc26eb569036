import {
  at,
  backward,
  forward,
  initialTheta,
  parameterIds,
  unitId,
  weightId,
  type Example,
  type Network,
  type Vector,
} from '../../engine/index.ts';
import { changesIn } from './changes.ts';
import { courseOf, networkAt, termsAt, type Course, type Start } from './course.ts';
import { dataIn, lineIn, rowIn, sizesIn, type Change, type GateValues } from './settings.ts';

/** Solved means: every prediction is nearer to its target than this. */
export const TOLERANCE = 0.3;

/** One row of the table, and what the network makes of it. */
export interface Row {
  readonly example: Example;
  readonly target: number;
  readonly prediction: number;
  readonly loss: number;
  /** The prediction is on the target's side of one half. */
  readonly isRightSide: boolean;
  readonly isClose: boolean;
  /** What came up on the way, by its name: x, z, a, slopes, gradients; parameters as well. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * What is said of a unit: `locked`, its mean slope over the rows is below the threshold; `deaf`, on the chosen row it is;
 * `inactive`, a ReLU unit that is off on the chosen row; `dead`, one that is off on every row; `cancelled`, the output's,
 * whose slope cross-entropy cancels. A slope of 0 listens to nothing, whatever the threshold.
 */
export type Ear = 'listening' | 'deaf' | 'locked' | 'inactive' | 'dead' | 'cancelled';

export interface Unit {
  readonly layer: number;
  readonly unit: number;
  readonly isOutput: boolean;
  /** On the chosen row, and in the mean over all of them. */
  readonly slope: number;
  readonly mean: number;
  readonly ear: Ear;
}

/** The glass box at the epoch that is shown. */
export interface Box {
  readonly values: GateValues;
  readonly start: Start;
  readonly course: Course;
  readonly sizes: readonly number[];
  readonly parameters: readonly string[];
  /** Shown; less than asked for where the numbers would have outgrown the machine. */
  readonly epoch: number;
  readonly isCut: boolean;
  readonly terms: Change;
  readonly network: Network;
  readonly theta: Vector;
  readonly rows: readonly Row[];
  readonly loss: number;
  readonly units: readonly Unit[];
  readonly row: number;
  readonly line: string;
}

/** Everything of one row, by the names that the site's figures have. */
const valuesOf = (network: Network, { input, target }: Example, theta: Vector, ids: readonly string[]) => {
  const pass = forward(network, input);
  const back = backward(network, pass, target);
  const values = new Map<string, number>(ids.map((id, p) => [id, at(theta, p)]));
  input.forEach((x, k) => values.set(`x.${k + 1}`, x));
  back.dInput.forEach((dx, k) => values.set(`dx.${k + 1}`, dx));
  pass.layers.forEach(({ preActivation, activation }, l) => {
    const { slope, delta, dActivation, dWeights, dBias } = at(back.layers, l);
    const isOutput = l === pass.layers.length - 1;
    preActivation.forEach((z, j) => {
      values.set(unitId('z', l, j), z);
      values.set(isOutput ? 'yhat' : unitId('a', l, j), at(activation, j));
      values.set(unitId('slope', l, j), at(slope, j));
      if (!isOutput) values.set(unitId('da', l, j), at(dActivation, j));
      values.set(unitId('dz', l, j), at(delta, j));
      at(dWeights, j).forEach((dw, k) => values.set(weightId('dw', l, j, k), dw));
      values.set(unitId('db', l, j), at(dBias, j));
    });
  });
  values.set('dyhat', at(back.dPrediction, 0));
  values.set('y', at(target, 0));
  values.set('loss', back.loss);
  return { values, loss: back.loss, prediction: at(pass.prediction, 0) };
};

const rowOf = (network: Network, example: Example, theta: Vector, ids: readonly string[]): Row => {
  const { values, loss, prediction } = valuesOf(network, example, theta, ids);
  const target = at(example.target, 0);
  return {
    example,
    target,
    prediction,
    loss,
    isRightSide: prediction >= 0.5 === target >= 0.5,
    isClose: Math.abs(prediction - target) < TOLERANCE,
    values,
  };
};

/** Whether a slope, or the mean of some, counts as locked. */
export const isLockedAt = (slope: number, lock: number): boolean => slope < lock || slope === 0;

/** Of a unit's slopes, what is said of it: a ReLU has no flat but its 0, and is on or off. */
export const earOf = (
  { slope, mean, isOutput }: Pick<Unit, 'slope' | 'mean' | 'isOutput'>,
  { loss, activation }: Pick<Change, 'loss' | 'activation'>,
  lock: number,
): Ear => {
  if (isOutput && loss === 'bce') return 'cancelled';
  if (!isOutput && activation === 'relu') {
    if (mean === 0) return 'dead';
    return slope === 0 ? 'inactive' : 'listening';
  }
  if (isLockedAt(mean, lock)) return 'locked';
  return isLockedAt(slope, lock) ? 'deaf' : 'listening';
};

/** What a run starts from. */
export const startIn = (values: GateValues): Start => {
  const sizes = sizesIn(values);
  return {
    data: dataIn(values),
    sizes,
    theta: initialTheta({
      sizes,
      seed: values['gates.seed'],
      range: values['gates.range'],
      bias: values['gates.bias'],
    }),
    changes: changesIn(values),
  };
};

/** What the rows of a run are made from. */
type Told = Pick<Course, 'start' | 'thetaAt'>;

/** One row of the table at an epoch of a run. */
export const rowAt = (course: Told, epoch: number, row: number): Row => {
  const { start } = course;
  const theta = course.thetaAt(epoch);
  return rowOf(networkAt(start, theta, epoch), at(start.data, row), theta, parameterIds(start.sizes));
};

/** All of them. */
export const rowsAt = (course: Told, epoch: number): readonly Row[] =>
  course.start.data.map((_, row) => rowAt(course, epoch, row));

/** The glass box as it is set. */
export const boxOf = (values: GateValues): Box => {
  const start = startIn(values);
  const course = courseOf(start);
  const epoch = course.to(values['gates.epoch']);
  const theta = course.thetaAt(epoch);
  const terms = termsAt(start.changes, epoch);
  const row = rowIn(values);
  const rows = rowsAt(course, epoch);
  const means = course.slopesAt(epoch);
  const shown = at(rows, row).values;
  let next = 0;
  const units = start.sizes.slice(1).flatMap((size, l) =>
    Array.from({ length: size }, (_, j): Unit => {
      const found = {
        layer: l + 1,
        unit: j + 1,
        isOutput: l === start.sizes.length - 2,
        slope: shown.get(unitId('slope', l, j)) ?? NaN,
        mean: at(means, next++),
      };
      return { ...found, ear: earOf(found, terms, values['gates.lock']) };
    }),
  );
  return {
    values,
    start,
    course,
    sizes: start.sizes,
    parameters: parameterIds(start.sizes),
    epoch,
    isCut: epoch < values['gates.epoch'],
    terms,
    network: networkAt(start, theta, epoch),
    theta,
    rows,
    loss: course.lossAt(epoch),
    units,
    row,
    line: lineIn(values),
  };
};
