import { describe, expect, test } from 'vitest';
import { pullOf } from '@/story/batch.ts';
import { FAST_ETA, RUN_STEPS, WILD_ETA } from '@/story/essay.ts';
import { explain } from '@/story/explain.ts';
import { FACT_NAMES, factOf } from '@/story/facts.ts';
import { workingOf } from '@/story/narrate.ts';
import { shown } from '@/story/expression.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf, type Run } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { resolved, valueOf } from '@/story/values.ts';
import { workedOut } from './arithmetic.ts';
import { daysCounted, gradientsAt, verdictOf } from './days.ts';
import { settingsFor } from './networks.ts';

const reading = readingOf(DEFAULTS);
const days = reading.in('two-days');
const fast = reading.in('two-days-fast');
const wild = runOf({ ...days.world, eta: WILD_ETA });

test('the pull of some gradients is told by their signs, zeros apart', () => {
  expect(
    [
      [0, 0],
      [0, -2],
      [3, 0],
      [1, 2],
      [-1, -2],
      [1, -2],
      [0, 1, 1],
      [0, 1, -1],
    ].map(pullOf),
  ).toEqual(['none', 'only', 'only', 'same', 'same', 'opposite', 'same', 'opposite']);
});

describe('facts about days', () => {
  const names = Object.keys(daysCounted(days, 0));

  test('are what counting them afresh gives', () => {
    for (let seed = 0; seed < 24; seed++) {
      const run = readingOf(settingsFor(seed)).in(seed % 4 === 3 ? 'two-days-fast' : 'two-days');
      const step = [0, 1, 50, RUN_STEPS][seed % 4]!;
      const afresh = daysCounted(run, step);
      for (const name of names) {
        const found = factOf(run, step, name);
        const expected = afresh[name];
        if (expected === undefined) expect(found, `${name} ${seed}`).toBeUndefined();
        else
          expect(Math.abs(found! - expected), `${name} ${seed}`).toBeLessThan(
            1e-9 * (1 + Math.abs(expected)),
          );
      }
    }
  });

  test('at the start eight parameters hear one day, five hear both and never the same', () => {
    expect(names.filter((name) => name.startsWith('pulled-')).map((name) => factOf(days, 0, name))).toEqual([
      0, 5, 8, 0,
    ]);
    expect(factOf(days, 0, 'days-below-goal')).toBe(25);
    expect(names.every((name) => FACT_NAMES.includes(name))).toBe(true);
  });

  test('with inputs that are not negative and targets 1 and 0, the days pull the same way nowhere, at no step', () => {
    for (let seed = 0; seed < 40; seed++) {
      const set = settingsFor(seed);
      const run = readingOf({ ...set, x: set.x.map(Math.abs), y: seed % 2 }).in('two-days');
      for (const step of [0, 1, 5, 60, RUN_STEPS]) expect(factOf(run, step, 'pulled-same')).toBe(0);
    }
  });

  test('with a negative input they may pull the same way', () => {
    const run = readingOf({ ...DEFAULTS, x: [0.8, -0.2], theta: DEFAULTS.theta.with(6, 3) }).in('two-days');
    expect(factOf(run, 0, 'pulled-same')).toBeGreaterThan(0);
  });
});

/** The parameters that moved between two training steps. */
const moved = (run: Run, from: number, to: number): readonly string[] =>
  run.parameters.filter((_, p) => run.thetaAt(from)[p] !== run.thetaAt(to)[p]);

describe('learning rates that are too large for two days', () => {
  test('at 5 all three units die, and the loss stays at ln 2', () => {
    expect(FAST_ETA).toBe(5);
    expect(verdictOf(fast)).toMatchObject({ behaviour: 'kills', killed: ['1.1', '1.2', '1.3'] });
    expect(factOf(fast, 0, 'speaking-end')).toBe(0);
    expect(fast.quantitiesAt(RUN_STEPS).get('loss')).toBeCloseTo(Math.LN2, 14);
    expect(fast.quantitiesAt(RUN_STEPS).get('yhat@0')).toBeCloseTo(0.5, 14);
  });

  test('at 20 they die too, and the output’s bias alone swings between two ends of the same loss', () => {
    expect(verdictOf(wild)).toMatchObject({ behaviour: 'oscillates', killed: ['1.1', '1.2', '1.3'] });
    expect(moved(wild, RUN_STEPS - 50, RUN_STEPS - 1)).toEqual(['b.2.1']);
    const [before, end] = ['wild-bias-before', 'wild-bias-end'].map((name) => factOf(days, 0, name)!);
    expect(before! + end!).toBeCloseTo(0, 9);
    expect(Math.abs(end!)).toBeGreaterThan(4);
    expect(factOf(days, 0, 'wild-loss-end')).toBeCloseTo(factOf(days, 0, 'wild-loss-before')!, 9);
  });

  test('whatever the target, a network all of whose units are dead from the start comes to ln 2 at 5, and not at 20', () => {
    const shut = DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value));
    for (const y of [0, 0.2, 0.5, 0.9, 1]) {
      const run = readingOf({ ...DEFAULTS, y, theta: shut }).in('two-days-fast');
      expect(factOf(run, 0, 'speaking-end')).toBe(0);
      expect(run.quantitiesAt(RUN_STEPS).get('loss')).toBeCloseTo(Math.LN2, 12);
      expect(moved(run, 0, RUN_STEPS)).toEqual(['b.2.1']);
      expect(factOf(run, 0, 'wild-loss-end')!).toBeGreaterThan(2);
    }
  });
});

describe('numbers about a store', () => {
  const stored = (q: string, at: number, seed: number) =>
    valueOf(readingOf(settingsFor(seed)), { q, at: String(at), world: 'two-days' })!;

  test('the shares of the days add up to the mean gradient', () => {
    for (let seed = 0; seed < 30; seed++) {
      const run = readingOf(settingsFor(seed)).in('two-days');
      gradientsAt(run, 1).forEach((both, p) => {
        const id = `d${run.parameters[p]!}`;
        const shares = both.map((_, day) => stored(`share:${id}@${day}`, 1, seed));
        expect(shares[0]).toBeCloseTo(both[0]! / 2, 12);
        expect(shares[0]! + shares[1]!).toBeCloseTo(run.quantitiesAt(1).get(id)!, 12);
      });
    }
  });

  test('what is not cleared is the gradient of the step before, and is added to the next', () => {
    for (let seed = 0; seed < 30; seed++) {
      const run = readingOf(settingsFor(seed)).in('two-days');
      for (const parameter of run.parameters) {
        const id = `d${parameter}`;
        const [before, now] = [4, 5].map((step) => run.quantitiesAt(step).get(id)!);
        expect(stored(`left:${id}`, 5, seed)).toBe(before);
        expect(stored(`uncleared:${id}`, 5, seed)).toBe(before! + now!);
      }
    }
  });

  test('an overwritten parameter has moved by the last day’s share alone', () => {
    for (let seed = 0; seed < 30; seed++) {
      const run = readingOf(settingsFor(seed)).in('two-days');
      const gradients = gradientsAt(run, 0);
      run.parameters.forEach((id, p) => {
        const expected = run.thetaAt(0)[p]! - (run.world.eta * gradients[p]![1]!) / 2;
        expect(stored(`overwritten:${id}`, 1, seed)).toBeCloseTo(expected, 12);
      });
    }
  });

  test('explain themselves down to quantities, by arithmetic that is right as printed', () => {
    for (let seed = 0; seed < 40; seed++) {
      const other = readingOf(settingsFor(seed));
      for (const parameter of other.in('two-days').parameters)
        for (const q of [
          `share:d${parameter}@0`,
          `share:d${parameter}@1`,
          `left:d${parameter}`,
          `uncleared:d${parameter}`,
          `overwritten:${parameter}`,
        ]) {
          const answer = explain(other, { q, at: '2', world: 'two-days' });
          const working = workingOf(answer.op!);
          expect(`${q} ${working}`).toMatch(/ = /);
          expect(shown(q, workedOut(working.slice(2))), `${q} ${working}`).toBe(shown(q, answer.value!));
          for (const { id, value } of answer.op!.operands) {
            const operand = answer.operand(id);
            expect(explain(other, operand).value, `${id} of ${q}`).toBe(value);
          }
          expect(answer.words).not.toMatch(/undefined|NaN/);
          expect(answer.rule).toMatch(/^[A-Z].{20,}\.$/);
        }
    }
  });

  test('may be asked for of the parameter that the reader has chosen', () => {
    expect(['share:dparam@1', 'uncleared:dparam', 'dparam@0'].map((q) => resolved(q, 'b.1.2'))).toEqual([
      'share:db.1.2@1',
      'uncleared:db.1.2',
      'db.1.2@0',
    ]);
  });
});
