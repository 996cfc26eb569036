import { expect, test } from 'vitest';
import { convergence, datasets, initialTheta, networkFrom, train } from '@/engine/index.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const setting = { sizes: [2, 3, 1], data: datasets.xor, learningRate: 1, hidden: 'tanh' } as const;

test('convergence(options) tells the first step of each run at which every error is below 0.3', () => {
  const found = convergence({ ...setting, seeds: seeds.slice(0, 5), most: 500 });
  for (const [i, steps] of found.entries()) {
    const theta = initialTheta({ sizes: setting.sizes, seed: seeds[i]! });
    const { moments } = train(networkFrom({ ...setting, theta }), setting.data, {
      steps: 500,
      learningRate: 1,
    });
    const isSolved = (predictions: readonly (readonly number[])[]): boolean =>
      setting.data.every(({ target }, example) => Math.abs(predictions[example]![0]! - target[0]) < 0.3);
    const first = moments.findIndex(({ predictions }) => isSolved(predictions));
    expect(steps).toBe(first < 0 ? undefined : first);
  }
});

test('on XOR some runs of 2-2-1 with ReLU give up, and more steps help only those that were still moving', () => {
  const relu = { ...setting, sizes: [2, 2, 1], hidden: 'relu', seeds } as const;
  const solved = (most: number): number =>
    convergence({ ...relu, most }).filter((steps) => steps !== undefined).length;
  const [few, many] = [solved(100), solved(2000)];
  expect(few).toBeLessThanOrEqual(many);
  expect(many).toBeGreaterThan(0);
  expect(many).toBeLessThan(seeds.length);
});

test('a run that begins solved takes 0 steps, and one that may not move gives up', () => {
  const always = [{ input: [0, 0], target: [0.5] }];
  expect(convergence({ ...setting, data: always, seeds: [1], most: 0 })).toEqual([0]);
  expect(convergence({ ...setting, learningRate: 0, seeds: [1], most: 10 })).toEqual([undefined]);
});
