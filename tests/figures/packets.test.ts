import { describe, expect, test } from 'vitest';
import { distanceTo, edgeOf, neuronAt, place } from '@/figures/layout/index.ts';
import { packetsOf, type Packet } from '@/figures/network/packets.ts';
import { ESSAY, overlap, seenAfter, textsIn, told, variedTheta, type Told } from './drawn.ts';

const OWN = told([2, 3, 1], ESSAY);

const BOXES = [
  { name: 'wide', width: 800, height: 556 },
  { name: 'middle', width: 576, height: 520 },
  { name: 'narrow', width: 330, height: 256 },
];

/** What travels, and what is written, when an operation has got so far; all before it since `from` is in play. */
const moment = (
  net: Told,
  index: number,
  fraction: number,
  box: { width: number; height: number },
  from = 0,
) => {
  const g = place(net.sizes, box);
  const op = net.ops[index]!;
  const before = seenAfter(net, index, from);
  const seen = {
    ...before,
    op,
    inPlay: new Set([...before.inPlay, op.id, ...op.operands.map(({ id }) => id)]),
    arriving: fraction > 0.6 && op.kind !== 'clear' ? op.id : undefined,
  };
  const texts = textsIn(seen, g);
  const moving = {
    known: seen.known,
    current: { op, fraction },
    dials: { focus: '' as const },
  };
  return {
    texts,
    packets: packetsOf(
      moving,
      g,
      texts.map(({ box: one }) => one),
    ),
  };
};

const indexOf = (net: Told, id: string): number => net.ops.findIndex((op) => op.id === id);

/** What travels in the essay's own network, in which unit 3 is shut. */
const during = (id: string, fraction: number, box: { width: number; height: number }): readonly Packet[] =>
  moment(OWN, indexOf(OWN, id), fraction, box).packets;
const xs = (packets: readonly Packet[]): readonly number[] => packets.map(({ at }) => at.x);

const TENTHS = Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
/** It walks through every operation of a pass. */
const LONG = 30_000;

describe.each(BOXES)('packets on the $name figure', (box) => {
  const g = place(OWN.sizes, box);

  test.each([
    ['2-3-1', OWN],
    ['2-3-3-1', told([2, 3, 3, 1], variedTheta([2, 3, 3, 1]))],
    ['2-3-1 with tanh', told([2, 3, 1], ESSAY, { hidden: 'tanh' })],
  ])(
    'lie on no text at any moment, nor their numbers on another: %s',
    (_, net) => {
      const passes = net.ops.findIndex(({ phase }) => phase === 'update');
      const wrong: string[] = [];
      let seen = 0;
      for (let index = 0; index < passes; index++)
        for (const fraction of TENTHS) {
          const { texts, packets } = moment(net, index, fraction, box);
          const where = `${net.ops[index]!.id} at ${fraction}`;
          seen += packets.length;
          packets.forEach(({ at, radius, number }, i) => {
            for (const { key, box: text } of texts) {
              if (distanceTo(at, text) < radius - 0.5) wrong.push(`${where}: dot on ${key}`);
              if (number && overlap(number.box, text)) wrong.push(`${where}: ${number.text} on ${key}`);
            }
            for (const other of packets.slice(i + 1))
              if (number && other.number && overlap(number.box, other.number.box))
                wrong.push(`${where}: ${number.text} on ${other.number.text}`);
          });
        }
      expect(wrong).toEqual([]);
      // They are seen most of the time nevertheless.
      const moving = net.ops.slice(0, passes).filter(({ id }) => /^(z|a|yhat|da|dx|dz|dw)(\.|$)/.test(id));
      expect(seen).toBeGreaterThan(
        moving.length * TENTHS.length * (net.sizes.length > 3 && box.width < 400 ? 0.4 : 0.6),
      );
    },
    LONG,
  );

  test('carry each product of a sum along its own edge, one after the other, towards the unit', () => {
    const early = TENTHS.map((fraction) => during('z.1.1', fraction, box)).find(({ length }) => length === 2);
    expect(early!.map(({ tone }) => tone)).toEqual(['signal', 'signal']);
    const [first = NaN, second = NaN] = xs(early!);
    expect(first).toBeGreaterThan(second);
    const [start, , , end] = edgeOf(g, 'w.1.1.1');
    for (const fraction of TENTHS)
      for (const x of xs(during('z.1.1', fraction, box))) {
        expect(x).toBeGreaterThanOrEqual(start.x);
        expect(x).toBeLessThanOrEqual(end.x);
      }
  });

  test('go back along the strands beside the edges, from right to left', () => {
    const on = TENTHS.flatMap((fraction) => during('da.1.2', fraction, box));
    expect(new Set(on.map(({ tone }) => tone))).toEqual(new Set(['gradient']));
    expect(on.length).toBeGreaterThan(2);
    expect(xs(on)).toEqual(xs(on).toSorted((a, b) => b - a));
  });

  test('go through an open gate, forwards and backwards', () => {
    const { x } = neuronAt(g, 1, 1).at;
    expect(xs(during('a.1.1', 0.1, box))[0]).toBeLessThan(x);
    expect(xs(during('a.1.1', 0.9, box))[0]).toBeGreaterThan(x);
    expect(xs(during('dz.1.1', 0.1, box))[0]).toBeGreaterThan(x);
    expect(xs(during('dz.1.1', 0.9, box))[0]).toBeLessThan(x);
    for (const id of ['a.1.1', 'dz.1.1']) expect(during(id, 0.9, box)[0]!.isStopped).toBe(false);
  });

  test('are stopped by a shut gate, on their own side of it, in either direction', () => {
    const { x } = neuronAt(g, 1, 3).at;
    for (const fraction of [0.1, 0.5, 0.9]) {
      expect(xs(during('a.1.3', fraction, box))[0]).toBeLessThan(x);
      expect(xs(during('dz.1.3', fraction, box))[0]).toBeGreaterThan(x);
    }
    for (const id of ['a.1.3', 'dz.1.3']) {
      expect(during(id, 0.1, box)[0]!.isStopped).toBe(false);
      expect(during(id, 0.9, box)[0]!.isStopped).toBe(true);
    }
  });

  test('meet at a weight, one from either side, to make its gradient', () => {
    const both = TENTHS.map((fraction) => during('dw.2.1.1', fraction, box)).filter(
      ({ length }) => length === 2,
    );
    expect(both.length).toBeGreaterThan(0);
    for (const [forward, back] of both) {
      expect([forward!.tone, back!.tone]).toEqual(['signal', 'gradient']);
      expect(forward!.at.x).toBeLessThan(back!.at.x);
    }
  });

  test('are gone when the operation is done', () => {
    for (const id of ['z.1.1', 'a.1.3', 'da.1.2', 'dz.1.3', 'dw.1.1.1'])
      expect(during(id, 1, box)).toEqual([]);
  });
});

test('where there is room they carry the product that they are', () => {
  const numbers = TENTHS.flatMap((fraction) => during('da.1.2', fraction, BOXES[0]!)).flatMap(
    ({ number }) => number ?? [],
  );
  expect(numbers.length).toBeGreaterThan(3);
  for (const { value, text } of numbers) {
    expect(value).toBeCloseTo(0.198, 3);
    expect(text).toBe('0.198');
  }
});
