import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { costOf, countedCost, keptFor } from '@/engine/index.ts';
import ChainCost from '@/figures/chain-cost/ChainCost.svelte';
import CostControls from '@/figures/chain-cost/CostControls.svelte';
import { CHAIN_COST_DIALS } from '@/figures/chain-cost/dials.ts';
import { fanOf, foldOf, MOST_LINES, onLogScale } from '@/figures/chain-cost/layout.ts';
import { costPictureOf } from '@/figures/chain-cost/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import { misplaced } from './texts.ts';

const frameAt = (depth: number | undefined, width: number, grown = 1) =>
  frameOf(
    readingOf({ ...DEFAULTS, 'cost.depth': depth, 'cost.width': width }),
    momentOf({ figure: 'chain-cost', dials: { grown } }),
    CHAIN_COST_DIALS,
  );
const shapes = [1, 2, 3, 5, 8, 10].flatMap((depth) => [1, 2, 3, 5].map((width) => [depth, width] as const));

describe('the cost study', () => {
  test('counts what an instrumented run counts', () => {
    for (const [depth, width] of shapes) {
      const sizes = [2, ...Array.from({ length: depth }, () => width), 1];
      const { ways } = costPictureOf(frameAt(depth, width));
      for (const { name, count } of ways) {
        expect(count).toBe(costOf(sizes)[name]);
        if (count < 20_000) expect(count, `${name} ${sizes.join('-')}`).toBe(countedCost(sizes, name));
      }
    }
  });

  test('has the counts that the design names: one hidden layer of three, and eight', () => {
    const counts = (depth: number): readonly number[] =>
      costPictureOf(frameAt(depth, 3)).ways.map(({ count }) => count);
    expect(counts(1)).toEqual([40, 234, 16]);
    expect(counts(8)).toEqual([541285, 13968, 163]);
    expect(valueOf(readingOf(DEFAULTS), { q: 'cost.paths' })).toBe(541285);
    expect(valueOf(readingOf(DEFAULTS), { q: 'cost.own.paths' })).toBe(40);
  });

  test('grows with the scroll, until a depth is set', () => {
    const at = (depth: number | undefined) =>
      [0, 0.5, 1].map((grown) => costPictureOf(frameAt(depth, 3, grown)));
    expect(at(undefined).map(({ depth }) => depth)).toEqual([1, 5, 8]);
    expect(at(undefined).map(({ isWhole }) => isWhole)).toEqual([false, false, true]);
    expect(at(7).map(({ depth, isWhole }) => [depth, isWhole])).toEqual(
      [7, 7, 7].map((depth) => [depth, true]),
    );
  });

  test('has its handle at as many layers as are drawn', () => {
    for (const depth of [undefined, 3])
      for (const grown of [0, 0.5, 1]) {
        const props = {
          frame: frameAt(depth, 3, grown),
          width: 770,
          height: 576,
          hand: { set: () => undefined, release: () => undefined, hasMotion: true },
        };
        const [, handle] = /<input type="range"[^>]*? value="(\d+)"/
          .exec(render(CostControls, { props }).body)!
          .map(Number);
        const drawn = render(ChainCost, { props }).body;
        const columns = new Set(
          [...drawn.matchAll(/<circle class="unit[^"]* other[^"]*" cx="([^"]+)"/g)].map(([, x]) => x),
        );
        expect(handle).toBe(columns.size);
      }
  });

  test('keeps one number for each unit that sends and one slope for each unit', () => {
    expect(keptFor([2, 3, 1])).toBe(5 + 4);
    expect(keptFor([2, 3, 3, 1])).toBe(8 + 7);
  });
});

const box = { left: 50, right: 600, top: 20, height: 200 };

describe('its drawing', () => {
  test('has every path that a screen can show, and blocks for the rest', () => {
    for (const [depth, width] of shapes) {
      const { links, blocks } = fanOf({ depth, width }, box);
      const drawn = Array.from({ length: depth }, (_, layer) => width ** Math.min(layer + 1, depth - 1));
      expect(links.length).toBe(drawn.filter((n) => n <= MOST_LINES).reduce((sum, n) => sum + n, 0));
      expect(blocks.length).toBe(drawn.filter((n) => n > MOST_LINES).length);
    }
  });

  test('draws each road of the folded network once', () => {
    for (const [depth, width] of shapes)
      expect(foldOf({ depth, width }, box).links.length).toBe((depth - 1) * width ** 2 + width);
  });

  test('gives ten times as much the same stretch everywhere', () => {
    const at = (count: number): number => onLogScale(count, 1e6, 600);
    expect([at(10) - at(1), at(1e5) - at(1e4)]).toEqual([100, 100]);
  });

  test('has its names off one another and a fan to be seen, above a tablet’s prose too', () => {
    for (const grown of [0, 0.5, 1])
      for (const [width, height] of [
        [770, 576],
        [752, 400],
        [752, 370],
        [448, 620],
        [344, 240],
      ] as const) {
        const { body } = render(ChainCost, { props: { frame: frameAt(undefined, 3, grown), width, height } });
        expect(misplaced(body, [width, height]), `${grown} in ${width} × ${height}`).toEqual([]);
        const [, fan] = /class="goal[^"]*" d="M\S+ \S+v([^"]+)"/.exec(body)!.map(Number);
        expect(fan, `${grown} in ${width} × ${height}`).toBeGreaterThan(width > 600 ? 60 : 40);
      }
  });

  test.each([
    [340, 300],
    [576, 500],
    [760, 620],
  ])('shows its counts in a box of %i × %i', (width, height) => {
    const { body } = render(ChainCost, { props: { frame: frameAt(8, 3), width, height } });
    expect(body).not.toMatch(/NaN|undefined|Infinity/);
    for (const [q, value] of [
      ['cost.paths', 541285],
      ['cost.nudge', 13968],
      ['cost.backprop', 163],
    ])
      expect(body).toContain(`data-q="${q}" data-value="${value}"`);
    for (const [, size] of body.matchAll(/font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(11.5);
  });
});
