import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import { scenes } from '@content/chapters/04-training/scenes.ts';
import { forward } from '@/engine/index.ts';
import { figures } from '@/figures/index.ts';
import { SILENCE_DIALS, type SilenceDials } from '@/figures/silence/dials.ts';
import { leakPanel } from '@/figures/silence/leak.ts';
import { momentAt, silenceModel, SPAN, standingOf } from '@/figures/silence/model.ts';
import Silence from '@/figures/silence/Silence.svelte';
import { changeWords, endWords, statusWords } from '@/figures/silence/words.ts';
import { formatFit } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { seriesOf } from '@/story/series.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf, stopsOf } from '@/story/timeline.ts';
import { networkOf } from '@/story/world.ts';
import { WAYS } from '@/story/waking.ts';
import { BOXES, drawn, trying } from './rendered.ts';
import { expectSound, numbersIn, wrongIn } from './shown.ts';
import { misplaced } from './texts.ts';

vi.setConfig({ testTimeout: 120_000 });

const frameAt = (settings: Settings, dials: Partial<SilenceDials> = {}) =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'silence', world: 'woken', cursor: 'dx.2', dials: { ...dials } }),
    SILENCE_DIALS,
  );
const modelOf = (settings: Settings) => silenceModel(frameAt(settings));

const PANELS = ['none', 'days', 'wake', 'leak'] as const;
const huge = [0, 0.5, 1].map((y) => ({
  ...DEFAULTS,
  y,
  x: [5, -5],
  theta: DEFAULTS.theta.map((_, p) => (p % 2 ? -100 : 100)),
}));
const tried: readonly Settings[] = [
  ...trying.slice(0, 90),
  ...huge,
  { ...DEFAULTS, eta: 50, y: 0, x: [5, 5] },
  { ...DEFAULTS, eta: 0 },
  { ...DEFAULTS, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? 5 : value)) },
].flatMap((settings, i): readonly Settings[] => [
  settings,
  { ...settings, 'wake.by': WAYS[i % 3], 'wake.leak': i % 2 ? 'on' : 'off' },
]);

describe('the sums', () => {
  test('are the engine’s, and every push ends where the next point lies', () => {
    for (const settings of tried) {
      const { tracks, run, from } = modelOf(settings);
      for (const { unit, moments } of tracks) {
        moments.forEach(({ step, z, otherZ, push }, i) => {
          expect(step).toBe(from + i);
          const [layer] = forward(
            networkOf(run.world, run.thetaAt(step)),
            run.world.examples[0]!.input,
          ).layers;
          expect(z).toBe(layer!.preActivation[unit - 1]);
          const [other] = forward(
            networkOf(run.world, run.thetaAt(step)),
            run.world.examples[0]!.input.toReversed(),
          ).layers;
          expect(Math.abs(otherZ - other!.preActivation[unit - 1]!)).toBeLessThan(
            1e-9 * Math.max(1, Math.abs(otherZ)),
          );
          const next = moments[i + 1];
          if (next)
            expect(Math.abs(z + push - next.z)).toBeLessThan(1e-9 * Math.max(1, Math.abs(z), Math.abs(push)));
        });
      }
    }
  });

  test('are shown around the step shown, and at the start where the first gate shuts', () => {
    expect(modelOf(DEFAULTS)).toMatchObject({ from: 0, to: SPAN, step: 0 });
    for (const step of [0, 1, 4, 5, 60, 199, 200]) {
      for (const settings of tried.slice(0, 40)) {
        const { from, to, step: at, last } = modelOf({ ...settings, step });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(last);
        expect(at).toBe(Math.min(step, last));
        expect(at >= from && at <= to).toBe(true);
      }
    }
  });

  test('of the essay: unit 2 falls by its own pushes, unit 3 has none', () => {
    const [, two, three] = modelOf(DEFAULTS).tracks;
    expect(two!.moments.slice(0, 3).map(({ z }) => z.toFixed(4))).toEqual(['0.2200', '0.0537', '-0.0478']);
    expect(two!.moments.slice(0, 3).map(({ push }) => Math.sign(push))).toEqual([-1, -1, 0]);
    expect(three!.moments.every(({ push }) => push === 0)).toBe(true);
    expect(endWords(two!)).toBe('shut from step 2 on');
    expect(endWords(three!)).toBe('shut at every step');
  });
});

describe('what is said', () => {
  test('of a unit on two days is what its sums say', () => {
    expect(modelOf(DEFAULTS).tracks.map((track) => standingOf(momentAt(track, 0)!))).toEqual([
      'elsewhere',
      'open',
      'inactive',
    ]);
    const shut = { ...DEFAULTS, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) };
    const { tracks } = modelOf(shut);
    expect(tracks.map((track) => standingOf(momentAt(track, 0)!))).toEqual(['dead', 'dead', 'dead']);
    expect(tracks.map(endWords)).toEqual(Array.from({ length: 3 }, () => 'shut at every step, on both days'));
  });

  test('of the end is what the end is', () => {
    for (const settings of tried) {
      const { tracks, run, last } = modelOf(settings);
      for (const track of tracks) {
        const words = endWords(track);
        const isOpen = run.quantitiesAt(last).get(`z.1.${track.unit}`)! > 0;
        expect(words === 'open at the end').toBe(isOpen);
        const from = /from step (\d+) on/.exec(words)?.[1];
        if (from === undefined) continue;
        const at = (step: number) => run.quantitiesAt(step).get(`z.1.${track.unit}`)! > 0;
        expect(at(Number(from) - 1)).toBe(true);
        for (let step = Number(from); step <= last; step++) expect(at(step)).toBe(false);
      }
    }
  });

  test('of waking holds whether no unit is silent, all are, or others', () => {
    expect(statusWords(modelOf(DEFAULTS))).toBe('Unit 3 is silent at the start. Wake it.');
    const open = { ...DEFAULTS, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? 5 : value)) };
    expect(statusWords(modelOf(open))).toBe('No unit is silent at the start.');
    const by = { ...DEFAULTS, 'wake.by': 'bias' } as const;
    expect(statusWords(modelOf(by))).toBe('Unit 3 starts at z = 0.10: its gate is open.');
    expect(changeWords(modelOf(by))).toBe('with b₃ 0.20 → 0.50');
    const leaky = { ...DEFAULTS, 'wake.leak': 'on' } as const;
    expect(statusWords(modelOf(leaky))).toBe('Leaky: unit 3 still moves, first by 0.0025.');
    const stuck = { ...DEFAULTS, x: [5, 5], theta: DEFAULTS.theta.map(() => -20) };
    expect(statusWords(modelOf(stuck))).toBe('Nothing in its range wakes unit 3.');
  });
});

describe('the drawing', () => {
  const FIRST = stopsOf(scenes).findIndex(({ scene }) => scene.id === 'training-silence');

  test('what has stepped back is still to be seen: paled once, not again inside', async () => {
    // The second step is about unit 2.
    const html = await drawn(figures.silence, scenes, FIRST + 2, DEFAULTS, BOXES[0]);
    const open: number[] = [];
    const seen: number[] = [];
    for (const [tag, opacity] of html.matchAll(/<g(?:\s[^>]*?opacity="([^"]*)")?[^>]*>|<\/g>/g)) {
      if (tag === '</g>') open.pop();
      else open.push(Number(opacity ?? 1));
      seen.push(open.reduce((product, own) => product * own, 1));
    }
    expect(seen.filter((share) => share < 1).length).toBeGreaterThan(0);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0.2);
  });

  test('is sound in every box, for whatever is set, step by step', async () => {
    for (const [i, settings] of tried.entries()) {
      const box = BOXES[i % BOXES.length]!;
      const html = await drawn(figures.silence, scenes, FIRST + 1 + (i % 5), settings, box);
      expectSound(html);
      const reading = readingOf(settings);
      const numbers = numbersIn(html).map((shown) => ({ ...shown, world: 'woken' }));
      expect(wrongIn(numbers, reading), `setting ${i}`).toEqual([]);
    }
  });

  test.each([
    [770, 660],
    [720, 330],
    [448, 600],
    [344, 255],
    [300, 232],
  ] as const)('keeps its words off one another, and within %i × %i', (width, height) => {
    for (const [i, settings] of tried.entries()) {
      const frame = frameAt(settings, { pushed: 1, panel: PANELS[i % 4]! });
      const { body } = render(Silence, { props: { frame, width, height } });
      expect(misplaced(body, [width, height]), `setting ${i}`).toEqual([]);
    }
  });

  test('of the two slopes ends where both runs end', () => {
    for (const settings of tried.slice(0, 40)) {
      const model = modelOf(settings);
      const panel = leakPanel(model, { x: 0, y: 0, width: 700, height: 142 }, true);
      const texts = panel.flatMap((unit) => unit.texts ?? []);
      const written = texts.flatMap(({ parts }) => parts?.map(({ text }) => String(text)) ?? []);
      for (const [i, hidden] of (['relu', 'leakyRelu'] as const).entries()) {
        const run = runOf({ ...model.run.world, hidden });
        const last = Math.min(seriesOf(run).last, 200);
        for (const unit of [1, 2, 3])
          expect(written[(unit - 1) * 3 + 1 + i]).toBe(
            formatFit(run.quantitiesAt(last).get(`z.1.${unit}`)!, 8, 4),
          );
      }
    }
  });

  test('shows a gate opened by hand where there is room for one picture only', () => {
    const of = (settings: Settings): string =>
      render(Silence, { props: { frame: frameAt(settings, { panel: 'wake' }), width: 344, height: 255 } })
        .body;
    expect(of(DEFAULTS)).toContain('its bias');
    const woken = of({ ...DEFAULTS, 'wake.by': 'weight' });
    expect(woken).toContain('with w₃₁ −0.60 → −0.30');
    expect(woken).toContain('trajectory');
  });
});
