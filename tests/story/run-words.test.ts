import { describe, expect, test, vi } from 'vitest';
import { RUN_STEPS } from '@/story/essay.ts';
import { parse } from '@/story/format.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { runEvents } from '@/story/run-events.ts';
import { apart } from '@/story/apart.ts';
import { runSentence, stillOf } from '@/story/run-words.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { worldOf } from '@/story/world.ts';
import { settingsFor } from './networks.ts';

vi.setConfig({ testTimeout: 60_000 });

const runWith = (changes: Partial<Settings>) => readingOf({ ...DEFAULTS, ...changes }).run;

/** Past all bounds of the page, so that its numbers overflow after a step. */
const overflowing = runOf({ ...worldOf('essay', { ...DEFAULTS, y: 0.5 }), hidden: 'identity', eta: 1e50 });

/** All settings that are tried: those of readers, and the corners of what the page allows. */
const tried: readonly Settings[] = [
  ...Array.from({ length: 200 }, (_, seed) => settingsFor(seed)),
  ...[0, 0.5, 1].flatMap((y) =>
    [0, 0.001, 20, 50].map((eta) => ({
      ...DEFAULTS,
      y,
      eta,
      x: [5, -5],
      theta: DEFAULTS.theta.map((w) => w * 20),
    })),
  ),
];

describe('a run in a sentence', () => {
  test('is the essay’s own', () => {
    expect(runSentence(runWith({}))).toBe(
      'In 200 steps the loss fell from 0.6832 to 0.0007; unit 2 went off for good at step 2 and unit 3 was off from the start, and 8 of the 13 parameters did not move after step 2.',
    );
  });

  test('claims nothing at η = 0', () => {
    const text = runSentence(runWith({ eta: 0 }));
    expect(text).toContain('stayed at 0.6832');
    expect(text).toContain('none of the 13 parameters moved at all');
  });

  test('says that it rose where it rose, and what was lowest', () => {
    const text = runSentence(runWith({ y: 0.3, eta: 20 }));
    expect(text).toContain('the loss rose from');
  });

  test('a loss that rounds to 0 is told as one that is too small', () => {
    expect(runSentence(runWith({ theta: DEFAULTS.theta.map(() => 20) }))).toContain(
      '0 (too small for the computer to tell from 0)',
    );
  });

  test('tells what the losses and gates of every step tell, for whatever is set', () => {
    for (const settings of tried) {
      const { run } = readingOf(settings);
      const text = runSentence(run);
      expect(text).not.toMatch(/NaN|Infinity|undefined|—/);
      const losses = run
        .training()
        .moments.slice(0, RUN_STEPS + 1)
        .map(({ loss }) => loss);
      const [first = NaN, last = NaN] = [losses[0], losses.at(-1)];
      const said = /fell|rose|came back|stayed/.exec(text)?.[0];
      const isStill = losses.every((loss) => loss === first);
      expect(said, text).toBe(
        isStill ? 'stayed' : last < first ? 'fell' : last > first ? 'rose' : 'came back',
      );
      const [, from, to] = /(?:fell|rose) from (\S+) to (\S+?)(?=[;,]| \(|\.?$|\.? )/.exec(text) ?? [];
      if (from && to) expect(Math.sign(parse(to) - parse(from))).toBe(Math.sign(last - first));
      for (const unit of [1, 2, 3]) {
        const open = Array.from(
          { length: RUN_STEPS + 1 },
          (_, step) => run.quantitiesAt(step).get(`z.1.${unit}`)! > 0,
        );
        const hasShut = open.includes(false);
        expect(text.includes(`unit ${unit} `), text).toBe(hasShut);
        if (!open.includes(true)) expect(text).toContain(`unit ${unit} was off from the start`);
      }
    }
  });

  test('counts the parameters that stand still', () => {
    for (const settings of tried.slice(0, 60)) {
      const { run } = readingOf(settings);
      const still = run.parameters.filter((_, p) =>
        Array.from({ length: 20 }, (_, i) => 180 + i).every(
          (step) => run.thetaAt(step)[p] === run.thetaAt(step + 1)[p],
        ),
      );
      expect(stillOf(run).count).toBe(still.length);
    }
  });

  test('says where a run ends that overflows', () => {
    const last = overflowing.training().moments.length - 1;
    expect(last).toBeLessThan(RUN_STEPS);
    expect(runSentence(overflowing)).toMatch(/larger than any that a computer holds\.$/);
    expect(runSentence(overflowing)).not.toMatch(/NaN|Infinity/);
  });
});

describe('what happened in a run', () => {
  test('is, in the essay’s own, the two gates, the two goals, the half and the slowest tenth', () => {
    expect(runEvents(runWith({})).map(({ text }) => text)).toEqual([
      'unit 3 off from the start',
      'unit 2 off at step 2',
      'half the loss gone at step 2',
      'below 0.1 at step 5',
      'below 0.01 at step 25',
      'slowest tenth, steps 180 to 200: the loss covers 0.0001',
    ]);
  });

  test('agrees with the quantities of the steps that it names', () => {
    for (const settings of tried) {
      const { run } = readingOf(settings);
      const at = (id: string, step: number): number => run.quantitiesAt(step).get(id)!;
      for (const { kind, step, short, text } of runEvents(run)) {
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
        expect(step).toBeLessThanOrEqual(RUN_STEPS);
        const unit = /unit (\d)/.exec(short)?.[1];
        if (kind === 'off') expect(at(`z.1.${unit}`, step)).toBeLessThanOrEqual(0);
        if (kind === 'on') expect(at(`z.1.${unit}`, step)).toBeGreaterThan(0);
        if ((kind === 'off' || kind === 'on') && step > 0)
          expect(at(`z.1.${unit}`, step - 1) > 0).toBe(kind === 'off');
        if (kind === 'below') expect(at('loss', step)).toBeLessThan(Number(short.split(' ')[1]));
        if (kind === 'halved') expect(at('loss', step)).toBeLessThanOrEqual(at('loss', 0) / 2);
        if (kind === 'rises') expect(at('loss', step)).toBeGreaterThan(at('loss', step - 1));
      }
    }
  });

  test('is told once: no two events have the same words', () => {
    for (const settings of tried) {
      const texts = runEvents(readingOf(settings).run).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('ends with an overflow, in words', () => {
    const last = overflowing.training().moments.length - 1;
    expect(runEvents(overflowing)).toContainEqual(expect.objectContaining({ kind: 'ends', step: last }));
  });
});

test('two numbers that differ are written differently, and two that do not are not', () => {
  expect(apart(0.68320001, 0.68320002)).toEqual(['0.68320001', '0.68320002']);
  expect(apart(0.5, 0.5)).toEqual(['0.50', '0.50']);
  expect(new Set(apart(1e-9, 1.0000001e-9)).size).toBe(2);
});
