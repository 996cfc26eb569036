import { describe, expect, test } from 'vitest';
import { networkFrom, quantities, train } from '@/engine/index.ts';
import { DEFAULTS, PARAMETERS, RUN_STEPS } from '@/story/essay.ts';
import { factOf, silentFrom, stepBelow, unmoved } from '@/story/facts.ts';
import { quantityCurve, runOf } from '@/story/run.ts';

const run = runOf(DEFAULTS);

describe('facts of the essay’s own run, derived', () => {
  test('unit 2 is silent from step 2, unit 3 from step 0, unit 1 never', () => {
    expect([1, 2, 3].map((unit) => silentFrom(run, unit))).toEqual([undefined, 2, 0]);
    expect(factOf(run, 'silent-2')).toBe(2);
    expect(factOf(run, 'silent-3')).toBe(0);
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
    expect(factOf(run, 'moved-end')).toBe(5);
    expect(factOf(run, 'unmoved-now')).toBe(4);
  });

  test('the loss is first below the goal where the curve says so', () => {
    const curve = quantityCurve(run, 'loss', RUN_STEPS);
    const below = stepBelow(run, 0.1)!;
    expect(curve[below]!).toBeLessThan(0.1);
    expect(curve[below - 1]!).toBeGreaterThanOrEqual(0.1);
  });

  test('200 steps end at ŷ = 0.999304 and L = 0.000696', () => {
    const end = run.quantitiesAt(RUN_STEPS);
    expect(end.get('yhat')!.toFixed(6)).toBe('0.999304');
    expect(end.get('loss')!.toFixed(6)).toBe('0.000696');
  });
});

describe('facts of other runs', () => {
  test('a unit that is always open has no such step; one that a reader wakes is not silent', () => {
    const awake = runOf({ ...DEFAULTS, theta: DEFAULTS.theta.with(8, 2).with(7, 2) });
    expect(factOf(awake, 'silent-3')).toBeUndefined();
    expect(factOf(awake, 'silent-2')).toBeUndefined();
  });

  test('with η at 0 nothing changes and the loss never gets below the goal', () => {
    const still = runOf({ ...DEFAULTS, eta: 0 });
    expect(factOf(still, 'loss-change')).toBe(0);
    expect(factOf(still, 'below-goal')).toBeUndefined();
  });

  test('an unknown fact is refused by name', () => {
    expect(() => factOf(run, 'nonsense')).toThrow('nonsense');
  });
});

test('the run is the engine’s own training, at every step and one past the last', () => {
  const settings = { ...DEFAULTS, x: [-0.4, 1.1], y: 0, eta: 1.3 };
  const network = networkFrom({ sizes: [2, 3, 1], theta: settings.theta });
  const example = { input: settings.x, target: [0] };
  const { moments } = train(network, [example], { steps: RUN_STEPS + 1, learningRate: 1.3 });
  const other = runOf(settings);
  for (const { step, theta } of moments) {
    expect(other.thetaAt(step)).toEqual(theta);
    expect(other.quantitiesAt(step)).toEqual(quantities(networkFrom({ sizes: [2, 3, 1], theta }), example));
  }
  expect(other.quantitiesAt(1e9)).toEqual(other.quantitiesAt(RUN_STEPS + 1));
  expect(PARAMETERS).toHaveLength(moments[0]!.theta.length);
});

test('a run whose numbers overflow still has an answer at every step', () => {
  const wild = runOf({
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
