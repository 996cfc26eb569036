import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/04-training/scenes.ts';
import { forward, gradientOf, meanLoss, networkFrom, parameterIds, type Example } from '@/engine/index.ts';
import { figureNamed } from '@/figures/index.ts';
import { grown, isOn, type Box as Bounds } from '@/figures/layout/shapes.ts';
import { widthOf } from '@/figures/layout/type.ts';
import { choose, chosenAs, chosenWith } from '@/figures/training-surface/choosing.ts';
import { levelsOf } from '@/figures/training-surface/ground.ts';
import { landOf } from '@/figures/training-surface/land.ts';
import { layoutOf } from '@/figures/training-surface/layout.ts';
import { arrowOf, movementsOf } from '@/figures/training-surface/model.ts';
import TrainingSurface from '@/figures/training-surface/TrainingSurface.svelte';
import { format } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { heightAt, METHODS, pathOf, surfaceOf, SURFACE_STEPS, type Surface } from '@/story/surface.ts';
import { stopsOf } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import { BOXES, drawn, faultsOf, momentRead, trying } from './rendered.ts';

const FIRST = stopsOf(scenes).findIndex(({ scene }) => scene.id === 'training-surface');
const STEPS = stopsOf(scenes).filter(({ scene }) => scene.id === 'training-surface').length;
const entry = figureNamed('training-surface');
const ids = parameterIds([2, 3, 1]);

/** What a reader may do to the map itself. */
const mapped: readonly Partial<Settings>[] = [
  {},
  { 'surface.at': [100, -100] },
  { 'surface.at': [-3, 2], 'surface.moves': 'all' },
  { 'surface.a': 'w.1.1.1', 'surface.b': 'w.1.2.2', 'surface.days': 'turn' },
  { 'surface.a': 'b.1.3', 'surface.b': 'w.1.3.1', 'surface.runs': 'adam' },
  { 'surface.a': 'w.2.1.1', 'surface.b': 'b.2.1' },
  { 'surface.a': 'w.1.1.1', 'surface.b': 'w.1.1.1', 'surface.days': 'drawn', 'surface.seed': 7 },
  { 'surface.a': 'w.1.3.2', 'surface.b': 'w.2.1.3', 'surface.at': [0.01, -0.02] },
  { eta: 50 },
  { eta: 50, 'surface.moves': 'all', 'surface.at': [20, 20] },
  { eta: 0 },
];
const tried: readonly Settings[] = trying.map((settings, i) => ({
  ...settings,
  ...(mapped[i % mapped.length] ?? {}),
}));

const daysOf = ({ x, y }: Settings): readonly Example[] => [
  { input: x, target: [y] },
  { input: x.toReversed(), target: [1 - y] },
];

/** The mean loss with two parameters put in, worked out from the settings alone. */
const lossAt = (settings: Settings, surface: Surface, at: readonly number[]): number => {
  const theta = surface.home
    .with(ids.indexOf(surface.pair[0]), at[0]!)
    .with(ids.indexOf(surface.pair[1]), at[1]!);
  return meanLoss(networkFrom({ sizes: [2, 3, 1], theta }), daysOf(settings));
};

const own = surfaceOf(readingOf(DEFAULTS), 'ground');
const WIDE = layoutOf(770, 576).map;

describe('the ground', () => {
  test('has contours along which the engine’s loss is at their level', { timeout: 60_000 }, () => {
    for (const settings of tried.filter((_, i) => i % 12 === 0)) {
      const surface = surfaceOf(readingOf(settings), 'ground');
      const { window, relief } = landOf(surface, WIDE, 13);
      for (const { level, edge } of relief.shown.contours)
        for (const [x, y] of edge.filter((_, i) => i % 9 === 0)) {
          if (x < WIDE.x || x > WIDE.x + WIDE.width || y < WIDE.y || y > WIDE.y + WIDE.height) continue;
          // It lies between two places at which the loss was worked out: beside each other, or one over the other.
          const around = Array.from({ length: 41 }, (_, i) => i / 2 - 10).flatMap((off) =>
            [
              [x + off, y],
              [x, y + off],
            ].map(([px, py]) => lossAt(settings, surface, window.value(px!, py!))),
          );
          expect(Math.min(...around)).toBeLessThanOrEqual(level * (1 + 1e-9));
          expect(Math.max(...around)).toBeGreaterThanOrEqual(level * (1 - 1e-9));
        }
    }
  });

  test('is as deep at a place as levels lie below the loss there', { timeout: 60_000 }, () => {
    const { window, relief } = landOf(own, WIDE, 13);
    const { contours } = relief.shown;
    expect(contours.length).toBeGreaterThan(10);
    for (let i = 0; i < 300; i++) {
      const [x, y] = [
        WIDE.x + 8 + ((i * 0.618) % 1) * (WIDE.width - 16),
        WIDE.y + 8 + ((i * 0.7548) % 1) * (WIDE.height - 16),
      ];
      const around = [-6, 0, 6].flatMap((right) =>
        [-6, 0, 6].map((down) => lossAt(DEFAULTS, own, window.value(x + right, y + down))),
      );
      const isNear = contours.some(
        ({ level }) => level >= Math.min(...around) && level <= Math.max(...around),
      );
      if (isNear) continue;
      const depth = contours.filter(({ path }) => isWithinPath(path, x, y)).length;
      expect(depth).toBe(contours.filter(({ level }) => level <= around[4]!).length);
    }
  });

  test('has round levels, close together where it is low, whatever the losses', () => {
    expect(levelsOf([0.3, 0.31, 0.5, 0.62, 0.7, 1, 3])).toEqual(
      levelsOf([0.3, 0.31, 0.5, 0.62, 0.7, 1, 3]).toSorted((a, b) => a - b),
    );
    for (const losses of [
      [0, 1],
      [1, 1.001],
      [1e-7, 2e3],
      [5, 6, 7, 4e5],
      [0.69, 0.7],
    ]) {
      const levels = levelsOf(losses);
      expect(levels.length).toBeGreaterThan(3);
      expect(levels.length).toBeLessThanOrEqual(22);
      expect(levels.every((level) => level > Math.min(...losses) && level < Math.max(...losses))).toBe(true);
    }
    expect(levelsOf([0.7, 0.7, 0.7])).toEqual([]);
  });

  test('is the same while the point is pulled about on it, and is as far apart up as across', () => {
    const pulled = surfaceOf(readingOf({ ...DEFAULTS, 'surface.at': [1, 2] }), 'ground');
    expect(landOf(pulled, WIDE, 13)).toBe(landOf(own, WIDE, 13));
    const { window } = landOf(own, WIDE, 13);
    const [x, y] = window.place([0, 0]);
    expect(Math.hypot(...minus(window.place([1, 0]), [x, y]))).toBeCloseTo(window.unit, 9);
    expect(Math.hypot(...minus(window.place([0, 1]), [x, y]))).toBeCloseTo(window.unit, 9);
  });

  test('always has the point on it', { timeout: 60_000 }, () => {
    for (const settings of tried.filter((_, i) => i % 7 < 2 || i < mapped.length))
      for (const [width, height] of BOXES.filter((_, i) => i % 3 === 0)) {
        const surface = surfaceOf(readingOf(settings), 'ground');
        const box = layoutOf(width, height).map;
        const [x, y] = landOf(surface, box, 12.5).window.place(surface.at);
        expect(x).toBeGreaterThan(box.x - 0.01);
        expect(x).toBeLessThan(box.x + box.width + 0.01);
        expect(y).toBeGreaterThan(box.y - 0.01);
        expect(y).toBeLessThan(box.y + box.height + 0.01);
      }
  });
});

const minus = (a: readonly number[], b: readonly number[]): [number, number] => [
  a[0]! - b[0]!,
  a[1]! - b[1]!,
];

/** Is a place within the rings of a path, by the rule of odd crossings? */
const isWithinPath = (path: string, x: number, y: number): boolean => {
  let crossings = 0;
  for (const ring of path.split('M').slice(1)) {
    const points = ring
      .replace('Z', '')
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    points.forEach(([x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length]!;
      if (y1! > y !== y2! > y && x < x1! + ((y - y1!) / (y2! - y1!)) * (x2! - x1!)) crossings += 1;
    });
  }
  return crossings % 2 === 1;
};

describe('folds', () => {
  test(
    'lie where a unit’s sum is zero, and are named on the side on which it is open',
    { timeout: 60_000 },
    () => {
      let named = 0;
      for (const settings of tried.slice(0, 60)) {
        const surface = surfaceOf(readingOf(settings), 'ground');
        const { window, creases } = landOf(surface, WIDE, 13);
        const sumAt = ([a, b]: readonly [number, number], unit: number, example: number): number => {
          const theta = surface.home
            .with(ids.indexOf(surface.pair[0]), a)
            .with(ids.indexOf(surface.pair[1]), b);
          const network = networkFrom({ sizes: [2, 3, 1], theta });
          return forward(network, daysOf(settings)[example]!.input).layers[0]!.preActivation[unit - 1]!;
        };
        for (const { fold, from, to, label } of creases) {
          for (const end of [from, to]) {
            const size = 1 + Math.abs(fold.atZero);
            expect(Math.abs(sumAt(window.value(end.x, end.y), fold.unit, fold.example))).toBeLessThan(
              1e-8 * size,
            );
          }
          if (!label) continue;
          named += 1;
          expect(label.text).toBe(`unit ${fold.unit} open, day ${fold.example + 1}`);
          expect(sumAt(window.value(label.at.x, label.at.y), fold.unit, fold.example)).toBeGreaterThan(0);
        }
      }
      expect(named).toBeGreaterThan(40);
    },
  );
});

describe('the point', () => {
  test(
    'has an arrow along the engine’s gradient, straight across the lines, and a step against it',
    { timeout: 60_000 },
    () => {
      for (const settings of tried.slice(0, 80)) {
        const surface = surfaceOf(readingOf(settings), 'slope');
        const { window } = landOf(surface, WIDE, 13);
        const arrow = arrowOf(surface, window, WIDE, 13, []);
        const { gradient } = gradientOf(
          networkFrom({ sizes: [2, 3, 1], theta: surface.start }),
          daysOf(settings),
        );
        const [a, b] = surface.pair.map((id) => gradient[ids.indexOf(id)]!);
        if (arrow.isLevel) {
          expect(Math.hypot(a!, b!)).toBeLessThan(1e-9);
          continue;
        }
        const [toA, toB] = window.value(arrow.to.x, arrow.to.y);
        const [alongA, alongB] = [toA - surface.at[0], toB - surface.at[1]];
        expect(alongA * a! + alongB * b!).toBeCloseTo(Math.hypot(alongA, alongB) * Math.hypot(a!, b!), 6);
        const next = window.value(arrow.next.x, arrow.next.y);
        if (Math.hypot(arrow.next.x, arrow.next.y) < 5000) {
          expect(next[0]).toBeCloseTo(surface.at[0] - settings.eta * a!, 6);
          expect(next[1]).toBeCloseTo(surface.at[1] - settings.eta * b!, 6);
        }
      }
    },
  );

  test('is pulled first, then has its arrow, then its step', () => {
    expect(movementsOf({ slope: 0 })).toEqual({ pulled: 0, drawn: 0, stepped: 0 });
    expect(movementsOf({ slope: 0.42 })).toEqual({ pulled: 1, drawn: 0, stepped: 0 });
    expect(movementsOf({ slope: 0.72 })).toEqual({ pulled: 1, drawn: 1, stepped: 0 });
    expect(movementsOf({ slope: 1 })).toEqual({ pulled: 1, drawn: 1, stepped: 1 });
  });

  test('on the saddle has no arrow, and its runs stay', () => {
    const reading = readingOf(DEFAULTS);
    const { pair } = surfaceOf(reading, 'saddle');
    expect(pair).toEqual(['w.1.2.2', 'w.2.1.2']);
    const settings = { ...DEFAULTS, ...choose(...pair), 'surface.at': [0.18820255335764285, 0] };
    const surface = surfaceOf(readingOf(settings), 'saddle');
    expect(arrowOf(surface, landOf(surface, WIDE, 13).window, WIDE, 13, []).isLevel).toBe(true);
    for (const method of METHODS)
      for (const [a, b] of pathOf(surface, method).places)
        expect(Math.hypot(a - surface.at[0], b - surface.at[1])).toBeLessThan(1e-6);
  });
});

describe('runs', () => {
  test('start at the point, and end where the mock-up’s own arithmetic ends', () => {
    const ends = METHODS.map((method) => pathOf(own, method));
    expect(ends.map(({ rate }) => rate)).toEqual([0.5, 0.2, 0.1]);
    expect(ends.map(({ loss }) => Number(loss.toFixed(4)))).toEqual([0.4152, 0.3483, 0.3616]);
    for (const { places } of ends) {
      expect(places).toHaveLength(SURFACE_STEPS + 1);
      expect(places[0]).toEqual([0.5, 0.7]);
    }
  });

  test('of two parameters lie on the land: the map shows their loss; of all thirteen it does not', () => {
    const at = (q: string): number => valueOf(readingOf(DEFAULTS), { q })!;
    for (const method of METHODS) {
      expect(at(`surface.under:ground/${method}`)).toBeCloseTo(at(`surface.end:ground/${method}`), 12);
      expect(at(`surface.under:all/${method}`)).toBeGreaterThan(0.4);
      expect(at(`surface.end:all/${method}`)).toBeLessThan(0.02);
    }
    expect(at('surface.moved:ground/sgd')).toBe(1);
    expect(at('surface.apart:ground/sgd')).toBe(0);
    expect(at('surface.apart:all/sgd')).toBe(1);
  });

  test('do not set out where no gap is left to follow, nor with steps of no length', () => {
    const isMoved = (changes: Partial<Settings>): number =>
      valueOf(readingOf({ ...DEFAULTS, ...changes }), { q: 'surface.moved:ground/sgd' })!;
    // All hidden units far below zero on both days: weights in and out have nothing to say.
    expect(isMoved({ theta: DEFAULTS.theta.with(6, -20).with(7, -20).with(8, -20) })).toBe(0);
    expect(isMoved({ eta: 0 })).toBe(0);
    expect(isMoved({ eta: 0.01 })).toBe(1);
  });

  test('that look at one day are other ones with another lot, the same with the same', () => {
    const end = (changes: Partial<Settings>): number =>
      pathOf(surfaceOf(readingOf({ ...DEFAULTS, ...changes }), 'noise'), 'sgd').loss;
    expect(end({})).toBe(end({ 'surface.seed': 1 }));
    expect(new Set([1, 2, 3, 4].map((seed) => end({ 'surface.seed': seed }))).size).toBe(4);
    expect(end({ 'surface.days': 'turn' })).toBe(end({ 'surface.days': 'turn', 'surface.seed': 2 }));
    expect(end({ 'surface.days': 'both' })).toBe(pathOf(own, 'sgd').loss);
  });
});

describe('choosing', () => {
  test('puts a line in the place of the one chosen longer ago, and never has two alike', () => {
    expect(chosenWith(['w.1.1.1', 'w.2.1.1'], 'b.2.1')).toEqual(choose('w.2.1.1', 'b.2.1'));
    expect(chosenWith(['w.1.1.1', 'w.2.1.1'], 'w.1.1.1')).toEqual(choose('w.2.1.1', 'w.1.1.1'));
    expect(chosenAs(['w.1.1.1', 'w.2.1.1'], 0, 'w.2.1.1')).toEqual(choose('w.2.1.1', 'w.1.1.1'));
    expect(chosenAs(['w.1.1.1', 'w.2.1.1'], 1, 'b.1.1')).toEqual(choose('w.1.1.1', 'b.1.1'));
    for (const a of ids) {
      const settings = { ...DEFAULTS, 'surface.a': a, 'surface.b': a };
      const { pair } = surfaceOf(readingOf(settings), 'ground');
      expect(pair[0]).not.toBe(pair[1]);
    }
  });

  test('a point that was put on the text’s own map is left there when the text shows another', () => {
    const reading = readingOf({ ...DEFAULTS, 'surface.at': [1, 1] });
    expect(surfaceOf(reading, 'ground').at).toEqual([1, 1]);
    expect(surfaceOf(reading, 'saddle').at).toEqual([0.8, -0.4]);
  });
});

/** Every text of a drawing with the room that it takes, and what it is called in a fault. */
const textsIn = (html: string): readonly { readonly text: string; readonly box: Bounds }[] =>
  [...html.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)].map(([, attributes = '', inner = '']) => {
    const text = inner.replace(/<!--.*?-->|<[^>]*>/g, '').trim();
    const number = (name: string): number => Number(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]);
    const [x, y, size] = [number('x'), number('y'), number('font-size')];
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const middle = attributes.includes('dominant-baseline="central"') ? y : y - 0.364 * size;
    const width = widthOf(text, size);
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    const turn = Number(/rotate\((-?[\d.]+)/.exec(attributes)?.[1] ?? 0);
    if (turn !== 0) {
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.abs(Math.sin((turn * Math.PI) / 180))];
      const half = { x: (width * cos + size * 0.84 * sin) / 2, y: (width * sin + size * 0.84 * cos) / 2 };
      return { text, box: { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y } };
    }
    return {
      text,
      box: { left, right: left + width, top: middle - 0.42 * size, bottom: middle + 0.42 * size },
    };
  });

describe('the drawing', () => {
  test(
    'is sound at every step, in every box, for every network: each number the engine’s, none that is none',
    { timeout: 120_000 },
    async () => {
      for (const [i, settings] of tried.entries()) {
        const box = BOXES[i % BOXES.length]!;
        const read = FIRST + 1 + (Math.floor(i / BOXES.length) % STEPS);
        for (const at of [read, read - 0.7]) {
          const html = await drawn(entry, scenes, at, settings, box);
          expect(faultsOf(html, readingOf(settings)), `setting ${i} at ${at} in ${box.join(' × ')}`).toEqual(
            [],
          );
          expect(html).toContain('class="ground');
        }
      }
    },
  );

  test('has no text on another, and none past its edge', { timeout: 120_000 }, () => {
    for (const [i, settings] of tried.entries()) {
      const [width, height] = BOXES[i % BOXES.length]!;
      const moment = momentRead(scenes, FIRST + 1 + (Math.floor(i / BOXES.length) % STEPS));
      const frame = frameOf(readingOf(settings), moment, entry.dials) as never;
      const texts = textsIn(render(TrainingSurface, { props: { frame, width, height } }).body);
      expect(texts.length).toBeGreaterThan(5);
      const faults = texts.flatMap(({ text, box }, j) => [
        ...(box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1
          ? [`«${text}» is past the edge`]
          : []),
        ...texts
          .slice(j + 1)
          .flatMap((other) => (isOn(grown(box, -0.5), other.box) ? [`«${text}» on «${other.text}»`] : [])),
      ]);
      expect(faults, `setting ${i} in ${width} × ${height}`).toEqual([]);
    }
  });

  test('says how high level ground is, in place of contours', () => {
    const reading = readingOf({ ...DEFAULTS, eta: 20, step: 100 });
    const frame = frameOf(reading, momentRead(scenes, FIRST + 1), entry.dials) as never;
    const said = textsIn(render(TrainingSurface, { props: { frame, width: 770, height: 576 } }).body)
      .map(({ text }) => text)
      .filter((text) => text.startsWith('level'));
    const surface = surfaceOf(reading, 'ground');
    const [a, b] = surface.at;
    for (const far of [-1, 1]) {
      expect(said).toEqual([
        `level: ${format(heightAt(surface, [a + far, b - far]) ?? NaN)} wherever you look`,
      ]);
    }
    const other = frameOf(readingOf(DEFAULTS), momentRead(scenes, FIRST + 1), entry.dials) as never;
    const body = render(TrainingSurface, { props: { frame: other, width: 770, height: 576 } }).body;
    expect(textsIn(body).filter(({ text }) => text.startsWith('level'))).toEqual([]);
  });
});
