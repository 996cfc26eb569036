import { describe, expect, it } from 'vitest';
import { DEFAULTS, PARAMETERS, RUN_STEPS, type Settings } from '@/story/essay.ts';
import { explain, stepOf, type Explanation, type Subject } from '@/story/explain.ts';
import { expressionOf, shown, shownArithmetic } from '@/story/expression.ts';
import { FACT_SENTENCES } from '@/story/facts.ts';
import { parse } from '@/story/format.ts';
import { runOf, type Run } from '@/story/run.ts';
import { settingsFor } from './networks.ts';

const STEPS = ['0', '1', '2', String(RUN_STEPS)];
const networks: readonly Settings[] = [DEFAULTS, ...Array.from({ length: 60 }, (_, i) => settingsFor(i + 1))];
const GIVEN = /^(x\.|y$|eta$|fact:)/;

const operandsOf = (answer: Explanation): readonly Subject[] =>
  answer.op
    ? expressionOf(answer.op).tokens.flatMap((token) => ('id' in token ? [answer.operand(token.id)] : []))
    : [];

/** What the operands of an explanation give, evaluated as they are displayed, and whether it claims to be exact. */
const byHand = ({ op }: Explanation) => {
  if (!op) return undefined;
  const { operands, result, isExact } = shownArithmetic(op);
  return { result, isExact, computed: shown(op.id, expressionOf(op).evaluate(operands.map(parse))) };
};

/** Where a target between 0 and 1 has been met, ∂L/∂ŷ and ∂L/∂z are the rounding left over from two equal numbers. */
const isRounding = ({ id, value = 0 }: Explanation, { y }: Settings): boolean =>
  /^(dyhat|dz\.2\.1)$/.test(id) && y > 0 && y < 1 && Math.abs(value) < 1e-8;

const idsOf = (run: Run): readonly string[] => {
  const all = [...run.quantitiesAt(0).keys()];
  const raised = all.filter((id) => /^(w|b|x|z|a|yhat)/.test(id));
  return [...all, 'eta', ...raised.map((id) => `effect:${id}`), 'dparam', 'effect:param'];
};

/** What is wrong with one explanation, by itself. */
const faults = (run: Run, answer: Explanation): readonly string[] => {
  const arithmetic = byHand(answer);
  const isStart = PARAMETERS.includes(answer.id) && answer.step === 0;
  return [
    ...(answer.value === undefined || Number.isNaN(answer.value) ? ['no value'] : []),
    ...(answer.rule === '' || answer.words === answer.id ? ['no words'] : []),
    ...(!arithmetic && !isStart && !GIVEN.test(answer.id) ? ['a dead end'] : []),
    ...(arithmetic && arithmetic.result !== answer.text ? ['another result'] : []),
    ...(arithmetic &&
    !isRounding(answer, run.settings) &&
    !(arithmetic.isExact && arithmetic.computed === arithmetic.result)
      ? [`${arithmetic.computed}, not ${arithmetic.result}`]
      : []),
  ];
};

interface Walk {
  readonly run: Run;
  readonly done: Set<string>;
  readonly faults: string[];
  /** Whether to follow a parameter to the step before, and so on to the start. */
  readonly isDeep: boolean;
}

/** Walks all operands down, each number once. */
const crawl = (walk: Walk, subject: Subject, above: readonly string[] = []): void => {
  const key = `${subject.q}@${stepOf(walk.run, subject)}`;
  if (above.includes(key)) walk.faults.push(`${key} leads to itself: ${above.join(' ')}`);
  if (walk.done.has(key)) return;
  walk.done.add(key);
  const answer = explain(walk.run, subject);
  walk.faults.push(...faults(walk.run, answer).map((fault) => `${key}: ${fault}`));
  if (answer.op?.kind === 'update' && !walk.isDeep) return;
  for (const operand of operandsOf(answer)) crawl(walk, operand, [...above, key]);
};

describe('shownArithmetic', () => {
  it('is right as displayed where the prediction is almost certain, for every target', () => {
    for (const [bias, y] of [-20, -15, 15, 16, 20].flatMap((b) => [0, 0.3, 1].map((t) => [b, t] as const))) {
      const theta = DEFAULTS.theta.map((value, i) => (i === 12 ? bias : value));
      const run = runOf({ ...DEFAULTS, theta, y });
      for (const op of run.traceAt(0)) {
        if (op.kind !== 'clear')
          expect(shownArithmetic(op).isExact, `${op.id} at b = ${bias}, y = ${y}`).toBe(true);
      }
    }
  });

  it('does not claim to be exact where a number has outgrown the machine', () => {
    const theta = DEFAULTS.theta.map((value, i) => (i === 12 ? 800 : value));
    const ops = runOf({ ...DEFAULTS, theta, y: 0, eta: 0 }).traceAt(0);
    expect(shownArithmetic(ops.find(({ id }) => id === 'dyhat')!).isExact).toBe(false);
    expect(shownArithmetic(ops.find(({ id }) => id === 'loss')!).isExact).toBe(true);
  });
});

describe('explain', () => {
  it(
    'leads from every number down to inputs, target and parameters, the arithmetic right as displayed',
    { timeout: 60_000 },
    () => {
      networks.forEach((settings, i) => {
        const walk: Walk = { run: runOf(settings), done: new Set(), faults: [], isDeep: i < 3 };
        for (const at of STEPS) for (const q of idsOf(walk.run)) crawl(walk, { q, at });
        expect(walk.faults, JSON.stringify(settings)).toEqual([]);
        expect(walk.done.has(`w.1.1.1@${RUN_STEPS - 1}`)).toBe(walk.isDeep);
      });
    },
  );

  it('shows as operands the numbers that their own explanations show', () => {
    const run = runOf({ ...DEFAULTS, step: 3 });
    for (const q of idsOf(run)) {
      const answer = explain(run, { q });
      if (!answer.op) continue;
      const { tokens } = expressionOf(answer.op);
      for (const token of tokens) {
        if (!('id' in token)) continue;
        const operand = explain(run, answer.operand(token.id));
        expect(operand.value, `${token.id} in ${q}`).toBeCloseTo(token.value, 12);
      }
    }
  });

  it('takes a parameter back through its updates to where it was set', () => {
    const run = runOf({ ...DEFAULTS, step: 2 });
    const trail: (number | undefined)[] = [];
    let answer = explain(run, { q: 'b.2.1' });
    for (; answer.op; answer = explain(run, answer.operand('b.2.1'))) trail.push(answer.value);
    expect([...trail, answer.value]).toEqual([2, 1, 0].map((step) => run.thetaAt(step)[12]));
    expect(answer.rule).toMatch(/set at the start/);
  });

  it('says what a rise does to the loss, with the sign of the gradient, for whatever can be raised', () => {
    for (const settings of networks.slice(0, 12)) {
      const run = runOf(settings);
      for (const q of ['x.1', 'w.1.2.1', 'b.2.1', 'z.1.1', 'a.1.3', 'yhat', 'dw.1.2.1', 'dyhat']) {
        const { effect } = explain(run, { q });
        const gradient = run.quantitiesAt(0).get(q.startsWith('d') ? q : `d${q}`) ?? NaN;
        expect(Math.sign(parse(effect?.text ?? '')), q).toBe(Math.sign(gradient));
      }
    }
    const run = runOf(DEFAULTS);
    for (const q of ['loss', 'y', 'eta', 'gate.1.1', 'slope.2.1', 'effect:b.2.1'])
      expect(explain(run, { q }).effect, q).toBeUndefined();
  });

  it('follows the chosen parameter and the training step that the page shows', () => {
    const run = runOf({ ...DEFAULTS, param: 'b.2.1', step: 5 });
    expect(explain(run, { q: 'dparam' })).toMatchObject({ id: 'db.2.1', step: 5 });
    expect(explain(run, { q: 'yhat', at: '+1' }).step).toBe(6);
    expect(explain(run, { q: 'yhat', at: '0' }).step).toBe(0);
  });

  it('never leaves the run, however far back it is asked', () => {
    const run = runOf(DEFAULTS);
    expect(explain(run, { q: 'w.1.1.1', back: 7 }).step).toBe(0);
    expect(explain(run, { q: 'loss', at: '200', back: -3 }).step).toBe(RUN_STEPS + 1);
  });

  it('says of every fact where it comes from', () => {
    for (const settings of networks.slice(0, 20)) {
      const run = runOf(settings);
      for (const name of Object.keys(FACT_SENTENCES)) {
        const answer = explain(run, { q: `fact:${name}` });
        expect(answer.rule).toBe(FACT_SENTENCES[name]);
        expect(answer.op).toBeUndefined();
      }
    }
  });

  it('gives the change of the loss as a difference that is right as displayed', () => {
    for (const settings of networks) {
      const answer = explain(runOf(settings), { q: 'fact:loss-change' });
      const [after, before] = answer.difference ?? [];
      const computed = parse(after?.text ?? '') - parse(before?.text ?? '');
      expect(Math.abs(computed - (answer.value ?? NaN))).toBeLessThan(5.1e-5);
      expect(parse(answer.text)).toBeCloseTo(computed, 4);
    }
  });

  it('says how the page writes a number where that differs', () => {
    const run = runOf(DEFAULTS);
    expect(explain(run, { q: 'yhat', as: 'percent' }).rule).toMatch(/50\.5\u00a0%/);
    expect(explain(run, { q: 'dz.2.1', as: 'size' }).rule).toMatch(/without its sign/);
  });
});
