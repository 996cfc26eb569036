import { labelOf } from './label.ts';
import { byIndex, HIDDEN, INPUTS } from './formulas.ts';
import { SIGN, type At, type Found } from './slip.ts';
import { written } from './task.ts';

/** What goes wrong in the step. */
export const updateSlips = (id: string, at: At, truth: number): readonly Found[] => {
  const [value, rate, gradient] = [at(id), at('eta'), at(`d${id}`)];
  const { layer, unit, from } = byIndex(id);
  const family =
    from > 0
      ? layer === 1
        ? INPUTS.map((k) => `dw.1.${unit}.${k}`)
        : HIDDEN.map((k) => `dw.2.1.${k}`)
      : layer === 1
        ? HIDDEN.map((j) => `db.1.${j}`)
        : [];
  return [
    [
      'way',
      value + rate * gradient,
      'That is a step the wrong way: uphill. The step goes against the gradient.',
    ],
    [
      'rate',
      value - gradient,
      `The learning rate is forgotten: only ${written(rate)} of the gradient is taken off.`,
    ],
    [
      'rate',
      value + gradient,
      'That is uphill, and without the learning rate. The step goes against the gradient.',
    ],
    ['unmoved', value, 'That is where it stood before. It has a gradient, so it moves.'],
    ['factor', -rate * gradient, 'That is the step alone. It is added to where the parameter stood.'],
    [
      'factor',
      rate * gradient,
      'That is the length of the step alone. It is taken off where the parameter stood.',
    ],
    ['factor', gradient, 'That is the gradient. A share of it is to be taken off where the parameter stood.'],
    ...family
      .filter((other) => other !== `d${id}`)
      .map((other): Found => [
        'index',
        value - rate * at(other),
        `That took ${labelOf(other)} for the gradient: here it is ${labelOf(`d${id}`)}.`,
      ]),
    ['sign', -truth, SIGN],
  ];
};
