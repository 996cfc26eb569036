import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChainPath from '@/figures/chain-path/ChainPath.svelte';
import { CHAIN_PATH_DIALS, type ChainPathDials } from '@/figures/chain-path/dials.ts';
import { barsIn, layoutFor, nodesIn } from '@/figures/chain-path/layout.ts';
import { chainIn, deadIn, litIn, type Chain } from '@/figures/chain-path/model.ts';
import Under from '@/figures/chain-path/Under.svelte';
import type { Hand } from '@/figures/contract.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { expectSound, numbersIn, wrongIn } from './shown.ts';

const BOXES = [
  [770, 672],
  [752, 400],
  [448, 470],
  [344, 255],
] as const;
const CHOSEN: Partial<ChainPathDials> = { whose: 'chosen', lifted: 1, multiplied: 5 };

const frameAt = (dials: Partial<ChainPathDials>, settings: Settings = DEFAULTS): Frame<ChainPathDials> =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-path', world: 'essay', cursor: 'dx.2', dials: { ...dials } }),
    CHAIN_PATH_DIALS,
  );
const chainFor = (param: Settings['param'], settings: Settings = DEFAULTS): Chain =>
  chainIn(frameAt(CHOSEN, { ...settings, param }));
const hand: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };
const bodyOf = (frame: Frame<ChainPathDials>, width = 770, height = 672, touched?: Hand): string =>
  render(ChainPath, { props: { frame, width, height, hand: touched } }).body;

const networks: readonly Settings[] = [
  DEFAULTS,
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20), x: [5, 5], y: 0 },
  { ...DEFAULTS, theta: DEFAULTS.theta.with(12, -9) },
  ...Array.from({ length: 40 }, (_, i) => settingsFor(i + 1)),
];

test('is grey in the network past the first zero, once that has been multiplied', () => {
  const shut = frameAt(CHOSEN, { ...DEFAULTS, param: 'w.1.3.1' });
  const chain = chainIn(shut);
  expect(chain.stop?.link).toBe(3);
  expect([...deadIn(chain, 5)].sort()).toEqual(['w.1.3.1', 'x.1', 'z.1.3']);
  expect([...deadIn(chain, 3)]).toEqual([]);
  for (const settings of networks)
    for (const param of PARAMETERS) {
      const own = chainFor(param, settings);
      const body = bodyOf(frameAt(CHOSEN, { ...settings, param }));
      const red = new Set(
        [...body.matchAll(/class="strand gradient [^"]*" data-edge="([^"]+)"/g)].map(([, id]) => id!),
      );
      if (own.products.at(-1)!.value !== 0) expect(red.size > 0, param).toBe(param !== 'b.2.1');
      // The gradient of a line that glows, or of what it carries on, is not zero before the zero itself.
      else if (param.startsWith('w')) expect(red.has(param), param).toBe(false);
      if (own.stop && own.stop.link < 2) expect([...red], param).toEqual([]);
    }
});

describe('the path of a parameter', () => {
  test('is a chain from the loss to it, and each product so far is the gradient at its node', () => {
    expect(chainFor('w.1.3.2').nodes).toEqual(['loss', 'yhat', 'z.2.1', 'a.1.3', 'z.1.3', 'w.1.3.2']);
    expect(chainFor('b.1.2').nodes).toEqual(['loss', 'yhat', 'z.2.1', 'a.1.2', 'z.1.2', 'b.1.2']);
    expect(chainFor('w.2.1.2').nodes).toEqual(['loss', 'yhat', 'z.2.1', 'w.2.1.2']);
    for (const settings of networks)
      for (const param of PARAMETERS) {
        const { links, products } = chainFor(param, settings);
        let product = 1;
        links.forEach(({ value }, i) => {
          product *= value;
          const shown = products[i]!.value;
          // Past what a machine can hold the engine has the product, though not its factors.
          if (Number.isFinite(product) && links[1]!.value > 1e-200)
            expect(Math.abs(product - shown)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(shown)));
        });
        expect(products.at(-1)!.id).toBe(`d${param}`);
      }
  });

  test('says where it is lost, and only then: at the first factor of zero', () => {
    expect(chainFor('w.1.3.1').stop).toEqual({
      link: 3,
      why: 'z₃ = −0.20 is not above 0, so the gate is shut and lets no change through.',
    });
    expect(chainFor('w.2.1.3').stop?.why).toContain('unit 3 passes nothing on');
    expect(chainFor('w.1.1.1').stop).toBeUndefined();
    const dry: Settings = { ...DEFAULTS, x: [0, 0.2] };
    expect(chainFor('w.1.1.1', dry).stop).toEqual({
      link: 4,
      why: 'x₁ is 0: the weight is multiplied by nothing.',
    });
    expect(chainFor('b.1.1', { ...DEFAULTS, theta: DEFAULTS.theta.with(9, 0) }).stop?.why).toContain(
      'w₁ is 0',
    );
    const sure: Settings = { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20), x: [5, 5], y: 1 };
    expect(chainFor('b.2.1', sure).stop?.why).toContain('saturated');
    const even: Settings = { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0), y: 0.5 };
    expect(chainFor('b.2.1', even).stop?.why).toContain('prediction is the target');
    for (const settings of networks)
      for (const param of PARAMETERS) {
        const { stop, products } = chainFor(param, settings);
        expect(stop !== undefined).toBe(products.at(-1)!.value === 0);
        if (stop) expect(products.slice(0, stop.link).every(({ value }) => value !== 0)).toBe(true);
      }
  });

  test('lights its lines and nodes in the network, and no others', () => {
    expect([...litIn(chainFor('w.1.2.1'))].toSorted()).toEqual(
      ['w.1.2.1', 'x.1', 'z.1.2', 'a.1.2', 'w.2.1.2', 'z.2.1', 'yhat', 'loss'].toSorted(),
    );
    expect(litIn(chainFor('w.2.1.3'))).toContain('z.1.3');
    expect([...litIn(chainFor('b.2.1'))].filter((id) => id.startsWith('w'))).toEqual([]);
  });

  test('is that of w₁₁ while the text follows it, whatever is chosen', () => {
    const settings: Settings = { ...DEFAULTS, param: 'b.2.1' };
    expect(chainIn(frameAt({ lifted: 1, multiplied: 2 }, settings)).parameter).toBe('w.1.1.1');
    expect(chainIn(frameAt(CHOSEN, settings)).parameter).toBe('b.2.1');
  });
});

describe('its drawing', () => {
  test('shows the engine’s numbers and is sound, whatever is set and chosen', () => {
    for (const settings of networks.slice(0, 14))
      for (const [i, param] of PARAMETERS.entries())
        for (const [width, height] of i % 3 === 0 ? [BOXES[0], BOXES[3]] : [BOXES[3]]) {
          const frame = frameAt(CHOSEN, { ...settings, param });
          const body = bodyOf(frame, width, height, hand);
          expectSound(body);
          // A rate that is too large or small for a machine is said so in words.
          const numbers = numbersIn(body).filter(({ text }) => !text.startsWith('too'));
          expect(wrongIn(numbers, frame.reading)).toEqual([]);
          expectSound(render(Under, { props: { frame, width, height, hand } }).body);
        }
  });

  test('keeps what is asked until it is told: neither another’s gradient nor a product ahead of its link', () => {
    const asked = (dials: Partial<ChainPathDials>): readonly string[] =>
      numbersIn(bodyOf(frameAt(dials), 770, 672, hand))
        .map(({ q }) => q)
        .filter((q) => /^d[wbzay]/.test(q) || q.startsWith('slope'));
    expect(asked({})).toEqual([]);
    expect(asked({ lifted: 1 })).toEqual([]);
    expect(new Set(asked({ lifted: 1, multiplied: 2 }))).toEqual(new Set(['dyhat', 'slope.2.1', 'dz.2.1']));
    expect(asked({ lifted: 1, multiplied: 5 })).not.toContain('dw.1.2.1');
    expect(asked(CHOSEN)).toContain('dw.1.2.1');
  });

  test('has the thirteen as keys where there is room, and only for a hand', () => {
    expect(bodyOf(frameAt(CHOSEN), 770, 672, hand).match(/role="radio"/g)).toHaveLength(13);
    expect(bodyOf(frameAt(CHOSEN), 770, 672)).not.toContain('role="radio"');
    expect(bodyOf(frameAt({ lifted: 1 }), 770, 672, hand)).not.toContain('role="radio"');
  });

  test('keeps nodes apart and bars within their room, for every parameter', () => {
    for (const [width, height] of BOXES) {
      const layout = layoutFor(width, height);
      for (const settings of networks)
        for (const param of PARAMETERS) {
          const chain = chainFor(param, settings);
          const nodes = nodesIn(chain, layout, 1);
          nodes.forEach(({ x }, i) => {
            expect(x - layout.radius).toBeGreaterThanOrEqual(0);
            expect(x + layout.radius).toBeLessThanOrEqual(width);
            if (i > 0) expect(nodes[i - 1]!.x - x).toBeGreaterThan(2 * layout.radius + 18);
          });
          const { zero, bars } = barsIn(chain, layout);
          const bottom = layout.bars.y + layout.bars.height;
          for (const { end, label } of bars)
            for (const y of [zero, end, label]) {
              expect(y).toBeGreaterThanOrEqual(layout.bars.y);
              expect(y).toBeLessThanOrEqual(bottom + 4);
            }
        }
      expect(layout.chain - layout.radius).toBeGreaterThan(layout.netBottom);
      if (layout.keys) expect(layout.bars.y + layout.bars.height).toBeLessThan(layout.keys.y);
    }
  });
});
