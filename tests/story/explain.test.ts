import { describe, expect, it } from 'vitest';
import { RUN_STEPS } from '@/story/essay.ts';
import { explain } from '@/story/explain.ts';
import { shownArithmetic } from '@/story/expression.ts';
import { FACT_NAMES, factOf } from '@/story/facts.ts';
import { parse } from '@/story/format.ts';
import { workingOf } from '@/story/narrate.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { WORLD_NAMES, worldOf } from '@/story/world.ts';
import { crawl, idsOf, networks, operandsOf, STEPS, walkThrough, type Walk } from './crawl.ts';
import { ACTIVATIONS, readingOnly, worldWith } from './worlds.ts';

describe('shownArithmetic', () => {
  it('is right as displayed where the prediction is almost certain, for every target', () => {
    for (const [bias, y] of [-20, -15, 15, 16, 20].flatMap((b) => [0, 0.3, 1].map((t) => [b, t] as const))) {
      const { run } = readingOf({ ...DEFAULTS, theta: DEFAULTS.theta.with(12, bias), y });
      for (const op of run.traceAt(0)) {
        if (op.kind !== 'clear')
          expect(shownArithmetic(op).isExact, `${op.id} at b = ${bias}, y = ${y}`).toBe(true);
      }
    }
  });

  it('does not claim to be exact where a number has outgrown the machine', () => {
    const { run } = readingOf({ ...DEFAULTS, theta: DEFAULTS.theta.with(12, 800), y: 0, eta: 0 });
    const exact = (id: string): boolean =>
      shownArithmetic(run.traceAt(0).find((op) => op.id === id)!).isExact;
    expect([exact('dyhat'), exact('loss')]).toEqual([false, true]);
  });

  it('does not claim to be exact where two numbers have cancelled', () => {
    const theta = DEFAULTS.theta.with(12, -1.1);
    const yhat = readingOf({ ...DEFAULTS, theta })
      .run.quantitiesAt(0)
      .get('yhat')!;
    const run = readingOf({ ...DEFAULTS, theta, y: yhat + 2 ** -54 }).in('squared');
    const op = run.traceAt(0).find(({ id }) => id === 'dyhat')!;
    expect(op.value).toBeLessThan(0);
    expect(workingOf(op)).toMatch(/^≈ /);
  });
});

describe('explain', () => {
  it.each(WORLD_NAMES)(
    'leads from every number down to inputs, target and parameters, the arithmetic right as displayed: %s',
    { timeout: 60_000 },
    (world) => {
      const isEssay = world === 'essay';
      networks.slice(0, isEssay ? 61 : 17).forEach((settings, i) => {
        // The essay's own run is walked through from its end, a few others from nearer their start.
        const from = i === 0 && isEssay ? RUN_STEPS : 20;
        const isDeep = i < (isEssay ? 3 : 1);
        const some = STEPS.filter((_, s) => s % 2 === i % 2).slice(0, isEssay ? 2 : 1);
        const steps = isDeep ? ['0', '1', '2', String(from)] : some;
        const { faults, done } = walkThrough(settings, world, steps, isDeep);
        expect(faults.slice(0, 5), JSON.stringify(settings)).toEqual([]);
        expect(done.size).toBeGreaterThan(60);
        // What is held has had no updates.
        if (!worldOf(world, settings).held) expect(done.has(`w.1.1.1@${from - 1}`)).toBe(isDeep);
      });
    },
  );

  it('of a mean leads to each example’s own, times its share', () => {
    const reading = readingOf(DEFAULTS);
    for (const q of ['loss', 'dw.1.1.1', 'db.2.1']) {
      const answer = explain(reading, { q, world: 'two-days' });
      expect(operandsOf(answer).map((operand) => operand.q)).toEqual([`${q}@0`, 'share', `${q}@1`, 'share']);
      expect(answer.rule).toMatch(/^The mean/);
    }
    expect(explain(reading, { q: 'share', world: 'two-days' })).toMatchObject({ value: 0.5, symbol: '1/n' });
  });

  it('stays in the world that it was asked in', () => {
    const reading = readingOf(DEFAULTS);
    const answer = explain(reading, { q: 'z.3.1', world: 'three-layers' });
    expect(answer.sizes).toEqual([2, 3, 3, 1]);
    expect(answer.words).toBe('the sum z of the output unit');
    for (const operand of operandsOf(answer)) expect(operand.world).toBe('three-layers');
    expect(explain(reading, { q: 'w.3.1.2', world: 'three-layers' }).effect?.subject.world).toBe(
      'three-layers',
    );
    expect(() => explain(reading, { q: 'z.3.1' })).toThrow('z.3.1');
    const losses = WORLD_NAMES.map((world) => explain(reading, { q: 'loss', world }).value);
    expect(losses).toEqual(WORLD_NAMES.map((world) => reading.in(world).quantitiesAt(0).get('loss')));
  });

  it('takes a parameter back through its updates to where it was set', () => {
    const reading = readingOf({ ...DEFAULTS, step: 2 });
    const trail: (number | undefined)[] = [];
    let answer = explain(reading, { q: 'b.2.1' });
    for (; answer.op; answer = explain(reading, answer.operand('b.2.1'))) trail.push(answer.value);
    expect([...trail, answer.value]).toEqual([2, 1, 0].map((step) => reading.run.thetaAt(step)[12]));
    expect(answer.rule).toMatch(/set at the start/);
  });

  it('says what a rise does to the loss, with the sign of the gradient, for whatever can be raised', () => {
    for (const settings of networks.slice(0, 12)) {
      const reading = readingOf(settings);
      for (const q of ['x.1', 'w.1.2.1', 'b.2.1', 'z.1.1', 'a.1.3', 'yhat', 'dw.1.2.1', 'dyhat']) {
        const { effect } = explain(reading, { q });
        const gradient = reading.run.quantitiesAt(0).get(q.startsWith('d') ? q : `d${q}`) ?? NaN;
        expect(Math.sign(parse(effect?.text ?? '')), q).toBe(Math.sign(gradient));
      }
    }
    const reading = readingOf(DEFAULTS);
    for (const q of ['loss', 'y', 'eta', 'gate.1.1', 'slope.2.1', 'effect:b.2.1'])
      expect(explain(reading, { q }).effect, q).toBeUndefined();
  });

  it('follows the chosen parameter and the training step that the page shows', () => {
    const reading = readingOf({ ...DEFAULTS, param: 'b.2.1', step: 5 });
    expect(explain(reading, { q: 'dparam' })).toMatchObject({ id: 'db.2.1', step: 5 });
    expect(explain(reading, { q: 'yhat', at: '+1' }).step).toBe(6);
    expect(explain(reading, { q: 'yhat', at: '0' }).step).toBe(0);
  });

  it('never leaves the run, however far back it is asked', () => {
    const reading = readingOf(DEFAULTS);
    expect(explain(reading, { q: 'w.1.1.1', back: 7 }).step).toBe(0);
    expect(explain(reading, { q: 'loss', at: '200', back: -3 }).step).toBe(RUN_STEPS + 1);
  });

  it('gives every fact its value, with nothing to be worked out, and a sentence of its own', () => {
    for (const world of WORLD_NAMES) {
      for (const settings of networks.slice(0, world === 'essay' ? 20 : 5)) {
        const reading = readingOf(settings);
        const answers = FACT_NAMES.map((name) => explain(reading, { q: `fact:${name}`, world }));
        expect(answers.map(({ value }) => value)).toEqual(
          FACT_NAMES.map((name) => factOf(reading.in(world), settings.step, name)),
        );
        expect(answers.filter(({ op }) => op !== undefined)).toEqual([]);
        expect(new Set(answers.map(({ rule }) => rule)).size).toBe(FACT_NAMES.length);
      }
    }
  });

  it.each(WORLD_NAMES)(
    'gives the change of the loss as a difference that is right as displayed: %s',
    (world) => {
      for (const settings of networks.slice(0, world === 'essay' ? 61 : 15)) {
        const answer = explain(readingOf(settings), { q: 'fact:loss-change', world });
        const [after, before] = answer.difference ?? [];
        const computed = parse(after?.text ?? '') - parse(before?.text ?? '');
        expect(Math.abs(computed - (answer.value ?? NaN))).toBeLessThan(5.1e-5);
        expect(parse(answer.text)).toBeCloseTo(computed, 4);
        for (const [link, step] of [
          [after, 1],
          [before, 0],
        ] as const) {
          const led = explain(readingOf(settings), link!.subject);
          expect([led.id, led.step]).toEqual(['loss', step]);
          expect(led.value).toBe(readingOf(settings).in(world).quantitiesAt(step).get('loss'));
        }
      }
    },
  );

  it('says how the page writes a number where that differs', () => {
    const reading = readingOf(DEFAULTS);
    expect(explain(reading, { q: 'yhat', as: 'percent' }).rule).toMatch(/50\.5\u00a0%/);
    expect(explain(reading, { q: 'dz.2.1', as: 'size' }).rule).toMatch(/without its sign/);
  });
});

describe('explain, of a network with another activation', () => {
  const silent = ACTIVATIONS.filter((hidden) => hidden !== 'relu');

  it.each(silent)('%s never says ReLU, nor gate', (hidden) => {
    for (const settings of networks.slice(0, 6)) {
      const reading = readingOnly(worldWith({ hidden }, settings), settings);
      const walk: Walk = { reading, world: 'essay', done: new Map(), faults: [], isDeep: false };
      for (const q of idsOf(reading.run)) crawl(walk, { q, at: '1' });
      expect(walk.faults).toEqual([]);
      expect(walk.done.has('slope.1.1@1')).toBe(true);
      for (const { rule, words, symbol, op, id } of walk.done.values()) {
        // What is said of the essay's own choices is not said of this network.
        if (id.startsWith('fact:')) continue;
        const said = [rule, words, symbol, ...(op ? [workingOf(op)] : [])].join(' ');
        expect(said, id).not.toMatch(/\bgate|(?<![Ll]eaky )ReLU|max\(/);
      }
    }
  });
});
