import { describe, expect, test } from 'vitest';
import {
  datasets,
  descend,
  gradientOf,
  initialTheta,
  networkFrom,
  parametersOf,
  randomFrom,
  shuffled,
  summaryOf,
  textOf,
  train,
  verdictOn,
  type TrainingRun,
} from '@/engine/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const days = [rainyDay, windyDay];
const atRate = (learningRate: number, data = days): TrainingRun =>
  train(essay, data, { steps: 200, learningRate });

describe('verdictOn(run)', () => {
  test.each([
    [0.001, 'creeps'],
    [0.5, 'converges'],
    [2, 'converges'],
    [5, 'kills'],
    [20, 'oscillates'],
  ] as const)('says that on two days η = %f %s', (learningRate, behaviour) => {
    expect(verdictOn(atRate(learningRate)).behaviour).toBe(behaviour);
  });

  test('says that momentum overshoots where the loss climbs and comes down again', () => {
    const network = networkFrom({ sizes: [1, 1], theta: [2, 0], output: 'identity', loss: 'mse' });
    const pull = { steps: 400, learningRate: 0.9, optimizer: 'momentum' } as const;
    const run = train(network, [{ input: [1], target: [0] }], pull);
    expect(verdictOn(run).behaviour).toBe('overshoots');
    expect(run.moments[400]!.loss).toBeLessThan(1e-12);
  });

  test('names the units that were killed', () => {
    expect(verdictOn(atRate(5)).killed.toSorted()).toEqual(['1.1', '1.2', '1.3']);
    expect(verdictOn(atRate(0.5)).killed).toEqual(['1.3']);
  });

  test('says that a run overflows, not what its last numbers look like', () => {
    const identity = networkFrom({
      sizes: [1, 1, 1],
      theta: [3, 0, 3, 0],
      hidden: 'identity',
      output: 'identity',
      loss: 'mse',
    });
    const run = train(identity, [{ input: [1], target: [0] }], { steps: 200, learningRate: 10 });
    expect(verdictOn(run).behaviour).toBe('overflows');
  });

  const dead = {
    ...essay,
    layers: essay.layers.map((layer, l) => (l === 0 ? { ...layer, bias: [-5, -5, -5] } : layer)),
  };
  const soft = (target: number) => [
    { ...rainyDay, target: [target] },
    { ...windyDay, target: [1 - target] },
  ];

  test.each([
    ['rests where nothing moves', essay, days, 0, 'rests', 200],
    ['worsens where the loss ends higher', essay, days, 5, 'worsens', 2],
    ['does not kill what was dead', dead, days, 0.5, 'creeps', 200],
  ] as const)('%s', (_, network, data, learningRate, behaviour, steps) => {
    const run = train(network, data, { steps, learningRate });
    expect(verdictOn(run).behaviour).toBe(behaviour);
  });

  test('says from where a whole layer is off', () => {
    const run = atRate(5);
    const { deadFrom } = verdictOn(run);
    const isOff = run.moments.map(({ gates }) => gates.every(([units]) => !units!.includes(true)));
    expect(isOff.lastIndexOf(false) + 1).toBe(deadFrom);
    expect(verdictOn(atRate(0.5)).deadFrom).toBeUndefined();
  });

  test('counts losses from the lowest that the targets allow', () => {
    const run = atRate(0.5, soft(0.2));
    const least = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8));
    expect(verdictOn(run).behaviour).toBe('creeps');
    expect(verdictOn(run, least).behaviour).toBe('converges');
  });

  test('on one day the loss falls at every η up to 10', () => {
    for (const learningRate of [0.05, 0.5, 2, 5, 10])
      expect(verdictOn(atRate(learningRate, [rainyDay])).rises).toBe(0);
  });
});

describe('a run that overflows', () => {
  const explosive = networkFrom({
    sizes: [1, 1, 1],
    theta: [3, 0, 3, 0],
    hidden: 'identity',
    output: 'identity',
    loss: 'mse',
  });
  const { moments, events } = train(explosive, [{ input: [1], target: [0] }], {
    steps: 200,
    learningRate: 10,
  });

  test('stops before the step that would lead past the largest number, and says so', () => {
    expect(events.at(-1)).toEqual({ kind: 'overflow', step: moments.length });
    expect(moments.length).toBeLessThan(200);
  });

  test('keeps only finite numbers', () => {
    const numbers = moments.flatMap(({ theta, loss, predictions }) => [
      ...theta,
      loss,
      ...predictions.flat(),
    ]);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  test('ends even where every z is finite and the loss is not', () => {
    const line = networkFrom({ sizes: [1, 1], theta: [1, 1e160], output: 'identity', loss: 'mse' });
    const run = train(line, [{ input: [0], target: [0] }], { steps: 3, learningRate: 0 });
    expect(run.moments).toEqual([]);
    expect(run.events).toEqual([{ kind: 'overflow', step: 0 }]);
  });

  test('descend, which keeps nothing, throws', () => {
    expect(() => descend(explosive, [{ input: [1], target: [0] }], { steps: 200, learningRate: 10 })).toThrow(
      RangeError,
    );
  });
});

test('moments and events are made once, and are plain data', () => {
  const run = atRate(0.5);
  expect(run.moments).toBe(run.moments);
  expect(run.events).toBe(run.events);
  expect(Array.isArray(run.moments)).toBe(true);
  expect(structuredClone(run)).toEqual({
    learningRate: 0.5,
    moments: run.moments,
    events: run.events,
    isCut: false,
  });
});

describe('the events of a run', () => {
  test('tell inactive from dead: unit 3 is off on the first day and on on the second', () => {
    const { events } = atRate(0.5);
    expect(events[0]).toEqual({ kind: 'unit-silent', step: 0, layer: 1, unit: 3, example: 0 });
    expect(events.some(({ kind, step }) => kind === 'unit-dies' && step === 0)).toBe(false);
  });

  test('a unit wakes when its z becomes positive again', () => {
    const net = networkFrom({ sizes: [1, 1, 1], theta: [1, -0.1, 1, 0] });
    const { events, moments } = train(
      net,
      [
        { input: [0], target: [1] },
        { input: [1], target: [1] },
      ],
      { steps: 50, learningRate: 1 },
    );
    const woke = events.find(({ kind }) => kind === 'unit-wakes')!;
    expect(woke).toEqual({ kind: 'unit-wakes', step: woke.step, layer: 1, unit: 1, example: 0 });
    expect(moments[woke.step]!.gates[0]).toEqual([[true]]);
    expect(moments[woke.step - 1]!.gates[0]).toEqual([[false]]);
  });

  test('replayed from the start they give the gates of every moment', () => {
    const { events, moments } = atRate(20);
    const gates = days.map(() => [true, true, true]);
    let told = 0;
    for (const moment of moments) {
      for (const event of events) {
        if (event.step !== moment.step || (event.kind !== 'unit-silent' && event.kind !== 'unit-wakes'))
          continue;
        gates[event.example]![event.unit - 1] = event.kind === 'unit-wakes';
        told += 1;
      }
      expect(moment.gates).toEqual(gates.map((units) => [units]));
    }
    expect(told).toBeGreaterThan(1);
  });

  test('a rise is told once, when it begins', () => {
    const { events, moments } = atRate(20);
    const rises = events.flatMap((event) => (event.kind === 'loss-rises' ? [event] : []));
    expect(rises.length).toBeGreaterThan(0);
    for (const { step, from, to } of rises) {
      expect([from, to]).toEqual([moments[step - 1]!.loss, moments[step]!.loss]);
      expect(to).toBeGreaterThan(from);
      if (step > 1) expect(moments[step - 2]!.loss).toBeGreaterThanOrEqual(from);
    }
  });

  test('units that leak are never called silent', () => {
    const leaky = networkFrom({ sizes: [2, 3, 1], theta: parametersOf(essay), hidden: 'leakyRelu' });
    expect(
      train(leaky, days, { steps: 200, learningRate: 5 }).events.filter(({ kind }) =>
        kind.startsWith('unit'),
      ),
    ).toEqual([]);
  });
});

describe('summaryOf(run)', () => {
  test('tells the essay’s run in sentences whose numbers are the run’s own', () => {
    const { facts, sentences } = summaryOf(atRate(0.5, [rainyDay]));
    expect(facts.unmoved).toBe(8);
    const texts = sentences.map((sentence) =>
      textOf(sentence, (value) => Number(value.toFixed(6)).toString()),
    );
    expect(texts).toEqual([
      'In 200 steps the loss falls from 0.683197 to 0.000696.',
      'From the start unit 3 of layer 1 is off for example 1.',
      'At step 2 unit 2 of layer 1 is off for example 1.',
      'The last step left 8 parameters where they were.',
    ]);
  });
});

describe('batches', () => {
  const network = networkFrom({
    sizes: [2, 3, 1],
    theta: initialTheta({ sizes: [2, 3, 1], seed: 4 }),
    hidden: 'tanh',
  });

  test('of one example, in the order of the data, are single steps one after another', () => {
    const { moments } = train(network, datasets.xor, { steps: 4, learningRate: 0.3, batch: 1 });
    let theta = parametersOf(network);
    datasets.xor.forEach((example, t) => {
      const current = networkFrom({ sizes: [2, 3, 1], theta, hidden: 'tanh' });
      const { gradient } = gradientOf(current, [example]);
      theta = theta.map((value, p) => value - 0.3 * gradient[p]!);
      expect(moments[t + 1]!.theta).toEqual(theta);
    });
  });

  test('drawn from a seed are the same every time, and others from another seed', () => {
    const from = (seed: number): TrainingRun =>
      train(network, datasets.xor, { steps: 20, learningRate: 0.3, batch: 1, seed });
    expect(from(1)).toEqual(from(1));
    expect(from(1).moments[20]!.theta).not.toEqual(from(2).moments[20]!.theta);
  });

  test('the whole data as one batch is full-batch descent, whatever the seed', () => {
    const options = { steps: 20, learningRate: 0.3 };
    expect(train(network, datasets.xor, { ...options, batch: 4, seed: 5 })).toEqual(
      train(network, datasets.xor, options),
    );
  });

  test('each pass over the data uses every example once', () => {
    const order = shuffled(8, randomFrom(3));
    expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(order).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
