// How closely the engine agrees with the committed reference: used by the tests, and by scripts/engine-doc.ts for the
// table in docs/engine.md.
import { readFileSync } from 'node:fs';
import {
  backward,
  datasets,
  forward,
  gradientOf,
  networkFrom,
  train,
  type ActivationName,
  type DatasetName,
  type LossName,
  type OptimizerName,
} from '../../src/engine/index.ts';

type Numbers = readonly number[];

export interface PassCase {
  readonly sizes: Numbers;
  readonly hidden: ActivationName;
  readonly output: ActivationName;
  readonly loss: LossName;
  readonly theta: Numbers;
  readonly input: Numbers;
  readonly target: Numbers;
  readonly expected: {
    readonly z: readonly Numbers[];
    readonly a: readonly Numbers[];
    readonly loss: number;
    readonly dPrediction: Numbers;
    readonly dz: readonly Numbers[];
    readonly da: readonly Numbers[];
    readonly gradient: Numbers;
    readonly dx: Numbers;
  };
}

export interface RunCase {
  readonly name: string;
  readonly sizes: Numbers;
  readonly hidden: ActivationName;
  readonly loss: LossName;
  readonly data: DatasetName;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  readonly batch: number;
  readonly theta: Numbers;
  readonly losses: Numbers;
  /** By step. */
  readonly thetas: Readonly<Record<string, Numbers>>;
}

interface Reference<Case> {
  readonly madeBy: { readonly torch: string; readonly python: string };
  readonly cases: readonly Case[];
}

export const passes = read<PassCase>('passes.json');
export const runs = read<RunCase>('runs.json');

function read<Case>(name: string): Reference<Case> {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Reference<Case>;
}

/** |ours − theirs| over the larger of the two, or over `least` if both are smaller. Infinite where the counts differ. */
export function relativeError(ours: Numbers, theirs: Numbers, least = 0): number {
  if (ours.length !== theirs.length) return Infinity;
  return ours.reduce((worst, value, i) => {
    const other = theirs[i] as number;
    const error =
      value === other ? 0 : Math.abs(value - other) / Math.max(Math.abs(value), Math.abs(other), least);
    return Math.max(worst, error);
  }, 0);
}

/** A parameter that has come to rest at 0 is rounding noise: below this, parameters are compared with this. */
const LEAST_PARAMETER = 1e-6;

/** The worst relative error of one pass, by kind of quantity. */
export function passErrors({ expected, input, target, ...options }: PassCase) {
  const network = networkFrom(options);
  const pass = forward(network, input);
  const back = backward(network, pass, target);
  const { gradient, loss } = gradientOf(network, [{ input, target }]);
  return {
    z: relativeError(
      pass.layers.flatMap(({ preActivation }) => preActivation),
      expected.z.flat(),
    ),
    a: relativeError(
      pass.layers.flatMap(({ activation }) => activation),
      expected.a.flat(),
    ),
    loss: relativeError([loss], [expected.loss]),
    '∂L/∂ŷ': relativeError(back.dPrediction, expected.dPrediction),
    '∂L/∂z': relativeError(
      back.layers.flatMap(({ delta }) => delta),
      expected.dz.flat(),
    ),
    '∂L/∂a': relativeError(
      back.layers.slice(0, -1).flatMap(({ dActivation }) => dActivation),
      expected.da.flat(),
    ),
    '∂L/∂W, ∂L/∂b': relativeError(gradient, expected.gradient),
    '∂L/∂x': relativeError(back.dInput, expected.dx),
  };
}

/** The worst relative error of one run: over the losses of every step, and over theta at the steps kept. */
export function runErrors({ data, learningRate, optimizer, batch, losses, thetas, ...options }: RunCase) {
  const { moments } = train(networkFrom(options), datasets[data], {
    steps: losses.length - 1,
    learningRate,
    optimizer,
    batch,
  });
  const ours = moments.map(({ loss }) => loss);
  const parameters = Object.entries(thetas).map(([step, theta]) =>
    relativeError(moments[Number(step)]?.theta ?? [], theta, LEAST_PARAMETER),
  );
  return { losses: relativeError(ours, losses), theta: Math.max(...parameters) };
}
