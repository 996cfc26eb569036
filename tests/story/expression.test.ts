import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trace, type Op } from '@/engine/index.ts';
import { DEFAULTS, exampleOf, networkOf, type Settings } from '@/story/essay.ts';
import { expressionOf, shown, shownArithmetic } from '@/story/expression.ts';
import { anySettings, plainSettings } from './arbitrary.ts';
import { workedOut } from './arithmetic.ts';

const opsOf = (settings: Settings): readonly Op[] =>
  trace(networkOf(settings.theta), exampleOf(settings), { learningRate: settings.eta }).ops.filter(
    ({ kind }) => kind !== 'clear',
  );

/** The line as it is printed: marks and numbers in order. */
const lineOf = (op: Op): string => {
  const { operands } = shownArithmetic(op);
  let place = 0;
  return expressionOf(op)
    .tokens.map((token) => ('mark' in token ? token.mark : operands[place++]))
    .join(' ');
};

/** Past this size of z, σ(−z) is 0 in 64 bits and ∂L/∂ŷ larger than any number: the engine's own ŷ − y is all there is. */
const NO_NUMBER = 709;

const expectTrue = (settings: Settings): void => {
  const ops = opsOf(settings);
  const z = Math.abs(ops.find(({ id }) => id === 'z.2.1')!.value);
  for (const op of ops) {
    if (z > NO_NUMBER && ['dyhat', 'dz.2.1'].includes(op.id)) continue;
    const line = lineOf(op);
    const { operands, result } = shownArithmetic(op);
    const got = workedOut(line, workedOut(operands[0] ?? ''));
    expect(`${op.id} = ${line} = ${shown(op.id, got)}`).toBe(`${op.id} = ${line} = ${result}`);
  }
};

describe('shown arithmetic, worked out as it is printed, gives the printed result', () => {
  test('for the essay’s own network', () => {
    expectTrue(DEFAULTS);
    const lines = new Map(opsOf(DEFAULTS).map((op) => [op.id, lineOf(op)]));
    expect(lines.get('z.1.1')).toBe('0.50 · 0.80 + −0.30 · 0.20 + 0.10');
    expect(lines.get('loss')).toBe('−ln 0.505');
  });

  test('also by hand, where half a digit may be rounded either way', () => {
    const dz = opsOf(DEFAULTS).find(({ id }) => id === 'dz.2.1')!;
    // −1.9802 × 0.2500 is −0.49505: by hand that is −0.4951.
    expect(shownArithmetic(dz)).toMatchObject({ result: '−0.4950', operands: ['−1.98020', '0.24998'] });
  });

  test('for 400 networks of the size a reader would choose', () => {
    fc.assert(fc.property(plainSettings, expectTrue), { numRuns: 400, seed: 1 });
  });

  test('for 400 networks from the whole range, saturated ones among them', () => {
    fc.assert(fc.property(anySettings, expectTrue), { numRuns: 400, seed: 2 });
  });

  test.each([0, 0.25, 1])('for target %d and predictions next to 0 and 1', (y) => {
    for (const bias of [-300, -40, -20, -14.5, -13.9, -6, 0, 6, 13.9, 14.5, 20, 40, 300, 700]) {
      expectTrue({ ...DEFAULTS, y, theta: DEFAULTS.theta.with(12, bias) });
    }
  });
});

test('the worker-out itself notices a wrong line', () => {
  expect(workedOut('0.5 · −0.3 + 1')).toBe(0.85);
  expect(workedOut('− (1 − 0.25) ln(1 − 0.5)')).toBeCloseTo(0.75 * Math.LN2, 15);
  expect(workedOut('max(0, −2 ) − −2 · 1 + ln(1 + e ^−|z| )', -2)).toBeCloseTo(
    2 + Math.log1p(Math.exp(-2)),
    15,
  );
  expect(() => workedOut('0.5 · (1')).toThrow('Expected');
});

test('every quantity in a formula carries the value of its operand', () => {
  for (const op of opsOf(DEFAULTS)) {
    for (const token of expressionOf(op).tokens) {
      if ('mark' in token || (op.kind === 'slope' && token.id === 'yhat')) continue;
      expect(op.operands).toContainEqual({ id: token.id, value: token.value });
    }
  }
});
