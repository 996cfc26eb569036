import { describe, expect, test } from 'vitest';
import type { Blank } from '@/story/drill/formulas.ts';
import { judge, wordsFor } from '@/story/drill/judge.ts';
import { slipsOf } from '@/story/drill/slips.ts';
import { byHand, taskOf, written, type Task } from '@/story/drill/task.ts';

const tasks = Array.from({ length: 60 }, (_, i) => taskOf(i + 1));

const blankOf = (task: Task, id: string): Blank => task.blanks.find((blank) => blank.id === id)!;
/** Its value as the test works it out, in the words of the field. */
const numbersOf =
  ({ values }: Task) =>
  (id: string): number =>
    values.get(id)!;
const answered = (task: Task, id: string, value: number) => judge(task, blankOf(task, id), value.toFixed(3));
const first = (test: (v: (id: string) => number) => boolean): Task =>
  tasks.find((task) => test(numbersOf(task)))!;

describe('a right answer', () => {
  test('is never accused, however it is rounded or written', () => {
    for (const task of tasks)
      for (const blank of task.blanks) {
        const value = task.values.get(blank.id)!;
        const texts = [
          written(value),
          written(value).replace('.', ','),
          String(value),
          value.toFixed(3),
          value.toFixed(4),
        ];
        for (const text of [...texts, byHand(task, blank).toFixed(4)])
          expect(judge(task, blank, text).kind, `${task.seed} ${blank.id} ${text}`).toBe('right');
        expect(judge(task, blank, (value + 0.00049).toFixed(6)).kind).toBe('right');
      }
  });

  test('is right to half a unit of the last shown place, and no further', () => {
    for (const task of tasks) {
      const blank = blankOf(task, 'loss');
      const value = byHand(task, blank);
      expect(judge(task, blank, (value + 0.0012).toFixed(6)).kind).not.toBe('right');
    }
  });

  test('with fewer decimals is told so, and is no slip', () => {
    let told = 0;
    for (const task of tasks)
      for (const blank of task.blanks) {
        const value = task.values.get(blank.id)!;
        if (Math.abs(value * 100 - Math.round(value * 100)) < 0.06) continue;
        const { kind } = judge(task, blank, value.toFixed(2));
        if (kind === 'coarse') told++;
        else expect(kind, `${task.seed} ${blank.id} ${value}`).toBe('slip');
      }
    expect(told).toBeGreaterThan(100);
  });
});

describe('what is no number', () => {
  test.each(['', 'a', '1/2', '1e9', '0.1.2'])('%o is told what was expected', (text) => {
    const verdict = judge(tasks[0]!, tasks[0]!.blanks[0]!, text);
    expect(verdict.kind).toBe('unread');
    expect(wordsFor(verdict)).toMatch(/^Expected a number/);
  });
});

test('every slip that is told of comes out as what was typed, and is not the true value', () => {
  let count = 0;
  for (const task of tasks)
    for (const blank of task.blanks)
      for (const { value, words } of slipsOf(task, blank)) {
        count++;
        expect(Number.isFinite(value), `${blank.id} ${words}`).toBe(true);
        expect(words).not.toMatch(/NaN|undefined|—/);
        const verdict = judge(task, blank, value.toFixed(4));
        expect(verdict.kind, `${task.seed} ${blank.id} ${words}`).toBe('slip');
        if (verdict.kind === 'slip')
          expect(Math.abs(verdict.slip.value - value)).toBeLessThan(0.0006 + Math.abs(value) * 0.004);
      }
  expect(count).toBeGreaterThan(10_000);
});

test('a number from nowhere is wrong, and nothing more is claimed', () => {
  expect(judge(tasks[0]!, tasks[0]!.blanks[0]!, '417.3').kind).toBe('wrong');
});

describe('each slip is recognised', () => {
  /** Typed values worked out here, by the letters of the field, and what must be said. */
  const cases: readonly (readonly [
    name: string,
    id: string,
    typed: (v: (id: string) => number) => number,
    kind: string,
    words: RegExp,
    when?: (v: (id: string) => number) => boolean,
  ])[] = [
    [
      'z without its bias',
      'z.1.1',
      (v) => v('w.1.1.1') * v('x.1') + v('w.1.1.2') * v('x.2'),
      'bias',
      /bias is missing/,
    ],
    [
      'z with the inputs swapped',
      'z.1.1',
      (v) => v('w.1.1.1') * v('x.2') + v('w.1.1.2') * v('x.1') + v('b.1.1'),
      'index',
      /changed places/,
    ],
    ['z of another unit', 'z.1.1', (v) => v('z.1.2'), 'index', /That is z₂/],
    ['z cut off at 0', 'z.1.1', () => 0, 'gate', /activation already/, (v) => v('z.1.1') < 0],
    ['a below zero', 'a.1.1', (v) => v('z.1.1'), 'gate', /nothing below zero/, (v) => v('z.1.1') < 0],
    ['a shut that is open', 'a.1.1', () => 0, 'gate', /gate is open/, (v) => v('z.1.1') > 0],
    [
      'a with its sign turned',
      'a.1.1',
      (v) => -v('z.1.1'),
      'sign',
      /does not turn the sign/,
      (v) => v('z.1.1') < 0,
    ],
    [
      'the output’s z made of z',
      'z.2.1',
      (v) => [1, 2, 3].reduce((sum, j) => sum + v(`w.2.1.${j}`) * v(`z.1.${j}`), v('b.2.1')),
      'gate',
      /made of the sums/,
    ],
    ['ŷ without the sigmoid', 'yhat', (v) => v('z.2.1'), 'squash', /sum itself/],
    [
      'ŷ with the minus lost',
      'yhat',
      (v) => 1 / (1 + Math.exp(v('z.2.1'))),
      'sign',
      /one minus the prediction/,
    ],
    ['the loss without its minus', 'loss', (v) => -v('loss'), 'sign', /minus before the logarithm/],
    [
      'the loss of the other target',
      'loss',
      (v) => -Math.log(v('y') === 1 ? 1 - v('yhat') : v('yhat')),
      'target',
      /other thing happened/,
    ],
    ['y − ŷ', 'dz.2.1', (v) => v('y') - v('yhat'), 'sign', /minus the target/],
    [
      '∂L/∂z with the slope once more',
      'dz.2.1',
      (v) => (v('yhat') - v('y')) * v('yhat') * (1 - v('yhat')),
      'slope',
      /twice/,
    ],
    [
      '∂L/∂ŷ in place of ∂L/∂z: the slope forgotten',
      'dz.2.1',
      (v) => (v('y') === 1 ? -1 / v('yhat') : 1 / (1 - v('yhat'))),
      'slope',
      /still to be multiplied by the slope/,
    ],
    [
      '∂L/∂w with its sign turned',
      'dw.2.1.1',
      (v) => -v('dw.2.1.1'),
      'sign',
      /sign is turned/,
      (v) => v('a.1.1') > 0,
    ],
    [
      '∂L/∂w of a shut unit by z',
      'dw.2.1.1',
      (v) => v('dz.2.1') * v('z.1.1'),
      'gate',
      /made of the sum/,
      (v) => v('a.1.1') === 0,
    ],
    [
      '∂L/∂w by the weight',
      'dw.2.1.1',
      (v) => v('dz.2.1') * v('w.2.1.1'),
      'index',
      /multiplied by the weight/,
    ],
    [
      '∂L/∂w of another unit',
      'dw.2.1.1',
      (v) => v('dw.2.1.2'),
      'index',
      /That is ∂L\/∂w₂/,
      (v) => v('a.1.2') > 0,
    ],
    [
      '∂L/∂z₁ through a shut gate',
      'dz.1.1',
      (v) => v('dz.2.1') * v('w.2.1.1'),
      'gate',
      /gate is forgotten/,
      (v) => v('a.1.1') === 0,
    ],
    ['∂L/∂z₁ shut that is open', 'dz.1.1', () => 0, 'gate', /gate is open/, (v) => v('a.1.1') > 0],
    [
      '∂L/∂z₁ with its sign turned',
      'dz.1.1',
      (v) => -v('dz.1.1'),
      'sign',
      /that weight’s sign/,
      (v) => v('a.1.1') > 0,
    ],
    [
      '∂L/∂z₁ without its weight',
      'dz.1.1',
      (v) => v('dz.2.1'),
      'factor',
      /weight is forgotten/,
      (v) => v('a.1.1') > 0,
    ],
    [
      '∂L/∂z₁ through another weight',
      'dz.1.1',
      (v) => v('dz.2.1') * v('w.2.1.2'),
      'index',
      /weight of unit 2/,
    ],
    [
      '∂L/∂w₁₁ by the other input',
      'dw.1.1.1',
      (v) => v('dz.1.1') * v('x.2'),
      'index',
      /That is ∂L\/∂w₁₂/,
      (v) => v('a.1.1') > 0,
    ],
    [
      '∂L/∂w₁₁ of another unit',
      'dw.1.1.1',
      (v) => v('dz.1.2') * v('x.1'),
      'index',
      /That is ∂L\/∂w₂₁/,
      (v) => v('a.1.2') > 0,
    ],
    [
      '∂L/∂w₁₁ through a shut gate',
      'dw.1.1.1',
      (v) => v('da.1.1') * v('x.1'),
      'gate',
      /gate is forgotten/,
      (v) => v('a.1.1') === 0,
    ],
    [
      '∂L/∂b₁ times the bias',
      'db.1.1',
      (v) => v('dz.1.1') * v('b.1.1'),
      'factor',
      /multiplied by the bias/,
      (v) => v('a.1.1') > 0,
    ],
    ['a step the wrong way', 'b.2.1+', (v) => v('b.2.1') + v('eta') * v('db.2.1'), 'way', /wrong way/],
    [
      'a step without the rate',
      'b.2.1+',
      (v) => v('b.2.1') - v('db.2.1'),
      'rate',
      /learning rate is forgotten/,
    ],
    ['no step', 'b.2.1+', (v) => v('b.2.1'), 'unmoved', /stood before/],
    ['the step alone', 'b.2.1+', (v) => -v('eta') * v('db.2.1'), 'factor', /step alone/],
    ['the point moved', 'loss', (v) => v('loss') * 10, 'point', /decimal point/],
  ];

  const named = cases.map(([name, id, typed, kind, words, when = () => true]) => ({
    name,
    id,
    typed,
    kind,
    words,
    when,
  }));

  test.each(named)('$name', ({ id, typed, kind, words, when }) => {
    // Where two slips come to the same number the likelier is told of: some network tells this one from all others.
    const told = tasks
      .filter((task) => when(numbersOf(task)))
      .map((task) => answered(task, id, typed(numbersOf(task))))
      .filter((verdict) => verdict.kind !== 'right');
    expect(told.length).toBeGreaterThan(3);
    for (const verdict of told) expect(['slip', 'coarse']).toContain(verdict.kind);
    const matching = told.filter((verdict) => verdict.kind === 'slip' && verdict.slip.kind === kind);
    expect(matching.length).toBeGreaterThan(told.length / 2);
    for (const verdict of matching.slice(0, 1)) expect(wordsFor(verdict)).toMatch(words);
  });

  test('an answer right from one’s own wrong number is told from a slip of its own', () => {
    const task = first((v) => v('a.1.1') > 0);
    const own = (id: string): number | undefined => (id === 'dz.2.1' ? 7.31 : undefined);
    const text = (7.31 * task.values.get('a.1.1')!).toFixed(4);
    expect(judge(task, blankOf(task, 'dw.2.1.1'), text, own).kind).toBe('carried');
    expect(judge(task, blankOf(task, 'dw.2.1.1'), text).kind).toBe('wrong');
  });
});
