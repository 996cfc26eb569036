import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChainSum from '@/figures/chain-sum/ChainSum.svelte';
import Under from '@/figures/chain-sum/Under.svelte';
import { areasFor } from '@/figures/chain-sum/areas.ts';
import { CHAIN_SUM_DIALS, type ChainSumDials, type View } from '@/figures/chain-sum/dials.ts';
import { place } from '@/figures/chain-sum/layout.ts';
import { pathSumOf, widestOf } from '@/figures/chain-sum/model.ts';
import { outlineOf } from '@/figures/chain-sum/ribbon.ts';
import type { Hand } from '@/figures/contract.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import type { ShownLine } from '@/story/sums.ts';
import type { WorldName } from '@/story/world.ts';
import { settingsFor } from '../story/networks.ts';
import { overlap } from './drawn.ts';
import { textsIn } from './texts.ts';
import { expectSound, halfUnit, numbersIn, printed, wrongIn } from './shown.ts';

const WORLDS: Readonly<Record<View, WorldName>> = {
  input: 'essay',
  days: 'two-days',
  weight: 'three-layers',
  deep: 'three-layers',
};
const VIEWS = Object.keys(WORLDS) as readonly View[];
const BOXES = [
  [770, 640],
  [752, 380],
  [448, 560],
  [344, 262],
] as const;

const frameAt = (view: View, told = 2, settings: Settings = DEFAULTS): Frame<ChainSumDials> =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-sum', world: WORLDS[view], dials: { view, [view]: told } }),
    CHAIN_SUM_DIALS,
  );
const bodyOf = (frame: Frame<ChainSumDials>, width = 770, height = 640, hand?: Hand): string =>
  render(ChainSum, { props: { frame, width, height, hand } }).body;

/** Settings that are hard to draw. */
const cornered: readonly Settings[] = [
  { ...DEFAULTS, y: 0 },
  { ...DEFAULTS, y: 0.5, step: 100 },
  { ...DEFAULTS, x: [0, 0] },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) },
  { ...DEFAULTS, eta: 20, step: 200 },
  { ...DEFAULTS, x: [-5, 5], theta: DEFAULTS.theta.map((_, i) => (i % 2 ? -20 : 20)) },
];
const EXTREME: Settings = {
  ...DEFAULTS,
  theta: DEFAULTS.theta.map((_, i) => ([1, 4, 7, 10].includes(i) ? -20 : 20)),
  eta: 50,
};
const networks = [...cornered, ...Array.from({ length: 200 }, (_, i) => settingsFor(i + 1))];

describe.each(VIEWS)('the view %s', (view) => {
  test('prints products that are their factors’, and a total that is their sum, for 200 networks', () => {
    const faults: string[] = [];
    const check = (line: ShownLine, value: number): void => {
      if (line.isExact && !(Math.abs(value - printed(line.result)) <= halfUnit(line.result)))
        faults.push(`${line.op.id}: ${line.operands.join(' ')} is not ${line.result}`);
    };
    for (const settings of networks) {
      const { ways, groups, total } = pathSumOf(frameAt(view, 2, settings));
      for (const { line } of ways)
        check(
          line,
          line.operands.map(printed).reduce((a, b) => a * b, 1),
        );
      for (const line of [...groups, total]) {
        const parts = line.operands.map(printed);
        const isMean = view === 'days' && line === total;
        check(line, isMean ? parts[0]! * parts[1]! : parts.reduce((a, b) => a + b, 0));
      }
      // What is added up is what the products’ own rows print.
      const rows = new Map(
        [...ways.map(({ line }) => line), ...groups].map(({ op, result }) => [op.id, result]),
      );
      for (const { op, operands } of [...groups, total])
        op.operands.forEach(({ id }, i) => {
          if (id !== 'share' && rows.get(id) !== operands[i])
            faults.push(`${id} is ${rows.get(id)} in its row and ${operands[i]} in ${op.id}`);
        });
    }
    expect(faults).toEqual([]);
  });

  test('shows the engine’s numbers, each line of the sum among them', () => {
    for (const settings of networks.filter((_, i) => i % 8 === 0)) {
      const frame = frameAt(view, 2, settings);
      const { ways, groups, total } = pathSumOf(frame);
      const numbers = numbersIn(bodyOf(frame));
      expect(wrongIn(numbers, frame.reading)).toEqual([]);
      for (const { op, result } of [...ways.map(({ line }) => line), ...groups, total])
        expect(numbers.findLast(({ q }) => q === op.id)?.text).toBe(result);
    }
  });

  test('is drawn in every box, whatever is set', () => {
    for (const settings of [DEFAULTS, ...cornered])
      for (const [width, height] of BOXES)
        for (const told of [0, 0.4, 2]) expectSound(bodyOf(frameAt(view, told, settings), width, height));
  });

  test('keeps every ribbon and node in its box, and no node on another', () => {
    const faults: string[] = [];
    for (const settings of networks.slice(0, 40))
      for (const [width, height] of BOXES) {
        const { x: left, y: top, ...box } = areasFor(width, height, view).ribbons;
        const { nodes, ribbons } = place(pathSumOf(frameAt(view, 2, settings)), { x: left, y: top, ...box });
        const isIn = (low: number, high: number, from: number, size: number): boolean =>
          low >= from - 0.5 && high <= from + size + 0.5;
        nodes.forEach((a, i) => {
          const { x, y, width: w, height: h } = a;
          if (!isIn(x - w / 2, x + w / 2, left, box.width) || !isIn(y - h / 2, y + h / 2, top, box.height))
            faults.push(`${a.key} leaves its box of ${width} × ${height}`);
          for (const b of nodes.slice(i + 1))
            if (Math.abs(x - b.x) < (w + b.width) / 2 && Math.abs(y - b.y) < (h + b.height) / 2)
              faults.push(`${a.key} lies on ${b.key}`);
        });
        for (const ribbon of ribbons)
          for (const [, y] of outlineOf(ribbon).matchAll(/,([-\d.]+)/g))
            if (!isIn(Number(y), Number(y), top - 30, box.height + 60))
              faults.push(`${ribbon.way.op.id} leaves its box of ${width} × ${height}`);
      }
    expect(faults).toEqual([]);
  });

  test('keeps its texts off one another, and its bars off them', () => {
    const faults: string[] = [];
    for (const settings of [DEFAULTS, ...cornered, EXTREME])
      for (const [width, height] of BOXES) {
        const body = bodyOf(frameAt(view, 2, settings), width, height);
        // What a node says is drawn from a place of its own.
        const texts = textsIn(body.replaceAll(/<g class="(?:node|path-node)[^]*?<\/g>/g, ''));
        const where = `${width} × ${height}, ${settings.theta[0]}`;
        texts.forEach(({ text, box }, i) => {
          for (const other of texts.slice(i + 1))
            if (overlap(box, other.box)) faults.push(`«${text}» on «${other.text}», ${where}`);
          for (const [, x, y, w, h] of body.matchAll(
            /class="bar (?:lowers|raises)[^>]*? d="M(\S+) ([\d.]+)h([\d.]+)v([\d.]+)h/g,
          )) {
            const bar = {
              left: Number(x),
              right: Number(x) + Number(w),
              top: Number(y),
              bottom: Number(y) + Number(h),
            };
            if (overlap(box, bar)) faults.push(`«${text}» on a bar, ${where}`);
          }
        });
      }
    expect(faults).toEqual([]);
  });

  test('tells nothing of products and total before they are told', () => {
    const { ways, total } = pathSumOf(frameAt(view));
    const before = numbersIn(bodyOf(frameAt(view, 0))).map(({ q }) => q);
    for (const { op } of [...ways, total.op].map((one) => ('op' in one ? one : { op: one })))
      expect(before).not.toContain(op.id);
    const multiplied = numbersIn(bodyOf(frameAt(view, 1))).map(({ q }) => q);
    expect(multiplied).toEqual(expect.arrayContaining(ways.map(({ op }) => op.id)));
    expect(multiplied).not.toContain(total.op.id);
    const label = /aria-label="([^"]*)"/.exec(bodyOf(frameAt(view, 1)))?.[1] ?? '';
    expect(label).toContain(ways[0]!.line.result);
    expect(label).not.toContain(total.result);
  });
});

describe('the sum of paths', () => {
  test('has the forms of its signs: hatched, solid, dotted', () => {
    const body = bodyOf(frameAt('input'));
    // The widest first: −0.1733, 0.0396, 0.
    const ribbons = [...body.matchAll(/class="ribbon (\w+)/g)].map(([, form]) => form);
    expect(ribbons).toEqual(['lowers', 'raises', 'nothing']);
    expect(body.match(/class="bar lowers/g)).toHaveLength(2);
    expect(body.match(/class="bar raises/g)).toHaveLength(1);
  });

  test('draws ribbons in the proportion of what they bring', () => {
    const sum = pathSumOf(frameAt('input'));
    const { ribbons } = place(sum, areasFor(770, 640, 'input').ribbons);
    const [first, second] = ribbons;
    expect(first!.thickness / second!.thickness).toBeCloseTo(
      Math.abs(first!.way.op.value / second!.way.op.value),
      6,
    );
  });

  test('counts nine paths from an input and three from a weight, and says which is widest', () => {
    expect(pathSumOf(frameAt('deep')).count).toBe(9);
    expect(pathSumOf(frameAt('weight')).count).toBe(3);
    expect(pathSumOf(frameAt('input')).count).toBe(3);
    const sum = pathSumOf(frameAt('deep'));
    for (const { op } of sum.ways)
      expect(Math.abs(widestOf(sum).op.value)).toBeGreaterThanOrEqual(Math.abs(op.value));
    // What the prediction asks for is not in the figure beside it.
    expect(bodyOf(frameAt('weight'))).not.toMatch(/>9<|\bnine\b/);
  });

  test('says under the figure what a rise does, once it is known, and lets a weight be turned', () => {
    const hand: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };
    const under = (told: number, withHand = true): string =>
      render(Under, {
        props: { frame: frameAt('input', told), width: 770, height: 640, hand: withHand ? hand : undefined },
      }).body;
    expect(numbersIn(under(2)).map(({ q }) => q)).toEqual(['effect:x.1']);
    expect(numbersIn(under(1))).toEqual([]);
    expect(under(1)).toMatch(/type="range"/);
    expect(under(1, false)).not.toMatch(/type="range"/);
    expectSound(under(2));
  });
});
