import type { Example } from '../src/engine/index.ts';
import { contenders } from './contenders.ts';

export const batches = [1, 4, 64];

/** Nanoseconds a step, by contender and then by batch. */
export type Table = readonly { readonly name: string; readonly nanoseconds: readonly number[] }[];

const ROUNDS = 15;
const LEAST_MS = 20;

/** Medians of several rounds; in every round all contenders have their turn, so that a slow moment falls on all. */
export function measure(): Table {
  const trainings = contenders.map(({ prepare }) =>
    batches.map((size) => {
      const training = prepare(examples(size));
      return { training, steps: stepsFor(training), times: [] as number[] };
    }),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const { training, steps, times } of trainings.flat()) {
      const start = performance.now();
      training(steps);
      times.push(((performance.now() - start) / steps) * 1e6);
    }
  }
  return trainings.map((row, i) => ({
    name: contenders[i]!.name,
    nanoseconds: row.map(({ times }) => times.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2]!),
  }));
}

/** How many steps take long enough for the clock, even in the best of three tries; trying also warms up. */
function stepsFor(training: (steps: number) => void): number {
  for (let steps = 200; ; steps *= 2) {
    const tries = [1, 2, 3].map(() => {
      const start = performance.now();
      training(steps);
      return performance.now() - start;
    });
    if (Math.min(...tries) > LEAST_MS) return steps;
  }
}

/** Points of the unit square, and whether their coordinates are on different sides of ½: XOR, spread out. */
function examples(count: number): readonly Example[] {
  return Array.from({ length: count }, (_, i) => {
    const [x1, x2] = [(0.8 + i * 0.618034) % 1, (0.2 + i * 0.754878) % 1] as [number, number];
    return { input: [x1, x2], target: [x1 > 0.5 === x2 > 0.5 ? 0 : 1] };
  });
}
