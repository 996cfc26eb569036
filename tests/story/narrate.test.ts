import { describe, expect, it } from 'vitest';
import { trace } from '@/engine/index.ts';
import { DEFAULTS, networkOf } from '@/story/essay.ts';
import { shown } from '@/story/expression.ts';
import { announcementOf, workingOf, narrate } from '@/story/narrate.ts';
import { runOf } from '@/story/run.ts';
import { textOf } from '@/story/symbol.ts';
import { settingsFor } from './networks.ts';

const ops = runOf(DEFAULTS).traceAt(0);
const told = (id: string, phase?: string): string =>
  narrate(ops.find((op) => op.id === id && (phase ?? op.phase) === op.phase)!);

describe('narrate', () => {
  it('tells each kind of operation in words', () => {
    expect(told('z.1.1')).toBe(
      '0.50 times 0.80, plus −0.30 times 0.20, plus 0.10 gives 0.44: the sum z of hidden unit 1.',
    );
    expect(told('gate.1.1')).toBe('z₁ is 0.44, above zero: the gate of hidden unit 1 opens.');
    expect(told('gate.1.3')).toBe('z₃ is −0.20, not above zero: the gate of hidden unit 3 stays shut.');
    expect(told('a.1.3')).toBe('The gate is shut, so a₃ is 0: a computed zero.');
    expect(told('yhat')).toBe('The sigmoid squeezes 0.02 into 0.505: the prediction.');
    expect(told('loss')).toBe('A prediction of 0.505 against a target of 1.00 costs 0.6832: the loss.');
    expect(told('da.1.1')).toBe('0.70 times −0.4950 gives −0.3465: a rise in a₁ would lower the loss.');
    expect(told('dz.1.3')).toBe('−0.2970 times 0 gives 0: the gate is shut, so nothing goes on to z₃.');
    expect(told('db.1.2')).toBe('∂L/∂b₂ equals ∂L/∂z₂, 0.1980: a rise in b₂ would raise the loss.');
    expect(told('w.1.1.1', 'update')).toBe('0.50 minus 0.50 times −0.2772 gives 0.6386: w₁₁ moves up.');
    expect(told('dz.2.1', 'clear')).toBe('∂L/∂z is cleared.');
  });

  it('tells the mean over a batch one example at a time', () => {
    const batch = [
      { input: [0.8, 0.2], target: [1] },
      { input: [0.2, 0.8], target: [0] },
    ] as const;
    const { ops: both } = trace(networkOf(DEFAULTS.theta), batch, { learningRate: 0.5 });
    const means = both.filter(({ kind, id }) => kind === 'accumulate' && id === 'loss').map(narrate);
    expect(means[0]).toMatch(
      /^Example 1 adds its share, 0\.\d+ times 0\.50: the mean of L so far is 0\.\d+\.$/,
    );
    expect(means[1]).toMatch(/^Example 2 adds/);
  });

  it('speaks in whole sentences with the result that the page shows, and of the right direction', () => {
    for (let seed = 1; seed <= 60; seed++) {
      for (const step of [0, 1, 200]) {
        for (const op of runOf(settingsFor(seed)).traceAt(step)) {
          const sentence = narrate(op);
          expect(sentence).toMatch(/^[A-Zσ∂−\dza][^]*[^.]\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|null| {2}/);
          if (op.kind === 'clear') continue;
          if (op.kind !== 'gate') expect(sentence).toContain(shown(op.id, op.value));
          if (op.phase === 'backward' && op.kind !== 'slope') {
            const of = textOf(op.id.slice(1));
            const isStopped = op.operands.some(({ id, value }) => id.startsWith('gate') && value === 0);
            const meaning = isStopped
              ? `the gate is shut, so nothing goes on to ${of}.`
              : op.value === 0
                ? `no change of the loss is promised for a rise in ${of}.`
                : `a rise in ${of} would ${op.value < 0 ? 'lower' : 'raise'} the loss.`;
            expect(sentence).toContain(meaning);
          }
          if (op.kind === 'update') {
            const change = op.value - op.operands[0]!.value;
            const way = change === 0 ? 'stays where it is' : change < 0 ? 'moves down' : 'moves up';
            expect(sentence).toContain(way);
          }
        }
      }
    }
  });
});

describe('announcementOf', () => {
  it('tells a few operations one by one, and of many how many and the last', () => {
    const at = (id: string) => ops.findIndex((op) => op.id === id && op.phase !== 'clear');
    expect(announcementOf([])).toBe('');
    expect(announcementOf(ops.slice(at('dw.2.1.2'), at('dw.2.1.3') + 1))).toBe(
      `${told('dw.2.1.2')} ${told('dw.2.1.3')}`,
    );
    expect(announcementOf(ops.slice(at('dw.1.1.1'), at('dw.1.3.2') + 1))).toBe(
      `6 operations. The last: ${told('dw.1.3.2')}`,
    );
  });

  it('sums up the update and the clearing', () => {
    expect(announcementOf(ops.filter(({ phase }) => phase === 'update'))).toMatch(
      /^9 of 13 parameters moved/,
    );
    expect(announcementOf(ops)).toMatch(/^All gradients are cleared/);
  });
});

describe('workingOf', () => {
  it('writes an operation with its numbers, negative ones in brackets where they follow a sign', () => {
    const working = (id: string) => workingOf(ops.find((op) => op.id === id)!);
    expect(working('z.1.1')).toBe('= 0.50 × 0.80 + (−0.30) × 0.20 + 0.10');
    expect(working('a.1.1')).toBe('= max(0, 0.44)');
    expect(working('slope.2.1')).toBe('= 0.505 × (1 − 0.505)');
  });
});
