import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChainCancel from '@/figures/chain-cancel/ChainCancel.svelte';
import Under from '@/figures/chain-cancel/Under.svelte';
import { curveParts } from '@/figures/chain-cancel/curves.ts';
import { CHAIN_CANCEL_DIALS, type ChainCancelDials } from '@/figures/chain-cancel/dials.ts';
import { layoutFor } from '@/figures/chain-cancel/layout.ts';
import { comparedOf, curveOf, deltaAt } from '@/figures/chain-cancel/model.ts';
import { turnable, zAt, zScale } from '@/figures/chain-cancel/plot.ts';
import type { Hand } from '@/figures/contract.ts';
import Picture from '@/figures/marks/Picture.svelte';
import { passes } from '@/figures/layout/index.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { misplaced, textsIn } from './texts.ts';
import { expectSound, halfUnit, numbersIn, printed, wrongIn } from './shown.ts';

const BOXES = [
  [770, 672],
  [752, 400],
  [448, 620],
  [344, 282],
] as const;
/** How the scene's steps leave the dials. */
const STEPS: readonly Partial<ChainCancelDials>[] = [
  {},
  { struck: 1 },
  { struck: 1, second: 0.4 },
  { struck: 1, second: 1, plotted: 0.5 },
  { struck: 1, second: 1, plotted: 1 },
  { struck: 1, second: 1, plotted: 1, turned: 0.5 },
  { struck: 1, second: 1, plotted: 1, turned: 1, tabled: 0.5 },
  { struck: 1, second: 1, plotted: 1, turned: 1, tabled: 1 },
];
const ALL = STEPS.at(-1)!;
const OWN = STEPS[4]!;

const frameAt = (dials: Partial<ChainCancelDials>, settings: Settings = DEFAULTS): Frame<ChainCancelDials> =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-cancel', world: 'essay', dials: { ...dials } }),
    CHAIN_CANCEL_DIALS,
  );
const bodyOf = (frame: Frame<ChainCancelDials>, width = 770, height = 672, hand?: Hand): string =>
  render(ChainCancel, { props: { frame, width, height, hand } }).body;
const hand: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };

const cornered: readonly Settings[] = [
  { ...DEFAULTS, y: 0 },
  { ...DEFAULTS, y: 0.5, 'cancel.z': 0 },
  { ...DEFAULTS, step: 100, 'cancel.z': 10 },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0), 'cancel.z': -10 },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) },
  { ...DEFAULTS, theta: DEFAULTS.theta.with(12, -20).map((value, i) => (i < 9 ? -20 : value)) },
  { ...DEFAULTS, x: [-5, 5], y: 0, theta: DEFAULTS.theta.map((_, i) => (i % 2 ? -20 : 20)) },
  { ...DEFAULTS, eta: 20, step: 200 },
];
const networks: readonly Settings[] = [
  ...cornered,
  ...Array.from({ length: 200 }, (_, i) => ({
    ...settingsFor(i + 1),
    step: i % 5 === 0 ? 30 : 0,
    'cancel.z': i % 3 === 0 ? undefined : ((i * 37) % 201) / 10 - 10,
  })),
];

describe('two losses on one network', () => {
  test('on the essay’s own: −1.9802 × 0.2500 = −0.4950 beside −0.4950 × 0.2500 = −0.1237, without a tie', () => {
    const { bce, mse, z } = comparedOf(frameAt(OWN));
    expect(z).toBeCloseTo(0.02, 12);
    expect(bce.arithmetic).toEqual({ operands: ['−1.98020', '0.24998'], result: '−0.4950', isExact: true });
    expect(mse.arithmetic).toEqual({ operands: ['−0.49500', '0.24998'], result: '−0.1237', isExact: true });
  });

  test('with the same weights: the rate of one is the δ of the other, and the slope is all that parts them', () => {
    for (const settings of networks)
      for (const dials of [OWN, { ...OWN, turned: 0.5 }, ALL]) {
        const { bce, mse, slope, yhat, target } = comparedOf(frameAt(dials, settings));
        const of = (side: typeof bce, id: string): number => side.values.get(id)!;
        expect(of(mse, 'yhat')).toBe(of(bce, 'yhat'));
        expect(of(mse, 'dyhat')).toBeCloseTo(yhat - target, 12);
        expect(bce.op.value).toBeCloseTo(yhat - target, 12);
        expect(mse.op.value).toBeCloseTo((yhat - target) * slope, 12);
        expect(slope).toBeLessThanOrEqual(0.25);
      }
  });

  test('stand at the network’s own z, on the way, and where the reader has turned it', () => {
    const settings: Settings = { ...DEFAULTS, 'cancel.z': 3.5 };
    const own = comparedOf(frameAt(OWN, settings));
    expect([own.place, own.bce.world, own.mse.world]).toEqual(['own', 'essay', 'squared']);
    const between = comparedOf(frameAt({ ...OWN, turned: 0.5 }, settings));
    expect([between.place, between.bce.world]).toEqual(['between', undefined]);
    expect(between.z).toBeCloseTo((0.02 + 3.5) / 2, 9);
    const turned = comparedOf(frameAt(ALL, settings));
    expect([turned.place, turned.bce.world, turned.mse.world]).toEqual([
      'turned',
      'turned',
      'turned-squared',
    ]);
    expect(turned.z).toBeCloseTo(3.5, 12);
    expect(comparedOf(frameAt(ALL)).z).toBeCloseTo(-6, 12);
    expect(comparedOf(frameAt(ALL, { ...DEFAULTS, y: 0 })).z).toBeCloseTo(6, 12);
  });

  test('print products that are their factors’, for 200 networks', () => {
    for (const settings of networks)
      for (const dials of [OWN, { ...OWN, turned: 0.3 }, ALL]) {
        const { bce, mse } = comparedOf(frameAt(dials, settings));
        for (const { arithmetic: line } of [bce, mse].filter(({ arithmetic }) => arithmetic.isExact)) {
          const product = printed(line.operands[0]!) * printed(line.operands[1]!);
          expect(Math.abs(product - printed(line.result))).toBeLessThanOrEqual(halfUnit(line.result));
        }
      }
  });

  test('show the engine’s numbers, of the world that they belong to', () => {
    for (const settings of networks.filter((_, i) => i % 8 === 0))
      for (const dials of [OWN, ALL]) {
        const frame = frameAt(dials, settings);
        const numbers = numbersIn(bodyOf(frame));
        expect(wrongIn(numbers, frame.reading)).toEqual([]);
        expect(new Set(numbers.map(({ world }) => world))).toContain(comparedOf(frame).mse.world);
        expect(numbers.filter(({ q }) => q === 'dz.2.1')).toHaveLength(4);
      }
  });

  test('have curves that are the engine’s δ, and dots that lie on them', () => {
    for (const target of [0, 0.3, 0.5, 1]) {
      for (const [z, delta] of curveOf('bce', target))
        expect(delta).toBeCloseTo(1 / (1 + Math.exp(-z)) - target, 12);
      for (const [z, delta] of curveOf('mse', target)) {
        const p = 1 / (1 + Math.exp(-z));
        expect(delta).toBeCloseTo((p - target) * p * (1 - p), 12);
      }
    }
    for (const settings of networks.slice(0, 40)) {
      const { z, target, bce, mse } = comparedOf(frameAt(ALL, settings));
      expect(bce.op.value).toBeCloseTo(deltaAt('bce', z, target), 9);
      expect(mse.op.value).toBeCloseTo(deltaAt('mse', z, target), 9);
    }
  });
});

describe('its drawing', () => {
  test('is sound in a large box and a small one, whatever is set', () => {
    for (const settings of [DEFAULTS, ...cornered])
      for (const dials of STEPS.filter((_, i) => i % 2 === 1))
        for (const [width, height] of [BOXES[0], BOXES[3]])
          for (const touched of [undefined, hand]) {
            expectSound(bodyOf(frameAt(dials, settings), width, height, touched));
            expectSound(
              render(Under, { props: { frame: frameAt(dials, settings), width, height, hand: touched } })
                .body,
            );
          }
  });

  test('keeps half the squared error, the curves and the table for their steps', () => {
    const first = bodyOf(frameAt({ struck: 1 }));
    expect(first).not.toMatch(/half the squared error|class="entropy|locked/);
    const second = bodyOf(frameAt({ struck: 1, second: 1 }));
    expect(second).toContain('half the squared error');
    // What the prediction asks for: no curve of it, and no slope at six.
    expect(second).not.toMatch(/class="squared|0\.0025|fact:/);
    expect(bodyOf(frameAt(OWN))).not.toContain('locked');
    expect(bodyOf(frameAt(ALL))).toContain('locked');
  });

  test('has a handle with keys only where z is the reader’s to turn', () => {
    expect(bodyOf(frameAt(OWN), 770, 672, hand)).not.toContain('role="slider"');
    expect(bodyOf(frameAt(ALL), 770, 672)).not.toContain('role="slider"');
    const body = bodyOf(frameAt(ALL, { ...DEFAULTS, 'cancel.z': -2.5 }), 770, 672, hand);
    expect(body).toMatch(/role="slider"[^>]*tabindex="0"/);
    expect(Number(/aria-valuenow="([^"]*)"/.exec(body)?.[1])).toBeCloseTo(-2.5, 9);
  });

  test('fits its box: products, plot, axis and table one under the other', () => {
    for (const dials of STEPS)
      for (const [width, height] of BOXES) {
        const full = { ...CHAIN_CANCEL_DIALS, ...dials };
        const { bce, mse, plot, axis, locks, columns } = layoutFor(width, height, full);
        expect(bce.numbers).toBeLessThan(mse.numbers);
        expect(plot.height).toBeGreaterThan(height < 300 ? 40 : 90);
        expect(plot.y + plot.height).toBeLessThan(axis);
        expect(axis).toBeLessThan(height);
        if (full.tabled === 1) expect(locks + 16).toBeLessThanOrEqual(height);
        if (plot.x < columns.slope) expect(mse.numbers).toBeLessThan(plot.y);
        expect(plot.x + plot.width).toBeLessThan(width);
      }
  });

  test('turns in tenths, from end to end, and back from a place to its z', () => {
    const layout = layoutFor(770, 672, { ...CHAIN_CANCEL_DIALS, ...ALL });
    const x = zScale(layout);
    for (const z of [-10, -6.3, -0.1, 0, 0.1, 4.6, 10]) expect(zAt(layout, x(z))).toBe(z);
    expect(zAt(layout, -500)).toBe(-10);
    expect(zAt(layout, 5000)).toBe(10);
    expect(Object.is(turnable(-0.04), 0)).toBe(true);
  });

  test('puts names and numbers on no curve, on no other text and within its box', () => {
    const faults: string[] = [];
    for (const settings of [DEFAULTS, ...networks.slice(0, 24)])
      for (const dials of [OWN, { ...OWN, turned: 1 }, ALL])
        for (const [width, height] of BOXES) {
          const frame = frameAt(dials, settings);
          const layout = layoutFor(width, height, frame.dials);
          // Of the ears the room is kept.
          const body = curveParts(comparedOf(frame), layout, 1)
            .filter(({ isHidden }) => !isHidden)
            .map((of) => render(Picture, { props: { of } }).body)
            .join('');
          const where = `z ${comparedOf(frame).z} in ${width} × ${height}`;
          const curves = [...body.matchAll(/class="(?:squared|entropy)[^"]*" d="M([^"]+)"/g)].map(([, d]) =>
            d!.split('L').map((point) => {
              const [x, y] = point.split(',').map(Number);
              return { x: x!, y: y! };
            }),
          );
          expect(curves).toHaveLength(2);
          faults.push(...misplaced(body, [width, height]).map((fault) => `${fault}, ${where}`));
          for (const { text, box } of textsIn(body))
            if (curves.some((curve) => passes(curve, box))) faults.push(`a curve in «${text}», ${where}`);
          for (const text of ['cross-', 'squared'])
            if (!body.includes(text)) faults.push(`no «${text}», ${where}`);
        }
    expect(faults).toEqual([]);
  });

  test('says when z lies beyond the end of its axis', () => {
    const far = { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) };
    expect(comparedOf(frameAt(OWN, far)).z).toBeGreaterThan(10);
    expect(bodyOf(frameAt(OWN, far))).toContain('z lies beyond');
    expect(bodyOf(frameAt(OWN))).not.toContain('z lies beyond');
  });
});
