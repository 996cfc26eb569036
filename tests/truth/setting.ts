import { parameterIds, randomFrom } from '../../src/engine/index.ts';

// What a reader may set.

/** What a link sets. */
export interface Setting {
  readonly x: readonly number[];
  readonly y: number;
  readonly theta: readonly number[];
  readonly eta: number;
  readonly step: number;
  readonly param: string;
}

export const SIZES = [2, 3, 1];
export const PARAMETERS = parameterIds(SIZES);

/** The essay's own setting, as design.md §2 states it. */
export const OWN: Setting = {
  x: [0.8, 0.2],
  y: 1,
  theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
  eta: 0.5,
  step: 0,
  param: 'w.1.1.1',
};

/** A setting drawn from a seed: full precision, any target, some steps into a run. */
export const settingOf = (seed: number): Setting => {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  return {
    x: [between(-2, 2), between(-2, 2)],
    y: [0, 1, between(0, 1)][seed % 3]!,
    theta: PARAMETERS.map(() => between(-1.5, 1.5)),
    eta: between(0.01, 1),
    step: seed % 4 === 0 ? 0 : Math.floor(between(0, 200)),
    param: PARAMETERS[seed % PARAMETERS.length]!,
  };
};

export const linkTo = ({ x, y, theta, eta, step, param }: Setting, hash = ''): string =>
  `/?v=1&x=${x.join(',')}&y=${y}&theta=${theta.join(',')}&eta=${eta}&step=${step}&param=${param}${hash}`;
