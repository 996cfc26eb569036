import { describe, expect, test } from 'vitest';
import { lossOf, forward, networkFrom, parameterIds, step, trace } from '@/engine/index.ts';
import { AFTER, PARTS } from '@/story/drill/formulas.ts';
import { byHand, shownIn, SIZES, taskOf, written } from '@/story/drill/task.ts';

const seeds = Array.from({ length: 120 }, (_, i) => i + 1);
const tasks = seeds.map(taskOf);

describe('taskOf(seed)', () => {
  test('gives the same network for the same seed, and another for another', () => {
    for (const seed of [1, 7, 999_999]) expect([...taskOf(seed).values]).toEqual([...taskOf(seed).values]);
    expect(new Set(tasks.map(({ network }) => JSON.stringify(network))).size).toBe(tasks.length);
  });

  test('has no number that is not finite, and none that a reader must write with an exponent', () => {
    for (const { values, seed } of tasks)
      for (const [id, value] of values) {
        expect(Number.isFinite(value), `${seed} ${id}`).toBe(true);
        if (/^d(x|yhat)|^slope/.test(id)) continue; // neither asked for nor shown
        expect(written(value), `${seed} ${id}`).not.toMatch(/×|—/);
      }
  });

  test('gives nothing with more than two decimals', () => {
    for (const { values, seed } of tasks)
      for (const [id, value] of values)
        if (/^(x|y|w|b|eta)(\.[\d.]+)?$/.test(id))
          expect(Math.abs(value - Number(value.toFixed(2))), `${seed} ${id}`).toBeLessThan(1e-12);
  });

  test('has one hidden unit that is off, and a sum of the output that is not 0', () => {
    for (const { values } of tasks) {
      const gates = [1, 2, 3].map((j) => values.get(`gate.1.${j}`));
      expect(gates.filter((gate) => gate === 0)).toHaveLength(1);
      expect(values.get('z.2.1')).not.toBe(0);
    }
  });

  test('shows numbers that give by hand what it shows', () => {
    for (const task of tasks)
      for (const blank of task.blanks)
        expect(written(byHand(task, blank)), `${task.seed} ${blank.id}`).toBe(
          written(task.values.get(blank.id)!),
        );
  });

  test('asks in the order of the work: of nothing before what it is made of', () => {
    const { blanks } = tasks[0]!;
    const order = PARTS.map(([part]) => part);
    const parts = blanks.map(({ part }) => order.indexOf(part));
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    blanks.forEach(({ tokens }, i) => {
      for (const token of tokens)
        if ('id' in token) expect(blanks.slice(i).map(({ id }) => id)).not.toContain(token.id);
    });
    expect(new Set(blanks.map(({ id }) => id)).size).toBe(blanks.length);
    expect(blanks.filter(({ part }) => part === 'update').length).toBe(5);
  });

  test('has the engine’s values: by the trace, by the loss alone, by the step', () => {
    for (const { network, example, learningRate, values } of tasks) {
      const { ops } = trace(network, example, { learningRate });
      for (const { id, kind, value } of ops)
        if (kind !== 'update' && kind !== 'clear' && values.has(id))
          expect(values.get(id), id).toBeCloseTo(value, 12);
      expect(values.get('loss')).toBe(lossOf(network, forward(network, example.input), example.target));
      const after = step(network, [example], { learningRate });
      expect(values.get(`b.2.1${AFTER}`)).toBe(after.layers[1]!.bias[0]);
      expect(values.get(`w.1.2.1${AFTER}`)).toBe(after.layers[0]!.weights[1]![0]);
    }
  });

  test('has gradients that a nudge confirms', () => {
    const { network, example, values } = tasks[4]!;
    const ids = parameterIds(SIZES);
    const theta = ids.map((id) => values.get(id)!);
    expect(networkFrom({ sizes: SIZES, theta })).toEqual(network);
    const lossAt = (p: number, by: number): number => {
      const moved = networkFrom({ sizes: SIZES, theta: theta.map((v, i) => (i === p ? v + by : v)) });
      return lossOf(moved, forward(moved, example.input), example.target);
    };
    ids.forEach((id, p) => {
      expect(values.get(`d${id}`), id).toBeCloseTo((lossAt(p, 1e-5) - lossAt(p, -1e-5)) / 2e-5, 6);
    });
  });

  test('shownIn(task, id) is the number as it is written', () => {
    const [task] = tasks;
    expect(shownIn({ values: new Map([['yhat', 0.6502]]) }, 'yhat')).toBe(0.65);
    expect(() => shownIn(task!, 'w.9.9.9')).toThrow(RangeError);
  });
});
