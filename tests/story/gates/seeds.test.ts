import { describe, expect, test } from 'vitest';
import {
  activations,
  convergence,
  datasets,
  forward,
  networkFrom,
  train,
  initialTheta,
} from '@/engine/index.ts';
import { boxOf } from '@/story/gates/box.ts';
import { learnings, medianText } from '@/story/gates/learning.ts';
import { endWords, neverSentence, settingWords, solvedSentence } from '@/story/gates/seed-words.ts';
import {
  seedEnd,
  seedSettingIn,
  SEEDS,
  summaryFor,
  summaryOf,
  whyOf,
  type SeedEnd,
  type SeedSetting,
} from '@/story/gates/seeds.ts';
import { set } from './settings-of.ts';

const setting: SeedSetting = {
  sizes: [2, 2, 1],
  data: datasets.xor,
  activation: 'relu',
  loss: 'mse',
  eta: 2,
  range: 1,
  bias: 0,
  lock: 0.01,
};
const end = (seed: number, changes: Partial<SeedEnd> = {}): SeedEnd => ({
  seed,
  epochs: undefined,
  isOutgrown: false,
  dead: 0,
  locked: 0,
  isMoving: false,
  ...changes,
});

describe('how a seed ends', () => {
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const ends = seeds.map((seed) => seedEnd(setting, seed, 800));

  test('is what the engine’s `convergence` says', () => {
    const found = convergence({
      sizes: [2, 2, 1],
      data: datasets.xor,
      hidden: 'relu',
      loss: 'mse',
      learningRate: 2,
      range: 1,
      tolerance: 0.3,
      most: 800,
      seeds,
    });
    expect(ends.map(({ epochs }) => epochs)).toEqual(found);
    expect(found).toContain(undefined);
    expect(found.some((steps) => steps !== undefined)).toBe(true);
  });

  test('counts as dead the ReLU units that are off on every row after a run by `train`', () => {
    for (const { seed, epochs, dead } of ends) {
      const theta = initialTheta({ sizes: [2, 2, 1], seed, range: 1 });
      const options = { sizes: [2, 2, 1], hidden: 'relu', loss: 'mse' } as const;
      const { moments } = train(networkFrom({ ...options, theta }), datasets.xor, {
        steps: epochs ?? 800,
        learningRate: 2,
      });
      const network = networkFrom({ ...options, theta: moments.at(-1)!.theta });
      const isOff = [0, 1].map((j) =>
        datasets.xor.every(({ input }) => forward(network, input).layers[0]!.preActivation[j]! <= 0),
      );
      expect(dead).toBe(isOff.filter(Boolean).length);
    }
    expect(ends.some(({ dead }) => dead > 0)).toBe(true);
  });

  test('counts as locked what is under the threshold in the mean, the output only where its slope counts', () => {
    const flat = { ...setting, activation: 'sigmoid', range: 10, data: datasets.and, lock: 0.25 } as const;
    const everyHidden = seedEnd({ ...flat, loss: 'bce' }, 3, 0);
    const theOutputToo = seedEnd({ ...flat, loss: 'mse' }, 3, 0);
    expect(everyHidden.locked).toBe(2);
    expect(theOutputToo.locked).toBe(3);
    expect(activations.sigmoid.df(0)).toBe(0.25);
    expect(seedEnd({ ...flat, loss: 'mse', lock: 0 }, 3, 0).locked).toBe(0);
  });

  test('where numbers outgrow the machine is never', () => {
    const wild = {
      ...setting,
      sizes: [2, 6, 6, 1],
      activation: 'leakyRelu',
      loss: 'bce',
      eta: 10,
      range: 10,
      data: [
        { input: [10, 10], target: [0] },
        { input: [10, 10], target: [1] },
      ],
    } as const;
    for (const seed of [1, 2, 3]) expect(seedEnd(wild, seed, 300).epochs).toBeUndefined();
  });

  test('and is told apart from level ground: the box’s own run breaks off there as well', () => {
    const values = set({
      'gates.data': 'own',
      'gates.rows': [
        { input: [10, 10], target: [0] },
        { input: [-10, -10], target: [1] },
        { input: [10, -10], target: [1] },
        { input: [-10, 9], target: [0] },
      ],
      'gates.hidden': [6, 6],
      'gates.activation': 'leakyRelu',
      'gates.loss': 'bce',
      'gates.eta': 10,
      'gates.range': 10,
      'gates.bias': 5,
      'gates.epoch': 5000,
    });
    const all = Array.from({ length: 10 }, (_, seed) => seedEnd(seedSettingIn(values), seed));
    for (const one of all)
      if (one.epochs === undefined)
        expect(boxOf({ ...values, 'gates.seed': one.seed }).isCut, `seed ${one.seed}`).toBe(one.isOutgrown);
    const outgrown = all.filter((one) => whyOf(one) === 'outgrown');
    expect(outgrown.map(({ seed }) => seed)).toEqual(expect.arrayContaining([2, 3, 8]));
    expect(endWords(outgrown[0]!)).toContain('outgrew the machine');
    const summary = summaryOf(all);
    expect(summary.outgrown).toBe(outgrown.length);
    expect(neverSentence(summary)).toContain(`${outgrown.length} whose numbers outgrew the machine`);
    const { outgrown: o, withDead, withLocked, moving, atRest, never } = summary;
    expect(o + withDead + withLocked + moving + atRest).toBe(never);
  });
});

describe('a summary', () => {
  const ends = [
    end(0, { epochs: 10 }),
    end(1, { epochs: 40 }),
    end(2, { epochs: 20 }),
    end(3, { epochs: 30 }),
    end(4, { dead: 2, locked: 1 }),
    end(5, { locked: 1 }),
    end(6, { isMoving: true }),
    end(7),
  ];

  test('counts each run once, and takes the middle of those that solved it', () => {
    expect(summaryOf(ends)).toEqual({
      runs: 8,
      solved: 4,
      median: 25,
      fewest: 10,
      most: 40,
      never: 4,
      outgrown: 0,
      withDead: 1,
      withLocked: 1,
      moving: 1,
      atRest: 1,
      deadUnits: 2,
    });
    expect(summaryOf(ends.slice(0, 3)).median).toBe(20);
  });

  test('is told in words, also where all or none got there', () => {
    expect(solvedSentence(summaryOf(ends))).toBe(
      '4 of 8 runs solve it; epochs: 10 to 40, half of them by 25.',
    );
    expect(neverSentence(summaryOf(ends))).toContain('1 with dead units (2 in all); 1 with a locked unit;');
    expect(solvedSentence(summaryOf(ends.slice(4)))).toContain('None of 4 runs');
    expect(neverSentence(summaryOf(ends.slice(0, 4)))).toBe('Every one of them gets there.');
    expect(solvedSentence(summaryOf(ends.slice(0, 1)))).toBe('1 of 1 runs solves it; epochs: after 10.');
    expect(endWords(end(4, { dead: 2 }))).toBe('seed 4, never: 2 dead units');
  });
});

describe('what the essay says of AND and XOR', () => {
  const { andMse, andBce, xorMse, xorBce, andRelu, xorRelu } = learnings();

  test('is a hundred runs of the setting that it names, by the engine', () => {
    for (const { setting: own, summary } of [andMse, andBce, xorMse, xorBce, andRelu, xorRelu]) {
      const epochs = convergence({
        sizes: own.sizes,
        data: own.data,
        hidden: own.activation,
        loss: own.loss,
        learningRate: own.eta,
        range: own.range,
        bias: own.bias,
        tolerance: 0.3,
        most: 5000,
        seeds: Array.from({ length: SEEDS }, (_, seed) => seed),
      });
      const solved = epochs.filter((one) => one !== undefined).toSorted((a, b) => a - b);
      expect(summary.solved).toBe(solved.length);
      expect(summary.runs).toBe(SEEDS);
      // «Half of those within so many»: as many as half of them have got there by then.
      const by = Math.ceil(summary.median!);
      expect(solved.filter((one) => one <= by).length).toBeGreaterThanOrEqual(solved.length / 2);
    }
    expect(settingWords(andMse.setting)).toBe('2-2-1, sigmoid, ½ squared error, η 1, weights ±1, biases 0');
  });

  test('holds: XOR takes longer than AND, cross-entropy is sooner, some never learn XOR, and with ReLUs not even AND', () => {
    expect(xorMse.summary.median).toBeGreaterThan(andMse.summary.median!);
    expect(xorBce.summary.median).toBeGreaterThan(andBce.summary.median!);
    expect(andBce.summary.median).toBeLessThan(andMse.summary.median!);
    expect(xorMse.summary.never).toBeGreaterThan(0);
    expect(andRelu.summary.withDead).toBeGreaterThan(0);
    expect(andRelu.summary.withDead).toBeLessThanOrEqual(andRelu.summary.never);
    expect(medianText(summaryOf([end(1)]))).toBe('—');
  });
});

test('what is set is what the hundred runs are made with, the terms of now among it', () => {
  const values = set({ 'gates.then': [{ from: 100, loss: 'bce', eta: 0.5, activation: 'tanh' }] });
  expect(seedSettingIn(values)).toMatchObject({
    loss: 'bce',
    eta: 0.5,
    activation: 'tanh',
    range: 4,
    sizes: [2, 2, 1],
  });
  expect(summaryFor({ ...seedSettingIn(values), data: datasets.and, range: 1 }).solved).toBe(SEEDS);
});
