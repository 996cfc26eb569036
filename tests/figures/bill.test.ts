import { beforeEach, describe, expect, test, vi } from 'vitest';
import { scenes } from '@content/chapters/01-concept/scenes.ts';
import { checkGradient } from '@/engine/index.ts';
import * as passes from '@/engine/forward.ts';
import { BILL_DIALS } from '@/figures/bill/dials.ts';
import { layoutIn } from '@/figures/bill/layout.ts';
import { billOf, largeFor } from '@/figures/bill/model.ts';
import { NET } from '@/figures/bill/net.ts';
import { figureNamed } from '@/figures/index.ts';
import { NUDGE } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import { networkOf } from '@/story/world.ts';
import { BOXES, drawn, expectSound, numbersIn, trying } from './rendered.ts';
import { misplaced } from './texts.ts';

vi.mock('@/engine/forward.ts', { spy: true });
beforeEach(() => {
  vi.clearAllMocks();
});

const frameAt = (dials: Partial<typeof BILL_DIALS>, settings: Settings = DEFAULTS) =>
  frameOf(readingOf(settings), momentOf({ figure: 'bill', dials }), BILL_DIALS);
/** The scene's steps begin after those of the three scenes before it. */
const FIRST = 13;

describe('the bill', () => {
  test('runs the network for every count, once: 26 for all thirteen parameters', () => {
    // A setting that nothing else here has, so that nothing has been run for it.
    const frame = (runs: number) => frameAt({ runs }, { ...DEFAULTS, x: [0.81, 0.19] });
    const before = frame(0);
    vi.clearAllMocks();
    expect(billOf(before).count).toBe(0);
    expect(passes.meanLoss).toHaveBeenCalledTimes(0);
    billOf(frame(4));
    expect(passes.meanLoss).toHaveBeenCalledTimes(4);
    billOf(frame(26));
    expect(passes.meanLoss).toHaveBeenCalledTimes(26);
    billOf(frame(26));
    expect(passes.meanLoss).toHaveBeenCalledTimes(26);
  });

  test('measures what central differences measure', () => {
    for (const settings of trying.slice(0, 60)) {
      const { run } = readingOf(settings);
      const { columns } = billOf(frameAt({ runs: 26 }, settings));
      const checked = checkGradient(networkOf(run.world, run.thetaAt(settings.step)), run.world.examples, {
        epsilon: NUDGE,
      });
      columns.forEach(({ parameter, slope }, i) => {
        expect(slope, parameter).toBeCloseTo(checked[i]!.measured, 9);
      });
    }
  });

  test('knows a slope only when both of its passes have been run, and gradients when the pass back has come', () => {
    const known = (runs: number): number =>
      billOf(frameAt({ runs })).columns.filter(({ slope }) => slope !== undefined).length;
    expect([0, 1, 2, 3, 25, 26].map(known)).toEqual([0, 0, 1, 1, 12, 13]);
    const gradients = (back: number) =>
      billOf(frameAt({ runs: 26, back })).columns.map((column) => column.gradient);
    expect(new Set(gradients(0.5))).toEqual(new Set([undefined]));
    const { run } = readingOf(DEFAULTS);
    expect(gradients(1)).toEqual(run.parameters.map((id) => run.quantitiesAt(0).get(`d${id}`)));
  });

  test('is made out for a trillion parameters: two passes each, sixty-three years, past the Moon', () => {
    expect(largeFor(12)).toMatchObject({ parameters: 1e12, runs: 2e12 });
    expect(largeFor(12).km).toBeCloseTo((2e12 * 25.4) / 96 / 1e6, 6);
    expect(largeFor(12).past?.words).toContain('Moon');
    expect(largeFor(11).past?.words).toContain('Earth');
    expect(largeFor(9).past).toBeUndefined();
    expect(valueOf(readingOf(DEFAULTS), { q: 'bill.years' })).toBeCloseTo(2e12 / 1000 / 31_557_600, 9);
    expect(valueOf(readingOf({ ...DEFAULTS, 'bill.power': 3 }), { q: 'bill.runs' })).toBe(2000);
  });

  test('shows both rows of slopes, measured and brought back, in the same order', async () => {
    const html = await drawn(figureNamed('bill'), scenes, FIRST + 4, DEFAULTS, [770, 576]);
    const ids = (prefix: string): readonly string[] =>
      numbersIn(html).flatMap(({ q }) => (q.startsWith(prefix) ? [q.slice(prefix.length)] : []));
    expect(ids('bill.slope:')).toEqual(readingOf(DEFAULTS).run.parameters);
    expect(ids('d')).toEqual(readingOf(DEFAULTS).run.parameters);
  });

  test('draws the two pixels wherever it speaks of them, beside the pixels of nudging', async () => {
    for (const box of BOXES) {
      const html = await drawn(figureNamed('bill'), scenes, FIRST + 4, DEFAULTS, box);
      const isSaid = html.includes('two pixels');
      expect(isSaid, box.join(' × ')).toBe(box[1] > 200);
      expect(html.includes('class="pass back"'), box.join(' × ')).toBe(isSaid);
      expect(html.includes('class="passes"'), box.join(' × ')).toBe(isSaid);
    }
  });

  test('has both passes within its box, and a line down to each of the thirteen gradients', async () => {
    for (const box of BOXES) {
      const layout = layoutIn(box[0], box[1], 13, 1, 1);
      const { backward, forward, width } = layout.passes;
      const reach = width * (0.5 + 3.4 / NET.width);
      expect(backward.x + reach, box.join(' × ')).toBeLessThanOrEqual(box[0]);
      expect(backward.x - forward.x, box.join(' × ')).toBeGreaterThan(2 * reach);
      const html = await drawn(figureNamed('bill'), scenes, FIRST + 4, DEFAULTS, box);
      const ends = [...html.matchAll(/class="thread[^"]*" d="M[^"]* (\S+) \S+V(\S+)"/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      expect(ends).toHaveLength(13);
      layout.gradients.forEach(({ x, y }, i) => {
        expect(ends[i]![0]).toBeCloseTo(x, 1);
        expect(ends[i]![1]).toBeLessThan(y);
      });
    }
  });

  test('keeps its parts apart while two rows of networks become one', async () => {
    for (const share of [0.05, 0.15, 0.25, 0.35, 0.45, 0.6, 0.9]) {
      const html = await drawn(figureNamed('bill'), scenes, FIRST + 2 + share, DEFAULTS, [770, 576]);
      expect(
        misplaced(html, [770, 576]).filter((fault) => fault.includes(' on ')),
        `${share}`,
      ).toEqual([]);
    }
  });

  test('is sound for every setting, in every box', { timeout: 40_000 }, async () => {
    await expectSound(
      figureNamed('bill'),
      scenes,
      [0.3, 1, 1.4, 2, 2.5, 3, 3.3, 4].map((step) => FIRST + step),
    );
  });
});
