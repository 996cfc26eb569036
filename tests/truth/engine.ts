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
  const { x, y, theta, param, step: now } = setting;
  const world = worldOf(name, { ...DEFAULTS, x, y, theta, eta: setting.eta, step: now });
  // One world has a learning rate of its own.
  const { eta } = world;
  const { sizes, hidden, loss, examples, optimizer } = world;
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
  /**
   * Whether a number is known here. Those of a study, such as `cost.paths`, are proved by the test of their figure, and every
   * fact is counted afresh in tests/story/facts.test.ts.
   */
  const knows = (q: string): boolean =>
    !/^[a-z]+\.[a-z]/.test(q) &&
    // So are the paths, sums and stores that a figure names.
    (!q.includes(':') || /^(fact|effect):/.test(q)) &&
    (!q.startsWith('fact:') || q.slice('fact:'.length) in facts);
  /** The value of anything that is known and has a data-q, at a training step. */
  const valueOf = (q: string, step: number): number | undefined => {
    if (q === 'eta') return eta;
    if (q === 'step') return step;
    if (q === 'share') return 1 / examples.length;
    if (q.startsWith('fact:')) return facts[q.slice('fact:'.length)]?.();
    const id = q.replace(/^effect:/, 'd').replace(/^dparam$/, `d${param}`);
    const value = at(step).get(id);
    if (value === undefined) throw new RangeError(`Expected a quantity, found ${q}`);
    return q.startsWith('effect:') ? value * NUDGE : value;
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
