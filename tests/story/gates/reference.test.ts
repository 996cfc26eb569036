import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boxOf } from '@/story/gates/box.ts';
import type { Change, GateActivation, GateValues } from '@/story/gates/settings.ts';
import { relativeError } from '../../reference/agreement.ts';
import { set } from './settings-of.ts';

// What PyTorch makes of the glass box's settings, first weights and all (tests/reference/reference.py).

interface Case {
  readonly data: 'and' | 'xor';
  readonly hidden: readonly number[];
  readonly activation: GateActivation;
  readonly loss: 'mse' | 'bce';
  readonly eta: number;
  readonly range: number;
  readonly bias: number;
  readonly seed: number;
  readonly then: readonly (readonly [number, GateActivation, 'mse' | 'bce', number])[];
  readonly every: number;
  readonly losses: readonly number[];
  readonly theta: readonly number[];
}
const { cases } = JSON.parse(
  readFileSync(new URL('../../reference/gates.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

const valuesOf = (one: Case): GateValues =>
  set({
    'gates.data': one.data,
    'gates.hidden': one.hidden,
    'gates.activation': one.activation,
    'gates.loss': one.loss,
    'gates.eta': one.eta,
    'gates.range': one.range,
    'gates.bias': one.bias,
    'gates.seed': one.seed,
    'gates.then': one.then.map(([from, activation, loss, eta]): Change => ({ from, activation, loss, eta })),
    'gates.epoch': (one.losses.length - 1) * one.every,
  });

test('there are AND and XOR with every activation, both losses and three shapes, and runs changed on the way', () => {
  expect(cases.length).toBeGreaterThanOrEqual(50);
  expect(new Set(cases.map(({ data, activation, loss }) => `${data} ${activation} ${loss}`)).size).toBe(16);
  expect(cases.filter(({ then }) => then.length > 0).length).toBeGreaterThanOrEqual(2);
});

test.each(
  cases.map(
    (one, i) => [i, `${one.data} ${one.hidden.join('-')} ${one.activation} ${one.loss}`, one] as const,
  ),
)(
  'run %i, %s: the mean loss on the way and the parameters at the end are PyTorch’s to 1e-9',
  (_, __, one) => {
    const { course, theta } = boxOf(valuesOf(one));
    const losses = one.losses.map((_loss, i) => course.lossAt(i * one.every));
    expect(relativeError(losses, one.losses)).toBeLessThan(1e-9);
    expect(relativeError(theta, one.theta, 1e-6)).toBeLessThan(1e-9);
  },
);
