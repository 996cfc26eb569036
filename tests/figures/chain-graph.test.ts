import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChainGraph from '@/figures/chain-graph/ChainGraph.svelte';
import { CHAIN_GRAPH_DIALS, type ChainGraphDials } from '@/figures/chain-graph/dials.ts';
import { labelsOf } from '@/figures/chain-graph/labels.ts';
import { place, wireOf } from '@/figures/chain-graph/layout.ts';
import { forwardOf, graphViewOf, isKnown, walkedOf } from '@/figures/chain-graph/model.ts';
import { stripOf } from '@/figures/chain-graph/strip.ts';
import Under from '@/figures/chain-graph/Under.svelte';
import type { Hand } from '@/figures/contract.ts';
import { boxOfText } from '@/figures/layout/type.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { overlap } from './drawn.ts';
import { expectSound, halfUnit, numbersIn, printed, wrongIn } from './shown.ts';

const BOXES = [
  [770, 672],
  [752, 380],
  [448, 560],
  [344, 262],
  [304, 255],
] as const;
const EDGES = 36;

const frameAt = (dials: Partial<ChainGraphDials>, settings: Settings = DEFAULTS): Frame<ChainGraphDials> =>
  frameOf(readingOf(settings), momentOf({ figure: 'chain-graph', dials }), CHAIN_GRAPH_DIALS);
const bodyOf = (frame: Frame<ChainGraphDials>, width = 770, height = 672, hand?: Hand): string =>
  render(ChainGraph, { props: { frame, width, height, hand } }).body;
const HAND: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };

/** Settings that are hard to draw: shut gates, zeros, a sigmoid that is flat. */
const cornered: readonly Settings[] = [
  { ...DEFAULTS, y: 0 },
  { ...DEFAULTS, y: 0.5, step: 100 },
  { ...DEFAULTS, x: [0, 0] },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 20) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) },
  { ...DEFAULTS, eta: 20, step: 200 },
  { ...DEFAULTS, x: [-5, 5], theta: DEFAULTS.theta.map((_, i) => (i % 2 ? -20 : 20)) },
  { ...DEFAULTS, theta: DEFAULTS.theta.map((value) => value * 1e-4) },
];
const networks = [DEFAULTS, ...cornered, ...Array.from({ length: 200 }, (_, i) => settingsFor(i + 1))];

describe('the line of an edge', () => {
  test(
    'comes out as it is printed, and an input’s total is the sum of what is printed beside it',
    { timeout: 60_000 },
    () => {
      const faults: string[] = [];
      for (const settings of networks) {
        const { legs, additions } = graphViewOf(frameAt({}, settings));
        for (const { node, to, line } of legs) {
          const product = line.operands.map(printed).reduce((a, b) => a * b, 1);
          if (line.isExact && !(Math.abs(product - printed(line.result)) <= halfUnit(line.result)))
            faults.push(`${node} → ${to}: ${line.operands.join(' × ')} is not ${line.result}`);
        }
        for (const [id, { parts, total }] of additions) {
          const sum = parts.map(({ text }) => printed(text)).reduce((a, b) => a + b, 0);
          if (total.isExact && !(Math.abs(sum - printed(total.text)) <= halfUnit(total.text)))
            faults.push(`${id}: ${parts.map(({ text }) => text).join(' + ')} is not ${total.text}`);
          expect(parts).toHaveLength(3);
        }
      }
      expect(faults).toEqual([]);
    },
  );

  test('is exact for the essay’s own network', () => {
    const { legs, additions } = graphViewOf(frameAt({}));
    expect(legs.every(({ line }) => line.isExact)).toBe(true);
    expect(additions.get('x.1')?.parts.map(({ text }) => text)).toEqual(['−0.1733', '0.0396', '0']);
    expect(additions.get('x.1')?.total.text).toBe('−0.1337');
  });

  test('keeps its numbers apart and in its box, whatever they are', { timeout: 60_000 }, () => {
    for (const settings of networks.slice(0, 60)) {
      const view = graphViewOf(frameAt({}, settings));
      for (const width of [762, 440, 336, 296])
        for (const leg of view.legs) {
          const { cells } = stripOf(view, leg, 4, width, width > 700 ? 30 : 18);
          const { font } = stripOf(view, leg, 4, width, width > 700 ? 30 : 18);
          // The last has a ring around it.
          expect(cells[2]!.x + cells[2]!.width / 2 + 0.35 * font + 1.25).toBeLessThanOrEqual(4 + width);
          cells.forEach(({ x, width: wide }, i) => {
            expect(x - wide / 2).toBeGreaterThanOrEqual(3);
            expect(x + wide / 2).toBeLessThanOrEqual(5 + width);
            const next = cells[i + 1];
            if (next) expect(next.x - next.width / 2).toBeGreaterThan(x + wide / 2 + 8);
          });
        }
    }
  });
});

describe('the graph', () => {
  test('shows the engine’s numbers at every point of the walk', { timeout: 60_000 }, () => {
    for (const settings of networks.filter((_, i) => i % 9 === 0))
      for (const walked of [0, 0.5, 7, 15.6, 26, EDGES]) {
        const frame = frameAt({ walked }, settings);
        for (const [width, height] of BOXES)
          expect(wrongIn(numbersIn(bodyOf(frame, width, height)), frame.reading)).toEqual([]);
      }
  });

  test('is drawn soundly in every box, view and corner', () => {
    for (const settings of [DEFAULTS, ...cornered])
      for (const [width, height] of BOXES)
        for (const dials of [
          { walked: 0 },
          { walked: 13.4 },
          { walked: EDGES },
          { view: 'forward', walked: EDGES, forward: 0.4 },
          { view: 'hand', walked: EDGES },
        ] as const)
          expectSound(bodyOf(frameAt(dials, settings), width, height, HAND));
  });

  test('keeps its texts off one another, off the nodes and within its box', { timeout: 60_000 }, () => {
    const faults: string[] = [];
    for (const settings of networks.slice(0, 60))
      for (const [width, height] of BOXES.slice(0, 3))
        for (const done of [0, 0.5, 1.5, 2.5, 5.5, 6.5, 7.5, 8.5, 12.5, 16, 30, EDGES]) {
          const frame = frameAt({ walked: done }, settings);
          const view = graphViewOf(frame);
          const isWide = width >= 620;
          const top = isWide ? (height >= 470 ? 112 : 68) : 2;
          const graph = { x: 0, y: top, width, height: isWide ? height - top : 294 };
          const layout = place([...view.named.keys()], graph, isWide);
          const labels = labelsOf(view, layout, width, walkedOf(frame), true);
          const boxes = labels.map((label) => ({
            label,
            box: boxOfText(label, label.width, label.size, label.anchor),
          }));
          boxes.forEach(({ label, box }, i) => {
            const where = `${label.key} «${label.text}» in ${width} × ${height}`;
            if (box.left < -0.5 || box.right > width + 0.5 || box.top < 0 || box.bottom > height)
              faults.push(`${where} leaves it`);
            for (const other of boxes.slice(i + 1))
              if (overlap(box, other.box))
                faults.push(`${where} lies on ${other.label.key} «${other.label.text}»`);
            for (const node of layout.nodes.values()) {
              if (node.id.startsWith('x.')) continue;
              const around = {
                left: node.x - node.r,
                right: node.x + node.r,
                top: node.y - node.r,
                bottom: node.y + node.r,
              };
              if (overlap(box, around)) faults.push(`${where} lies on ${node.id}`);
            }
          });
        }
    expect([...new Set(faults)].slice(0, 12)).toEqual([]);
  });

  test('has a wire for every edge but those to parameters, from the right to the left', () => {
    const view = graphViewOf(frameAt({}));
    for (const isLabelled of [true, false]) {
      const layout = place([...view.named.keys()], { x: 0, y: 0, width: 700, height: 500 }, isLabelled);
      const wires = view.legs.flatMap(({ node, to }) => wireOf(layout, 700, to, node) ?? []);
      expect(wires).toHaveLength(EDGES - 13);
      for (const { from, end } of wires) expect(end.x).toBeLessThan(from.x);
    }
  });

  test('knows a gradient only when all that it waits for has arrived', () => {
    const view = graphViewOf(frameAt({}));
    const knownAt = (walked: number): readonly string[] =>
      view.nodes.filter((node) => isKnown(node, walkedOf(frameAt({ walked })))).map(({ id }) => id);
    expect(knownAt(0)).toEqual([]);
    expect(knownAt(0.5)).toEqual(['loss']);
    expect(knownAt(2).toSorted()).toEqual(['loss', 'yhat', 'z.2.1']);
    expect(knownAt(35)).toContain('x.1');
    expect(knownAt(33)).not.toContain('x.1');
    expect(knownAt(EDGES)).toHaveLength(33);
    for (const [width, height] of BOXES) {
      const shown = numbersIn(bodyOf(frameAt({ walked: 26 }), width, height)).map(({ q }) => q);
      expect(shown).not.toContain('dx.1');
      expect(numbersIn(bodyOf(frameAt({ walked: EDGES }), width, height)).map(({ q }) => q)).toContain(
        'dx.2',
      );
    }
  });

  test('tells who listens how far it is, and nothing of what is to come', () => {
    const label = (walked: number): string =>
      /aria-label="([^"]*)"/.exec(bodyOf(frameAt({ walked })))?.[1] ?? '';
    expect(label(0)).toContain('no gradient');
    expect(label(14)).toContain('= −0.1733');
    expect(label(26)).not.toContain('−0.1337');
    expect(label(EDGES)).toContain('−0.1733 + 0.0396 + 0 = −0.1337');
  });
});

describe('the walk by hand', () => {
  test('stands where the reader has it, and at the end when left alone', () => {
    const at = (settings: Settings) => walkedOf(frameAt({ view: 'hand', walked: EDGES }, settings)).done;
    expect(at(DEFAULTS)).toBe(EDGES);
    expect(at({ ...DEFAULTS, 'graph.walked': 14 })).toBe(14);
    expect(walkedOf(frameAt({ walked: 5 }, { ...DEFAULTS, 'graph.walked': 14 })).done).toBe(5);
  });

  test('has a slider only where a hand can move it', () => {
    const under = (view: ChainGraphDials['view'], hand?: Hand): string =>
      render(Under, { props: { frame: frameAt({ view, walked: EDGES }), width: 770, height: 672, hand } })
        .body;
    expect(under('hand', HAND)).toMatch(/type="range"/);
    expect(under('hand')).not.toMatch(/type="range"/);
    expect(under('back', HAND)).not.toMatch(/type="range"/);
  });
});

describe('walks forward', () => {
  test('are one for each parameter and input, and come to 109 edges', () => {
    const view = graphViewOf(frameAt({}));
    const at = (forward: number) => forwardOf(view, { ...CHAIN_GRAPH_DIALS, view: 'forward', forward });
    expect(at(0)).toMatchObject({ walk: 1, leaf: 'w.1.1.1', edges: 7, isOver: false });
    expect(at(2 / 15 + 0.01)).toMatchObject({ walk: 3, edges: 21 });
    expect(at(1)).toMatchObject({ walk: 15, leaf: 'x.2', edges: 109, isOver: true });
    expect(at(1).passes('x.2', 'w.1.1.2×x.2')).toBe(true);
    expect(at(1).passes('x.1', 'w.1.1.1×x.1')).toBe(false);
  });
});
