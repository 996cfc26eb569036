import { describe, expect, test, vi } from 'vitest';
import { networkFrom, quantities, train } from '@/engine/index.ts';
import { PARAMETERS, RUN_STEPS, SIZES } from '@/story/essay.ts';
import { comparison, differencesFrom, keptOf, keptRun } from '@/story/kept.ts';
import { readingOf } from '@/story/reading.ts';
import { csvOf, jsonOf, recordOf } from '@/story/record.ts';
import { tonesOf, SOUNDS_FOR } from '@/story/run-tones.ts';
import { runSentence } from '@/story/run-words.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { settingsFor } from './networks.ts';

// Dozens of whole runs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

const seeds = Array.from({ length: 12 }, (_, seed) => seed);

describe('the record of a run', () => {
  test('holds at every step what the engine’s own training gives', () => {
    for (const seed of seeds) {
      const settings = settingsFor(seed);
      const example = { input: settings.x, target: [settings.y] };
      const { moments } = train(networkFrom({ sizes: SIZES, theta: settings.theta }), [example], {
        steps: RUN_STEPS,
        learningRate: settings.eta,
      });
      const { columns, rows } = recordOf(readingOf(settings).run);
      expect(rows).toHaveLength(RUN_STEPS + 1);
      for (const { step, theta, loss, predictions } of moments) {
        const row = new Map(columns.map((id, i) => [id, rows[step]![i]]));
        expect(row.get('step')).toBe(step);
        expect(PARAMETERS.map((id) => row.get(id))).toEqual(theta);
        expect(row.get('loss')).toBeCloseTo(loss, 12);
        expect(row.get('yhat')).toBeCloseTo(predictions[0]![0]!, 12);
        const all = quantities(networkFrom({ sizes: SIZES, theta }), example);
        for (const id of columns) if (id !== 'step') expect(row.get(id), id).toBe(all.get(id));
      }
    }
  });

  test('table, CSV and JSON say the same, to the last digit', () => {
    for (const seed of seeds) {
      const { run } = readingOf(settingsFor(seed));
      const { columns, rows } = recordOf(run);
      const [heading, ...lines] = csvOf(run).trim().split('\n');
      expect(heading).toBe(columns.join(','));
      expect(lines.map((line) => line.split(',').map(Number))).toEqual(
        rows.map((row) => row.map((value) => value + 0)),
      );
      const read = JSON.parse(jsonOf(run)) as Record<string, unknown>;
      expect(read['columns']).toEqual(columns);
      expect(read['rows']).toEqual(JSON.parse(JSON.stringify(rows)));
      expect(read['summary']).toBe(runSentence(run));
      expect(read['learningRate']).toBe(run.world.eta);
      expect(read['steps']).toBe(RUN_STEPS);
    }
  });

  test('has every parameter and its gradient, and every number finite', () => {
    const { columns, rows } = recordOf(readingOf(DEFAULTS).run);
    for (const id of PARAMETERS) expect(columns).toEqual(expect.arrayContaining([id, `d${id}`]));
    expect(new Set(columns).size).toBe(columns.length);
    expect(rows.flat().every(Number.isFinite)).toBe(true);
  });
});

describe('a kept run', () => {
  test('is the very run that it was, whatever is changed after', () => {
    const first = settingsFor(3);
    const later = { ...settingsFor(4), 'run.kept': keptOf(first) };
    expect(keptRun(later)).toBe(readingOf(first).run);
    expect(keptRun(first)).toBeUndefined();
  });

  test('what differs is found, and said with where both end', () => {
    const kept = { ...DEFAULTS, 'run.kept': keptOf(DEFAULTS) };
    expect(differencesFrom(kept)).toEqual([]);
    expect(comparison(readingOf(kept))).toContain('Change something');
    const other = { ...kept, eta: 2 };
    expect(differencesFrom(other)).toEqual([{ id: 'eta', kept: 0.5, now: 2 }]);
    expect(comparison(readingOf(other))).toBe(
      'The kept run ends at a loss of 0.0007, this one at 0.0001: η was 0.50 and is 2.00.',
    );
    expect(comparison(readingOf(DEFAULTS))).toBeUndefined();
    expect(comparison(readingOf({ ...settingsFor(5), 'run.kept': keptOf(DEFAULTS) }))).toMatch(
      /numbers differ\.$/,
    );
  });
});

describe('the curve as a tone', () => {
  test('falls where the loss falls, and rises where it rises', () => {
    for (const seed of seeds) {
      const { run } = readingOf(settingsFor(seed));
      const tones = tonesOf(run);
      const losses = run.training().moments.map(({ loss }) => loss);
      tones.forEach(({ step, pitch, at }, i) => {
        expect(step).toBe(i);
        expect(pitch).toSatisfy((hertz: number) => hertz >= 100 && hertz <= 900);
        if (i === 0) return;
        expect(at).toBeGreaterThan(tones[i - 1]!.at);
        const change = losses[i]! - losses[i - 1]!;
        if (Math.abs(change) > 1e-12) expect(Math.sign(pitch - tones[i - 1]!.pitch)).toBe(Math.sign(change));
      });
      expect(tones.at(-1)!.at).toBeCloseTo(SOUNDS_FOR, 10);
    }
  });

  test('of no loss at all stays at the bottom', () => {
    const silent = readingOf({ ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) }).run;
    expect(new Set(tonesOf(silent).map(({ pitch }) => pitch))).toEqual(new Set([110]));
  });
});
