import { describe, expect, test } from 'vitest';
import { passErrors, passes, runErrors, runs } from '../reference/agreement.ts';

describe(`PyTorch ${passes.madeBy.torch}, single passes`, () => {
  test('there are at least 200, saturated at both ends among them', () => {
    const logits = passes.cases.flatMap(({ expected }) => expected.z.at(-1)!);
    expect(passes.cases.length).toBeGreaterThanOrEqual(200);
    expect(Math.min(...logits)).toBeLessThan(-690);
    expect(Math.max(...logits)).toBeGreaterThan(690);
  });

  test('every value and every gradient agrees to 1e-12', () => {
    const beyond = passes.cases.flatMap((pass, i) =>
      Object.entries(passErrors(pass)).flatMap(([what, error]) =>
        error < 1e-12 ? [] : [{ i, what, error }],
      ),
    );
    expect(beyond).toEqual([]);
  });
});

describe(`PyTorch ${runs.madeBy.torch}, runs of 200 steps`, () => {
  test('there are at least 60', () => {
    expect(runs.cases.length).toBeGreaterThanOrEqual(60);
    expect(runs.cases.every(({ losses }) => losses.length === 201)).toBe(true);
  });

  test.each(runs.cases.map((run) => [`${run.name}, η = ${run.learningRate}`, run] as const))(
    '%s: the loss at every step and the parameters agree to 1e-9',
    (_, run) => {
      const { losses, theta } = runErrors(run);
      expect(losses).toBeLessThan(1e-9);
      expect(theta).toBeLessThan(1e-9);
    },
  );
});
