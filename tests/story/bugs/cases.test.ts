import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forward,
  gradientOf,
  meanLoss,
  mutantGradient,
  mutantNamed,
  mutants,
  networkFrom,
  parametersOf,
  step,
  withParameters,
  type Network,
} from '@/engine/index.ts';
import { BUG_NAMES, CASES, ETA, MORNINGS, networkOf, STARTS, STEPS, type Case } from '@/story/bugs/cases.ts';
import { checkOf, gradientCheck, movesOf, stepCheck, type Check } from '@/story/bugs/check.ts';
import { brokenRun, courseOf, soundRun } from '@/story/bugs/descent.ts';
import { PARAMETERS } from '@/story/essay.ts';

/** The slope along one parameter by five points, another way to measure it than the check's own. */
const slope = (network: Network, p: number): number => {
  const theta = parametersOf(network);
  const h = 1e-4;
  const at = (steps: number): number =>
    meanLoss(withParameters(network, theta.with(p, theta[p]! + steps * h)), MORNINGS);
  return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
};

/** Sound backpropagation, checked as the broken ones are. */
const soundCheck = (network: Network): Check => {
  const { gradient } = gradientOf(network, MORNINGS);
  const { dots } = gradientCheck('bias-once-per-weight', network);
  return checkOf(dots.map(({ id, truth }, p) => ({ id, truth, said: gradient[p]! })));
};

describe('the cases', () => {
  test('are nine, each with another bug; four of them are published', () => {
    expect(new Set(CASES.map(({ bug }) => bug))).toEqual(new Set(BUG_NAMES));
    expect(CASES).toHaveLength(mutants.length);
  });

  test('every network has two riddles at least', () => {
    for (const { hidden } of CASES)
      expect(CASES.filter((other) => other.hidden === hidden).length).toBeGreaterThan(1);
  });

  test.each(CASES)('case $number: the broken rule shows before any training', (of) => {
    const network = networkOf(of, 'given');
    const check = gradientCheck(of.bug, network);
    expect(check.isBlind).toBe(false);
    // All that a check cannot see is what is done with the gradient.
    if (of.bug === 'bias-once-per-weight') {
      expect(check.off).toEqual([]);
      expect(stepCheck(of.bug, network).off).toEqual(['b.1.1', 'b.1.2', 'b.1.3', 'b.2.1']);
    } else {
      expect(check.off.length).toBeGreaterThan(2);
      // What the step makes of a wrong gradient is right.
      expect(stepCheck(of.bug, network).off).toEqual([]);
    }
  });

  test.each(CASES)('case $number: no other of the nine says or moves the same', (of) => {
    const network = networkOf(of, 'given');
    const told = (bug: Case['bug']): string =>
      JSON.stringify([gradientCheck(bug, network).dots.map(({ said }) => said), movesOf(bug, network)]);
    for (const other of BUG_NAMES) if (other !== of.bug) expect(told(other), other).not.toBe(told(of.bug));
  });

  test.each(CASES)('case $number: what the check takes for the truth is the slope', (of) => {
    for (const t of [0, 9, STEPS]) {
      const network = brokenRun(of, 'given').networks[t]!;
      gradientCheck(of.bug, network).dots.forEach(({ truth }, p) =>
        expect(truth, PARAMETERS[p]).toBeCloseTo(slope(network, p), 8),
      );
    }
  });
});

describe('the check', () => {
  test.each(CASES)('finds nothing wrong with sound backprop along the runs of case $number', (of) => {
    for (const start of STARTS)
      for (const run of [brokenRun(of, start), soundRun(of, start)])
        for (const network of run.networks) expect(soundCheck(network).off).toEqual([]);
  });

  test('nor in networks dealt at random', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 13, maxLength: 13 }),
        fc.constantFrom('relu' as const, 'leakyRelu' as const, 'tanh' as const),
        (theta, hidden) => {
          const network = networkFrom({ sizes: [2, 3, 1], theta, hidden });
          // A nudge across a kink measures neither of its slopes.
          fc.pre(
            MORNINGS.every(({ input }) =>
              forward(network, input).layers[0]!.preActivation.every((z) => Math.abs(z) > 1e-4),
            ),
          );
          expect(soundCheck(network).off).toEqual([]);
        },
      ),
    );
  });

  test.each([NaN, Infinity, -Infinity])('is not fooled by %s: it has no number, and is off', (said) => {
    for (const truth of [0.3, 0, NaN]) {
      const { off, dots, isBlind } = checkOf([{ id: 'b.2.1', truth, said }]);
      expect([off, dots[0]!.verdict, isBlind]).toEqual([['b.2.1'], 'none', false]);
    }
  });

  test('is not fooled by zeros in place of gradients', () => {
    const network = networkOf(CASES[0]!, 'given');
    const zeros = gradientCheck('divides', network).dots.map(({ id, truth }) => ({ id, truth, said: 0 }));
    expect(checkOf(zeros).off).toHaveLength(13);
  });

  test('is not fooled by a relative share of something tiny, nor by the size of something large', () => {
    expect(checkOf([{ id: 'b.2.1', truth: 1e-6, said: 1.1e-6 }]).off).toHaveLength(1);
    expect(checkOf([{ id: 'b.2.1', truth: 1e6, said: 1e6 + 10 }]).off).toHaveLength(1);
    expect(checkOf([{ id: 'b.2.1', truth: 1e6, said: 1e6 + 0.1 }]).off).toHaveLength(0);
  });

  test('where every slope is gone, says that it can show nothing, whatever is broken', () => {
    // Each unit shut on both mornings, and the output so sure that no double holds its slope.
    const dead = networkFrom({
      sizes: [2, 3, 1],
      theta: [0, 0, 0, 0, 0, 0, -9, -9, -9, 1, 1, 1, 0],
      hidden: 'relu',
    });
    for (const { bug } of CASES.filter(
      ({ bug }) => !['divides', 'no-gate', 'overwrites-batch'].includes(bug),
    ))
      expect(gradientCheck(bug, dead).isBlind, bug).toBe(true);
    const saturated = networkFrom({
      sizes: [2, 3, 1],
      theta: [9, -9, 9, -9, 9, -9, 0, 0, 0, 20, 20, 20, -50],
      hidden: 'relu',
    });
    const check = gradientCheck('no-bias-gradient', saturated);
    expect(check.isBlind).toBe(true);
    for (const dot of check.dots) expect(Math.abs(dot.truth)).toBeLessThan(1e-9);
  });

  test.each(CASES)('started from zeros, case $number is blind or shows its bug, and says which', (of) => {
    const network = networkOf(of, 'zeros');
    const { isBlind, off } = gradientCheck(of.bug, network);
    const says = mutantGradient(mutantNamed(of.bug), network, MORNINGS, ETA).gradient;
    expect(isBlind).toBe(says.every((value) => value === 0));
    if (!isBlind) expect(off.length).toBeGreaterThan(0);
  });
});

describe('training', () => {
  test.each(CASES)('case $number: the sound run is the engine’s, and both start from one network', (of) => {
    for (const start of STARTS) {
      const [broken, sound] = [brokenRun(of, start), soundRun(of, start)];
      expect(broken.networks[0]).toEqual(sound.networks[0]);
      let network = networkOf(of, start);
      for (let t = 0; t < STEPS; t++) network = step(network, MORNINGS, { learningRate: ETA });
      expect(sound.losses).toHaveLength(STEPS + 1);
      expect(sound.losses.at(-1)).toBe(meanLoss(network, MORNINGS));
      for (const loss of [...broken.losses, ...sound.losses]) expect(loss).toSatisfy(Number.isFinite);
      expect(brokenRun(of, start)).toBe(broken);
    }
  });

  test('of the nine, eight end lower than they began, and six never rise: the lesson of the lab', () => {
    const courses = CASES.map((of) => courseOf(brokenRun(of, 'given'), soundRun(of, 'given')));
    expect(courses.filter(({ first, last }) => last < first)).toHaveLength(8);
    expect(courses.filter(({ rises }) => rises === 0)).toHaveLength(6);
  });

  test('one that has no number to move by ends there', () => {
    const divides = CASES.find(({ bug }) => bug === 'divides')!;
    expect(brokenRun(divides, 'zeros').networks).toHaveLength(1);
    expect(courseOf(brokenRun(divides, 'zeros'), soundRun(divides, 'zeros')).stopped).toBe(0);
  });

  test('the one that keeps only the dry morning ends by calling both dry', () => {
    const of = CASES.find(({ bug }) => bug === 'overwrites-batch')!;
    const network = brokenRun(of, 'given').networks.at(-1)!;
    for (const { input } of MORNINGS) expect(forward(network, input).prediction[0]).toBeLessThan(0.5);
  });
});
