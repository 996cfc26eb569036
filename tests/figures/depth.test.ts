import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import DepthPicture from '@/figures/depth/DepthPicture.svelte';
import { barsOf } from '@/figures/depth/bars.ts';
import { begun, frontOf, linesOf, passedBy, strandsOf, unitsOf } from '@/figures/depth/edges.ts';
import { frameOf } from '@/figures/depth/frame.ts';
import { pointOn } from '@/figures/layout/index.ts';
import { backOf, chosenLayer, hasReached, type DepthSettings } from '@/story/depth/settings.ts';
import { parse } from '@/story/format.ts';
import { layerOf, sidesOf } from '@/story/depth/side.ts';
import { anySettings, withSet } from '../story/depth/networks.ts';
import '../seed.ts';
import { numbersIn, says } from './rendered.ts';
import { misplaced, textsIn } from './texts.ts';

const WIDTHS = [280, 320, 390, 560, 640, 720, 984] as const;

const drawn = (settings: DepthSettings, width: number, isRoomy = true): string =>
  render(DepthPicture, {
    props: {
      sides: sidesOf(settings),
      back: backOf(settings),
      chosen: chosenLayer(settings),
      width,
      isRoomy,
    },
  }).body;

/** A link that was tried: factors far below a hundredth. */
const faint = [
  withSet({ 'depth.layers': 20, 'depth.width': 1, 'depth.scale': 0.1 }),
  withSet({ 'depth.layers': 20, 'depth.width': 6, 'depth.scheme': 'he', 'depth.scale': 20 }),
];

const corners: readonly DepthSettings[] = [
  withSet({}),
  withSet({ 'depth.layers': 1 }),
  withSet({ 'depth.layers': 1, 'depth.width': 1, 'depth.back': 0 }),
  withSet({ 'depth.layers': 2, 'depth.layer': 1 }),
  withSet({ 'depth.layers': 20, 'depth.width': 6, 'depth.scale': 20, 'depth.filled': 'tanh' }),
  withSet({
    'depth.layers': 20,
    'depth.width': 1,
    'depth.scale': 20,
    'depth.filled': 'tanh',
    'depth.seed': 9,
  }),
  withSet({ 'depth.layers': 20, 'depth.width': 2, 'depth.seed': 3 }),
  withSet({ 'depth.layers': 20, 'depth.width': 6, 'depth.scale': 0.1, 'depth.back': 11.3 }),
];

describe.each(WIDTHS)('the picture %i px wide', (width) => {
  test('has no text on another, none past the edge, none small, and every number says its value', () => {
    const look = (settings: DepthSettings): void => {
      const html = drawn(settings, width);
      const { height } = frameOf(sidesOf(settings), width, true);
      const at = JSON.stringify(settings);
      expect(misplaced(html, [width, height]), at).toEqual([]);
      expect(html.replaceAll(/aria-label="[^"]*"/g, ''), at).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, size] of html.matchAll(/font-size="([\d.]+)"/g))
        expect(Number(size)).toBeGreaterThanOrEqual(12);
      for (const { q, value, text } of numbersIn(html)) {
        const written = text.replace(/^×\s*/, '');
        expect(says(written, value), `${q} is ${value}, written «${text}», ${at}`).toBe(true);
        // Two digits that count, and the sign of a factor.
        expect(
          Math.abs(parse(written) / (value || 1) - (value ? 1 : 0)),
          `${text} for ${value}`,
        ).toBeLessThan(0.05);
        expect(text).toContain('×');
        const [mantissa = ''] = written.split('×');
        if (value && value < 10)
          expect(mantissa.replace('.', '').replace(/^0+/, '').length, text).toBeGreaterThanOrEqual(2);
      }
    };
    [...corners, ...faint].forEach(look);
    fc.assert(fc.property(anySettings, look), { numRuns: 25 });
  });
});

test('upright, the factors stand between the two networks, not on them', () => {
  for (const width of [280, 390]) {
    const frame = frameOf(sidesOf(withSet({})), width, true);
    const half = frame.unit.broad / 2;
    const factors = textsIn(drawn(withSet({}), width)).filter(({ text }) => text.startsWith('×'));
    expect(factors).toHaveLength(14);
    for (const { box } of factors) {
      expect(box.left).toBeGreaterThan(Math.max(...frame.across.filled) + half);
      expect(box.right).toBeLessThan(Math.min(...frame.across.outlined) - half);
    }
  }
});

test('a factor is the engine’s, and where the message has not come there is a dash and no value', () => {
  const settings = withSet({ 'depth.back': 4.5 });
  const sides = sidesOf(settings);
  for (const width of [320, 984]) {
    const html = drawn(settings, width);
    const cells = [
      ...html.matchAll(/<text[^>]*data-q="depth.factor.(\d+)" data-world="(\w+)"([^>]*)>([^<]*)/g),
    ];
    expect(cells).toHaveLength(2 * 7);
    for (const [, layer, world, rest = '', text] of cells) {
      const value = /data-value="([^"]+)"/.exec(rest)?.[1];
      if (hasReached(4.5, 8, Number(layer)))
        expect(Number(value)).toBe(
          layerOf(
            sides.find(({ name }) => name === world)!,
            Number(layer),
          ).factor,
        );
      else expect([value, text]).toEqual([undefined, '—']);
    }
  }
});

test('a bar’s length is its decades, up for louder and down for fainter; nothing has no length', () => {
  fc.assert(
    fc.property(anySettings, fc.constantFrom(...WIDTHS), (settings, width) => {
      const sides = sidesOf(settings);
      const frame = frameOf(sides, width, true);
      const { bars, isUpright } = frame;
      const px = Math.abs(bars.at(1) - bars.at(0));
      for (const side of sides)
        for (const { layer, isNothing, ...bar } of barsOf(side, frame, frame.depth + 1)) {
          const { decades } = layerOf(side, layer);
          expect(isNothing).toBe(decades === -Infinity);
          if (isNothing) continue;
          expect(isUpright ? bar.width : bar.height).toBeCloseTo(Math.abs(decades) * px, 1);
          const isAhead = isUpright ? bar.x < bars.at(0) - 0.02 : bar.y + bar.height > bars.at(0) + 0.02;
          expect(isAhead).toBe(decades < 0 && Math.abs(decades) * px > 0.02);
        }
    }),
    { numRuns: 120 },
  );
});

test('lines: dotted where nothing goes, dashed where negative, thicker where louder, and as many as there are weights', () => {
  const sides = sidesOf(withSet({ 'depth.layers': 10 }));
  const frame = frameOf(sides, 984, true);
  for (const side of sides) {
    const lines = linesOf(side, frame);
    expect(lines).toHaveLength(9 * 16 + 4);
    for (const { layer, from, tone, isNegative, width } of lines) {
      const { arrivals } = layerOf(side, layer);
      const sent = arrivals.map((row) => row[from]!);
      if (tone === 'none') expect(sent).toContain(0);
      if (isNegative) expect(Math.min(...sent)).toBeLessThan(0);
      expect(width).toBeGreaterThanOrEqual(0.75);
    }
    const shut = side.layers.flatMap(({ layer, direction }) =>
      layer > 1 ? direction.filter((d) => d === 0) : [],
    );
    expect(lines.filter(({ tone }) => tone === 'none')).toHaveLength(4 * shut.length);
  }
  const loudest = linesOf(sides[0]!, frame).reduce((most, line) => Math.max(most, line.width), 0);
  expect(loudest).toBeGreaterThan(linesOf(sides[1]!, frame).at(0)!.width);
});

test('the message passes unit after unit, and then the slopes have their turn', () => {
  expect([0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => passedBy(0, 4, share))).toEqual([0, 1, 1, 1, 1, 1]);
  expect(passedBy(3, 4, 0.7)).toBeCloseTo(0.5);
  expect(passedBy(3, 4, 0.8)).toBe(1);
  const [side] = sidesOf(withSet({}));
  const frame = frameOf([side!], 984, true);
  const lines = linesOf(side!, frame);
  const ink = (back: number): number =>
    [...strandsOf(lines, frame, Math.floor(back)), ...frontOf(lines, frame, back)]
      .filter(({ tone }) => tone !== 'waiting')
      .reduce((sum, { d }) => sum + d.split('M').length - 1, 0);
  const counts = [0, 1, 1.5, 2, 2.3, 2.5, 3, 9].map(ink);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect([counts[0], counts.at(-1)]).toEqual([0, lines.length]);
  const { curve } = lines[0]!;
  expect(begun(curve, 0.3)[3].x).toBeCloseTo(pointOn(curve, 0.3).x, 9);
  expect(begun(curve, 0.3)[3].y).toBeCloseTo(pointOn(curve, 0.3).y, 9);
});

test('a sigmoid’s gate is never open more than a quarter; a shut one is a bar through', () => {
  const settings = withSet({});
  const sides = sidesOf(settings);
  const frame = frameOf(sides, 984, true);
  const [relu, sigmoid] = sides.map((side) => unitsOf(side, frame, 9));
  const shut = sides[0]!.layers.reduce(
    (sum, { slopes }) => sum + slopes.filter((slope) => slope === 0).length,
    0,
  );
  expect(relu!.shut.split('M')).toHaveLength(shut + 1);
  expect(relu!.open).toBe('');
  const strokes = [...sigmoid!.open.matchAll(/v([\d.]+)/g)].map(([, length]) => Number(length));
  expect(strokes).toHaveLength(2 * 32);
  for (const length of strokes) expect(length).toBeGreaterThanOrEqual(frame.unit.broad * 0.375 - 0.06);
});

test('the picture in words goes from the output to the input, and says exact nothing as 0', () => {
  const html = drawn(withSet({ 'depth.width': 2, 'depth.layers': 12, 'depth.seed': 1 }), 720);
  const words = /aria-label="([^"]*)"/.exec(html)![1]!;
  expect(words.indexOf('layer 12')).toBeLessThan(words.indexOf('layer 1 '));
  expect(words).toMatch(/layer 1 0[,.]/);
});
