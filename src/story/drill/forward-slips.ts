import { labelOf } from './label.ts';
import { HIDDEN } from './formulas.ts';
import { SIGN, type At, type Found, type Name } from './slip.ts';
import { written } from './task.ts';

// What goes wrong on the way forward.

export const hiddenSumSlips = (unit: number, at: At, n: Name, truth: number): readonly Found[] => {
  const [w1, w2, bias] = [at(`w.1.${unit}.1`), at(`w.1.${unit}.2`), at(`b.1.${unit}`)];
  const [x1, x2] = [at('x.1'), at('x.2')];
  return [
    ['bias', truth - bias, `The bias is missing: ${n(`b.1.${unit}`)} comes on top.`],
    ['bias', truth - 2 * bias, `The bias went in with its sign turned round: it is ${n(`b.1.${unit}`)}.`],
    [
      'index',
      w1 * x2 + w2 * x1 + bias,
      'The inputs have changed places. The second index of a weight is the input that it comes from.',
    ],
    ...HIDDEN.filter((other) => other !== unit).map((other): Found => [
      'index',
      at(`z.1.${other}`),
      `That is ${labelOf(`z.1.${other}`)}. The first index of a weight is the unit that it goes to: here ${unit}.`,
    ]),
    ['sign', -w1 * x1 + w2 * x2 + bias, `A sign is lost in ${labelOf(`w.1.${unit}.1`)} × ${labelOf('x.1')}.`],
    ['sign', w1 * x1 - w2 * x2 + bias, `A sign is lost in ${labelOf(`w.1.${unit}.2`)} × ${labelOf('x.2')}.`],
    ['sign', -truth, SIGN],
    [
      'gate',
      Math.max(0, truth),
      'That is the activation already. The sum comes first, below zero or not; the gate is the next blank.',
    ],
  ];
};

export const outputSumSlips = (at: At, n: Name, truth: number): readonly Found[] => {
  const bias = at('b.2.1');
  const term = (j: number): number => at(`w.2.1.${j}`) * at(`a.1.${j}`);
  const ungated = HIDDEN.reduce((sum, j) => sum + at(`w.2.1.${j}`) * at(`z.1.${j}`), bias);
  return [
    ['bias', truth - bias, `The bias is missing: ${n('b.2.1')} comes on top.`],
    ['bias', truth - 2 * bias, `The bias went in with its sign turned round: it is ${n('b.2.1')}.`],
    [
      'gate',
      ungated,
      'That is made of the sums z. What a unit passes on is its activation, and a shut one passes nothing on.',
    ],
    ...HIDDEN.map((j): Found => [
      'sign',
      truth - 2 * term(j),
      `A sign is lost in ${labelOf(`w.2.1.${j}`)} × ${labelOf(`a.1.${j}`)}.`,
    ]),
    ...HIDDEN.map((j): Found => [
      'factor',
      truth - term(j),
      `A part is missing: ${labelOf(`w.2.1.${j}`)} × ${labelOf(`a.1.${j}`)}.`,
    ]),
    ['sign', -truth, SIGN],
    [
      'squash',
      at('yhat'),
      'That is the prediction already. The sum comes first; the sigmoid is the next blank.',
    ],
  ];
};

export const activationSlips = (unit: number, at: At): readonly Found[] => [
  ['gate', at(`z.1.${unit}`), 'That is the sum as it stands. ReLU lets nothing below zero through.'],
  ['gate', 0, 'The gate is open here: the sum is above zero, and goes through as it is.'],
  ['sign', Math.abs(at(`z.1.${unit}`)), 'ReLU does not turn the sign: below zero it gives 0.'],
  ['sign', -at(`z.1.${unit}`), SIGN],
];

export const predictionSlips = (at: At, truth: number): readonly Found[] => {
  const z = at('z.2.1');
  return [
    ['squash', z, 'That is the sum itself. The sigmoid has yet to squeeze it between 0 and 1.'],
    [
      'sign',
      1 - truth,
      'That is one minus the prediction: in the sigmoid, e is raised to minus z, and the minus is easily lost.',
    ],
    ['squash', Math.tanh(z), 'That is tanh of the sum. The sigmoid runs from 0 to 1, not from −1.'],
    ['squash', Math.max(0, z), 'That is ReLU. The output unit has a sigmoid.'],
  ];
};

export const lossSlips = (at: At, truth: number): readonly Found[] => {
  const given = at('y') === 1 ? at('yhat') : 1 - at('yhat');
  return [
    [
      'sign',
      -truth,
      'The minus before the logarithm is missing: the logarithm of a probability is below zero.',
    ],
    [
      'target',
      -Math.log(1 - given),
      `That is the price had the other thing happened. The target is ${written(at('y'))}: mind which of ŷ and 1 − ŷ goes into the logarithm.`,
    ],
    ['squash', -Math.log10(given), 'That is the logarithm to the base 10. The loss takes the natural one.'],
    ['squash', -Math.log2(given), 'That is the logarithm to the base 2. The loss takes the natural one.'],
    [
      'squash',
      (at('yhat') - at('y')) ** 2 / 2,
      'That is half the squared error. Here the loss is cross-entropy.',
    ],
    ['squash', (at('yhat') - at('y')) ** 2, 'That is the squared error. Here the loss is cross-entropy.'],
  ];
};
