import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/03-chain-rule/scenes.ts';
import { meanLoss, networkFrom, quantities } from '@/engine/index.ts';
import { CHAIN_CHECK_DIALS, type ChainCheckDials } from '@/figures/chain-check/dials.ts';
import {
  agreeing,
  comparedAt,
  disagreements,
  epsilonOf,
  kinkOf,
  VALLEY_ASIDE,
} from '@/figures/chain-check/model.ts';
import { figureNamed } from '@/figures/index.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import { BOXES, drawn, trying } from './rendered.ts';
import { expectSound, numbersIn, wrongIn } from './shown.ts';
import { misplaced } from './texts.ts';

const frameAt = (dials: Partial<ChainCheckDials>, settings: Settings = DEFAULTS) =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-check', cursor: 'dx.2', dials: { ...dials } }),
    CHAIN_CHECK_DIALS,
  );

/** How many steps of the chapter come before this scene. */
const FIRST = scenes
  .slice(
    0,
    scenes.findIndex(({ id }) => id === 'chain-check'),
  )
  .reduce((sum, { steps }) => sum + steps.length, 0);

const lossOf = ({ x, y }: Settings, theta: readonly number[]): number =>
  meanLoss(networkFrom({ sizes: [2, 3, 1], theta }), [{ input: x, target: [y] }]);

describe('the comparison', () => {
  test('holds what came backward against the difference of two losses, for each of the thirteen', () => {
    for (const settings of trying.filter(({ step }) => step === 0).slice(0, 60)) {
      const { x, y, theta } = settings;
      const known = quantities(networkFrom({ sizes: [2, 3, 1], theta }), { input: x, target: [y] });
      const rows = comparedAt(frameAt({}, settings), 1e-3);
      expect(rows).toHaveLength(13);
      rows.forEach(({ id, claimed, measured }, i) => {
        expect(claimed, id).toBe(known.get(`d${id}`));
        const [up, down] = [1e-3, -1e-3].map((nudge) =>
          lossOf(settings, theta.with(i, theta[i]! + nudge)),
        ) as [number, number];
        expect(measured, id).toBeCloseTo((up - down) / 2e-3, 9);
      });
    }
  });

  test('draws no more of the valley than the nudge has been asked about', async () => {
    const seen = async (read: number, settings: Settings = DEFAULTS): Promise<readonly unknown[]> => {
      const body = await drawn(figureNamed('chain-check'), scenes, FIRST + read, settings, BOXES[0]);
      const [, d = ''] = /class="central[^"]*" d="([^"]*)"/.exec(body) ?? [];
      return [d.split(/[ML]/).length - 1, body.includes('too fine: rounding')];
    };
    const all = disagreements(frameAt({})).length;
    // The second step asks, the third answers.
    expect(await seen(1)).toEqual([1, false]);
    expect(await seen(2)).toEqual([1, false]);
    const [under] = await seen(2.2);
    expect(under).toBeGreaterThan(1);
    expect(under).toBeLessThan(all);
    expect(await seen(3)).toEqual([all, true]);
    expect(await seen(2, { ...DEFAULTS, 'check.eps': 1e-7 })).toEqual([all, true]);
  });

  test('is made with a nudge that the scroll makes finer, until one is set', () => {
    const finer = (settings: Settings): readonly string[] =>
      [0, 0.5, 1].map((fine) => epsilonOf(frameAt({ fine }, settings)).toExponential(6));
    expect(finer(DEFAULTS)).toEqual(['1.000000e-1', '1.000000e-3', '1.000000e-5']);
    expect(new Set(finer({ ...DEFAULTS, 'check.eps': 1e-7 }))).toEqual(new Set(['1.000000e-7']));
  });

  test('is worst with the crudest and with the finest nudges, best in between, and better by two nudges than by one', () => {
    const curve = disagreements(frameAt({}));
    const best = curve.toSorted((a, b) => a.central - b.central)[0]!;
    expect(best.epsilon).toBeLessThan(1e-3);
    expect(best.epsilon).toBeGreaterThan(1e-7);
    for (const end of [curve[0]!, curve.at(-1)!]) expect(end.central).toBeGreaterThan(1e4 * best.central);
    // A tenth of the nudge: a hundredth of the error from two sides, a tenth from one.
    const at = (epsilon: number) => curve.find((one) => Math.abs(one.epsilon / epsilon - 1) < 1e-9)!;
    expect(at(1e-2).central / at(1e-3).central).toBeCloseTo(100, -1);
    expect(at(1e-2).oneSided / at(1e-3).oneSided).toBeCloseTo(10, 0);
  });

  test('tells its worst with the number that the text has', () => {
    for (const settings of [DEFAULTS, { ...DEFAULTS, 'check.eps': 1e-3, step: 5 }]) {
      const rows = comparedAt(frameAt({ fine: 1 }, settings), settings['check.eps'] ?? 1e-5);
      expect(valueOf(readingOf(settings), { q: 'check.worst' })).toBe(
        Math.max(...rows.map(({ claimed, measured }) => Math.abs(claimed - measured))),
      );
    }
    expect(valueOf(readingOf(DEFAULTS), { q: 'check.finer' })).toBeGreaterThan(0);
  });

  test('counts the characters that agree', () => {
    expect(agreeing('−0.3960', '−0.3961')).toBe(6);
    expect(agreeing('0.1', '0.1')).toBe(3);
    expect(agreeing('−1', '1')).toBe(0);
  });
});

test('at the kink the sum of unit 3 is zero: two slopes, of which backpropagation takes the left one', () => {
  const { slice, slopes, claimed } = kinkOf(frameAt({ view: 'kink' }));
  const { theta, x } = DEFAULTS;
  expect(slice.middle).toBeCloseTo(-(theta[4]! * x[0]! + theta[5]! * x[1]!), 12);
  expect([claimed, slopes.left]).toEqual([0, 0]);
  const loss = (bias: number): number => lossOf(DEFAULTS, theta.with(8, bias));
  expect(slopes.right).toBeCloseTo((loss(slice.middle + 1e-6) - loss(slice.middle)) / 1e-6, 8);
  expect(Math.abs(slopes.right)).toBeGreaterThan(0.1);
  expect(slopes.central).toBeCloseTo((slopes.left + slopes.right) / 2, 8);
});

describe('its drawing', () => {
  const entry = figureNamed('chain-check');
  const positions = [0.4, 1, 1.5, 2, 2.5, 3, 3.5, 4].map((step) => FIRST + step);

  test('has a secant through both of its points, cut off at the edge and not bent there', async () => {
    for (const [i, settings] of trying.entries())
      for (const read of [0.2, 0.5, 1]) {
        const body = await drawn(entry, scenes, FIRST + read, settings, BOXES[i % BOXES.length]!);
        const [, x1, y1, x2, y2] = /class="secant[^"]*" d="M(\S+) (\S+)L(\S+) (\S+)"/
          .exec(body)!
          .map(Number) as [number, number, number, number, number];
        for (const [, cx, cy] of body.matchAll(/class="point[^"]*" cx="(\S+)" cy="(\S+)"/g)) {
          const off = (Number(cx) - x1) * (y2 - y1) - (Number(cy) - y1) * (x2 - x1);
          expect(Math.abs(off) / Math.hypot(x2 - x1, y2 - y1), `setting ${i} at ${read}`).toBeLessThan(0.5);
        }
      }
  });

  test('has a line to each side of the kink that starts with the curve, cut off at the edge', async () => {
    for (const [i, settings] of trying.entries()) {
      const { slopes, slice } = kinkOf(frameAt({ view: 'kink' }, settings));
      const body = await drawn(entry, scenes, FIRST + 4, settings, BOXES[i % BOXES.length]!);
      const [, right] = [...body.matchAll(/class="secant[^"]*" d="M(\S+) (\S+)L(\S+) (\S+)"/g)].map((one) =>
        one.slice(1).map(Number),
      );
      const [x1, y1, x2, y2] = right as [number, number, number, number];
      const curve = [.../class="curve[^"]*" d="M([^"]+)"/.exec(body)![1]!.split('L')].map((point) =>
        point.split(',').map(Number),
      );
      const [first, last] = [curve[0]!, curve.at(-1)!];
      // What one step of the parameter, and what one unit of the loss, is in px.
      const across = (last[0]! - first[0]!) / (2 * slice.reach);
      const losses = curve.map(([x]) => slice.lossAt(slice.middle - slice.reach + (x! - first[0]!) / across));
      const [low, high] = [Math.min(...losses), Math.max(...losses)];
      const [bottom, top] = [Math.max(...curve.map(([, y]) => y!)), Math.min(...curve.map(([, y]) => y!))];
      if (high - low < 1e-9 || Math.abs(x2 - x1) < 2) continue;
      const slope = ((y1 - y2) / (bottom - top)) * (high - low) * (across / (x2 - x1));
      expect(Math.abs(slope / slopes.right - 1), `setting ${i}`).toBeLessThan(0.02);
    }
  });

  test('has its handle where the dot is, whatever is set and wherever the reader is', async () => {
    for (const settings of [DEFAULTS, { ...DEFAULTS, 'check.eps': 1e-8 }])
      for (const read of [1, 2, 2.3, 3]) {
        const body = await drawn(entry, scenes, FIRST + read, settings, BOXES[0]);
        const [, handle] = /<input type="range"[^>]*? value="([^"]+)"/.exec(body)!.map(Number);
        const [, dot] = /class="here[^"]*" cx="(\S+)"/.exec(body)!.map(Number);
        const { left, right } = VALLEY_ASIDE;
        const share = (dot! - left) / (BOXES[0][0] - left - right);
        expect(handle, `at ${read}`).toBeCloseTo(1 + 11 * share, 3);
      }
  });

  test('is sound in every box, with the engine’s numbers, whatever is set', { timeout: 60_000 }, async () => {
    for (const [i, settings] of trying.entries()) {
      const position = positions[Math.floor(i / BOXES.length) % positions.length]!;
      const body = await drawn(entry, scenes, position, settings, BOXES[i % BOXES.length]!);
      expectSound(body);
      expect(wrongIn(numbersIn(body), readingOf(settings)), `setting ${i} at ${position}`).toEqual([]);
    }
  });

  test('has no text on another, and none past its edge, whatever is set', { timeout: 60_000 }, async () => {
    for (const [i, settings] of trying.entries())
      for (const box of i < 4 ? BOXES : [BOXES[i % BOXES.length]!])
        for (const position of i < 4
          ? positions
          : [positions[Math.floor(i / BOXES.length) % positions.length]!])
          expect(
            misplaced(await drawn(entry, scenes, position, settings, box), box),
            `setting ${i} at ${position} in ${box.join(' × ')}`,
          ).toEqual([]);
  });
});
