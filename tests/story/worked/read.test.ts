import { describe, expect, test } from 'vitest';
import { lastPlaceOf, numberFrom } from '@/story/worked/example.ts';
import { judge } from '@/story/worked/judge.ts';
import { readExample } from '@/story/worked/read.ts';

const small = {
  id: 'small',
  shape: [1, 1],
  activations: ['sigmoid'],
  loss: 'half_sse',
  lr: 0.1,
  inputs: [[1]],
  targets: [[0]],
  weights: [[[0]]],
  biases: [[0]],
  published: { 'a1[0]': 0.5 },
};

describe('printed numbers', () => {
  test.each([
    ['.3775', 0.3775, 1e-4],
    ['-2.406e-3', -0.002406, 1e-6],
    ['−0.09', -0.09, 0.01],
    ['8', 8, 1],
    ['0.4400', 0.44, 1e-4],
  ])('%s', (text, value, unit) => {
    expect(numberFrom(text)).toBe(value);
    expect(lastPlaceOf(text)).toBe(unit);
  });

  test.each(['', '1/2', '.5.1', 'about 3', '0x10', 'Infinity'])('%s is none', (text) => {
    expect(numberFrom(text)).toBeNaN();
  });
});

describe('what is bad is named', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['no example', 7, /^expected an example .* found a number$/],
    ['no weights', { ...small, weights: undefined }, /^weights: expected a list, found nothing$/],
    [
      'a ragged row',
      { ...small, weights: [[[0], [0, 1]]] },
      /^weights\[0\]\[1\]: expected 1 numbers, found 2$/,
    ],
    [
      'text for a weight',
      { ...small, weights: [[['0']]] },
      /^weights\[0\]\[0\]\[0\]: expected a number, found "0"$/,
    ],
    ['another shape', { ...small, shape: [2, 1] }, /^shape: says 2-1, .* 1-1 network$/],
    [
      'another activation',
      { ...small, activations: ['gelu'] },
      /^activations\[0\]: "gelu" is none of relu, /,
    ],
    ['another loss', { ...small, loss: 'hinge' }, /^loss: "hinge" is none of half_sse, /],
    ['no loss', { ...small, loss: undefined }, /^loss: none is named/],
    ['an input too long', { ...small, inputs: [[1, 2]] }, /^inputs\[0\]: expected 1 numbers, found 2$/],
    [
      'too few targets',
      { ...small, inputs: [[1], [2]] },
      /^targets: expected 2, one for each input, found 1$/,
    ],
    ['nothing printed', { ...small, published: undefined }, /^published: nothing printed is told/],
    [
      'a printed word',
      { ...small, published: { 'a1[0]': 'half' } },
      /^published a1\[0\]: expected a number .* "half"$/,
    ],
    [
      'softmax inside',
      {
        ...small,
        weights: [[[0]], [[0]]],
        shape: undefined,
        biases: undefined,
        activations: ['softmax', 'sigmoid'],
      },
      /softmax/,
    ],
  ])('%s', (_, json, message) => {
    expect(() => readExample(json)).toThrow(message);
  });
});

describe('what cannot be computed is refused by name, and the rest is judged', () => {
  const refusedIn = (published: object, more: object = {}) => {
    const { refused, counts } = judge(readExample({ ...small, ...more, published }));
    return { refused, counts };
  };

  test.each<readonly [string, object, RegExp]>([
    ['perplexity', {}, /"perplexity" is no name that is known here/],
    ['a3[0]', {}, /the network has 1 layers, not 3/],
    ['a1[4]', {}, /no such place: \[4\]/],
    ['W1+[0][0]', { lr: null }, /no learning rate/],
    ['loss', { targets: null }, /there is no target/],
    ['a1[0]', { inputs: [[1], [2]], targets: [[0], [1]] }, /there are 2 examples: say which/],
    ['loss transposed', { weights: [[[1, 2]]], inputs: [[1, 2]], shape: [2, 1] }, /not square/],
    ['z1[0]', { weights: [[[null]]] }, /depends on a number that is not told/],
    ['1 / (1 - 1)', {}, /larger than any number/],
    ['constructor(1)', {}, /no name/],
    ['slope1[0]', { activations: ['softmax'] }, /under softmax/],
  ])('%s', (name, more, reason) => {
    const { refused, counts } = refusedIn({ [name]: '0.5', '1 + 1': '2' }, { biases: null, ...more });
    expect(refused.map((one) => one.name)).toEqual([name]);
    expect(refused[0]!.reason).toMatch(reason);
    expect(counts.right).toBe(1);
  });
});

describe('names', () => {
  const valueOf = (name: string, more: object = {}): number => {
    const { values, refused } = judge(readExample({ ...small, ...more, published: { [name]: '0' } }));
    expect(refused).toEqual([]);
    return values[0]!.computed;
  };

  // σ(0) = 0.5, target 0: δ = 0.5 · 0.25.
  test.each([
    ['dL/dz1[0]', 0.125],
    ['-dL/dz1[0]', -0.125],
    ['slope1[0]', 0.25],
    ['loss', 0.125],
    ['loss[0]', 0.125],
    ['W1+[0][0]', -0.0125],
    ['b1+[0]', -0.0125],
    ['W1[0][0] after 1 step', -0.0125],
    ['b1[0] after 1 step, weights only', 0],
    ['a1[0] where W1[0][0] = 1 and b1[0] = -1', 0.5],
    ['t[0] - a1[0] * 2', -1],
    ['ln(exp(2)) / 4', 0.5],
    ['z1[0] for input 3 after 1 update', -0.05],
    ['loss not squared', 0.5],
    ['dloss[0]/da1[0]', 0.5],
    ['slope of loss over b1[0] by 1e-6', 0.125],
  ])('%s', (name, value) => {
    expect(valueOf(name)).toBeCloseTo(value, 6);
  });

  test('an author’s own name means what the example says it means', () => {
    expect(valueOf('the error', { means: { 'the error': '-dL/dz1[0]' } })).toBe(-0.125);
  });

  test('losses go by several names', () => {
    expect(valueOf('loss', { loss: 'cross-entropy', targets: [[1]] })).toBeCloseTo(Math.LN2, 12);
    expect(valueOf('loss', { loss: 'MSE' })).toBe(0.25);
    expect(valueOf('dL/dz1[0]', { loss: 'output-seed', targets: null })).toBe(0.25);
  });
});

describe('how its author steps', () => {
  const told = (more: object) => {
    const { isOnline, movesBiases } = readExample({ ...small, ...more });
    return { isOnline, movesBiases };
  };

  test.each([
    ['all parameters, all examples together, unless told', {}, { isOnline: false, movesBiases: true }],
    ['as fields tell it', { online: true, moves_biases: false }, { isOnline: true, movesBiases: false }],
    [
      'as a sentence tells it',
      { step_rule: '10,000 online steps, weights only' },
      { isOnline: true, movesBiases: false },
    ],
    [
      'a field counts more than a sentence',
      { step_rule: 'online, weights only', online: false, moves_biases: true },
      { isOnline: false, movesBiases: true },
    ],
    ['biases that are not there do not move', { biases: null }, { isOnline: false, movesBiases: false }],
  ])('%s', (_, more, expected) => {
    expect(told(more)).toEqual(expected);
  });
});
