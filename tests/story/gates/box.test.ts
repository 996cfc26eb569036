import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convergence, datasets, gradientOf, initialTheta, networkFrom, train } from '@/engine/index.ts';
import { boxOf, earOf, TOLERANCE } from '@/story/gates/box.ts';
import { chainOfLine } from '@/story/gates/chain.ts';
import { forkOf, SATURATED } from '@/story/gates/fork.ts';
import { MOST_EPOCHS } from '@/story/gates/settings.ts';
import { worstWords } from '@/story/gates/hearing.ts';
import { ESSAYS_REACH, linkToEssay, thetaForEssay } from '@/story/gates/take.ts';
import { changeWords, describe as described, lineName, solvedWords } from '@/story/gates/words.ts';
import { expressionOf } from '@/story/expression.ts';
import { parse } from '@/story/format.ts';
import { RANGES, SETTINGS } from '@/story/settings.ts';
import { valuesIn } from '@/story/table.ts';
import '../../seed.ts';
import { anySetting, set } from './settings-of.ts';

describe('the run', () => {
  test('is that of the engine’s `train`, bit for bit, at any epoch and in any order asked', () => {
    const values = set({
      'gates.hidden': [3],
      'gates.activation': 'tanh',
      'gates.eta': 0.7,
      'gates.range': 1,
    });
    const theta = initialTheta({ sizes: [2, 3, 1], seed: 1, range: 1 });
    const network = networkFrom({ sizes: [2, 3, 1], theta, hidden: 'tanh', loss: 'mse' });
    const { moments } = train(network, datasets.xor, { steps: 700, learningRate: 0.7 });
    for (const epoch of [700, 0, 1, 300, 257, 699]) {
      const box = boxOf({ ...values, 'gates.epoch': epoch });
      expect(box.theta).toEqual(moments[epoch]!.theta);
      expect(box.loss).toBe(moments[epoch]!.loss);
      expect(box.rows.map(({ prediction }) => [prediction])).toEqual(moments[epoch]!.predictions);
    }
  });

  test('ends before a number outgrows the machine, and says so', () => {
    const rows = [
      { input: [10, 10], target: [0] },
      { input: [10, 10], target: [1] },
      { input: [-10, 10], target: [1] },
    ];
    const wild = set({
      'gates.data': 'own',
      'gates.rows': rows,
      'gates.hidden': [6, 6],
      'gates.activation': 'leakyRelu',
      'gates.loss': 'bce',
      'gates.eta': 10,
      'gates.range': 10,
      'gates.epoch': MOST_EPOCHS,
    });
    const box = boxOf(wild);
    expect(box.isCut).toBe(true);
    expect(box.epoch).toBeLessThan(100);
    expect(Number.isFinite(box.loss)).toBe(true);
    expect(box.theta.every(Number.isFinite)).toBe(true);
    expect(boxOf({ ...wild, 'gates.epoch': box.epoch }).isCut).toBe(false);
  });

  test('keeps each unit’s slope in the mean over the rows, at every epoch', () => {
    for (const epoch of [0, 7, 300]) {
      const box = boxOf(set({ 'gates.hidden': [3, 2], 'gates.activation': 'tanh', 'gates.epoch': epoch }));
      for (const { layer, unit, mean, slope } of box.units) {
        const id = `slope.${layer}.${unit}`;
        const slopes = box.rows.map(({ values }) => values.get(id)!);
        expect(mean).toBeCloseTo(slopes.reduce((sum, one) => sum + one, 0) / 4, 12);
        expect(slope).toBe(slopes[box.row]);
      }
    }
  });

  test('whatever is set, every number is one, and every sentence is said of it', () => {
    fc.assert(
      fc.property(anySetting(60), (values) => {
        const box = boxOf(values);
        for (const row of box.rows)
          for (const [id, value] of row.values) expect(value, id).toSatisfy(Number.isFinite);
        expect([box.loss, ...box.units.flatMap(({ slope, mean }) => [slope, mean])]).toSatisfy(
          (all: number[]) => all.every(Number.isFinite),
        );
        const chain = chainOfLine(box);
        const texts = [
          ...chain.products.flatMap(({ factors, result }) => [
            ...factors.filter(({ isCancelled }) => !isCancelled).map(({ text }) => text),
            result.text,
          ]),
          ...chain.arrivals.flatMap(({ arithmetic }) => arithmetic.operands),
          ...chain.step.arithmetic.operands,
          solvedWords(box),
          described(box),
          lineName(box.line, box.sizes),
          ...changeWords(values),
        ];
        for (const text of texts) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/NaN|Infinity|undefined|—/);
        }
      }),
      { numRuns: 80 },
    );
  });
});

test('as it is at first, it has three of four rows right, and no hidden unit can hear of the fourth', () => {
  const box = boxOf(set());
  expect(box.rows.map(({ isRightSide }) => isRightSide)).toEqual([true, false, true, true]);
  const slopes = ['slope.1.1', 'slope.1.2'].map((id) => box.rows[1]!.values.get(id)!);
  for (const slope of slopes) expect(slope).toBeLessThan(0.01);
  expect(box.row).toBe(1);
  expect(box.units.map(({ ear }) => ear)).toEqual(['deaf', 'deaf', 'listening']);
  expect(solvedWords(box)).toBe('Three of the four rows are on the right side of one half.');
  expect(worstWords(box)).toContain('there the hidden units all let through less than 0.01 of what arrives');
});

describe('same weights, other loss', () => {
  const values = set(SATURATED);
  const box = boxOf(values);
  const [mse, bce] = forkOf(values)!.prongs;

  test('starts with the output locked, and one row wrong', () => {
    expect(box.units.at(-1)!.ear).toBe('locked');
    expect(box.rows.filter(({ isRightSide }) => !isRightSide)).toHaveLength(1);
  });

  test('half the squared error is stuck for 300 epochs; cross-entropy gets every row right', () => {
    expect(mse!.course.thetaAt(0)).toEqual(bce!.course.thetaAt(0));
    expect(mse!.course.thetaAt(0)).toEqual(box.theta);
    expect(mse!.end).toBe(300);
    expect(mse!.course.lossAt(300)).toBeGreaterThan(0.99 * mse!.course.lossAt(0));
    expect(mse!.rows.some(({ isRightSide }) => !isRightSide)).toBe(true);
    expect(bce!.course.lossAt(300)).toBeLessThan(0.01 * bce!.course.lossAt(0));
    expect(bce!.rows.every(({ isClose }) => isClose)).toBe(true);
  });

  test('is the engine’s: the same two runs by `train`', () => {
    for (const prong of [mse!, bce!]) {
      const network = networkFrom({
        sizes: [2, 2, 1],
        theta: box.theta,
        hidden: 'sigmoid',
        loss: prong.loss,
      });
      const { moments } = train(network, datasets.and, { steps: 300, learningRate: 2 });
      expect(prong.course.thetaAt(300)).toEqual(moments[300]!.theta);
    }
  });
});

describe('the chain of a line', () => {
  test('multiplies up to the engine’s gradient, as it is printed, for any line and row', () => {
    for (const activation of ['sigmoid', 'tanh', 'relu', 'leakyRelu'] as const)
      for (const hidden of [[2], [3], [4, 3]])
        for (const loss of ['mse', 'bce'] as const) {
          const at = set({
            'gates.activation': activation,
            'gates.hidden': hidden,
            'gates.loss': loss,
            'gates.epoch': 30,
          });
          for (const line of boxOf(at).parameters)
            for (const row of [1, 4]) {
              const box = boxOf({ ...at, 'gates.line': line, 'gates.row': row });
              const { products } = chainOfLine(box);
              for (const product of products) {
                const network = networkFrom({
                  sizes: box.sizes,
                  theta: box.theta,
                  hidden: activation,
                  loss: product.loss,
                });
                const { gradient } = gradientOf(network, [box.rows[row - 1]!.example]);
                const expected = gradient[box.parameters.indexOf(line)]!;
                expect(product.result.value).toBeCloseTo(expected, 12);
                if (!product.isExact) continue;
                const shown = product.factors
                  .filter(({ isCancelled }) => !isCancelled)
                  .reduce((total, { text }) => total * parse(text), 1);
                expect(shown).toBeCloseTo(parse(product.result.text), 4);
              }
            }
        }
  });

  test('has the raw error at the output and the sum of w·δ behind it; only cross-entropy cancels, and only there', () => {
    const products = (line: string) => chainOfLine(boxOf(set({ 'gates.line': line }))).products;
    const [squared, entropy] = products('w.2.1.1');
    expect(squared.factors[0]).toMatchObject({ symbol: 'ŷ − y', words: 'raw error' });
    expect(squared.factors[1]!.isCancelled).toBe(false);
    expect(entropy.factors[1]!.isCancelled).toBe(true);
    const [hidden, other] = products('w.1.1.2');
    expect(hidden.factors[0]!.symbol).toBe('∑ w·δ');
    expect(other.factors.some(({ isCancelled }) => isCancelled)).toBe(false);
    expect(hidden.factors[1]!.isLocked).toBe(true);
  });

  test('writes the sum out under either loss, the output’s slope in one of them alone', () => {
    for (const hidden of [[2], [3], [4, 3]])
      for (const loss of ['mse', 'bce'] as const)
        for (const row of [1, 2]) {
          const line = 'w.1.1.2';
          const box = boxOf(
            set({ 'gates.hidden': hidden, 'gates.loss': loss, 'gates.row': row, 'gates.line': line }),
          );
          const { arrivals, products, outputSlope } = chainOfLine(box);
          arrivals.forEach(({ op, arithmetic }, i) => {
            expect(op.value).toBe(products[i]!.factors[0]!.value);
            expect(expressionOf(op).evaluate(op.operands.map(({ value }) => value))).toBeCloseTo(
              op.value,
              12,
            );
            if (!arithmetic.isExact) return;
            const shown = expressionOf(op).evaluate(arithmetic.operands.map(parse));
            expect(shown).toBeCloseTo(parse(arithmetic.result), 4);
          });
          const ids = arrivals.map(({ op }) => op.operands.map(({ id }) => id));
          if (hidden.length === 1) {
            expect(ids).toEqual([
              ['w.2.1.1', 'dyhat', 'slope.2.1'],
              ['w.2.1.1', 'dz.2.1'],
            ]);
            expect(outputSlope).toBe(box.rows[row - 1]!.values.get('slope.2.1'));
          } else expect(outputSlope).toBeUndefined();
        }
  });

  test('the raw error is positive where the answer is too high', () => {
    const box = boxOf(set({ 'gates.line': 'w.2.1.1', 'gates.row': 1 }));
    expect(box.rows[0]!.target).toBe(0);
    expect(chainOfLine(box).products[0].factors[0]!.value).toBe(box.rows[0]!.prediction);
  });
});

test('a unit is locked by its mean, deaf by the chosen row, dead only as a ReLU; the output’s slope is cancelled by cross-entropy', () => {
  const mse = { loss: 'mse', activation: 'sigmoid' } as const;
  const relu = { loss: 'mse', activation: 'relu' } as const;
  const hidden = (slope: number, mean: number) => ({ slope, mean, isOutput: false });
  expect(earOf(hidden(0.2, 0.2), mse, 0.01)).toBe('listening');
  expect(earOf(hidden(0.001, 0.2), mse, 0.01)).toBe('deaf');
  expect(earOf(hidden(0.2, 0.005), mse, 0.01)).toBe('locked');
  expect(earOf(hidden(0, 0), relu, 0.01)).toBe('dead');
  expect(earOf(hidden(0, 0.25), relu, 0)).toBe('inactive');
  expect(earOf(hidden(1, 0.125), relu, 0.25)).toBe('listening');
  expect(earOf(hidden(0, 0.2), mse, 0)).toBe('deaf');
  expect(earOf(hidden(0, 0), mse, 0.01)).toBe('locked');
  expect(earOf({ slope: 0, mean: 0, isOutput: true }, { loss: 'bce', activation: 'relu' }, 0.01)).toBe(
    'cancelled',
  );
  expect(earOf(hidden(0.2, 0.2), mse, 0)).toBe('listening');
});

test('solved means what `convergence` means by it', () => {
  const [epochs] = convergence({
    sizes: [2, 2, 1],
    data: datasets.xor,
    learningRate: 2,
    hidden: 'sigmoid',
    loss: 'mse',
    range: 4,
    tolerance: TOLERANCE,
    seeds: [2],
    most: 5000,
  });
  const isSolved = (epoch: number) =>
    boxOf(set({ 'gates.seed': 2, 'gates.epoch': epoch })).rows.every(({ isClose }) => isClose);
  expect(isSolved(epochs!)).toBe(true);
  expect(isSolved(epochs! - 1)).toBe(false);
});

test('a network of the essay’s kind can be read about there, to the last bit; no other', () => {
  const own = set({ 'gates.hidden': [3], 'gates.activation': 'relu', 'gates.loss': 'bce', 'gates.range': 1 });
  const box = boxOf(own);
  const theta = thetaForEssay(box);
  expect(theta).toEqual(box.theta);
  const { values, notices } = valuesIn(SETTINGS, new URL(linkToEssay(theta!), 'https://example.org').search);
  expect(notices).toEqual([]);
  expect(values.theta).toEqual(box.theta);
  expect(RANGES.theta).toEqual([-ESSAYS_REACH, ESSAYS_REACH]);
  expect(thetaForEssay(boxOf(set()))).toBeUndefined();
});
