import { describe, expect, test } from 'vitest';
import {
  activations,
  backward,
  datasets,
  deepNetwork,
  forward,
  gradientOf,
  initialTheta,
  losses,
  lossOf,
  meanLoss,
  networkFrom,
  parameterIds,
  parametersOf,
  quantities,
  sizesOf,
  step,
  tableFrom,
  trace,
  train,
  withParameters,
  type ActivationName,
} from '@/engine/index.ts';
import { essay, rainyDay } from './essay.ts';

const sizes = [2, 3, 1];
const theta = parametersOf(essay);
/** ŷ = x + 1.3e154, and the loss ½(ŷ − y)² is almost as large as a number can be. */
const line = networkFrom({ sizes: [1, 1], theta: [1, 1.3e154], output: 'identity', loss: 'mse' });
const farOff = { input: [0], target: [0] };
const unknown = 'softplus' as ActivationName;

describe('what does not fit is refused with what was expected and what was found', () => {
  test.each([
    [
      'too few parameters',
      () => networkFrom({ sizes, theta: theta.slice(1) }),
      'expected theta to hold 13 numbers, found 12',
    ],
    [
      'a parameter that is not finite',
      () => networkFrom({ sizes, theta: theta.with(3, NaN) }),
      'expected theta[3] to be a finite number, found NaN',
    ],
    [
      'a layer without units',
      () => networkFrom({ sizes: [2, 0, 1], theta }),
      'expected sizes[1] to be a whole number of at least 1, found 0',
    ],
    [
      'a network without layers',
      () => networkFrom({ sizes: [2], theta }),
      'expected the number of layer sizes to be a whole number of at least 2, found 1',
    ],
    [
      'an unknown activation',
      () => networkFrom({ sizes, theta, hidden: unknown }),
      'expected an activation to be one of relu, leakyRelu, sigmoid, tanh, identity, found softplus',
    ],
    [
      'an unknown loss',
      () => networkFrom({ sizes, theta, loss: 'hinge' as 'bce' }),
      'expected a loss to be one of bce, mse, found hinge',
    ],
    [
      'a name that every object has',
      () => networkFrom({ sizes, theta, hidden: 'constructor' as ActivationName }),
      /found constructor/,
    ],
    [
      'cross-entropy without a probability',
      () => networkFrom({ sizes, theta, output: 'relu' }),
      'expected a sigmoid output under the loss bce, found relu',
    ],
    [
      'other parameters of the wrong number',
      () => withParameters(essay, [1]),
      'expected theta to hold 13 numbers, found 1',
    ],
    [
      'an input of the wrong length',
      () => forward(essay, [1]),
      'expected the input to hold 2 numbers, found 1',
    ],
    [
      'an input that is not finite',
      () => forward(essay, [1, Infinity]),
      'expected the input[1] to be a finite number, found Infinity',
    ],
    [
      'a target that is no probability',
      () => gradientOf(essay, [{ input: [1, 1], target: [1.5] }]),
      'expected a target from 0 to 1 under the loss bce, found 1.5',
    ],
    [
      'two targets for one output',
      () => backward(essay, forward(essay, [1, 1]), [1, 0]),
      'expected the target to hold 1 number, found 2',
    ],
    ['no examples', () => gradientOf(essay, []), 'expected at least one example, found none'],
    [
      'no examples to trace',
      () => trace(essay, [], { learningRate: 1 }),
      'expected at least one example, found none',
    ],
    [
      'no examples to train on',
      () => train(essay, [], { steps: 1, learningRate: 1 }),
      'expected at least one example, found none',
    ],
    [
      'half a step',
      () => train(essay, [rainyDay], { steps: 0.5, learningRate: 1 }),
      'expected steps to be a whole number of at least 0, found 0.5',
    ],
    [
      'a batch larger than the data',
      () => train(essay, [rainyDay], { steps: 1, learningRate: 1, batch: 2 }),
      'expected batch to be a whole number from 1 to 1, found 2',
    ],
    [
      'an unknown optimizer',
      () => train(essay, [rainyDay], { steps: 1, learningRate: 1, optimizer: 'lion' as 'adam' }),
      'expected an optimizer to be one of sgd, momentum, adam, found lion',
    ],
    [
      'a learning rate that is not finite',
      () => step(essay, [rainyDay], { learningRate: NaN }),
      'expected the learning rate to be a finite number, found NaN',
    ],
    [
      'a seed that is not finite',
      () => initialTheta({ sizes, seed: Infinity }),
      'expected a seed to be a finite number, found Infinity',
    ],
    [
      'a mean loss that overflows',
      () => gradientOf(line, [farOff, farOff, farOff]),
      'expected the mean loss to be a finite number, found Infinity',
    ],
    [
      'the same without its gradient',
      () => meanLoss(line, [farOff, farOff, farOff]),
      'expected the mean loss to be a finite number, found Infinity',
    ],
    [
      'a pass that overflows',
      () => forward(withParameters(essay, theta.with(0, 1e308)), [1e308, 0]),
      'expected every z to be a finite number, found Infinity',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});

describe('the engine is pure', () => {
  test('frozen networks and data go through everything unharmed', () => {
    const frozen = deepFreeze(networkFrom({ sizes, theta }));
    const data = deepFreeze([{ input: [0.8, 0.2], target: [1] }]);
    const before = JSON.stringify(frozen);
    train(frozen, data, { steps: 10, learningRate: 0.5, optimizer: 'adam' });
    trace(frozen, data, { learningRate: 0.5 });
    step(frozen, data, { learningRate: 0.5 });
    expect(JSON.stringify(frozen)).toBe(before);
  });

  test('the moments of a run do not change when another run is made', () => {
    const first = train(essay, [rainyDay], { steps: 5, learningRate: 0.5 });
    const copy = structuredClone(first);
    train(essay, [rainyDay], { steps: 5, learningRate: 3 });
    expect(first).toEqual(copy);
  });
});

describe('names and orders', () => {
  test('parameterIds(sizes) follows theta: W¹ row by row, b¹, W², b²', () => {
    expect(parameterIds(sizes)).toEqual(
      ['w.1.1.1', 'w.1.1.2', 'w.1.2.1', 'w.1.2.2', 'w.1.3.1', 'w.1.3.2', 'b.1.1', 'b.1.2', 'b.1.3'].concat([
        'w.2.1.1',
        'w.2.1.2',
        'w.2.1.3',
        'b.2.1',
      ]),
    );
    const values = quantities(essay, rainyDay);
    expect(parameterIds(sizes).map((id) => values.get(id))).toEqual(theta);
  });

  test('with several outputs they are numbered, and the loss is their sum', () => {
    const network = networkFrom({ sizes: [1, 2], theta: [1, -1, 0, 0.5] });
    const values = quantities(network, { input: [2], target: [1, 0] });
    expect(values.get('loss')).toBeCloseTo(values.get('loss.1')! + values.get('loss.2')!, 15);
    for (const id of ['y.2', 'yhat.2', 'dyhat.2', 'slope.1.2']) expect(values.has(id), id).toBe(true);
    expect(values.has('yhat')).toBe(false);
  });

  test('sizesOf, parametersOf and withParameters undo networkFrom', () => {
    expect(sizesOf(essay)).toEqual(sizes);
    expect(withParameters(essay, parametersOf(essay))).toEqual(essay);
  });
});

describe('activations and losses at the edges', () => {
  test('ReLU′(0) = 0, and every note is there', () => {
    expect(activations.relu.df(0)).toBe(0);
    expect(activations.leakyRelu.df(0)).toBe(0.01);
    for (const { note } of Object.values(activations)) expect(note).not.toBe('');
  });

  test('far out nothing overflows, and every slope is within its bounds', () => {
    for (const z of [-1e308, -750, -700, -40, 40, 700, 750, 1e308]) {
      for (const { f, df } of Object.values(activations)) {
        expect(Number.isFinite(f(z))).toBe(true);
        expect(df(z)).toBeGreaterThanOrEqual(0);
        expect(df(z)).toBeLessThanOrEqual(1);
      }
      for (const y of [0, 0.5, 1]) {
        const prediction = activations.sigmoid.f(z);
        expect(Number.isFinite(losses.bce.of(z, prediction, y))).toBe(true);
        expect(Number.isFinite(losses.bce.dPrediction(z, prediction, y))).toBe(true);
        expect(Math.abs(losses.bce.delta(z, prediction, y))).toBeLessThanOrEqual(1);
      }
    }
  });

  test('a confident mistake costs |z|, a confident hit next to nothing, and neither rounds to the other', () => {
    const saturated = networkFrom({ sizes: [1, 1], theta: [700, 0] });
    const pass = forward(saturated, [1]);
    expect(lossOf(saturated, pass, [0])).toBe(700);
    expect(lossOf(saturated, pass, [1])).toBeGreaterThan(0);
    expect(lossOf(saturated, pass, [1])).toBeLessThan(1e-300);
    expect(backward(saturated, pass, [1]).layers[0]!.delta[0]).toBeLessThan(0);
  });
});

describe('data and beginnings', () => {
  test('tableFrom(text) reads what a reader pastes', () => {
    expect(tableFrom('a,b,y\n0,1,1\n1; 0; 0.5\n\n1\t1\t0')).toEqual([
      { input: [0, 1], target: [1] },
      { input: [1, 0], target: [0.5] },
      { input: [1, 1], target: [0] },
    ]);
  });

  test('tableFrom(text) names the line it cannot read', () => {
    expect(() => tableFrom('0,1,1\n1,x,0')).toThrow('expected 3 numbers in line 2, found 1,x,0');
    expect(() => tableFrom('0,1,1\n1,,0')).toThrow('expected 3 numbers in line 2, found 1,,0');
    expect(() => tableFrom('0,1,2')).toThrow('expected targets from 0 to 1 in line 1, found 2');
    expect(() => tableFrom('0,0,0\n'.repeat(9))).toThrow('whole number from 1 to 8, found 9');
    expect(() => tableFrom('')).toThrow('whole number from 1 to 8, found 0');
  });

  test('the data of the essay fit its network', () => {
    for (const data of Object.values(datasets)) expect(gradientOf(essay, data).loss).toBeGreaterThan(0);
    expect(datasets.oneDay).toEqual([rainyDay]);
  });

  test('initialTheta stays within its limit, hits both halves of it, and depends on the seed alone', () => {
    const wide = [30, 40, 10];
    const limits = { uniform: 0.5, xavier: Math.sqrt(6 / 70), he: Math.sqrt(6 / 30) };
    for (const initialiser of ['uniform', 'xavier', 'he'] as const) {
      const first = initialTheta({ sizes: wide, seed: 9, initialiser, range: 0.5, bias: 0.25 }).slice(
        0,
        1240,
      );
      const weights = first.slice(0, 1200);
      const largest = Math.max(...weights.map(Math.abs));
      expect(largest).toBeLessThanOrEqual(limits[initialiser]);
      expect(largest).toBeGreaterThan(0.98 * limits[initialiser]);
      expect(Math.abs(weights.reduce((sum, w) => sum + w) / 1200)).toBeLessThan(0.05 * limits[initialiser]);
      expect(new Set(first.slice(1200))).toEqual(new Set([0.25]));
    }
    expect(initialTheta({ sizes, seed: 1 })).toEqual(initialTheta({ sizes, seed: 1 }));
    expect(initialTheta({ sizes, seed: 1 })).not.toEqual(initialTheta({ sizes, seed: 2 }));
  });

  test('a deep network has the layers it was asked for', () => {
    expect(sizesOf(deepNetwork({ depth: 4, width: 5, activation: 'relu', seed: 1 }))).toEqual([
      2, 5, 5, 5, 5, 1,
    ]);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
