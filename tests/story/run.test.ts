import { describe, expect, test, vi } from 'vitest';
import { parameterIds, quantities, train } from '@/engine/index.ts';
import { RUN_STEPS } from '@/story/essay.ts';
import { readingOf } from '@/story/reading.ts';
import { quantityCurve, runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { networkOf, worldOf, WORLD_NAMES, type World } from '@/story/world.ts';
import { settingsFor } from './networks.ts';
import { worldWith } from './worlds.ts';

vi.mock(import('@/engine/train.ts'), async (original) => {
  const engine = await original();
  return { ...engine, train: vi.fn<typeof engine.train>(engine.train) };
});
const trained = vi.mocked(train);

const essay = worldOf('essay', DEFAULTS);

/** Each field of a world changed, one at a time: and the world is another one. */
const others: Readonly<Record<keyof Required<World>, readonly Partial<World>[]>> = {
  // 2-1-3-1 has 13 parameters as well.
  sizes: [{ sizes: [2, 1, 3, 1] }],
  hidden: [{ hidden: 'tanh' }],
  loss: [{ loss: 'mse' }],
  examples: [
    { examples: [{ input: [0.8, 0.3], target: [1] }] },
    { examples: [{ input: [0.8, 0.2], target: [0.5] }] },
    { examples: [...essay.examples, ...essay.examples] },
  ],
  theta: [{ theta: essay.theta.with(0, 0.6) }, { theta: essay.theta.with(12, -0.3) }],
  eta: [{ eta: 0.4 }],
  optimizer: [{ optimizer: 'momentum' }],
  held: [{ held: {} }],
};

/** What can be told of a run from outside: the parameters at its end, and one of its updates. */
const tracked = (world: World) => {
  const run = runOf(world);
  return JSON.stringify([run.thetaAt(RUN_STEPS), run.traceAt(3).map(({ id, value }) => [id, value])]);
};

describe('runOf(world)', () => {
  test('is the same object for an equal world', () => {
    expect(runOf(worldOf('essay', { ...DEFAULTS }))).toBe(runOf(essay));
    expect(runOf(structuredClone(essay))).toBe(runOf(essay));
  });

  test('knows every part of a world', () =>
    expect(Object.keys(others).sort()).toEqual([...Object.keys(essay), 'held'].sort()));

  test.each(
    Object.entries(others).flatMap(([field, changes]) => changes.map((change) => [field, change] as const)),
  )('is another run where %s is another', (_, change) => {
    const world = { ...essay, ...change };
    expect(runOf(essay).world).toEqual(essay);
    expect(runOf(world)).not.toBe(runOf(essay));
    expect(runOf(world).world).toEqual(world);
    expect(tracked(world)).not.toBe(tracked(essay));
  });

  test('tells worlds apart in which the same numbers stand in other places', () => {
    const day = (input: readonly number[], target: readonly number[]) => ({ input, target });
    const pairs: readonly (readonly [Partial<World>, Partial<World>])[] = [
      [{ examples: [day([1, 0], [1])] }, { examples: [day([0, 1], [1])] }],
      [
        { examples: [day([1, 0], [1]), day([0, 1], [0])] },
        { examples: [day([0, 1], [0]), day([1, 0], [1])] },
      ],
      [{ examples: [day([1, 2], [3])] }, { examples: [day([12], [3])] }],
    ];
    for (const [a, b] of pairs) expect(runOf({ ...essay, ...a })).not.toBe(runOf({ ...essay, ...b }));
  });

  test('asked for two runs in turn gives back the same two, and trains neither again', () => {
    const worlds = [essay, worldWith({ eta: 0.7 })];
    const [first, second] = worlds.map(runOf);
    expect(first).not.toBe(second);
    trained.mockClear();
    for (let turn = 0; turn < 6; turn++) {
      const run = runOf(worlds[turn % 2]!);
      expect(run).toBe([first, second][turn % 2]);
      run.thetaAt(RUN_STEPS);
    }
    expect(trained.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test('keeps the runs of every world at two settings of the reader’s', () => {
    const settings = [DEFAULTS, { ...DEFAULTS, eta: 0.9 }];
    const all = () => settings.flatMap((of) => WORLD_NAMES.map((name) => runOf(worldOf(name, of))));
    const before = all();
    all().forEach((run, i) => expect(run).toBe(before[i]));
  });

  test('lets go of a run that has not been asked for in a long time, and makes the same again', () => {
    const world = worldWith({ eta: 0.123 });
    const before = runOf(world);
    const theta = before.thetaAt(20);
    for (let other = 1; other <= 40; other++) {
      runOf(worldWith({ eta: 1 + other }));
      // One that is asked for in between stays.
      runOf(essay);
      if (other === 1) expect(runOf(world)).toBe(before);
    }
    expect(runOf(world)).not.toBe(before);
    expect(runOf(world).thetaAt(20)).toEqual(theta);
  });
});

describe('a run', () => {
  test('is trained when it is first asked for a later step, and once', () => {
    const run = runOf(worldWith({ eta: 0.31 }));
    trained.mockClear();
    expect(run.thetaAt(0)).toBe(run.world.theta);
    run.quantitiesAt(0);
    run.traceAt(0);
    expect(trained).not.toHaveBeenCalled();
    expect(run.training().moments).toHaveLength(RUN_STEPS + 2);
    for (const step of [1, 2, 200]) run.quantitiesAt(step);
    runOf(worldWith({ eta: 0.31 })).traceAt(9);
    expect(trained).toHaveBeenCalledOnce();
  });

  test.each(WORLD_NAMES)('is the engine’s own training, at every step and one past the last: %s', (name) => {
    const world = worldOf(name, settingsFor(5));
    const run = runOf(world);
    const { moments } = train(networkOf(world), world.examples, {
      steps: RUN_STEPS + 1,
      learningRate: world.eta,
    });
    expect(moments).toHaveLength(RUN_STEPS + 2);
    expect(run.parameters).toEqual(parameterIds(world.sizes));
    for (const { step, theta, loss } of moments) {
      expect(run.thetaAt(step)).toEqual(theta);
      expect(run.quantitiesAt(step).get('loss')).toBeCloseTo(loss, 12);
    }
    for (const step of [0, 1, 77, RUN_STEPS, RUN_STEPS + 1])
      expect(run.quantitiesAt(step)).toEqual(quantities(networkOf(world, run.thetaAt(step)), world.examples));
    expect(run.quantitiesAt(1e9)).toBe(run.quantitiesAt(RUN_STEPS + 1));
    expect(run.traceAt(-3)).toBe(run.traceAt(0));
  });

  test.each(WORLD_NAMES)('has an update in each trace that leads to the next step: %s', (name) => {
    const run = readingOf(settingsFor(3)).in(name);
    for (const step of [0, 1, 50, RUN_STEPS]) {
      const updated = run.traceAt(step).filter(({ kind }) => kind === 'update');
      expect(updated.map(({ id }) => id)).toEqual(run.parameters);
      updated.forEach(({ value }, p) => expect(value).toBeCloseTo(run.thetaAt(step + 1)[p]!, 12));
    }
  });
});

test('quantityCurve(run, id, steps) is that quantity at every step, and refuses one that there is not', () => {
  const run = runOf(essay);
  const curve = quantityCurve(run, 'loss', 5);
  expect(curve).toEqual([0, 1, 2, 3, 4, 5].map((step) => run.quantitiesAt(step).get('loss')));
  expect(() => quantityCurve(run, 'z.9.9', 5)).toThrow('z.9.9');
});
