import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChainMatrix from '@/figures/chain-matrix/ChainMatrix.svelte';
import { CHAIN_MATRIX_DIALS, type ChainMatrixDials } from '@/figures/chain-matrix/dials.ts';
import { cellsBetween, cellsIn, layoutFor, placeLine } from '@/figures/chain-matrix/layout.ts';
import {
  FORWARD,
  lineFor,
  litWith,
  meetingIn,
  opFor,
  opsIn,
  OUTER,
  type Block,
  type Line,
} from '@/figures/chain-matrix/model.ts';
import Under from '@/figures/chain-matrix/Under.svelte';
import { verdictOf } from '@/figures/chain-matrix/words.ts';
import type { Hand } from '@/figures/contract.ts';
import { smallNet } from '@/figures/layout/small-net.ts';
import { fits } from '@/story/arrangement.ts';
import { ARRANGEMENTS } from '@/story/arrangements.ts';
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
const STEPS: readonly Partial<ChainMatrixDials>[] = [
  {},
  { gathered: 1.5 },
  { gathered: 4 },
  { view: 'arrange' },
  { view: 'back', turned: 0.5 },
  { view: 'back', turned: 1, summed: 1.5 },
  { view: 'back', turned: 1, summed: 3 },
  { view: 'outer', filled: 3.5 },
  { view: 'outer', filled: 7 },
];

const frameAt = (dials: Partial<ChainMatrixDials>, settings: Settings = DEFAULTS): Frame<ChainMatrixDials> =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-matrix', world: 'essay', cursor: 'dx.2', dials: { ...dials } }),
    CHAIN_MATRIX_DIALS,
  );
const hand: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };
const bodyOf = (frame: Frame<ChainMatrixDials>, width = 770, height = 672, touched?: Hand): string =>
  render(ChainMatrix, { props: { frame, width, height, hand: touched } }).body;

const networks: readonly Settings[] = [
  DEFAULTS,
  { ...DEFAULTS, theta: DEFAULTS.theta.map(() => 0) },
  { ...DEFAULTS, x: [-5, 5], y: 0, theta: DEFAULTS.theta.map((_, i) => (i % 2 ? -20 : 20)) },
  ...Array.from({ length: 60 }, (_, i) => settingsFor(i + 1)),
];

/** Matrices multiplied as in any textbook. */
const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0]!.map((_, c) => row.reduce((sum, value, k) => sum + value * b[k]![c]!, 0)));

const valuesOf = ({ rows }: Block, all: ReadonlyMap<string, number>): number[][] =>
  rows.map((row) => row.map((id) => all.get(id)!));

describe('the tables', () => {
  test('multiply to the engine’s numbers: forward, back in both orders, and for the weights', () => {
    for (const settings of networks) {
      const { all } = frameAt({}, settings);
      const check = ({ blocks }: Line): void => {
        const [left, right, ...others] = blocks.map((block) => valuesOf(block, all));
        const [bias, result] = others.length > 1 ? others : [undefined, others[0]];
        times(left!, right!).forEach((row, r) =>
          row.forEach((value, c) => expect(value + (bias?.[r]?.[c] ?? 0)).toBeCloseTo(result![r]![c]!, 8)),
        );
      };
      [FORWARD, OUTER, ...ARRANGEMENTS.filter(fits).map(lineFor)].forEach(check);
    }
  });

  test('give nothing in an order that does not fit, and say why', () => {
    for (const order of ARRANGEMENTS) {
      const [left, right, result] = lineFor(order).blocks;
      const isFit = left!.rows[0]!.length === right!.rows.length;
      expect(result !== undefined).toBe(isFit);
      expect(fits(order)).toBe(isFit);
      expect(verdictOf(order)).toContain(isFit ? 'It fits' : 'Refused');
      expect(verdictOf(order)).toContain(String(left!.rows[0]!.length));
      const { pairs } = meetingIn(lineFor(order), undefined);
      expect(pairs.every(([a, b]) => a && b)).toBe(isFit);
    }
  });

  test('let a row meet a column: those of the number that is looked at', () => {
    expect(meetingIn(lineFor('WT-d'), 'dx.2')).toEqual({
      row: 2,
      column: 1,
      pairs: [
        ['w.1.1.2', 'dz.1.1'],
        ['w.1.2.2', 'dz.1.2'],
        ['w.1.3.2', 'dz.1.3'],
      ],
    });
    expect(meetingIn(OUTER, 'dw.1.3.2').pairs).toEqual([['dz.1.3', 'x.2']]);
    expect(meetingIn(FORWARD, 'z.1.2').pairs).toEqual([
      ['w.1.2.1', 'x.1'],
      ['w.1.2.2', 'x.2'],
    ]);
  });
});

describe('what lights up', () => {
  const back = opsIn(frameAt({ view: 'back' }));
  test('with a gradient of an input: the lines that leave it, and what comes back over them', () => {
    expect([...litWith(back, 'dx.1')].toSorted()).toEqual(
      ['dx.1', 'x.1', ...[1, 2, 3].flatMap((j) => [`w.1.${j}.1`, `dz.1.${j}`, `z.1.${j}`])].toSorted(),
    );
  });
  test('with a line: its weight, the δ that comes over it, the input that it comes to', () => {
    expect([...litWith(back, 'w.1.2.1')].toSorted()).toEqual(['dx.1', 'dz.1.2', 'w.1.2.1', 'x.1', 'z.1.2']);
    expect(opFor(back, 'w.1.2.2')?.id).toBe('dx.2');
  });
  test('with a δ of the last table: its row', () => {
    const outer = opsIn(frameAt({ view: 'outer' }));
    expect([...litWith(outer, 'dz.1.3')]).toEqual(
      expect.arrayContaining(['dw.1.3.1', 'dw.1.3.2', 'w.1.3.1', 'w.1.3.2', 'x.1', 'x.2']),
    );
    expect(litWith(outer, undefined).size).toBe(0);
  });
});

describe('its drawing', () => {
  test('shows the engine’s numbers and is sound, whatever is set, in every step and order', () => {
    for (const settings of networks.slice(0, 12))
      for (const dials of STEPS)
        for (const [width, height] of [BOXES[0], BOXES[3]]) {
          const frame = frameAt(dials, settings);
          const body = bodyOf(frame, width, height, hand);
          expectSound(body);
          expect(wrongIn(numbersIn(body), frame.reading)).toEqual([]);
          expectSound(render(Under, { props: { frame, width, height, hand } }).body);
        }
    for (const order of ARRANGEMENTS)
      expectSound(
        bodyOf(frameAt({ view: 'arrange' }, { ...DEFAULTS, 'matrix.order': order }), 344, 255, hand),
      );
  });

  test('shows a sum only once it is gathered', () => {
    const shown = (dials: Partial<ChainMatrixDials>): readonly string[] =>
      numbersIn(bodyOf(frameAt(dials), 344, 255))
        .map(({ q }) => q)
        .filter((q) => q.startsWith('dx') || q.startsWith('dw'));
    expect(shown({ view: 'back', turned: 1 })).toEqual([]);
    expect(new Set(shown({ view: 'back', turned: 1, summed: 1 }))).toEqual(new Set(['dx.1']));
    expect(new Set(shown({ view: 'back', turned: 1, summed: 3 }))).toEqual(new Set(['dx.1', 'dx.2']));
    expect(shown({ view: 'outer', filled: 2 }).filter((q) => q.startsWith('dw'))).toEqual([
      'dw.1.1.1',
      'dw.1.1.2',
    ]);
  });

  test('keeps every number in the box, none on another once it is at rest', () => {
    for (const [width, height] of BOXES) {
      const layout = layoutFor(width, height);
      const [upright, lying] = [placeLine(lineFor('W-d'), layout), placeLine(lineFor('WT-d'), layout)];
      const arranged = ARRANGEMENTS.map((order) => placeLine(lineFor(order), layout));
      const all = [
        ...[placeLine(FORWARD, layout), placeLine(OUTER, layout), ...arranged].map((line) => ({
          cells: [...cellsIn(line).values()],
          size: line.cell,
          isMoving: false,
        })),
        ...[0, 0.25, 0.5, 0.75, 1].map((t) => ({
          cells: cellsBetween(upright, lying, t),
          size: lying.cell,
          isMoving: t < 1,
        })),
      ];
      for (const { cells, size, isMoving } of all) {
        cells.forEach((a, i) => {
          expect(a.x - size.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.x + size.width / 2).toBeLessThanOrEqual(width);
          expect(a.y + size.height / 2).toBeLessThanOrEqual(layout.shapes);
          // On their way numbers pass over each other, like cards.
          for (const b of isMoving ? [] : cells.slice(i + 1))
            expect(Math.abs(a.x - b.x) > size.width - 0.1 || Math.abs(a.y - b.y) > size.height - 0.1).toBe(
              true,
            );
        });
        expect(size.width).toBeGreaterThan(width < 400 ? 42 : 50);
      }
      expect(layout.shapes + 5).toBeLessThanOrEqual(height);
      if (layout.pairs !== undefined) expect(layout.pairs + 38).toBeLessThanOrEqual(height);
      const net = smallNet(layout.netBox, { foot: layout.net.below });
      expect(net.hidden.at(-1)!.y + net.capsule.height / 2 + net.below).toBeLessThanOrEqual(
        layout.names - 24,
      );
    }
  });

  test('has blocks with keys only for a hand, and only where they are to be arranged', () => {
    expect(bodyOf(frameAt({ view: 'arrange' }))).not.toContain('role="button"');
    expect(bodyOf(frameAt({ view: 'back', turned: 1 }), 770, 672, hand)).not.toContain('role="button"');
    const body = bodyOf(frameAt({ view: 'arrange' }), 770, 672, hand);
    expect(body.match(/role="button" tabindex="0"/g)).toHaveLength(2);
    expect(body).toContain('no partner');
  });
});
