import { describe, expect, test } from 'vitest';
import { backward, forward, gradientOf, lossOf, quantities, step, trace, train } from '@/engine/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const pass = forward(essay, rainyDay.input);
const back = backward(essay, pass, rainyDay.target);
const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

describe('the essay network at step 0 says what design.md §2 says', () => {
  test('forward(network, input) gives z, a and ŷ of every layer', () => {
    expect(rounded(pass.layers[0]!.preActivation, 12)).toEqual([0.44, 0.22, -0.2]);
    expect(rounded(pass.layers[0]!.activation, 12)).toEqual([0.44, 0.22, 0]);
    expect(rounded(pass.layers[1]!.preActivation, 12)).toEqual([0.02]);
    expect(rounded(pass.prediction, 6)).toEqual([0.505]);
    expect(lossOf(essay, pass, rainyDay.target).toFixed(6)).toBe('0.683197');
  });

  test('backward(network, pass, target) gives every gradient', () => {
    const [hidden, output] = back.layers;
    expect(rounded(back.dPrediction, 6)).toEqual([-1.980199]);
    expect(rounded(output!.slope, 6)).toEqual([0.249975]);
    expect(rounded(output!.delta, 6)).toEqual([-0.495]);
    expect(output!.dWeights.map((row) => rounded(row, 4))).toEqual([[-0.2178, -0.1089, 0]]);
    expect(rounded(output!.dBias, 4)).toEqual([-0.495]);
    expect(rounded(hidden!.dActivation, 4)).toEqual([-0.3465, 0.198, -0.297]);
    expect(rounded(hidden!.delta, 4)).toEqual([-0.3465, 0.198, 0]);
    expect(hidden!.dWeights.map((row) => rounded(row, 4))).toEqual([
      [-0.2772, -0.0693],
      [0.1584, 0.0396],
      [0, 0],
    ]);
    expect(rounded(back.dInput, 4)).toEqual([-0.1337, 0.2624]);
  });
});

describe('training on one day', () => {
  const run = train(essay, [rainyDay], { steps: 200, learningRate: 0.5 });

  test('the loss falls 0.6832 → 0.4303 → 0.2800 … 0.000696, to ŷ = 0.999304', () => {
    const losses = run.moments.map(({ loss }) => loss);
    expect(rounded(losses.slice(0, 3), 4)).toEqual([0.6832, 0.4303, 0.28]);
    expect(run.moments).toHaveLength(201);
    expect(losses[200]!.toFixed(6)).toBe('0.000696');
    expect(run.moments[200]!.predictions[0]![0]!.toFixed(6)).toBe('0.999304');
  });

  test('unit 3 is silent from the start, unit 2 from step 2, and nothing else happens', () => {
    expect(run.events).toEqual([
      { kind: 'unit-silent', step: 0, layer: 1, unit: 3, example: 0 },
      { kind: 'unit-silent', step: 2, layer: 1, unit: 2, example: 0 },
    ]);
  });

  test('from then on 8 of the 13 parameters never move', () => {
    const frozen = run.moments[2]!.theta.filter((value, p) => value === run.moments[200]!.theta[p]);
    expect(frozen).toHaveLength(8);
  });

  test('step(network, data, { learningRate }) is what train does at each step', () => {
    const once = train(step(essay, [rainyDay], { learningRate: 0.5 }), [rainyDay], {
      steps: 1,
      learningRate: 0.5,
    });
    expect(once.moments.map(({ theta }) => theta)).toEqual(run.moments.slice(1, 3).map(({ theta }) => theta));
  });
});

describe('training on two days', () => {
  const days = [rainyDay, windyDay];
  const finalLoss = (learningRate: number): number =>
    train(essay, days, { steps: 200, learningRate }).moments[200]!.loss;

  test('η = 0.5 and η = 2 converge', () => {
    expect(finalLoss(0.5)).toBeLessThan(0.05);
    expect(finalLoss(2)).toBeLessThan(0.05);
  });

  test('η = 5 kills all three units and the loss freezes at ln 2', () => {
    const { events } = train(essay, days, { steps: 200, learningRate: 5 });
    const died = events.flatMap((event) => (event.kind === 'unit-dies' ? [event.unit] : []));
    expect(died.toSorted()).toEqual([1, 2, 3]);
    expect(finalLoss(5)).toBeCloseTo(Math.LN2, 12);
  });
});

describe('trace(network, example, { learningRate })', () => {
  const { ops } = trace(essay, rainyDay, { learningRate: 0.5 });
  const values = quantities(essay, rainyDay);

  test('computes each quantity of the passes once, and each has its value', () => {
    const computed = ops.filter(({ phase }) => phase === 'forward' || phase === 'backward');
    const given = [...values.keys()].filter((id) => !/^([xwb]\.|y$)/.test(id));
    expect(computed.map(({ id }) => id).toSorted()).toEqual(given.toSorted());
    for (const { id, value } of computed) expect(value).toBe(values.get(id));
  });

  test('never uses what has not been computed', () => {
    const known = new Set([...values.keys(), 'eta'].filter((id) => /^([xwb]\.|y$|eta$)/.test(id)));
    for (const { id, operands } of ops) {
      for (const operand of operands) expect(known).toContain(operand.id);
      known.add(id);
    }
  });

  test('shows sums of products that really give the result', () => {
    for (const { kind, operands, terms, value } of ops) {
      if (kind !== 'sum') continue;
      const product = (term: readonly number[]): number => term.reduce((p, i) => p * operands[i]!.value, 1);
      expect(terms.reduce((sum, term) => sum + product(term), 0)).toBeCloseTo(value, 15);
    }
  });

  test('ends with the parameters of the next step, then clears every gradient', () => {
    const moved = ops.filter(({ phase }) => phase === 'update').map(({ value }) => value);
    expect(moved).toEqual(train(essay, [rainyDay], { steps: 1, learningRate: 0.5 }).moments[1]!.theta);
    const cleared = ops.filter(({ phase }) => phase === 'clear').map(({ id }) => id);
    expect(cleared.toSorted()).toEqual([...values.keys()].filter((id) => id.startsWith('d')).toSorted());
  });

  test('of a batch accumulates the mean gradient before anything moves', () => {
    const batch = trace(essay, [rainyDay, windyDay], { learningRate: 0.5 }).ops;
    const last = new Map(
      batch.filter(({ kind }) => kind === 'accumulate').map(({ id, value }) => [id, value]),
    );
    const { loss, gradient } = gradientOf(essay, [rainyDay, windyDay]);
    expect([...last.values()]).toEqual([loss, ...gradient]);
    const phases = batch.map(({ phase }) => phase);
    expect(phases.lastIndexOf('backward')).toBeLessThan(phases.indexOf('update'));
  });
});
