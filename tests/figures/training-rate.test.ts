import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import { scenes } from '@content/chapters/04-training/scenes.ts';
import { gradientOf, meanLoss, withParameters } from '@/engine/index.ts';
import { figures } from '@/figures/index.ts';
import { RATE_DIALS, type RateDials } from '@/figures/training-rate/dials.ts';
import { layoutOf } from '@/figures/training-rate/layout.ts';
import { lookOf, rateModel, stillOutcomes, stopBy } from '@/figures/training-rate/model.ts';
import { rateAt, rateX } from '@/figures/training-rate/plot.ts';
import TrainingRate from '@/figures/training-rate/TrainingRate.svelte';
import { huntWords, islandWords, lossText, noteOf } from '@/figures/training-rate/words.ts';
import { parse } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { hasLearned, nearestStop, outcomeAt, PRESETS, ratedAt, STOPS } from '@/story/rates.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf, stopsOf } from '@/story/timeline.ts';
import { networkOf } from '@/story/world.ts';
import { settingsFor } from '../story/networks.ts';
import { BOXES, drawn, faultsOf, trying } from './rendered.ts';
import { misplaced } from './texts.ts';

// Hundreds of runs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 120_000 });

const TWO: Partial<RateDials> = { days: 'two', hunt: 1 };
const modelOf = (settings: Partial<Settings> = {}, dials: Partial<RateDials> = TWO) =>
  rateModel(
    frameOf(
      readingOf({ ...DEFAULTS, ...settings }),
      momentOf({ figure: 'training-rate', dials }),
      RATE_DIALS,
    ),
  );
const days = readingOf(DEFAULTS).in('two-days');
const all = STOPS.map((eta) => outcomeAt(days, eta));

/** Larger than any link can set: what training may come to. */
const huge: readonly Settings[] = [0, 0.3, 0.5, 1].map((y, i) => ({
  ...DEFAULTS,
  y,
  x: [5, -5],
  theta: DEFAULTS.theta.map((_, p) => ((p + i) % 2 ? -100 : 100)),
}));
const settled: readonly Settings[] = [...trying.slice(0, 80), ...huge];

describe('the rates', () => {
  test('go from one end of the dial to the other, with all that the text names among them', () => {
    expect(STOPS).toEqual(STOPS.toSorted((a, b) => a - b));
    expect([STOPS[0], STOPS.at(-1), STOPS.length]).toEqual([0.001, 30, 156]);
    for (const eta of [...PRESETS, 0.001, 2, 30]) expect(STOPS[nearestStop(eta)]).toBe(eta);
    expect(nearestStop(1000)).toBe(STOPS.length - 1);
  });

  test('are run as plain gradient descent runs', () => {
    for (const [seed, eta] of [
      [1, 0.03],
      [2, 0.7],
      [3, 4.2],
      [4, 20],
    ] as const) {
      const { world } = readingOf(settingsFor(seed)).in('two-days');
      let network = networkOf(world);
      let theta = world.theta;
      const losses = [meanLoss(network, world.examples)];
      for (let step = 0; step < 40; step++) {
        const { gradient } = gradientOf(network, world.examples);
        theta = theta.map((value, p) => value - eta * gradient[p]!);
        network = withParameters(network, theta);
        losses.push(meanLoss(network, world.examples));
      }
      const rated = ratedAt(readingOf(settingsFor(seed)).in('two-days'), eta);
      losses.forEach((loss, step) => expect(rated.losses[step]).toBeCloseTo(loss, 8));
    }
  });

  test('do to the essay’s two days what the figure is laid out for', () => {
    expect(modelOf().presets.map(({ verdict }) => verdict.behaviour)).toEqual([
      'creeps',
      'converges',
      'overshoots',
      'kills',
      'oscillates',
    ]);
    expect(ratedAt(days, 5).losses.at(-1)).toBeCloseTo(Math.LN2, 12);
  });

  test('on day one alone leave less and less, up to the end of the dial, as the text says', () => {
    const left = STOPS.map((eta) => outcomeAt(readingOf(DEFAULTS).run, eta).verdict.lastLoss);
    left.slice(1).forEach((loss, i) => expect(loss).toBeLessThan(left[i]!));
  });

  test('on both days have some that learn above others that kill, as the text says', () => {
    const killer = all.findIndex(({ verdict }) => verdict.behaviour === 'kills');
    const island = all.findIndex((one, i) => i > killer && hasLearned(one));
    expect(all.slice(island).some(({ verdict }) => verdict.behaviour === 'kills')).toBe(true);
    expect(islandWords(all)).toBe('η = 3 leaves no unit open, and 3.2 learns. That is luck, not a rule.');
    expect(islandWords(all.slice(1))).toBeUndefined();
  });
});

describe('the hunt', () => {
  const said = (eta: number): string => huntWords(modelOf({ 'rate.eta': eta }), all);

  test('is over at the rate that no other beats, and tells how many do', () => {
    const steps = all.filter(hasLearned).map(({ below }) => below!);
    expect(Math.min(...steps)).toBe(7);
    expect(said(2)).toBe('Under 0.1 at step 7: no rate is faster. Found.');
    expect(said(4.2)).toBe(
      `Under 0.1 at step 9; ${steps.filter((step) => step < 9).length} rates are faster.`,
    );
    expect(said(5)).toBe('η = 5 leaves no unit open: turn it down.');
    expect(said(0.01)).toBe('Not under 0.1 in 200 steps.');
  });

  test('does not count a run that got there and died', () => {
    const [quick] = all.filter(hasLearned);
    expect(hasLearned({ ...quick!, verdict: { ...quick!.verdict, deadFrom: 150 } })).toBe(false);
    expect(hasLearned({ ...quick!, below: undefined })).toBe(false);
  });

  test('says so where it cannot be won, and while the map is being made', () => {
    const soft = modelOf({ y: 0.5 });
    const none = STOPS.map((eta) => outcomeAt(soft.run, eta));
    expect(huntWords(soft, none)).toBe('No loss on these targets is under 0.1.');
    const shut = modelOf({ theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) });
    const dead = STOPS.map((eta) => outcomeAt(shut.run, eta));
    expect(huntWords(shut, dead)).toBe('No rate gets under 0.1 with a unit left open.');
    expect(huntWords(modelOf(), all.slice(0, 45))).toBe('Trying every rate: 45 of 156.');
  });
});

describe('what is said of a run', () => {
  test('is what its numbers are, whatever is set', () => {
    for (const settings of [...settled, ...Array.from({ length: 60 }, (_, i) => settingsFor(i))]) {
      for (const world of ['essay', 'two-days'] as const) {
        const run = readingOf(settings).in(world);
        for (const eta of [0.001, 0.5, 5, 30]) {
          const rated = ratedAt(run, eta);
          const { losses, verdict } = rated;
          const note = noteOf(rated);
          const [, peak, at] = /^up to ([\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+) at step (\d+)$/.exec(note) ?? [];
          if (peak !== undefined) {
            expect(Math.max(...losses)).toBe(losses[Number(at)]);
            expect(lossText(losses[Number(at)]!)).toBe(peak);
            expect(losses[Number(at)]).toBeGreaterThan(losses[0]!);
          }
          if (verdict.behaviour === 'converges' || verdict.behaviour === 'overshoots')
            expect(losses.at(-1)).toBeLessThan(losses[0]!);
          if (verdict.behaviour === 'rests') expect(new Set(losses).size).toBe(1);
          const text = lossText(verdict.lastLoss);
          expect(text).not.toMatch(/NaN|Infinity|—/);
          if (verdict.lastLoss > 1e-300) expect(parse(text) / verdict.lastLoss).toBeCloseTo(1, 1);
        }
      }
    }
  });
});

describe('the drawing', () => {
  const FIRST = stopsOf(scenes).findIndex(({ scene }) => scene.id === 'training-rate');

  test('is sound in every box, for whatever is set, step by step', async () => {
    for (const [i, settings] of settled.entries()) {
      const box = BOXES[i % BOXES.length]!;
      const set = i % 3 === 0 ? { ...settings, 'rate.eta': [0.001, 4.3, 30][(i % 9) / 3] } : settings;
      const html = await drawn(figures['training-rate'], scenes, FIRST + (i % 5) + 1, set, box);
      expect(faultsOf(html, readingOf(set)), `setting ${i}`).toEqual([]);
    }
  });

  test('keeps its words off one another, and within its box, in boxes of every shape', () => {
    for (const [i, settings] of settled.slice(0, 60).entries()) {
      const dials = { ...TWO, days: i % 2 ? 'one' : 'two', power: [-3, -0.3, 0.7, 1.4][i % 4]! } as const;
      // The runs are the same in every box: they are made once.
      const frame = frameOf(readingOf(settings), momentOf({ figure: 'training-rate', dials }), RATE_DIALS);
      for (const [width, height] of [
        [770, 660],
        [700, 576],
        [448, 600],
        [720, 330],
        [344, 255],
        [300, 232],
      ] as const) {
        const { body } = render(TrainingRate, { props: { frame, width, height } });
        expect(misplaced(body, [width, height]), `setting ${i} in ${width} × ${height}`).toEqual([]);
      }
    }
  });

  test('tells by form whether units are left, and what swings', () => {
    const looks = Object.fromEntries(all.map((one) => [one.eta, lookOf(one)]));
    expect([0.5, 4.2, 5, 20].map((eta) => looks[eta])).toEqual(['alive', 'alive', 'dead', 'swings']);
    const { body } = render(TrainingRate, {
      props: {
        frame: frameOf(readingOf(DEFAULTS), momentOf({ figure: 'training-rate', dials: TWO }), RATE_DIALS),
        width: 770,
        height: 640,
      },
    });
    const marks = (name: string): number =>
      (new RegExp(`class="${name}[^"]*" d="([^"]*)"`).exec(body)?.[1]?.match(/M/g) ?? []).length;
    const of = (look: string): number => stillOutcomes(days).filter((one) => lookOf(one) === look).length;
    expect([marks('alive'), marks('rim'), marks('hole'), marks('swing')]).toEqual([
      of('alive'),
      of('dead'),
      of('dead'),
      of('swings'),
    ]);
  });

  test('has the dial’s place for every rate, and the rate for every place', () => {
    const { map } = layoutOf(770, 640);
    for (const eta of STOPS) expect(STOPS[nearestStop(rateAt(rateX(eta, map), map))]).toBe(eta);
    expect(rateAt(-50, map)).toBeCloseTo(0.001, 12);
    expect(rateAt(5000, map)).toBeCloseTo(30, 9);
  });

  test('is turned by keys from stop to stop, and stays on the dial', () => {
    expect(stopBy(5, 1)).toBe(5.5);
    expect(stopBy(5, -1)).toBe(4.8);
    expect(stopBy(5, -Infinity)).toBe(0.001);
    expect(stopBy(28, 10)).toBe(30);
    expect(stopBy(4.3, -1)).toBe(4.2);
  });
});
