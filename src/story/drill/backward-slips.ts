import { labelOf } from './label.ts';
import { HIDDEN, INPUTS } from './formulas.ts';
import { SIGN, type At, type Found, type Name } from './slip.ts';

// What goes wrong on the way back.

export const outputDeltaSlips = (at: At, truth: number): readonly Found[] => {
  const yhat = at('yhat');
  const slope = yhat * (1 - yhat);
  return [
    [
      'sign',
      -truth,
      'The size is right; the sign is turned round. It is the prediction minus the target, not the other way.',
    ],
    [
      'slope',
      truth * slope,
      'The slope of the sigmoid is in there twice: in ŷ − y it has already cancelled.',
    ],
    [
      'slope',
      truth / slope,
      'That is the slope at the prediction. On its way to z it is still to be multiplied by the slope of the sigmoid.',
    ],
    ['factor', yhat, 'That is the prediction. The target has yet to be taken off.'],
    ['slope', slope, 'That is the slope of the sigmoid alone.'],
  ];
};

export const outputWeightSlips = (j: number, at: At, n: Name, truth: number): readonly Found[] => {
  const delta = at('dz.2.1');
  return [
    ['sign', -truth, SIGN],
    [
      'gate',
      delta * at(`z.1.${j}`),
      `That is made of the sum. Unit ${j} passes on its activation, ${n(`a.1.${j}`)}.`,
    ],
    [
      'index',
      delta * at(`w.2.1.${j}`),
      `That is multiplied by the weight. A weight’s own gradient takes what the weight was multiplied by: ${n(`a.1.${j}`)}.`,
    ],
    [
      'factor',
      at(`a.1.${j}`),
      `That is what the weight was multiplied by. It still takes ${n('dz.2.1')}, the gradient at the sum.`,
    ],
    [
      'factor',
      delta,
      `That is the gradient at the sum. It still takes ${n(`a.1.${j}`)}, what the weight was multiplied by.`,
    ],
    ...HIDDEN.filter((other) => other !== j).map((other): Found => [
      'index',
      delta * at(`a.1.${other}`),
      `That is ${labelOf(`dw.2.1.${other}`)}: the activation of unit ${other} went in, not of unit ${j}.`,
    ]),
    ...slopeTwice(truth, at),
  ];
};

export const hiddenDeltaSlips = (
  unit: number,
  others: readonly number[],
  at: At,
  n: Name,
  truth: number,
): readonly Found[] => {
  const delta = at('dz.2.1');
  const weight = at(`w.2.1.${unit}`);
  const isShut = at(`gate.1.${unit}`) === 0;
  const sign = `${SIGN} The gradient is multiplied by the weight it comes back through, with that weight’s sign: ${n(`w.2.1.${unit}`)}.`;
  return [
    [
      'gate',
      delta * weight,
      `The gate is forgotten: ${n(`z.1.${unit}`)} is not above zero, so nothing gets through.`,
    ],
    ...(isShut
      ? []
      : ([
          ['gate', 0, `The gate is open: ${n(`z.1.${unit}`)} is above zero, so all gets through.`],
        ] as const)),
    [
      'sign',
      -delta * weight,
      isShut ? `The gate is shut, and nothing gets through: ${n(`z.1.${unit}`)} is not above zero.` : sign,
    ],
    [
      'factor',
      delta,
      `The weight is forgotten: on its way back the gradient is multiplied by ${n(`w.2.1.${unit}`)}.`,
    ],
    [
      'factor',
      weight,
      `That is the weight. It still takes ${n('dz.2.1')}, what arrives at the output’s sum.`,
    ],
    ...others.map((other): Found => [
      'index',
      delta * at(`w.2.1.${other}`),
      `That came back through ${n(`w.2.1.${other}`)}, the weight of unit ${other}; here it is unit ${unit}.`,
    ]),
    [
      'index',
      delta * at(`a.1.${unit}`),
      `That is ${labelOf(`dw.2.1.${unit}`)}, multiplied by the activation. The way back goes through the weight: ${n(`w.2.1.${unit}`)}.`,
    ],
    [
      'slope',
      truth * at(`z.1.${unit}`),
      'That is multiplied by the sum. The slope of ReLU is 1 above zero, whatever the sum is.',
    ],
    ...slopeTwice(truth, at),
  ];
};

export const hiddenWeightSlips = (
  unit: number,
  from: number,
  others: readonly number[],
  at: At,
  n: Name,
  truth: number,
): readonly Found[] => {
  const delta = at(`dz.1.${unit}`);
  const input = at(`x.${from}`);
  const other = INPUTS.find((k) => k !== from) ?? from;
  return [
    ['sign', -truth, SIGN],
    [
      'gate',
      at(`da.1.${unit}`) * input,
      `The gate is forgotten: nothing comes to this weight, for ${labelOf(`dz.1.${unit}`)} is 0.`,
    ],
    [
      'index',
      delta * at(`x.${other}`),
      `That is ${labelOf(`dw.1.${unit}.${other}`)}: this weight was multiplied by ${n(`x.${from}`)}.`,
    ],
    ...others.map((one): Found => [
      'index',
      at(`dz.1.${one}`) * input,
      `That is ${labelOf(`dw.1.${one}.${from}`)}: the first index is the unit that the weight goes to, here ${unit}.`,
    ]),
    [
      'index',
      delta * at(`w.1.${unit}.${from}`),
      `That is multiplied by the weight. A weight’s own gradient takes what the weight was multiplied by: ${n(`x.${from}`)}.`,
    ],
    [
      'factor',
      delta,
      `That is the gradient at the sum. It still takes ${n(`x.${from}`)}, what the weight was multiplied by.`,
    ],
    ['factor', input, `That is the input. It still takes ${n(`dz.1.${unit}`)}, the gradient at the sum.`],
    [
      'factor',
      at('dz.2.1') * input,
      `That goes straight from the output to the input. On its way it passes ${n(`w.2.1.${unit}`)} and the gate.`,
    ],
    ...slopeTwice(truth, at),
  ];
};

export const biasSlips = (
  id: string,
  layer: number,
  unit: number,
  others: readonly number[],
  at: At,
  n: Name,
  truth: number,
): readonly Found[] => [
  ['sign', -truth, SIGN],
  ...(layer === 1
    ? ([
        [
          'gate',
          at(`da.1.${unit}`),
          `The gate is forgotten: what comes to the bias is ${n(`dz.1.${unit}`)}.`,
        ],
      ] as const)
    : []),
  [
    'factor',
    truth * at(id.slice(1)),
    'That is multiplied by the bias. It was added as it stood: its gradient is that of the sum.',
  ],
  ...(layer === 1 ? others : []).map((other): Found => [
    'index',
    at(`db.1.${other}`),
    `That is ${labelOf(`db.1.${other}`)}; this is the bias of unit ${unit}.`,
  ]),
  [
    'factor',
    1,
    'One is how fast the sum changes with its bias. The loss changes as fast as with the sum itself.',
  ],
  ...(layer === 1
    ? ([
        [
          'factor',
          at('dz.2.1'),
          `That is the gradient at the output. Here it is the one at the sum of unit ${unit}.`,
        ],
      ] as const)
    : []),
  ...slopeTwice(truth, at),
];

const slopeTwice = (truth: number, at: At): readonly Found[] => [
  [
    'slope',
    truth * at('yhat') * (1 - at('yhat')),
    'A slope of the sigmoid too many: in ŷ − y it has already cancelled.',
  ],
];
