import { describe, expect, test } from 'vitest';
import {
  canSaddle,
  foldsOn,
  forward,
  gradientOf,
  lossSlice,
  meanLoss,
  networkFrom,
  parameterIds,
  parametersOf,
  randomFrom,
  saddlesOn,
  train,
  withParameters,
  type Network,
} from '@/engine/index.ts';
import { essay, rainyDay, windyDay } from './essay.ts';

const days = [rainyDay, windyDay];
const ids = parameterIds([2, 3, 1]);
const pairs = ids.flatMap((x, i) => ids.slice(i + 1).map((y) => [x, y] as const));

const at = (network: Network, x: string, y: string, [p, q]: readonly [number, number]): Network =>
  withParameters(
    network,
    parametersOf(network).map((value, i) => (ids[i] === x ? p : ids[i] === y ? q : value)),
  );
const randomNetwork = (seed: number): Network => {
  const random = randomFrom(seed);
  return networkFrom({ sizes: [2, 3, 1], theta: ids.map(() => random() * 4 - 2) });
};
const networks = [essay, ...Array.from({ length: 60 }, (_, seed) => randomNetwork(seed + 1))];

describe('foldsOn(network, data, x, y)', () => {
  test(
    'gives every unit’s z on every example wherever one stands, and leaves out those that stay as they are',
    { timeout: 60_000 },
    () => {
      for (const [n, network] of networks.slice(0, 12).entries())
        for (const [x, y] of pairs) {
          const folds = foldsOn(network, days, x, y);
          const place = [Math.sin(n) * 3, Math.cos(2 * n) * 3] as const;
          const moved = at(network, x, y, place);
          const away = at(network, x, y, [place[0] + 1, place[1] - 2]);
          days.forEach(({ input }, example) => {
            const [here, there] = [moved, away].map((one) => forward(one, input).layers[0]!.preActivation);
            here!.forEach((z, j) => {
              const fold = folds.find((one) => one.unit === j + 1 && one.example === example);
              if (!fold) expect(there![j]).toBe(z);
              else expect(fold.atZero + fold.alongX * place[0] + fold.alongY * place[1]).toBeCloseTo(z, 9);
            });
          });
        }
    },
  );

  test('has two for a weight into a unit, one a day, and none for weights out of units', () => {
    expect(foldsOn(essay, days, 'w.1.1.1', 'w.2.1.1').map(({ unit, example }) => [unit, example])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(foldsOn(essay, days, 'w.2.1.1', 'b.2.1')).toEqual([]);
    expect(foldsOn(essay, days, 'w.1.1.1', 'b.1.3')).toHaveLength(4);
  });

  test('refuses a name that no parameter has', () => {
    expect(() => foldsOn(essay, days, 'w.1.1.1', 'w.3.1.1')).toThrow(
      'expected the name of a parameter, found w.3.1.1',
    );
  });
});

describe('saddlesOn(network, data, x, y)', () => {
  test('finds places where both gradients are zero and the loss bends both ways', { timeout: 60_000 }, () => {
    let count = 0;
    for (const network of networks)
      for (const [x, y] of pairs)
        for (const { x: p, y: q, loss } of saddlesOn(network, days, x, y)) {
          count += 1;
          const here = at(network, x, y, [p, q]);
          const { gradient, loss: own } = gradientOf(here, days);
          const size = 1 + Math.abs(p);
          expect(Math.abs(gradient[ids.indexOf(x)]!)).toBeLessThan(1e-12 * size);
          expect(Math.abs(gradient[ids.indexOf(y)]!)).toBeLessThan(1e-12 * size);
          expect(loss).toBeCloseTo(own, 12);
          // Curvatures by differences, closer to it than the nearest fold.
          const room = Math.min(
            ...foldsOn(network, days, x, y).map((fold) =>
              Math.abs(
                (fold.atZero + fold.alongX * p + fold.alongY * q) / Math.hypot(fold.alongX, fold.alongY),
              ),
            ),
          );
          const h = Math.min(1e-4, room / 2);
          const slopeAt = (i: number, j: number): readonly [number, number] => {
            const around = gradientOf(at(network, x, y, [p + i * h, q + j * h]), days).gradient;
            return [around[ids.indexOf(x)]!, around[ids.indexOf(y)]!];
          };
          const [right, left, up, down] = [slopeAt(1, 0), slopeAt(-1, 0), slopeAt(0, 1), slopeAt(0, -1)];
          const [xx, xy, yy] = [right[0] - left[0], right[1] - left[1], up[1] - down[1]].map(
            (rise) => rise / (2 * h),
          );
          // One curvature up, one down.
          expect(xx! * yy! - xy! * xy!).toBeLessThan(-1e-9);
        }
    expect(count).toBeGreaterThan(100);
  });

  test(
    'finds all there are: nowhere else on a slice does a search by gradients come to rest at one',
    { timeout: 60_000 },
    () => {
      for (const network of networks.slice(0, 5))
        for (const [x, y] of pairs.filter((_, i) => i % 5 === 0 || canSaddle(...pairs[i]!))) {
          const known = saddlesOn(network, days, x, y);
          for (let p = -2.25; p <= 2.25; p += 1.5)
            for (let q = -2.25; q <= 2.25; q += 1.5) {
              const found = restFrom(network, x, y, [p, q]);
              if (!found) continue;
              const nearest = Math.min(
                ...known.map((one) => Math.hypot(one.x - found[0], one.y - found[1])),
                Infinity,
              );
              expect(nearest, `${x}, ${y} from ${p}, ${q}: ${found.join()}`).toBeLessThan(1e-4);
            }
        }
    },
  );

  test('of the essay’s own network: five of 78 slices, always a number into a unit and the weight out of it', () => {
    const having = pairs.filter((pair) => saddlesOn(essay, days, ...pair).length > 0);
    expect(pairs).toHaveLength(78);
    expect(pairs.filter((pair) => canSaddle(...pair))).toHaveLength(9);
    expect(having).toEqual([
      ['w.1.1.2', 'w.2.1.1'],
      ['w.1.2.1', 'w.2.1.2'],
      ['w.1.2.2', 'w.2.1.2'],
      ['w.1.3.1', 'w.2.1.3'],
      ['b.1.3', 'w.2.1.3'],
    ]);
  });

  test('does not care which of the two comes first', () => {
    const [one] = saddlesOn(essay, days, 'w.1.2.2', 'w.2.1.2');
    expect(saddlesOn(essay, days, 'w.2.1.2', 'w.1.2.2')).toEqual([{ ...one, x: one!.y, y: one!.x }]);
  });

  test('refuses a network of another kind', () => {
    const deep = networkFrom({ sizes: [2, 2, 2, 1], theta: new Array<number>(15).fill(0.1) });
    expect(() => saddlesOn(deep, days, 'w.1.1.1', 'w.2.1.1')).toThrow('expected one hidden layer of ReLU');
  });
});

/** Newton's way from a place to where both gradients are 0 and the curvatures differ in sign, by differences; undefined where it leads elsewhere. */
function restFrom(
  network: Network,
  x: string,
  y: string,
  start: readonly [number, number],
): readonly [number, number] | undefined {
  const slope = (p: number, q: number): readonly [number, number] => {
    const { gradient } = gradientOf(at(network, x, y, [p, q]), days);
    return [gradient[ids.indexOf(x)]!, gradient[ids.indexOf(y)]!];
  };
  const bend = (p: number, q: number): readonly [number, number, number] => {
    const h = 1e-5;
    const [a, b] = [slope(p + h, q), slope(p - h, q)];
    const [c, d] = [slope(p, q + h), slope(p, q - h)];
    return [(a[0] - b[0]) / (2 * h), (a[1] - b[1]) / (2 * h), (c[1] - d[1]) / (2 * h)];
  };
  let [p, q] = start;
  for (let i = 0; i < 12; i++) {
    const [u, v] = slope(p, q);
    const [xx, xy, yy] = bend(p, q);
    const determinant = xx * yy - xy * xy;
    if (Math.abs(determinant) < 1e-9) return undefined;
    p -= (u * yy - v * xy) / determinant;
    q -= (v * xx - u * xy) / determinant;
    if (!(Math.hypot(p, q) < 50)) return undefined;
  }
  const [xx, xy, yy] = bend(p, q);
  const folds = foldsOn(network, days, x, y);
  const isOnFold = folds.some((fold) => Math.abs(fold.atZero + fold.alongX * p + fold.alongY * q) < 1e-4);
  const isAtRest = Math.hypot(...slope(p, q)) < 1e-9 && xx * yy - xy * xy < -1e-7;
  return isAtRest && !isOnFold ? [p, q] : undefined;
}

describe('train(network, data, { only })', () => {
  const only = ['w.1.1.1', 'w.2.1.1'];
  const held = ids.filter((id) => !only.includes(id));

  test.each(['sgd', 'momentum', 'adam'] as const)('holds all others still: %s', (optimizer) => {
    for (const batch of [1, 2]) {
      const { moments } = train(essay, days, {
        steps: 40,
        learningRate: 0.3,
        optimizer,
        batch,
        only,
        seed: 3,
      });
      const last = moments.at(-1)!.theta;
      for (const id of held) expect(last[ids.indexOf(id)]).toBe(parametersOf(essay)[ids.indexOf(id)]);
      for (const id of only) expect(last[ids.indexOf(id)]).not.toBe(parametersOf(essay)[ids.indexOf(id)]);
    }
  });

  test('steps against the gradient of the two alone, as worked out step by step', () => {
    const { moments } = train(essay, days, { steps: 30, learningRate: 0.5, only });
    let network = essay;
    for (const { theta, loss } of moments) {
      expect(loss).toBeCloseTo(meanLoss(network, days), 12);
      theta.forEach((value, p) => expect(value).toBeCloseTo(parametersOf(network)[p]!, 12));
      const { gradient } = gradientOf(network, days);
      network = withParameters(
        network,
        parametersOf(network).map((value, p) =>
          only.includes(ids[p]!) ? value - 0.5 * gradient[p]! : value,
        ),
      );
    }
  });

  test('with every name is the run without', () => {
    for (const batch of [1, 2]) {
      const options = { steps: 20, learningRate: 0.4, batch };
      const all = train(essay, days, { ...options, only: ids }).moments;
      expect(all.map(({ theta }) => theta)).toEqual(
        train(essay, days, options).moments.map(({ theta }) => theta),
      );
    }
  });

  test('refuses a name that no parameter has', () => {
    expect(() => train(essay, days, { steps: 1, learningRate: 1, only: ['w.9.1.1'] })).toThrow(
      'expected the name of a parameter, found w.9.1.1',
    );
  });
});

test('lossSlice(network, data, x, y) may run from high to low', () => {
  const slice = lossSlice(
    essay,
    days,
    { id: 'w.1.1.1', from: 1, to: -1, count: 3 },
    { id: 'b.2.1', from: 0, to: 2, count: 2 },
  );
  expect(slice.xs).toEqual([1, 0, -1]);
  slice.ys.forEach((q, j) =>
    slice.xs.forEach((p, i) => {
      expect(slice.losses[j]![i]).toBeCloseTo(meanLoss(at(essay, 'w.1.1.1', 'b.2.1', [p, q]), days), 12);
    }),
  );
});
