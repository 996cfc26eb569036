import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/01-concept/scenes.ts';
import { figureNamed } from '@/figures/index.ts';
import { LOSS_CURVE_DIALS } from '@/figures/loss-curve/dials.ts';
import { drawingOf } from '@/figures/loss-curve/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { passes } from '@/figures/layout/index.ts';
import { BOXES, drawn, expectSound } from './rendered.ts';
import { misplaced, textsIn } from './texts.ts';

const at = (dials: Partial<typeof LOSS_CURVE_DIALS>, settings: Settings = DEFAULTS) =>
  drawingOf(
    frameOf(readingOf(settings), momentOf({ figure: 'loss-curve', dials }), LOSS_CURVE_DIALS),
    770,
    576,
  );

/** The points of a path, in the chart's own numbers. */
const pointsOf = (path: string, { x, y }: ReturnType<typeof at>): readonly (readonly [number, number])[] =>
  [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, px, py]) => [
    (Number(px) - x(0)) / (x(1) - x(0)),
    (Number(py) - y(0)) / (y(1) - y(0)),
  ]);

describe('the loss curve', () => {
  test('is −ln ŷ if it rained and −ln(1 − ŷ) if it stayed dry, both drawn', () => {
    const chart = at({ drawn: 1 });
    const [rain, dry] = chart.outcomes.map(({ path }) => pointsOf(path, chart));
    expect(rain!.length).toBeGreaterThan(100);
    for (const [p, loss] of rain!.slice(1, -1)) expect(loss).toBeCloseTo(-Math.log(p), 1);
    for (const [p, loss] of dry!.slice(1, -1)) expect(loss).toBeCloseTo(-Math.log(1 - p), 1);
    expect(chart.outcomes.map(({ isToday }) => isToday)).toEqual([true, false]);
  });

  test('ends at the upper edge, where a curve has no end', () => {
    const chart = at({ drawn: 1 });
    const highest = Math.max(...pointsOf(chart.outcomes[0]!.path, chart).map(([, loss]) => loss));
    expect(highest).toBeCloseTo(chart.y.domain[1], 2);
  });

  test('has one more curve for a target between the two', () => {
    expect(at({ drawn: 1 }).between).toBeUndefined();
    const chart = at({ drawn: 1 }, { ...DEFAULTS, y: 0.3 });
    const lowest = pointsOf(chart.between!, chart).reduce((a, b) => (a[1] < b[1] ? a : b));
    expect(lowest[0]).toBeCloseTo(0.3, 1);
  });

  test('has its point where the network stands, and says so where that is above the chart', async () => {
    expect(at({}).own).toMatchObject({ prediction: 0.5049998333399998, isAbove: false });
    const wrong = { ...DEFAULTS, y: 0, theta: DEFAULTS.theta.with(12, 5) };
    const { own } = at({}, wrong);
    expect(own.isAbove).toBe(true);
    expect(own.price).toBeGreaterThan(5);
    const entry = figureNamed('loss-curve');
    expect(await drawn(entry, scenes, 4, wrong, [770, 576])).toContain('↑');
  });

  test('goes down its ladder by the same price each time', () => {
    for (const y of [0, 1]) {
      const { rungs } = at({ probe: 1, ladder: 2, top: 7.6 }, { ...DEFAULTS, y });
      expect(rungs.map(({ prediction }) => Math.abs(prediction - (1 - y)).toFixed(3))).toEqual([
        '0.100',
        '0.010',
        '0.001',
      ]);
      for (const { more } of rungs.slice(1)) expect(more).toBeCloseTo(Math.LN10, 10);
      for (const { isAbove } of rungs) expect(isAbove).toBe(false);
    }
  });

  test('gives the hand what it has set, and something to begin with', () => {
    expect(at({ hand: 1 }).tried?.prediction).toBe(0.9);
    expect(at({ hand: 1 }, { ...DEFAULTS, 'loss.try': 0.2 }).tried?.price).toBeCloseTo(-Math.log(0.2), 12);
    expect(at({ hand: 0 }).tried).toBeUndefined();
  });

  test('names the point where no curve runs, and both where another is tried', async () => {
    const faults: string[] = [];
    // From less than even odds to more: the bias of the output moves the prediction.
    for (const bias of [-0.5, -0.2, 0, 0.1])
      for (const y of [0, 1])
        for (const box of BOXES.filter(([, height]) => height >= 255))
          for (const read of [4, 8]) {
            const settings = { ...DEFAULTS, y, theta: DEFAULTS.theta.with(12, bias) };
            const body = await drawn(figureNamed('loss-curve'), scenes, read, settings, box);
            const where = `${bias} and ${y} at ${read} in ${box.join(' × ')}`;
            const curves = [...body.matchAll(/class="curve[^"]*" d="M([^"]+)"/g)].map(([, d]) =>
              d!.split('L').map((point) => {
                const [x, y] = point.split(',').map(Number);
                return { x: x!, y: y! };
              }),
            );
            const texts = textsIn(body);
            const named = texts.findIndex(({ text }) => /network(: |$)/.test(text));
            if (named < 0) {
              faults.push(`no name, ${where}`);
              continue;
            }
            for (const { text, box: own } of texts.slice(
              named,
              named + (texts[named]!.text === 'network' ? 1 : 2),
            ))
              if (curves.some((curve) => passes(curve, own))) faults.push(`a curve in «${text}», ${where}`);
            faults.push(
              ...misplaced(body, box)
                .filter((fault) => /network|you try/.test(fault))
                .map((fault) => `${fault}, ${where}`),
            );
            expect(body.includes('you try ')).toBe(read === 8);
          }
    expect(faults).toEqual([]);
  });

  test('is sound for every setting, in every box', { timeout: 40_000 }, async () => {
    await expectSound(figureNamed('loss-curve'), scenes, [3.4, 4, 5, 5.5, 6, 7, 8]);
  });
});
