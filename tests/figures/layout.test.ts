import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backwardStrand,
  biasPillOf,
  edgeOf,
  gaugeNames,
  geometryFor,
  labelOf,
  NARROW,
  pathOf,
  pointOn,
  predictionNameAt,
  TALL,
  WIDE,
  widthFor,
  type Geometry,
} from '@/figures/layout.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { formatFit } from '@/story/format.ts';

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const box = (name: string, x: number, y: number, width: number, height: number): Box => ({
  name,
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

/** Characters that a number takes at its widest, over what weights and gradients can be. */
const widest = (write: (value: number) => string): number =>
  Math.max(...[-19.9999, -20, -0.3333, 12.3456, -123.4567, -1.2345e-3].map((value) => write(value).length));

const weights = PARAMETERS.filter((id) => id.startsWith('w.'));
/** A digit in the figure's font, in em; a pill allows 0.6 and 6 px at each end. */
const DIGIT = 0.56;

/**
 * All that may stand in the figure at once, as boxes around the widest numbers. The narrow figure shows labels of hidden
 * weights only while they are used, between the round inputs, which have a test of their own, and, where one is so small
 * that it takes a power of ten, over the rim of a gradient: these are not compared there.
 */
const boxesOf = (g: Geometry): readonly Box[] => {
  const isWide = g.name === 'wide';
  const { letter } = g.fontSize;
  const aside = isWide ? 3 : 2;
  const pillText = widest((v) => formatFit(v, isWide ? 8 : 6, g.decimals, g.decimals));
  const pillWidth = pillText * letter * (isWide ? 0.6 : DIGIT) + (isWide ? 12 : 6);
  const labelWidth = widest((v) => formatFit(v, isWide ? 8 : 5, g.decimals)) * letter * DIGIT + 2;
  const labels = weights.flatMap((id) => {
    const { at, side } = labelOf(g, id);
    const label = box(id, at.x, at.y, labelWidth, letter * 1.3);
    return isWide ? [label, box(`d${id}`, at.x, at.y + side * 21, pillWidth, g.pill)] : [label];
  });
  const units = [...g.hidden, g.output].flatMap((at, j) => {
    const { one, radius, label } = g.bias;
    const pill = biasPillOf(g, at);
    const biasWidth = widest((v) => formatFit(v, isWide ? 7 : 5, g.decimals)) * letter * DIGIT;
    const above = -g.capsule.height / 2 - g.pill / 2 - 4;
    return [
      box(`unit ${j + 1}`, at.x, at.y, g.capsule.width, g.capsule.height),
      box(`one of unit ${j + 1}`, at.x + one.x, at.y + one.y, 2 * radius, 2 * radius),
      box(`bias of unit ${j + 1}`, at.x + label.x, at.y + label.y, biasWidth, letter),
      box(`db of unit ${j + 1}`, at.x + pill.x + pillWidth / 2, at.y + pill.y, pillWidth, g.pill),
      box(`dz of unit ${j + 1}`, at.x - g.capsule.width / 4 - aside, at.y + above, pillWidth, g.pill),
      box(`da of unit ${j + 1}`, at.x + g.capsule.width / 4 + aside, at.y + above, pillWidth, g.pill),
    ];
  });
  const inputs = g.inputs.map((at, i) => box(`input ${i + 1}`, at.x, at.y, 2 * g.radius, 2 * g.radius));
  return [...labels, ...units, ...inputs];
};

/** Less than this many px are the air around a letter and the round corner of a capsule or a circle. */
const AIR = 2.5;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - AIR && b.left < a.right - AIR && a.top < b.bottom - AIR && b.top < a.bottom - AIR;

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
  ['tall', TALL],
])('the %s network figure', (_, g) => {
  const boxes = boxesOf(g);

  test('has no label on another, whatever the numbers', () => {
    const isNever = (a: Box, b: Box): boolean =>
      g.name === 'narrow' && a.name.startsWith('w.1') && /^input|^dz/.test(b.name);
    const pairs = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => (overlap(a, b) && !isNever(a, b) ? [`${a.name} on ${b.name}`] : [])),
    );
    expect(pairs).toEqual([]);
  });

  test('has no number of a weight, nor its sign, under an input', () => {
    for (const id of weights.filter((weight) => weight.startsWith('w.1'))) {
      const { at } = labelOf(g, id);
      // Five characters of a weight; six of the gradient that takes its place on little room.
      const half = ((g.name === 'wide' ? 7 : 6) * g.fontSize.letter * DIGIT) / 2;
      for (const input of g.inputs) {
        const x = Math.max(at.x - half, Math.min(input.x, at.x + half));
        const y = Math.max(at.y - g.fontSize.letter / 2, Math.min(input.y, at.y + g.fontSize.letter / 2));
        expect(Math.hypot(x - input.x, y - input.y), id).toBeGreaterThan(g.radius - AIR);
      }
    }
  });

  test('keeps everything within its frame', () => {
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < -2 || right > g.width + 2 || top < -2 || bottom > g.height + 2,
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test('has an edge for every weight, from the unit before to the unit after', () => {
    for (const id of weights) {
      const [, layer, to, from] = id.split('.').map(Number);
      const [start, , , end] = edgeOf(g, id);
      const source = layer === 1 ? g.inputs[from! - 1]! : g.hidden[from! - 1]!;
      const target = layer === 1 ? g.hidden[to! - 1]! : g.output;
      expect(start.y).toBe(source.y);
      expect(start.x).toBeGreaterThan(source.x);
      expect(end.x).toBeLessThan(target.x);
      expect(Math.abs(end.y - target.y)).toBeLessThan(g.capsule.height / 2);
      expect(pointOn(edgeOf(g, id), 0)).toEqual(start);
      expect(pointOn(edgeOf(g, id), 1)).toEqual(end);
      expect(pathOf(edgeOf(g, id))).toMatch(/^M[-\d. ]+C[-\d. ]+$/);
    }
  });

  test('sends gradients back beside every edge, never on it', () => {
    for (const id of weights) {
      const edge = edgeOf(g, id);
      const back = backwardStrand(g, edge);
      expect(back[0].x).toBeGreaterThan(back[3].x);
      for (const t of [0.1, 0.5, 0.9]) {
        const there = pointOn(edge, t);
        const nearest = Math.min(
          ...Array.from({ length: 101 }, (_, i) => {
            const p = pointOn(back, i / 100);
            return Math.hypot(p.x - there.x, p.y - there.y);
          }),
        );
        expect(nearest, `${id} at ${t}`).toBeGreaterThan(2.5);
      }
    }
  });
});

test('over a gauge the names of target and prediction never meet, and stay in their order', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      share,
      share,
      fc.integer({ min: 14, max: 30 }),
      fc.constantFrom(NARROW, TALL),
      (y, yhat, half, g) => {
        const { zero, one } = g.gauge;
        const [goal, dot] = [y, yhat].map((value) => zero.x + value * (one.x - zero.x));
        const { target, prediction } = gaugeNames(g, goal!, dot!, half);
        expect(Math.abs(target - prediction)).toBeGreaterThanOrEqual(half + 8.9);
        expect(prediction < target).toBe(dot! <= goal!);
        expect(Math.min(target - half, prediction)).toBeGreaterThanOrEqual(zero.x - 0.1);
        expect(Math.max(target + half, prediction)).toBeLessThanOrEqual(one.x + 0.1);
      },
    ),
  );
});

test('beside a gauge the name of the prediction keeps a line from the target’s, above the name of the loss', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (y, yhat) => {
      const { zero, one } = WIDE.gauge;
      const [goal, dot] = [y, yhat].map((value) => zero.y + value * (one.y - zero.y));
      const at = predictionNameAt(WIDE, goal!, dot!);
      expect(Math.abs(at - goal!)).toBeGreaterThanOrEqual(22);
      expect(Math.abs(at - dot!)).toBeLessThanOrEqual(44);
      expect(at).toBeLessThanOrEqual(zero.y);
    }),
  );
});

test('a line is thicker for a larger number, and never thicker than 7', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (a, b) => {
        const [small, large] = [Math.abs(a), Math.abs(b)].toSorted((p, q) => p - q);
        expect(widthFor(small!)).toBeLessThanOrEqual(widthFor(large!));
        expect(widthFor(b)).toBeLessThanOrEqual(7);
        // An exact zero is drawn thinnest of all.
        expect(widthFor(b)).toBeGreaterThanOrEqual(b === 0 ? 1 : 1.2);
        expect(widthFor(0)).toBeLessThan(1.2);
      },
    ),
  );
});

test('the geometry is chosen by what keeps 14 px type at 12 px or more', () => {
  expect(geometryFor(800, 600).name).toBe('wide');
  expect(geometryFor(600, 600).name).toBe('narrow');
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 2000 }), fc.integer({ min: 120, max: 2000 }), (width, height) => {
      const g = geometryFor(width, height);
      if (g.name === 'wide')
        expect(Math.min(width / g.width, height / g.height) * g.fontSize.letter).toBeGreaterThanOrEqual(12);
    }),
  );
});
