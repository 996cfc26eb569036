import { describe, expect, test } from 'vitest';
import { edgeOf, NARROW, WIDE } from '@/figures/layout.ts';
import { packetsOf, type Packet } from '@/figures/packets.ts';
import { cursorAfter } from '@/story/cursor.ts';
import { DEFAULTS } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import { runOf } from '@/story/run.ts';
import { RESTING } from '@/story/timeline.ts';

/** What travels when an operation has got so far, in the essay's own network: unit 3 is shut. */
const during = (id: string, fraction: number, geometry = WIDE): readonly Packet[] =>
  packetsOf(frameOf(runOf(DEFAULTS), { ...RESTING, cursor: cursorAfter(id) - 1 + fraction }), geometry);
const xs = (packets: readonly Packet[]): readonly number[] => packets.map(({ at }) => at.x);

describe.each([WIDE, NARROW])('packets on the $name figure', (g) => {
  test('carry each product of a sum along its own edge, one after the other, towards the unit', () => {
    const early = during('z.1.1', 0.22, g);
    expect(early.map(({ tone }) => tone)).toEqual(['signal', 'signal']);
    const [first = NaN, second = NaN] = xs(early);
    expect(first).toBeGreaterThan(second);
    expect(xs(during('z.1.1', 0.4, g))[0]).toBeGreaterThan(first);
    expect(early.map(({ value }) => value)).toEqual([0.4, undefined]);
    const [start, , , end] = edgeOf(g, 'w.1.1.1');
    for (const x of xs(during('z.1.1', 0.4, g))) {
      expect(x).toBeGreaterThanOrEqual(start.x);
      expect(x).toBeLessThanOrEqual(end.x);
    }
  });

  test('go back along the strands beside the edges, from right to left', () => {
    const [before, after] = [0.3, 0.6].map((fraction) => during('da.1.2', fraction, g));
    expect(before!.map(({ tone }) => tone)).toEqual(['gradient']);
    expect(xs(after!)[0]).toBeLessThan(xs(before!)[0]!);
    expect(after![0]!.value).toBeCloseTo(0.198, 3);
  });

  test('go through an open gate, forwards and backwards', () => {
    const { x } = g.hidden[0]!;
    expect(xs(during('a.1.1', 0.1, g))[0]).toBeLessThan(x);
    expect(xs(during('a.1.1', 0.9, g))[0]).toBeGreaterThan(x);
    expect(xs(during('dz.1.1', 0.1, g))[0]).toBeGreaterThan(x);
    expect(xs(during('dz.1.1', 0.9, g))[0]).toBeLessThan(x);
    for (const id of ['a.1.1', 'dz.1.1']) expect(during(id, 0.9, g)[0]!.isStopped).toBe(false);
  });

  test('are stopped by a shut gate, on their own side of it, in either direction', () => {
    const { x } = g.hidden[2]!;
    for (const fraction of [0.1, 0.5, 0.9]) {
      expect(xs(during('a.1.3', fraction, g))[0]).toBeLessThan(x);
      expect(xs(during('dz.1.3', fraction, g))[0]).toBeGreaterThan(x);
    }
    for (const id of ['a.1.3', 'dz.1.3']) {
      expect(during(id, 0.1, g)[0]!.isStopped).toBe(false);
      expect(during(id, 0.9, g)[0]!.isStopped).toBe(true);
    }
  });

  test('meet at a weight, one from either side, to make its gradient', () => {
    const [forward, back] = during('dw.1.1.1', 0.5, g);
    expect([forward!.tone, back!.tone]).toEqual(['signal', 'gradient']);
    expect(forward!.at.x).toBeLessThan(back!.at.x);
  });

  test('are gone when the operation is done', () => {
    for (const id of ['z.1.1', 'a.1.3', 'da.1.2', 'dz.1.3', 'dw.1.1.1']) expect(during(id, 1, g)).toEqual([]);
  });
});
