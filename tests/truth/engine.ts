import { countedCost, networkFrom, quantities, train, type Moment } from '../../src/engine/index.ts';
import { DEFAULTS } from '../../src/story/settings.ts';
import { worldOf, type WorldName } from '../../src/story/world.ts';
import { type Setting } from './setting.ts';

// What is true of a setting, straight from the engine. Of the story only the worlds are taken: what the engine is asked.

const STEPS = 200;
const NUDGE = 0.01;
/** Eight hidden layers of three: counted once, as it takes a while. */
const DEEP = [2, ...Array.from({ length: 8 }, () => 3), 1];
const deep = { pathByPath: countedCost(DEEP, 'pathByPath'), nudging: countedCost(DEEP, 'nudging') };

/** What the engine says of a setting, told in one world. */
const engineIn = (setting: Setting, name: WorldName) => {
  const { param } = setting;
  const world = worldOf(name, { ...DEFAULTS, ...setting });
  const { sizes, hidden, loss, examples, eta, optimizer } = world;
  const parameters = world.theta.length;
  const networkAt = (step: number) => networkFrom({ sizes, theta: momentAt(step).theta, hidden, loss });
  const { moments } = train(networkFrom({ sizes, theta: world.theta, hidden, loss }), examples, {
    steps: STEPS + 1,
    learningRate: eta,
    optimizer,
  });
  const momentAt = (step: number): Moment => moments[Math.min(step, moments.length - 1)]!;
  const known = new Map<number, ReadonlyMap<string, number>>();
  const at = (step: number): ReadonlyMap<string, number> => {
    const found = known.get(step) ?? quantities(networkAt(step), examples);
    known.set(step, found);
    return found;
  };
  const gradients = (step: number): readonly number[] =>
    [...at(step)].filter(([id]) => /^d[wb]\.[^@]*$/.test(id)).map(([, value]) => value);
  const zeros = (step: number): number => gradients(step).filter((value) => value === 0).length;
  const silent = (unit: number): number | undefined => {
    const lastOpen = moments
      .slice(0, STEPS + 1)
      .findLastIndex(({ gates }) => gates.some((layers) => layers[0]![unit - 1]));
    return lastOpen === STEPS ? undefined : lastOpen + 1;
  };
  const facts: Readonly<Record<string, () => number | undefined>> = {
    parameters: () => parameters,
    steps: () => STEPS,
    nudge: () => NUDGE,
    goal: () => 0.1,
    'nudge-passes': () => 2 * parameters,
    'cost-paths': () => countedCost(sizes, 'pathByPath'),
    'cost-nudge': () => countedCost(sizes, 'nudging'),
    'cost-backprop': () => countedCost(sizes, 'backprop'),
    'cost-paths-deep': () => deep.pathByPath,
    'cost-nudge-deep': () => deep.nudging,
    'cost-order': () => deep.pathByPath - deep.nudging,
    'silent-2': () => silent(2),
    'silent-3': () => silent(3),
    'loss-change': () => momentAt(setting.step + 1).loss - momentAt(setting.step).loss,
    'below-goal': () => moments.find(({ step, loss: left }) => step <= STEPS && left < 0.1)?.step,
    'unmoved-end': () => zeros(STEPS),
    'moved-end': () => parameters - zeros(STEPS),
    'unmoved-now': () => zeros(setting.step),
  };
  /** What the paths from an input or a first weight bring that go through these hidden units, layer by layer; any where none is named. */
  const pathsOf = (source: string, through: readonly number[], step: number): number => {
    const q = (id: string): number => at(step).get(id)!;
    const last = sizes.length - 1;
    const onwards = (layer: number, from: number): number => {
      if (layer === last) return q(`w.${layer}.1.${from}`) * q(`dz.${layer}.1`);
      const units = Array.from({ length: sizes[layer]! }, (_, i) => i + 1);
      const wanted = through[layer - 1];
      return units
        .filter((unit) => wanted === undefined || unit === wanted)
        .map(
          (unit) => q(`w.${layer}.${unit}.${from}`) * q(`gate.${layer}.${unit}`) * onwards(layer + 1, unit),
        )
        .reduce((sum, product) => sum + product, 0);
    };
    const [first = NaN, unit = NaN, input = NaN] = (source.match(/\d+/g) ?? []).map(Number);
    return source.startsWith('x')
      ? onwards(1, first)
      : q(`x.${input}`) * q(`gate.1.${unit}`) * onwards(2, unit);
  };

  /** Numbers that are made of the quantities of a pass, by what their names begin with. */
  const derived: Readonly<Record<string, (of: string, step: number) => number>> = {
    effect: (of, step) => at(step).get(`d${of}`)! * NUDGE,
    share: (of, step) => at(step).get(of)! / examples.length,
    left: (of, step) => at(step - 1).get(of)!,
    uncleared: (of, step) => at(step - 1).get(of)! + at(step).get(of)!,
    overwritten: (of, step) =>
      at(step - 1).get(of)! - (eta * at(step - 1).get(`d${of}@${examples.length - 1}`)!) / examples.length,
    path: (of, step) => {
      const [source = '', through = ''] = of.split('/');
      return pathsOf(source, through.split('-').filter(Boolean).map(Number), step);
    },
    product: (of, step) => {
      const [, layer = '', , from = ''] = of.split('.');
      return (
        at(step).get(of)! * at(step).get(layer === '1' ? `x.${from}` : `a.${Number(layer) - 1}.${from}`)!
      );
    },
    dproduct: (of, step) => at(step).get(of.replace(/^w(\.\d\.\d)\.\d$/, 'dz$1'))!,
    sum: (of, step) => examples.reduce((sum, _, i) => sum + at(step).get(`d${of}@${i}`)!, 0),
  };

  /**
   * Whether a number is known here. Those of a study, such as `cost.paths`, are proved by the test of their figure, and every
   * fact is counted afresh in tests/story/facts.test.ts.
   */
  const knows = (q: string): boolean => {
    const [kind = '', of] = q.split(':');
    if (/^[a-z]+\.[a-z]/.test(kind)) return false;
    return of === undefined || (kind === 'fact' ? of in facts : kind in derived);
  };
  /** The value of anything that is known and has a data-q, at a training step. */
  const valueOf = (q: string, step: number): number | undefined => {
    if (q === 'eta') return eta;
    if (q === 'step') return step;
    const [kind = '', of] = q.replace(/\b(d?)param$/, `$1${param}`).split(':');
    if (kind === 'fact') return facts[of ?? '']?.();
    if (kind === 'share' && of === undefined) return 1 / examples.length;
    const value = of === undefined ? at(step).get(kind) : derived[kind]?.(of, step);
    if (value === undefined || Number.isNaN(value)) throw new RangeError(`Expected a quantity, found ${q}`);
    return value;
  };
  return { at, momentAt, knows, valueOf };
};

/** What the engine says of a setting, in the essay's own world and in any other that it is told in. */
export const engineOf = (setting: Setting) => {
  const known = new Map<WorldName, ReturnType<typeof engineIn>>();
  const inWorld = (name: WorldName): ReturnType<typeof engineIn> => {
    const found = known.get(name) ?? engineIn(setting, name);
    known.set(name, found);
    return found;
  };
  return { ...inWorld('essay'), in: inWorld };
};

export type Engine = ReturnType<typeof engineOf>;
