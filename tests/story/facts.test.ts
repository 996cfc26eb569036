import { describe, expect, test } from 'vitest';
import { graphOf, networkFrom, pathsFrom, quantities, train } from '@/engine/index.ts';
import { GOAL, RUN_STEPS } from '@/story/essay.ts';
import { factSentence } from '@/story/fact-sentences.ts';
import { FACT_NAMES, factOf, silentFrom, stepBelow, unmoved } from '@/story/facts.ts';
import { readingOf } from '@/story/reading.ts';
import { quantityCurve, type Run } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { networkOf, WORLD_NAMES } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

const essay = (settings: Settings): Run => readingOf(settings).run;

const run = essay(DEFAULTS);

describe('facts of the essay’s own run, derived', () => {
  test('unit 2 is silent from step 2, unit 3 from step 0, unit 1 never', () => {
    expect([1, 2, 3].map((unit) => silentFrom(run, unit))).toEqual([undefined, 2, 0]);
    expect(factOf(run, 0, 'silent-2')).toBe(2);
    expect(factOf(run, 0, 'silent-3')).toBe(0);
  });

  test('they follow from z of each step, counted afresh', () => {
    for (const unit of [1, 2, 3]) {
      const sums = quantityCurve(run, `z.1.${unit}`, RUN_STEPS);
      const lastOpen = sums.findLastIndex((z) => z > 0);
      expect(silentFrom(run, unit)).toBe(lastOpen === RUN_STEPS ? undefined : lastOpen + 1);
    }
  });

  test('after the last step 8 of the 13 gradients are zero', () => {
    expect(unmoved(run, RUN_STEPS)).toBe(8);
    expect(factOf(run, 0, 'moved-end')).toBe(5);
    expect(factOf(run, 0, 'unmoved-now')).toBe(4);
    expect(factOf(run, RUN_STEPS, 'unmoved-now')).toBe(8);
  });

  test('the loss is first below the goal where the curve says so', () => {
    const curve = quantityCurve(run, 'loss', RUN_STEPS);
    expect(GOAL).toBe(0.1);
    const below = stepBelow(run, GOAL)!;
    expect(curve[below]!).toBeLessThan(GOAL);
    expect(curve[below - 1]!).toBeGreaterThanOrEqual(GOAL);
  });

  test('200 steps end at ŷ = 0.999304 and L = 0.000696', () => {
    const end = run.quantitiesAt(RUN_STEPS);
    expect(end.get('yhat')!.toFixed(6)).toBe('0.999304');
    expect(end.get('loss')!.toFixed(6)).toBe('0.000696');
  });
});

describe('facts of other runs', () => {
  test('a unit that is always open has no such step; one that a reader wakes is not silent', () => {
    const awake = essay({ ...DEFAULTS, theta: DEFAULTS.theta.with(8, 2).with(7, 2) });
    expect(factOf(awake, 0, 'silent-3')).toBeUndefined();
    expect(factOf(awake, 0, 'silent-2')).toBeUndefined();
  });

  test('with η at 0 nothing changes and the loss never gets below the goal', () => {
    const still = essay({ ...DEFAULTS, eta: 0 });
    expect(factOf(still, 0, 'loss-change')).toBe(0);
    expect(factOf(still, 0, 'below-goal')).toBeUndefined();
  });

  test('an unknown fact is refused by name', () => {
    expect(() => factOf(run, 0, 'nonsense')).toThrow('nonsense');
    expect(() => factSentence('nonsense')).toThrow('nonsense');
  });
});

test('the run is the engine’s own training, at every step and one past the last', () => {
  const settings = { ...DEFAULTS, x: [-0.4, 1.1], y: 0, eta: 1.3 };
  const network = networkFrom({ sizes: [2, 3, 1], theta: settings.theta });
  const example = { input: settings.x, target: [0] };
  const { moments } = train(network, [example], { steps: RUN_STEPS + 1, learningRate: 1.3 });
  const other = essay(settings);
  for (const { step, theta } of moments) {
    expect(other.thetaAt(step)).toEqual(theta);
    expect(other.quantitiesAt(step)).toEqual(quantities(networkFrom({ sizes: [2, 3, 1], theta }), example));
  }
  expect(other.quantitiesAt(1e9)).toEqual(other.quantitiesAt(RUN_STEPS + 1));
  expect(other.parameters).toHaveLength(moments[0]!.theta.length);
});

test('a run whose numbers overflow still has an answer at every step', () => {
  const wild = essay({
    ...DEFAULTS,
    x: [5, 5],
    y: 0,
    theta: DEFAULTS.theta.map(() => 20),
    eta: 50,
    step: 200,
    param: 'b.2.1',
  });
  for (const step of [0, 1, 2, 100, 200, 201]) {
    for (const value of wild.quantitiesAt(step).values()) expect(value).toSatisfy(Number.isFinite);
  }
});

describe('in every world', () => {
  /** Counted afresh, from the quantities of every step. */
  const counted = (other: Run, step: number): Readonly<Record<string, number | undefined>> => {
    const examples = other.world.examples.length;
    const marks = examples === 1 ? [''] : Array.from({ length: examples }, (_, i) => `@${i}`);
    const silent = (unit: number): number | undefined => {
      const steps = Array.from({ length: RUN_STEPS + 1 }, (_, s) => other.quantitiesAt(s));
      const lastOpen = steps.findLastIndex((all) => marks.some((mark) => all.get(`z.1.${unit}${mark}`)! > 0));
      return lastOpen === RUN_STEPS ? undefined : lastOpen + 1;
    };
    const still = (s: number): number =>
      other.parameters.filter((id) => other.quantitiesAt(s).get(`d${id}`) === 0).length;
    const below = quantityCurve(other, 'loss', RUN_STEPS).findIndex((loss) => loss < GOAL);
    const graph = graphOf(networkOf(other.world, other.thetaAt(step)), other.world.examples);
    const pathsOf = (id: string) =>
      graph.nodes.some((node) => node.id === id) ? pathsFrom(graph, id) : undefined;
    /** A path is open where no unit on it passes on nothing. */
    const openOf = (id: string): number | undefined =>
      pathsOf(id)?.filter(({ nodes }) =>
        nodes.every(
          (node) =>
            !/^a\./.test(node) ||
            node.includes('×') ||
            graph.nodes.find(({ id: one }) => one === node)!.data > 0,
        ),
      ).length;
    const [widest] = (pathsOf('x.2') ?? [])
      .filter(({ product }) => product !== 0)
      .toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product));
    const target = other.world.examples[0]!.target[0]!;
    /** Half the squared error's δ, tried at very many z: the one furthest from 0. */
    const tried = Array.from({ length: 40_001 }, (_, i) => 1 / (1 + Math.exp(10 - i / 2000)))
      .map((p) => (p - target) * p * (1 - p))
      .toSorted((a, b) => Math.abs(b) - Math.abs(a))[0]!;
    const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
    let [low, high] = [0, 20];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (sigma(middle) * sigma(-middle) > 0.01) low = middle;
      else high = middle;
    }
    const tabulated = [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10].flatMap((z) => [
      [`sigmoid(${z})`, sigma(z)] as const,
      [`slope(${z})`, sigma(z) * sigma(-z)] as const,
    ]);
    return {
      parameters: other.parameters.length,
      steps: RUN_STEPS,
      nudge: 0.01,
      goal: 0.1,
      'nudge-passes': 2 * other.parameters.length,
      'silent-2': silent(2),
      'silent-3': silent(3),
      'loss-change': other.quantitiesAt(step + 1).get('loss')! - other.quantitiesAt(step).get('loss')!,
      'below-goal': below < 0 ? undefined : below,
      'unmoved-end': still(RUN_STEPS),
      'moved-end': other.parameters.length - still(RUN_STEPS),
      'unmoved-now': still(step),
      'paths-x1': pathsOf('x.1')?.length,
      'paths-w11': pathsOf('w.1.1.1')?.length,
      'paths-w21': pathsOf('w.1.2.1')?.length,
      'open-x1': openOf('x.1'),
      'open-w11': openOf('w.1.1.1'),
      'open-w21': openOf('w.1.2.1'),
      step,
      'widest-x2': widest && Number(/a\.1\.(\d)/.exec(widest.nodes.join(' '))![1]),
      'wrong-z': 6,
      'wrong-slope': sigma(6) * sigma(-6),
      locked: 0.01,
      'locked-z': expect.closeTo(low, 9) as number,
      'squared-most': expect.closeTo(Math.abs(tried), 6) as number,
      ...Object.fromEntries(tabulated),
    };
  };

  test.each(WORLD_NAMES)('every fact is what counting it afresh gives: %s', (world) => {
    for (let seed = 1; seed <= 6; seed++) {
      const step = [0, 1, 7, 50, 199, RUN_STEPS][seed % 6] ?? NaN;
      const other = readingOf(settingsFor(seed)).in(world);
      const found = Object.fromEntries(FACT_NAMES.map((name) => [name, factOf(other, step, name)]));
      found['squared-most'] = Math.abs(found['squared-most']!);
      // What the second day and the run add has tests of its own, beside what they are about.
      expect(found, `seed ${seed}`).toMatchObject(counted(other, step));
      for (const [name, value] of Object.entries(found))
        expect(value === undefined || Number.isFinite(value), `${name} of seed ${seed}`).toBe(true);
    }
  });

  test('a unit that is open on one of two days is not silent', () => {
    const other = readingOf(DEFAULTS).in('two-days');
    const firstDay = quantityCurve(other, 'z.1.3@0', RUN_STEPS);
    expect(Math.max(...firstDay)).toBeLessThanOrEqual(0);
    expect(quantityCurve(other, 'z.1.3@1', RUN_STEPS)[0]).toBeGreaterThan(0);
    expect(silentFrom(other, 3)).not.toBe(0);
  });
});

test('every fact says in a sentence of its own where it comes from', () => {
  const sentences = FACT_NAMES.map(factSentence);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
  expect(new Set(sentences).size).toBe(FACT_NAMES.length);
});
