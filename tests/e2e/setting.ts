import {
  networkFrom,
  parameterIds,
  quantities,
  randomFrom,
  train,
  type Moment,
} from '../../src/engine/index.ts';

// What a link may set, and what the engine says of it.

/** What a link sets. */
export interface Setting {
  readonly x: readonly number[];
  readonly y: number;
  readonly theta: readonly number[];
  readonly eta: number;
  readonly step: number;
  readonly param: string;
}

const SIZES = [2, 3, 1];
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

/** What the engine says of a setting, straight from the engine. */
export const engineOf = (setting: Setting) => {
  const { x, y, theta, eta, param } = setting;
  const example = { input: x, target: [y] };
  const { moments } = train(networkFrom({ sizes: SIZES, theta }), [example], {
    steps: 201,
    learningRate: eta,
  });
  const momentAt = (step: number): Moment => moments[Math.min(step, moments.length - 1)]!;
  const known = new Map<number, ReadonlyMap<string, number>>();
  const at = (step: number): ReadonlyMap<string, number> => {
    const found =
      known.get(step) ?? quantities(networkFrom({ sizes: SIZES, theta: momentAt(step).theta }), example);
    known.set(step, found);
    return found;
  };
  const zeros = (step: number): number => PARAMETERS.filter((id) => at(step).get(`d${id}`) === 0).length;
  const silent = (unit: number): number | undefined => {
    const lastOpen = moments.slice(0, 201).findLastIndex(({ gates }) => gates[0]![0]![unit - 1]);
    return lastOpen === 200 ? undefined : lastOpen + 1;
  };
  const facts: Record<string, () => number | undefined> = {
    parameters: () => 13,
    steps: () => 200,
    nudge: () => 0.01,
    goal: () => 0.1,
    'nudge-passes': () => 26,
    'silent-2': () => silent(2),
    'silent-3': () => silent(3),
    'loss-change': () => momentAt(setting.step + 1).loss - momentAt(setting.step).loss,
    'below-goal': () => moments.find(({ step, loss }) => step <= 200 && loss < 0.1)?.step,
    'unmoved-end': () => zeros(200),
    'moved-end': () => 13 - zeros(200),
    'unmoved-now': () => zeros(setting.step),
  };
  /** The value of anything with a data-q, at a training step. */
  const valueOf = (q: string, step: number): number | undefined => {
    if (q === 'eta') return eta;
    if (q === 'step') return step;
    if (q.startsWith('fact:')) {
      const fact = facts[q.slice(5)];
      if (!fact) throw new RangeError(`Expected a fact that the tests know, found ${q}`);
      return fact();
    }
    const name = q.replace(/^effect:/, 'd').replace(/^dparam$/, `d${param}`);
    const value = at(step).get(name);
    if (value === undefined) throw new RangeError(`Expected a quantity, found ${q}`);
    return q.startsWith('effect:') ? value * 0.01 : value;
  };
  return { at, momentAt, valueOf };
};

export type Engine = ReturnType<typeof engineOf>;
