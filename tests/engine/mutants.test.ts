import { describe, expect, test } from 'vitest';
import {
  checkGradient,
  gradientOf,
  initialTheta,
  lossOf,
  forward,
  mutantGradient,
  mutantNamed,
  mutantPass,
  mutants,
  mutantStep,
  networkFrom,
  parameterIds,
  parametersOf,
  step,
  type ActivationName,
  type Example,
  type Falsified,
  type Mutant,
  type Network,
} from '@/engine/index.ts';
import { examples } from '@content/examples/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const sizes = [2, 3, 1];
const theta = parametersOf(essay);
const ids = parameterIds(sizes);
/** As the network of the essay, but with a leak: unit 3 is off and still lets a little through. */
const leaky = networkFrom({ sizes, theta, hidden: 'leakyRelu' });

const falsified: Record<Falsified, (id: string) => boolean> = {
  biases: (id) => id.startsWith('b'),
  'hidden weights': (id) => id.startsWith('w.1'),
  'hidden layers': (id) => /^[wb]\.1/.test(id),
  // Of this network: unit 1 is off on the dry day, unit 3 on the rainy one.
  'silent units': (id) => /^[wb]\.1\.[13]|^w\.2\.1\.[13]/.test(id),
  'all but the output bias': (id) => id !== 'b.2.1',
  everything: () => true,
  nothing: () => false,
};

const caught = (mutant: Mutant, network = leaky, data = [rainyDay, windyDay]): readonly string[] =>
  checkGradient(network, data, { gradient: (...situation) => mutantGradient(mutant, ...situation) }).flatMap(
    ({ id, agrees }) => (agrees ? [] : [id]),
  );

describe('the gradient check', () => {
  test('finds nothing wrong with sound backprop', () => {
    expect(checkGradient(leaky, [rainyDay, windyDay]).every(({ agrees }) => agrees)).toBe(true);
    expect(checkGradient(essay, [rainyDay, windyDay]).every(({ agrees }) => agrees)).toBe(true);
  });

  test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s falsifies what the essay says it falsifies, and nothing else',
    (_, mutant) => {
      const wrong = caught(mutant);
      const allowed = ids.filter(falsified[mutant.falsifies]);
      for (const id of wrong) expect(allowed).toContain(id);
      // These two leave some of what they can falsify alone: see the tests on each below.
      const isPartial = mutant.name === 'gate-from-activation' || mutant.name === 'swapped-indices';
      if (isPartial) expect(wrong).not.toEqual([]);
      else expect(wrong).toEqual(allowed);
    },
  );

  test('swapped indices leave alone what stands in the same place either way: the corners, and W², a single row', () => {
    expect(caught(mutantNamed('swapped-indices'))).toEqual(['w.1.1.2', 'w.1.2.1', 'w.1.2.2', 'w.1.3.1']);
  });

  test('a gate read from a goes unnoticed under ReLU, where a is 0 exactly when z is not positive', () => {
    expect(caught(mutantNamed('gate-from-activation'), essay)).toEqual([]);
  });

  test('under leaky ReLU it falsifies exactly the units that are off for some example', () => {
    const wrong = caught(mutantNamed('gate-from-activation'), leaky, [rainyDay]);
    expect(wrong).toEqual(['w.1.3.1', 'w.1.3.2', 'b.1.3']);
  });

  test('an overwritten batch goes unnoticed with a single example', () => {
    expect(caught(mutantNamed('overwrites-batch'), leaky, [rainyDay])).toEqual([]);
  });

  test('a slope left in goes unnoticed under ½(ŷ − y)², where it belongs', () => {
    expect(caught(mutantNamed('slope-left-in'), networkFrom({ sizes, theta, loss: 'mse' }))).toEqual([]);
  });

  test('update-before-propagate goes unnoticed with η = 0', () => {
    const mutant = mutantNamed('update-before-propagate');
    const atRest = {
      gradient: (network: Network, data: readonly Example[]) => mutantGradient(mutant, network, data, 0),
    };
    expect(checkGradient(leaky, [rainyDay], atRest).every(({ agrees }) => agrees)).toBe(true);
  });

  test('the check fails to catch only the mutant whose fault is in the update', () => {
    expect(mutants.filter((mutant) => caught(mutant).length === 0).map(({ name }) => name)).toEqual([
      'bias-once-per-weight',
    ]);
  });
});

describe('bias-once-per-weight', () => {
  test('moves each bias as many times as its unit has inputs, and each weight once', () => {
    const before = parametersOf(essay);
    const sound = parametersOf(step(essay, [rainyDay], { learningRate: 0.5 }));
    const wrong = parametersOf(mutantStep(mutantNamed('bias-once-per-weight'), essay, [rainyDay], 0.5));
    ids.forEach((id, p) => {
      const times = id.startsWith('w') ? 1 : id.startsWith('b.1') ? 2 : 3;
      expect(wrong[p]! - before[p]!, id).toBeCloseTo(times * (sound[p]! - before[p]!), 14);
    });
  });
});

describe('every mutant', () => {
  const activations: readonly ActivationName[] = ['relu', 'tanh', 'sigmoid'];

  test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s trains, with finite numbers',
    (_, mutant) => {
      // Dividing by what a shut unit says gives no number: see below.
      for (const hidden of mutant.name === 'divides' ? (['tanh'] as const) : activations) {
        let network = networkFrom({ sizes, theta: initialTheta({ sizes, seed: 7 }), hidden });
        for (let t = 0; t < 50; t++) network = mutantStep(mutant, network, [rainyDay, windyDay], 0.5);
        expect(parametersOf(network).every(Number.isFinite)).toBe(true);
      }
    },
  );
});

describe('no-gate and divides', () => {
  test('without its gate a shut ReLU unit is taught; where every unit is open nothing is wrong', () => {
    expect(caught(mutantNamed('no-gate'), essay, [rainyDay])).toEqual([
      'w.1.3.1',
      'w.1.3.2',
      'b.1.3',
      'w.2.1.3',
    ]);
    const open = networkFrom({ sizes, theta: theta.map((value, i) => (i >= 6 && i < 9 ? 3 : value)) });
    expect(caught(mutantNamed('no-gate'), open)).toEqual([]);
  });

  test('dividing by the activation of a shut unit gives no number, and the check does not take that for one', () => {
    const rows = checkGradient(essay, [rainyDay], {
      gradient: (...situation) => mutantGradient(mutantNamed('divides'), ...situation),
    });
    const row = rows.find(({ id }) => id === 'w.2.1.3')!;
    expect(Number.isFinite(row.claimed)).toBe(false);
    expect(row.agrees).toBe(false);
    expect(() => mutantStep(mutantNamed('divides'), essay, [rainyDay], 0.5)).toThrow(RangeError);
  });

  test('every sign that division gives is the one that multiplication would', () => {
    const tanh = networkFrom({ sizes, theta, hidden: 'tanh' });
    const sound = gradientOf(tanh, [rainyDay]).gradient;
    const found = mutantGradient(mutantNamed('divides'), tanh, [rainyDay]).gradient;
    expect(found.map(Math.sign)).toEqual(sound.map(Math.sign));
  });
});

describe('what a mutant takes for each number of the way back', () => {
  test('is what its gradient is made of', () => {
    for (const mutant of mutants) {
      const passes = [rainyDay, windyDay].map((day) => mutantPass(mutant, leaky, day));
      const each = passes.map(({ layers }) =>
        layers.flatMap(({ dWeights, dBias }) => [...dWeights.flat(), ...dBias]),
      );
      const kept = mutant.name === 'overwrites-batch' ? each.slice(-1) : each;
      const mean = ids.map((_, p) => kept.reduce((sum, gradient) => sum + gradient[p]!, 0) / 2);
      mutantGradient(mutant, leaky, [rainyDay, windyDay]).gradient.forEach((value, p) =>
        expect(value, `${mutant.name} ${ids[p]!}`).toBeCloseTo(mean[p]!, 14),
      );
      passes.forEach(({ loss, forward: pass }, n) => {
        const day = [rainyDay, windyDay][n]!;
        expect(pass).toEqual(forward(leaky, day.input));
        expect(loss).toBe(lossOf(leaky, pass, day.target));
      });
    }
  });
});

// Numbers that were printed, and come out under the mutant: content/examples has them with their sources.
describe('published numbers come out under a mutant', () => {
  const printed = (id: string) => examples.find((example) => example.id === id)! as unknown as Published;
  interface Published {
    readonly weights: readonly (readonly (readonly number[])[])[];
    readonly biases: readonly (readonly number[])[];
    readonly inputs: readonly (readonly number[])[];
    readonly targets: readonly (readonly number[])[];
    readonly published_as_printed: Readonly<Record<string, string>>;
  }
  const thetaOf = ({ weights, biases }: Published) =>
    weights.flatMap((rows, l) => [...rows.flat(), ...biases[l]!]);
  const dataOf = ({ inputs, targets }: Published): readonly Example[] =>
    inputs.map((input, n) => ({ input, target: targets[n]! }));

  test('no-gate: Prosise, chapter 8, every prediction, and every parameter after 5000 updates, to twelve digits', () => {
    const book = printed('prosise-2-3-1-no-mask');
    const { published_as_printed: numbers } = book;
    const data = dataOf(book);
    let network = networkFrom({ sizes, theta: thetaOf(book), output: 'identity', loss: 'mse' });
    for (let update = 1; update <= 5000; update++) {
      const example = data[(update - 1) % data.length]!;
      network = mutantStep(mutantNamed('no-gate'), network, [example], 0.01);
      const text = numbers[`prediction after update ${update}`];
      if (text !== undefined)
        expect(forward(network, example.input).prediction[0], text).toBeCloseTo(Number(text), 12);
    }
    const [hidden, output] = network.layers;
    const printedOnes = [0, 1, 2].flatMap((j) => [
      [hidden!.weights[j]![0], numbers[`W1 after 5000 updates[${j}][0]`]] as const,
      [hidden!.weights[j]![1], numbers[`W1 after 5000 updates[${j}][1]`]] as const,
      [hidden!.bias[j], numbers[`b1 after 5000 updates[${j}]`]] as const,
      [output!.weights[0]![j], numbers[`W2 after 5000 updates[0][${j}]`]] as const,
    ]);
    for (const [value, text] of printedOnes) expect(value, text).toBeCloseTo(Number(text), 12);
  });

  test('update-before-propagate: the hidden errors of the sheet of Robert Gordon University', () => {
    const sheet = printed('rgu-3.1');
    const network = networkFrom({ sizes: [2, 2, 1], theta: thetaOf(sheet), hidden: 'sigmoid', loss: 'mse' });
    const offBy = (mutant: Mutant): number => {
      const [first] = mutantPass(mutant, network, dataOf(sheet)[0]!, 1).layers;
      const text = sheet.published_as_printed['hidden error using UPDATED output weights[0]']!;
      return Math.abs(-first!.delta[0]! / Number(text) - 1);
    };
    // Worked by hand with two to four digits.
    expect(offBy(mutantNamed('update-before-propagate'))).toBeLessThan(0.02);
    expect(offBy(mutantNamed('bias-once-per-weight'))).toBeGreaterThan(0.08);
  });

  test('update-before-propagate: the loss that Mazur prints after the step, to nine digits', () => {
    const post = printed('mazur-2015-after');
    const network = networkFrom({ sizes: [2, 2, 2], theta: thetaOf(post), hidden: 'sigmoid', loss: 'mse' });
    const [day] = dataOf(post);
    const lossAfter = (gradient: readonly number[]): string => {
      // Only the weights move there.
      const moved = parametersOf(network).map((value, p) => {
        const isBias = parameterIds([2, 2, 2])[p]!.startsWith('b');
        return isBias ? value : value - 0.5 * gradient[p]!;
      });
      const after = networkFrom({ sizes: [2, 2, 2], theta: moved, hidden: 'sigmoid', loss: 'mse' });
      return lossOf(after, forward(after, day!.input), day!.target).toFixed(9);
    };
    const text = `0${post.published_as_printed['loss+']!}`;
    expect(
      lossAfter(mutantGradient(mutantNamed('update-before-propagate'), network, [day!], 0.5).gradient),
    ).toBe(text);
    expect(lossAfter(gradientOf(network, [day!]).gradient)).not.toBe(text);
  });

  test('divides: Miller’s changes of the output weights and errors of the hidden units, from his own δ', () => {
    const post = printed('miller-mind-2015');
    const network = networkFrom({ sizes, theta: thetaOf(post), hidden: 'sigmoid', loss: 'mse' });
    const { layers } = mutantPass(mutantNamed('divides'), network, dataOf(post)[0]!, 1);
    // He goes on with −0.1344; everything below is in proportion to it.
    const share = 0.1344 / layers[1]!.delta[0]!;
    const { published_as_printed: numbers } = post;
    for (const k of [0, 1])
      expect((-layers[1]!.dWeights[0]![k]! * share).toFixed(4)).toBe(
        numbers[`-dL/dW2[0][${k}] (post divides)`]!.replace('-.', '-0.'),
      );
    for (const j of [0, 1])
      expect(Math.abs(-layers[0]!.delta[j]! * share - Number(numbers[`-dL/dz1[${j}]`]))).toBeLessThan(1e-4);
  });
});
