import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { scenes } from '@content/chapters/04-training/scenes.ts';
import { figures } from '@/figures/index.ts';
import { RUN_DIALS } from '@/figures/training-run/dials.ts';
import { widthOf } from '@/figures/layout/index.ts';
import { drawingOf } from '@/figures/training-run/drawing.ts';
import { linesOf } from '@/figures/training-run/lines.ts';
import { carried, curveOf, runModel, stepAt, type RunModel } from '@/figures/training-run/model.ts';
import * as notes from '@/figures/training-run/notes.ts';
import { fetchNotes } from '@/figures/training-run/notes.svelte.ts';
import { runDescription } from '@/figures/training-run/words.ts';
import { RUN_STEPS } from '@/story/essay.ts';
import { formatFit } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { guessBySliders, KNOTS } from '@/story/guess.ts';
import { keptOf } from '@/story/kept.ts';
import { readingOf } from '@/story/reading.ts';
import { runEvents } from '@/story/run-events.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { shareOfStep } from '@/story/step-axis.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { overlap } from './drawn.ts';
import { BOXES, drawn, faultsOf, trying } from './rendered.ts';

// Hundreds of runs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

const modelOf = (settings: Settings, told = 0): RunModel =>
  runModel(
    frameOf(
      readingOf(settings),
      momentOf({ figure: 'training-run', cursor: 'loss', dials: { told } }),
      RUN_DIALS,
    ),
    notes,
  );

beforeAll(fetchNotes);

const guess = guessBySliders([0.6, 0.5, 0.4], 0.68, 0.8);
const whole: Partial<Settings> = { 'run.seen': RUN_STEPS };

describe('how far the run has been told', () => {
  test('not at all at first; as far as it was run; or as far as the scroll is', () => {
    expect(modelOf(DEFAULTS)).toMatchObject({ told: 0, isAsking: true, isOver: false });
    expect(modelOf({ ...DEFAULTS, step: 37 })).toMatchObject({ told: 37, isAsking: false, isOver: false });
    expect(modelOf({ ...DEFAULTS, step: 2, ...whole })).toMatchObject({ told: 200, step: 2, isOver: true });
    expect(modelOf(DEFAULTS, 1)).toMatchObject({ told: 200, step: 0, isOver: true });
    expect(modelOf(DEFAULTS, 0.5).told).toBeCloseTo(Math.sqrt(201) - 1, 9);
  });

  test('carries who has touched nothing along with the scroll, and nobody else', () => {
    const at = (changes: Partial<Settings>, told: number) => {
      const settings = { ...DEFAULTS, ...changes };
      const moment = momentOf({ figure: 'training-run', cursor: 'loss', dials: { told } });
      return carried(frameOf(readingOf(settings), moment, RUN_DIALS));
    };
    expect([0, 0.5, 1].map((told) => at({}, told).step)).toEqual([0, 13, 200]);
    const last = at({}, 1);
    const run = readingOf(DEFAULTS).run;
    expect(last.known.get('yhat')).toBe(run.quantitiesAt(200).get('yhat'));
    expect(last.known.get('yhat')).toBeGreaterThan(0.999);
    expect(last.known.has('dyhat')).toBe(false);
    expect(last.known.get('eta')).toBe(0.5);
    expect(at({ step: 3 }, 1).step).toBe(3);
    expect(at(whole, 1).step).toBe(0);
  });

  test('before it, nothing of the answer is drawn, said or hinted at, whatever is set', async () => {
    for (const settings of trying.filter(({ step }) => step === 0)) {
      const model = modelOf(settings);
      const drawing = drawingOf(model, { width: 770, height: 350 }, false, notes);
      expect(drawing.ahead).toBe('');
      expect([drawing.flags, drawing.dots, drawing.stretches]).toEqual([[], [], []]);
      expect(drawing.rows.flatMap(({ open }) => open.map(([from, to]) => to - from))).toEqual(
        drawing.rows.flatMap(({ open }) => open.map(() => 0)),
      );
      expect(runDescription(model)).toContain('not run yet');
      // The height of the chart is that of another run with the same start.
      const other = modelOf({ ...settings, eta: settings.eta === 0.25 ? 3 : 0.25 });
      expect(drawingOf(other, { width: 770, height: 350 }, false, notes).y.ticks).toEqual(drawing.y.ticks);
      const html = (await drawn(figures['training-run'], scenes, 0.5, settings, [770, 576])).replace(
        /<svg class="lines[^]*/,
        '',
      );
      expect(html).not.toMatch(/unit \d (off|on)|below 0|slowest|shut (at|from|so)/);
    }
  });

  test('no more than has been told is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: RUN_STEPS }), (seed, step) => {
        const settings = { ...settingsFor(seed), step, 'run.guess': guess };
        const model = modelOf(settings);
        const drawing = drawingOf(model, { width: 700, height: 340 }, true, notes);
        const edge = drawing.now.x + 0.01;
        const xs = [...`${drawing.done}${drawing.ahead}`.matchAll(/[ML]([\d.-]+),/g)].map(([, x]) =>
          Number(x),
        );
        expect(Math.max(...xs)).toBeLessThanOrEqual(edge);
        for (const { event } of drawing.flags) expect(event.step).toBeLessThanOrEqual(step);
        for (const { open, shuts } of drawing.rows)
          for (const x of [...open.flat(), ...shuts]) expect(x).toBeLessThanOrEqual(edge);
        if (model.gap) expect(model.gap.step).toBeLessThanOrEqual(step);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the drawing', () => {
  test('has every loss of the run where the axes say, for 200 networks', () => {
    for (let seed = 0; seed < 200; seed++) {
      const settings = { ...settingsFor(seed), ...whole };
      const model = modelOf(settings);
      const { y, layout, done, ahead } = drawingOf(model, { width: 771, height: 360 }, false, notes);
      const { run } = readingOf(settings);
      const points = [...`${done}${ahead}`.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, px, py]) => [
        Number(px),
        Number(py),
      ]);
      for (const step of [0, 1, 2, 50, 199, 200]) {
        const x = layout.left + shareOfStep(step) * (layout.right - layout.left);
        const loss = run.quantitiesAt(step).get('loss')!;
        const found = points.find(([px]) => Math.abs(px! - x) < 0.02)!;
        expect(Math.abs(found[1]! - y.place(loss))).toBeLessThan(0.02);
        expect(loss).toBeLessThanOrEqual(y.domain[1]);
      }
    }
  });

  test('keeps flags off one another and inside the chart, on every box, for whatever is set', () => {
    for (const [i, settings] of trying.entries()) {
      const [width, height] = BOXES[i % BOXES.length]!;
      const kept = i % 3 === 0 ? keptOf(settingsFor(i)) : [];
      const model = modelOf({ ...settings, ...whole, 'run.kept': kept, 'run.guess': i % 2 ? guess : [] });
      const { flags, layout } = drawingOf(model, { width, height: Math.min(height, 380) }, true, notes);
      flags.forEach(({ box }, k) => {
        expect(box.left).toBeGreaterThanOrEqual(layout.left);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(layout.bottom);
        for (const other of flags.slice(k + 1)) expect(overlap(box, other.box)).toBe(false);
      });
    }
  });

  test('gates are open where their sums are above zero', () => {
    for (let seed = 0; seed < 60; seed++) {
      const settings = { ...settingsFor(seed), ...whole };
      const { run } = readingOf(settings);
      const { rows, layout } = drawingOf(modelOf(settings), { width: 771, height: 360 }, false, notes);
      const at = (step: number): number => layout.left + shareOfStep(step) * (layout.right - layout.left);
      for (const { unit, open } of rows) {
        for (let step = 0; step < RUN_STEPS; step++) {
          const middle = (at(step) + at(step + 1)) / 2;
          const isDrawn = open.some(([from, to]) => middle > from && middle < to);
          expect(isDrawn, `unit ${unit} at ${step}`).toBe(run.quantitiesAt(step).get(`z.1.${unit}`)! > 0);
        }
      }
    }
  });

  test('of the essay’s run flags what happened', () => {
    const { flags } = drawingOf(
      modelOf({ ...DEFAULTS, ...whole }),
      { width: 771, height: 360 },
      false,
      notes,
    );
    const told = runEvents(readingOf(DEFAULTS).run).filter(({ kind }) => kind !== 'slowest');
    expect(flags.map(({ event }) => event)).toEqual(told);
  });
});

test('a place along the axis leads to the step that lies nearest', () => {
  const model = modelOf({ ...DEFAULTS, ...whole });
  expect([0, 0.4, 1, 3].map((share) => stepAt(model, share))).toEqual([0, 7, 200, 200]);
});

test('between two steps the curve is straight', () => {
  const [first, ...rest] = curveOf({ losses: [4, 2, 1] }, 0, 1.5);
  expect(first).toEqual({ step: 0, loss: 4 });
  expect(rest).toEqual([
    { step: 1, loss: 2 },
    { step: 1.5, loss: 1.5 },
  ]);
});

describe('the thirteen small lines', () => {
  test('say which gradients are zero, and since when nothing moves', () => {
    const model = modelOf({ ...DEFAULTS, step: 200 });
    const { cells, groups } = linesOf(readingOf(DEFAULTS).run, model, 770);
    expect(cells).toHaveLength(13);
    expect(cells.filter(({ isZero }) => isZero).map(({ id }) => id)).toEqual([
      'w.1.3.1',
      'w.1.3.2',
      'b.1.3',
      'w.2.1.3',
    ]);
    expect(groups.map(({ name, words }) => [name, words])).toEqual([
      ['unit 1', 'moves to the end'],
      ['unit 2', 'still since step 2'],
      ['unit 3', 'never moves'],
      ['output', ''],
    ]);
  });

  test('have the names of their groups inside, the narrow last one too', () => {
    for (const width of [270, 500, 528, 560, 770])
      for (const { name, x } of linesOf(readingOf(DEFAULTS).run, modelOf(DEFAULTS), width).groups)
        expect(x + widthOf(name, 15.5)).toBeLessThanOrEqual(width);
  });

  test('claim no movement at η = 0', () => {
    const settings = { ...DEFAULTS, eta: 0, step: 200 };
    const { groups, words } = linesOf(readingOf(settings).run, modelOf(settings), 340);
    expect(groups.map((group) => group.words)).toEqual(Array.from({ length: 4 }, () => 'never moves'));
    expect(words).not.toContain('moves to');
  });

  test('have as many digits below zero as above it, and room for them', () => {
    const theta = DEFAULTS.theta.map((value, i) => (i % 2 ? -1 : 1) * Math.abs(value));
    for (const width of [270, 340, 500, 600, 770]) {
      const wide = linesOf(
        readingOf({ ...DEFAULTS, theta }).run,
        modelOf({ ...DEFAULTS, theta }),
        width,
      ).cells;
      for (const { value, characters, x, width: room } of wide) {
        const text = formatFit(value, characters, 3);
        expect(text).toContain(formatFit(Math.abs(value), characters - Number(value < 0), 3));
        const next = wide.filter((cell) => cell.x > x + room).map((cell) => cell.x);
        expect(x + widthOf(text, 12.5)).toBeLessThan(Math.min(...next, Infinity));
      }
    }
    expect(formatFit(-10.8246, 5, 3)).toBe('−10.8');
  });

  test('have the values of the step shown, for other networks too', () => {
    for (let seed = 0; seed < 40; seed++) {
      const settings = { ...settingsFor(seed), step: (seed * 37) % 201 };
      const { run } = readingOf(settings);
      for (const { id, value } of linesOf(run, modelOf(settings), 500).cells)
        expect(value).toBe(run.quantitiesAt(settings.step).get(id));
    }
  });
});

test('drawn on a server it is sound at every step, in every box, for whatever is set', async () => {
  for (const [i, settings] of trying.entries()) {
    const tried = {
      ...settings,
      'run.guess': i % 2 ? guess : [],
      'run.kept': i % 3 ? [] : keptOf(settingsFor(i)),
    };
    const [width, height] = BOXES[i % BOXES.length]!;
    for (const read of [0.5, 1.3, 4]) {
      // The network over the chart has a test of its own.
      const html = (await drawn(figures['training-run'], scenes, read, tried, [width, height])).replace(
        /<svg class="network[^]*?<\/svg>/,
        '',
      );
      // Who has touched nothing is carried to a later step by the scroll.
      const step = Number(/data-step="(\d+)"/.exec(html)?.[1]);
      expect(step >= tried.step, `step ${step}`).toBe(true);
      expect(
        faultsOf(html, readingOf({ ...tried, step })),
        `setting ${i} at ${read} in ${width} × ${height}`,
      ).toEqual([]);
    }
  }
}, 300_000);

test('a guess in the link is drawn, and one of the wrong length is not there', () => {
  expect(modelOf({ ...DEFAULTS, 'run.guess': guess }).guess).toHaveLength(KNOTS);
  expect(modelOf(DEFAULTS).guess).toEqual([]);
});
