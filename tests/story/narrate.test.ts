import { describe, expect, it } from 'vitest';
import { idParts, type Op } from '@/engine/index.ts';
import { shown } from '@/story/expression.ts';
import { announcementOf, workingOf, narrate } from '@/story/narrate.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { textOf } from '@/story/symbol.ts';
import { worldOf, WORLD_NAMES, type WorldName } from '@/story/world.ts';
import { settingsFor } from './networks.ts';
import { ACTIVATIONS, worldWith } from './worlds.ts';

const ops = readingOf(DEFAULTS).run.traceAt(0);
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
    const both = readingOf(DEFAULTS).in('two-days').traceAt(0);
    const means = both
      .filter(({ kind, id }) => kind === 'accumulate' && id === 'loss')
      .map((op) => narrate(op));
    expect(means[0]).toMatch(/^Day 1 adds its share, 0\.\d+ times 0\.50: the mean of L so far is 0\.\d+\.$/);
    expect(means[1]).toMatch(/^Day 2 adds/);
  });

  /** What is wrong with a sentence. */
  const faultsOf = (op: Op, world: WorldName, sizes: readonly number[]): readonly string[] => {
    const sentence = narrate(op, sizes);
    const expected: string[] = [];
    if (op.kind !== 'clear' && op.kind !== 'gate') expected.push(shown(op.id, op.value));
    if (op.phase === 'backward' && op.kind !== 'slope' && op.kind !== 'accumulate') {
      const of = textOf(op.id.slice(1), sizes);
      const isStopped = op.operands.some(({ id, value }) => id.startsWith('gate') && value === 0);
      expected.push(
        isStopped
          ? `the gate is shut, so nothing goes on to ${of}.`
          : op.value === 0
            ? `no change of the loss is promised for a rise in ${of}.`
            : `a rise in ${of} would ${op.value < 0 ? 'lower' : 'raise'} the loss.`,
      );
    }
    if (op.kind === 'update') {
      const change = op.value - op.operands[0]!.value;
      expected.push(change === 0 ? 'stays where it is' : change < 0 ? 'moves down' : 'moves up');
    }
    return [
      ...expected.filter((part) => !sentence.includes(part)).map((part) => `no «${part}»`),
      ...(/^[A-Zσ∂−\dzaŷ][^]*[^.]\.$/.test(sentence) ? [] : ['no sentence']),
      ...(/undefined|NaN|null|—| {2}/.test(sentence) ? ['a gap'] : []),
    ].map((fault) => `${world} ${op.id}: ${fault} in «${sentence}»`);
  };

  it.each(WORLD_NAMES)(
    'speaks in whole sentences with the result that the page shows, and of the right direction: %s',
    { timeout: 60_000 },
    (name) => {
      for (let seed = 1; seed <= (name === 'essay' ? 60 : 6); seed++) {
        const run = readingOf(settingsFor(seed)).in(name);
        for (const step of [0, 1, 200])
          expect(run.traceAt(step).flatMap((op) => faultsOf(op, name, run.world.sizes))).toEqual([]);
      }
    },
  );

  it('calls things by the name that they have in their own network', () => {
    const deep = readingOf(DEFAULTS).in('three-layers');
    const toldIn = (id: string): string =>
      narrate(
        deep.traceAt(0).find((op) => op.id === id)!,
        deep.world.sizes,
      );
    expect(toldIn('z.2.1')).toMatch(/gives 0\.\d+: the sum z of unit 1 of hidden layer 2\.$/);
    expect(toldIn('gate.1.3')).toMatch(/the gate of unit 3 of hidden layer 1 stays shut\.$/);
    expect(toldIn('z.3.1')).toMatch(/: the sum z of the output unit\.$/);
    expect(toldIn('slope.3.1')).toMatch(/the prediction moves 0\.\d+ times as much as z\.$/);
    const tanh = runOf({ ...deep.world, hidden: 'tanh' }).traceAt(0);
    expect(
      narrate(
        tanh.find(({ id }) => id === 'slope.1.2')!,
        deep.world.sizes,
      ),
    ).toMatch(
      /^At z¹₂ = 0\.22 the tanh rises .*: the activation of unit 2 of hidden layer 1 moves 0\.\d+ times as much as z¹₂\.$/,
    );
  });

  it.each(ACTIVATIONS)(
    'says what each activation does, and is silent about gates where there are none: %s',
    (hidden) => {
      for (let seed = 1; seed <= 10; seed++) {
        const sentences = runOf(worldWith({ hidden }, settingsFor(seed)))
          .traceAt(0)
          .map((op) => narrate(op));
        expect(sentences.filter((sentence) => /undefined|NaN|—/.test(sentence))).toEqual([]);
        if (hidden !== 'relu')
          expect(sentences.filter((sentence) => /\bgate|(?<!leaky )ReLU/.test(sentence))).toEqual([]);
      }
      const said = runOf(worldWith({ hidden }))
        .traceAt(0)
        .filter(({ id, kind }) => id === 'a.1.1' && kind === 'activation')
        .map((op) => narrate(op));
      expect(said).toEqual([
        {
          relu: 'The gate is open, so a₁ is z₁ as it stands, 0.44.',
          leakyRelu: 'The leaky ReLU makes 0.44 of 0.44: the activation of hidden unit 1.',
          sigmoid: 'The sigmoid squeezes 0.44 into 0.6083: the activation of hidden unit 1.',
          tanh: 'The tanh makes 0.4136 of 0.44: the activation of hidden unit 1.',
          identity: 'The identity makes 0.44 of 0.44: the activation of hidden unit 1.',
        }[hidden],
      ]);
    },
  );

  it('names the examples of a batch from 1', () => {
    const run = runOf(worldOf('two-days', DEFAULTS));
    const shares = run.traceAt(0).filter(({ kind }) => kind === 'accumulate');
    expect(shares).toHaveLength(2 * (1 + run.parameters.length));
    for (const op of shares) {
      const { example } = idParts(op.operands[1]!.id);
      expect(narrate(op)).toMatch(new RegExp(`^Day ${example! + 1} adds its share, `));
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
