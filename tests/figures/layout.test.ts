import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterCount, type ActivationName } from '@/engine/index.ts';
import {
  backwardStrand,
  edgeOf,
  gaugeNames,
  LEAST_TYPE,
  neuronAt,
  pathOf,
  place,
  pointOn,
  predictionNameAt,
  widthFor,
  type Geometry,
} from '@/figures/layout/index.ts';
import { weightsOf } from '@/figures/network/strands.ts';
import {
  bodiesUnder,
  collisions,
  ESSAY,
  outside,
  seenAfter,
  seenWhole,
  textsIn,
  told,
  variedTheta,
  type Told,
} from './drawn.ts';

const SHAPES = [
  [2, 3, 1],
  [2, 2, 1],
  [2, 6, 1],
  [2, 3, 3, 1],
  [2, 6, 6, 1],
];
const BOXES = [
  { width: 800, height: 556 },
  { width: 750, height: 500 },
  { width: 700, height: 560 },
  { width: 576, height: 520 },
  { width: 480, height: 420 },
  { width: 385, height: 300 },
  { width: 330, height: 256 },
  { width: 330, height: 390 },
];

/** A network at the moments that fill its figure most: after the forward pass, amid and after the backward one, updated. */
const moments = (net: Told) => {
  const passes = net.ops.findIndex(({ phase }) => phase === 'update');
  const forward = net.ops.findIndex(({ phase }) => phase === 'backward');
  return [
    seenAfter(net, forward, 0),
    seenAfter(net, Math.floor((forward + passes) / 2), 0),
    seenWhole(net),
    seenAfter(net, passes, passes),
    seenAfter(net, passes + parameterCount(net.sizes), passes),
  ];
};

const faults = (net: Told, g: Geometry): readonly string[] =>
  moments(net).flatMap((seen) => {
    const texts = textsIn(seen, g);
    return [...collisions(texts), ...outside(texts, g), ...bodiesUnder(texts, g)];
  });

/** Settings as far out as a reader can go, and numbers that only a power of ten can write. */
const extremes = (sizes: readonly number[]): readonly Told[] => {
  const own = variedTheta(sizes);
  const all = (value: number): readonly number[] => own.map(() => value);
  return [
    told(sizes, all(20), { x: [5, 5], y: 0 }),
    told(sizes, all(-20), { x: [-5, -5], y: 1 }),
    told(sizes, all(0)),
    told(
      sizes,
      own.map((_, i) => (i % 2 === 0 ? -19.9999 : 19.9999)),
      { x: [-5, 4.8765], y: 0.55 },
    ),
    told(
      sizes,
      own.map((value) => value * 1e-14),
    ),
    told(
      sizes,
      own.map((value) => value * -1e-7),
    ),
    told(
      sizes,
      own.map((value) => value * 15),
      { hidden: 'tanh' },
    ),
    told(sizes, own, { hidden: 'sigmoid', y: 0 }),
  ];
};

describe.each(SHAPES.map((sizes) => ({ name: sizes.join('-'), sizes })))(
  'the figure of a $name network',
  ({ sizes }) => {
    test.each(BOXES)(
      'has no text on another nor past its edge at $width × $height, whatever the numbers',
      (box) => {
        const g = place(sizes, box);
        const nets = [told(sizes, sizes.join() === '2,3,1' ? ESSAY : variedTheta(sizes)), ...extremes(sizes)];
        expect(nets.flatMap((net) => faults(net, g))).toEqual([]);
      },
    );

    test.each(BOXES)('is drawn at the size of its box at $width × $height, no type under 12 px', (box) => {
      const g = place(sizes, box);
      expect([g.width, g.height]).toEqual([box.width, box.height]);
      for (const { text, size } of textsIn(seenWhole(told(sizes, variedTheta(sizes))), g))
        expect(size, text).toBeGreaterThanOrEqual(LEAST_TYPE);
      // It fills the box: something stands near every edge.
      const boxes = textsIn(seenWhole(told(sizes, variedTheta(sizes))), g).map(({ box: one }) => one);
      expect(Math.min(...boxes.map(({ left }) => left))).toBeLessThan(0.06 * g.width);
      expect(Math.max(...boxes.map(({ right }) => right))).toBeGreaterThan(0.92 * g.width);
      const last = g.neurons.at(-2)!.at(-1)!.at.y;
      expect(last + g.capsule.height).toBeGreaterThan((sizes[1]! < 3 ? 0.59 : 0.78) * g.height);
    });

    test.each(BOXES)(
      'has an edge for every weight at $width × $height, its way back beside it, never on it',
      (box) => {
        const g = place(sizes, box);
        for (const id of weightsOf(g)) {
          const [, layer, to, from] = id.split('.').map(Number);
          const edge = edgeOf(g, id);
          const [start, , , end] = edge;
          const source = layer === 1 ? g.inputs[from! - 1]! : neuronAt(g, layer! - 1, from!).at;
          const target = neuronAt(g, layer!, to!).at;
          expect(start.y).toBe(source.y);
          expect(start.x).toBeGreaterThan(source.x);
          expect(end.x).toBeLessThan(target.x);
          expect(Math.abs(end.y - target.y)).toBeLessThan(g.capsule.height / 2);
          expect(pathOf(edge)).toMatch(/^M[-\d. ]+C[-\d. ]+$/);
          const back = backwardStrand(g, id);
          expect(back[0].x).toBeGreaterThan(back[3].x);
          const there = pointOn(edge, 0.5);
          const nearest = Math.min(
            ...Array.from({ length: 101 }, (_, i) => {
              const p = pointOn(back, i / 100);
              return Math.hypot(p.x - there.x, p.y - there.y);
            }),
          );
          expect(nearest, id).toBeGreaterThan(1.4);
        }
      },
    );
  },
);

test('random numbers in random boxes never meet', () => {
  const size = fc.record({
    width: fc.integer({ min: 320, max: 860 }),
    height: fc.integer({ min: 250, max: 640 }),
  });
  const value = fc.oneof(
    fc.double({ min: -20, max: 20, noNaN: true }),
    fc.constantFrom(0, 1e-14, -8e-14, -20, 20, 1e-5),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...SHAPES, [2, 1, 1], [2, 4, 4, 1], [3, 5, 2, 1].with(0, 2)),
      size,
      fc.array(value, { minLength: 70, maxLength: 70 }),
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom<ActivationName>('relu', 'tanh', 'sigmoid', 'leakyRelu'),
      (sizes, box, theta, x, y, hidden) => {
        const net = told(sizes, theta.slice(0, parameterCount(sizes)), { hidden, x, y });
        expect(faults(net, place(sizes, box))).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
}, 30_000);

test('sign and power of ten of a number are never lost, however little room there is', () => {
  const sizes = [2, 3, 1];
  const net = told(
    sizes,
    ESSAY.map((value) => value * -1e-13),
  );
  for (const box of BOXES) {
    for (const { text, over, key, quantity } of textsIn(seenWhole(net), place(sizes, box))) {
      const value = quantity?.value;
      if (value === undefined || value === 0 || Math.abs(value) > 1e-6) continue;
      expect(text, key).toMatch(/10⁻\d*[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/);
      // In a cell the digits have a line of their own.
      const whole = `${over?.text ?? ''}${text}`;
      expect(whole.startsWith('−'), `${key} ${whole}`).toBe(value < 0);
    }
  }
});

const at = (isUpright: boolean): Geometry =>
  place([2, 3, 1], isUpright ? { width: 800, height: 556 } : { width: 330, height: 256 });

test('over a gauge the names of target and prediction never meet, and stay in their order', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const g = at(false);
  fc.assert(
    fc.property(share, share, fc.integer({ min: 14, max: 30 }), (y, yhat, half) => {
      const { zero, one } = g.gauge;
      const [goal, dot] = [y, yhat].map((value) => zero.x + value * (one.x - zero.x));
      const { target, prediction } = gaugeNames(g, goal!, dot!, half);
      expect(Math.abs(target - prediction)).toBeGreaterThanOrEqual(half + 8.9);
      expect(prediction < target).toBe(dot! <= goal!);
      expect(Math.min(target - half, prediction)).toBeGreaterThanOrEqual(zero.x - 0.1);
      expect(Math.max(target + half, prediction)).toBeLessThanOrEqual(one.x + 0.1);
    }),
  );
});

test('beside a gauge the name of the prediction keeps a line from the target’s, above the name of the loss', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const g = at(true);
  fc.assert(
    fc.property(share, share, (y, yhat) => {
      const { zero, one } = g.gauge;
      const [goal, dot] = [y, yhat].map((value) => zero.y + value * (one.y - zero.y));
      const name = predictionNameAt(g, goal!, dot!);
      expect(Math.abs(name - goal!)).toBeGreaterThanOrEqual(22);
      expect(Math.abs(name - dot!)).toBeLessThanOrEqual(44);
      expect(name).toBeLessThanOrEqual(zero.y);
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
