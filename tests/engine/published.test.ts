import { describe, expect, test } from 'vitest';
import { forward, lossOf, networkFrom, parametersOf, step } from '@/engine/index.ts';

// Matt Mazur, "A Step by Step Backpropagation Example" (2015): 2-2-2, sigmoid throughout, ½Σ(ŷ − y)², η = 0.5. The two
// units of a layer share one bias there, and it is not trained: the weights alone are compared.
describe('the worked example of Mazur (2015)', () => {
  const network = networkFrom({
    sizes: [2, 2, 2],
    theta: [0.15, 0.2, 0.25, 0.3, 0.35, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.6],
    hidden: 'sigmoid',
    loss: 'mse',
  });
  const example = { input: [0.05, 0.1], target: [0.01, 0.99] };
  const digits = (values: readonly number[]): string[] => values.map((value) => value.toFixed(9));

  test('forward gives its outputs and its total error', () => {
    const pass = forward(network, example.input);
    expect(digits(pass.layers[0]!.activation)).toEqual(['0.593269992', '0.596884378']);
    expect(digits(pass.prediction)).toEqual(['0.751365070', '0.772928465']);
    expect(lossOf(network, pass, example.target).toFixed(9)).toBe('0.298371109');
  });

  test('one step gives its eight new weights', () => {
    const theta = parametersOf(step(network, [example], { learningRate: 0.5 }));
    expect(theta.slice(0, 4).map((w) => w.toFixed(8))).toEqual([
      '0.14978072',
      '0.19956143',
      '0.24975114',
      '0.29950229',
    ]);
    expect(digits(theta.slice(6, 10))).toEqual(['0.358916480', '0.408666186', '0.511301270', '0.561370121']);
  });
});
