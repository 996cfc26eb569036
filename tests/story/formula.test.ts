import { describe, expect, test } from 'vitest';
import type { Op } from '@/engine/index.ts';
import { chainOf } from '@/story/chain.ts';
import { expressionOf } from '@/story/expression.ts';
import { numbersOf, reachedAt } from '@/story/formula.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { worldWith } from './worlds.ts';

const essay = worldWith({});
const opOf = (id: string, world = essay): Op => {
  const ops = runOf(world).traceAt(0);
  const found = ops.find((op) => op.id === id);
  if (!found) throw new Error(`Expected an operation ${id}, found ${ops.map((op) => op.id).join(', ')}`);
  return found;
};

/** A formula as far as it has been reached, in symbols. */
const litOf = (op: Op, fraction: number): string => {
  const expression = expressionOf(op);
  return expression.tokens
    .slice(0, reachedAt(expression, fraction))
    .map((token) => ('mark' in token ? token.mark : token.id))
    .join(' ');
};

describe('a formula under way', () => {
  test('lights a sum term by term', () => {
    const sum = opOf('z.1.1');
    expect([0.02, 0.1, 0.4, 0.75, 1].map((fraction) => litOf(sum, fraction))).toEqual([
      '',
      'w.1.1.1 · x.1',
      'w.1.1.1 · x.1 + w.1.1.2 · x.2',
      'w.1.1.1 · x.1 + w.1.1.2 · x.2 + b.1.1',
      'w.1.1.1 · x.1 + w.1.1.2 · x.2 + b.1.1',
    ]);
  });

  test('lights the product over a path factor by factor', () => {
    const chain = chainOf('w.1.1.1', runOf(essay).quantitiesAt(0), essay);
    const factors = chain.operands.map(({ id }) => id);
    expect(factors.length).toBeGreaterThan(3);
    factors.forEach((_, i) => {
      const lit = litOf(chain, (i + 1) / factors.length);
      expect(lit).toBe(factors.slice(0, i + 1).join(' · '));
    });
    expect(litOf(chain, 0)).toBe('');
  });

  test('shows a short product at once', () => {
    expect(litOf(opOf('a.1.1'), 0.01)).toBe('max(0, z.1.1 )');
  });
});

test('nothing stands between a bracket and what is in it', () => {
  const written = (op: Op): string =>
    numbersOf(op, expressionOf(op))
      .tokens.map(({ text, gap }) => text + gap)
      .join('')
      .trim();
  expect(written(opOf('a.1.3'))).toBe('max(0, −0.20)');
  expect(written(opOf('yhat'))).toBe('σ(0.02)');
  expect(written(opOf('slope.2.1'))).toBe('0.505 × (1 − 0.505)');
  expect(written(opOf('loss'))).toBe('−ln 0.505');
  const sure = worldWith({ theta: DEFAULTS.theta.with(12, 40) });
  expect(written(opOf('loss', sure))).toMatch(
    /^max\(0, [\d.]+\) − [\d.]+ × 1\.00 \+ ln\(1 \+ exp\(−\|[\d.]+\|\)\)$/,
  );
  expect(written(opOf('a.1.1', worldWith({ hidden: 'tanh' })))).toBe('tanh(0.44)');
});

test('of more decimals, the numbers have them', () => {
  const op = opOf('dw.1.1.1');
  const { result } = numbersOf(op, expressionOf(op), 8);
  expect(result).toBe('−0.27720009');
});

test('negative numbers after an operator stand in brackets, and times is ×', () => {
  const op = opOf('z.1.2');
  const { tokens, result } = numbersOf(op, expressionOf(op));
  const line = tokens.map(({ text, isBracketed }) => (isBracketed ? `(${text})` : text)).join(' ');
  expect(`${result} = ${line}`).toBe('0.22 = 0.20 × 0.80 + 0.80 × 0.20 + (−0.10)');
});

test('a square stands at what it squares, and a negative number that is squared in brackets', () => {
  const written = (op: Op): string =>
    numbersOf(op, expressionOf(op))
      .tokens.map(({ text, isBracketed, gap }) => (isBracketed ? `(${text})` : text) + gap)
      .join('')
      .trim();
  const tanh = worldWith({ hidden: 'tanh' });
  expect(written(opOf('slope.1.1', tanh))).toMatch(/^1 − 0\.\d+²$/);
  expect(written(opOf('slope.1.3', tanh))).toMatch(/^1 − \(−0\.\d+\)²$/);
  expect(written(opOf('loss', worldWith({ loss: 'mse' })))).toMatch(/^½ × \(0\.\d+ − 1\.00\)²$/);
});
