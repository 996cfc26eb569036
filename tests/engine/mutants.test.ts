import { describe, expect, test } from 'vitest';
import {
  checkGradient,
  initialTheta,
  mutantGradient,
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
  everything: () => true,
  nothing: () => false,
};

const named = (name: Mutant['name']): Mutant => mutants.find((mutant) => mutant.name === name)!;
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
    expect(caught(named('swapped-indices'))).toEqual(['w.1.1.2', 'w.1.2.1', 'w.1.2.2', 'w.1.3.1']);
  });

  test('a gate read from a goes unnoticed under ReLU, where a is 0 exactly when z is not positive', () => {
    expect(caught(named('gate-from-activation'), essay)).toEqual([]);
  });

  test('under leaky ReLU it falsifies exactly the units that are off for some example', () => {
    const wrong = caught(named('gate-from-activation'), leaky, [rainyDay]);
    expect(wrong).toEqual(['w.1.3.1', 'w.1.3.2', 'b.1.3']);
  });

  test('an overwritten batch goes unnoticed with a single example', () => {
    expect(caught(named('overwrites-batch'), leaky, [rainyDay])).toEqual([]);
  });

  test('a slope left in goes unnoticed under ½(ŷ − y)², where it belongs', () => {
    expect(caught(named('slope-left-in'), networkFrom({ sizes, theta, loss: 'mse' }))).toEqual([]);
  });

  test('update-before-propagate goes unnoticed with η = 0', () => {
    const mutant = named('update-before-propagate');
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
    const wrong = parametersOf(mutantStep(named('bias-once-per-weight'), essay, [rainyDay], 0.5));
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
      for (const hidden of activations) {
        let network = networkFrom({ sizes, theta: initialTheta({ sizes, seed: 7 }), hidden });
        for (let t = 0; t < 50; t++) network = mutantStep(mutant, network, [rainyDay, windyDay], 0.5);
        expect(parametersOf(network).every(Number.isFinite)).toBe(true);
      }
    },
  );
});
