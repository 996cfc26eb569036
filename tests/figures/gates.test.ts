import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ceilingOf, curveOf, epochAxis, lockMarksOf, samplesOf } from '@/figures/gates/curve.ts';
import { historiesOf } from '@/figures/gates/histories.ts';
import { mapOf } from '@/figures/gates/map.ts';
import { LOCK } from '@/figures/gates/ears.ts';
import { gateDrawing, textsOf } from '@/figures/gates/network.ts';
import { packetsAt } from '@/figures/gates/packets.ts';
import { nearestDot, seedPlotOf } from '@/figures/gates/seeds.ts';
import { LEAST_TYPE, widthOf } from '@/figures/layout/index.ts';
import { isWithin, pointsOn } from '@/figures/layout/shapes.ts';
import { boxOf } from '@/story/gates/box.ts';
import { SATURATED } from '@/story/gates/fork.ts';
import type { GateValues } from '@/story/gates/settings.ts';
import '../seed.ts';
import { anySetting, set } from '../story/gates/settings-of.ts';
import { bodiesUnder, collisions, outside } from './drawn.ts';

const frame = { left: 44, right: 400, top: 20, bottom: 160 };
const WIDTHS = [320, 480, 620, 760];
const shapes: readonly (readonly [string, Partial<GateValues>])[] = [
  ['2-2-1 as it is at first', {}],
  ['2-2-1 at a saturated start', SATURATED],
  ['2-3-1, ReLU', { 'gates.hidden': [3], 'gates.activation': 'relu', 'gates.loss': 'bce' }],
  ['2-1-1', { 'gates.hidden': [1] }],
  ['2-4-4-1, tanh', { 'gates.hidden': [4, 4], 'gates.activation': 'tanh' }],
  ['2-6-6-1, leaky', { 'gates.hidden': [6, 6], 'gates.activation': 'leakyRelu' }],
];

describe.each(WIDTHS)('the network at %i px', (room) => {
  test.each(shapes)('%s: no text on another, on a unit or past the edge, and none small', (_, changes) => {
    for (const epoch of [0, 300, 2000]) {
      const drawing = gateDrawing(boxOf(set({ ...changes, 'gates.epoch': epoch })), room);
      const texts = textsOf(drawing);
      expect(collisions(texts)).toEqual([]);
      expect(outside(texts, { ...drawing.geometry, width: drawing.width })).toEqual([]);
      expect(bodiesUnder(drawing.earWords, drawing.geometry)).toEqual([]);
      for (const { size, key } of texts) expect(size, key).toBeGreaterThanOrEqual(LEAST_TYPE);
    }
  });
});

test('the network has a and δ of every unit, an arrow back along every line, and a lock for each unit that is locked', () => {
  for (const [, changes] of shapes.slice(0, 4)) {
    const box = boxOf(set(changes));
    for (const room of WIDTHS) {
      const drawing = gateDrawing(box, room);
      const written = new Map(textsOf(drawing).map(({ quantity, text }) => [quantity?.id, text]));
      for (const { layer, unit, isOutput } of box.units) {
        expect(written.get(isOutput ? 'yhat' : `a.${layer}.${unit}`), `a at ${room}`).toBeTruthy();
        expect(written.get(`dz.${layer}.${unit}`), `δ at ${room}`).toBeTruthy();
      }
      expect(drawing.back).toHaveLength(box.parameters.filter((id) => id.startsWith('w.')).length);
      const shut = box.units.filter(({ ear }) => ['locked', 'deaf', 'dead'].includes(ear));
      expect(drawing.locks).toHaveLength(shut.length);
      for (const { at } of drawing.locks) {
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x + LOCK.width).toBeLessThanOrEqual(drawing.width);
      }
      if (room >= 620) expect(drawing.earWords).toHaveLength(box.units.length);
    }
  }
});

test('the number of the chosen line is always in its frame, and fits the width of a phone', () => {
  for (const [name, changes] of shapes)
    for (const line of ['w.1.1.2', 'w.2.1.1', 'w.1.1.1']) {
      const box = boxOf(set({ ...changes, 'gates.line': line }));
      const drawing = gateDrawing(box, 320);
      expect(drawing.width, name).toBe(320);
      const written = drawing.weights.find(({ key }) => key === line);
      if (drawing.frame === null) expect(written, `${name} ${line}`).toBeUndefined();
      else expect(Math.abs(drawing.frame.x - written!.at.x), `${name} ${line}`).toBeLessThan(3);
    }
  for (const hidden of [
    [4, 4],
    [6, 6],
  ])
    expect(gateDrawing(boxOf(set({ 'gates.hidden': hidden })), 320).frame, String(hidden)).not.toBeNull();
});

test('where a number is too small for its place its name stays, and the number is told by its bound', () => {
  for (const [name, changes] of shapes)
    for (const room of WIDTHS)
      for (const epoch of [0, 300, 2000]) {
        const box = boxOf(set({ ...changes, 'gates.epoch': epoch }));
        const drawing = gateDrawing(box, room);
        const cells = drawing.neurons.flatMap(({ texts }) => texts);
        const row = drawing.headings.filter(({ key }) => key.startsWith('names'));
        for (const { layer, unit, isOutput } of box.units)
          for (const id of [`z.${layer}.${unit}`, isOutput ? 'yhat' : `a.${layer}.${unit}`]) {
            const what = `${name}, ${id} at ${room} px, epoch ${epoch}`;
            const cell = cells.find(({ key }) => key === id)!;
            if (cell.text.startsWith('<')) expect(cell.quantity!.value, what).toBeLessThan(0.001);
            if (cell.text.startsWith('<')) expect(cell.quantity!.value, what).toBeGreaterThan(0);
            if (cell.text.startsWith('>')) {
              expect(cell.quantity!.value, what).toBeGreaterThan(-0.001);
              expect(cell.quantity!.value, what).toBeLessThan(0);
            }
            const isNamed = cells.some(({ key }) => key === `letter ${id}`);
            const isHuge = Math.abs(cell.quantity!.value!) >= 1e5;
            if (!isHuge) expect(isNamed || row.length > 0, what).toBe(true);
          }
      }
});

test('what is said of units that are few stands off every line, at the widths of a phone, a tablet and a screen', () => {
  for (const room of [320, 604, 692])
    for (const [name, changes] of shapes.slice(0, 4)) {
      const drawing = gateDrawing(boxOf(set(changes)), room);
      const lines = [...drawing.edges, ...drawing.back, ...drawing.neurons.flatMap(({ bias }) => bias ?? [])];
      for (const { box, text } of drawing.earWords)
        for (const { curve } of lines)
          for (const point of pointsOn(curve, 60))
            expect(isWithin(point, box), `${name}: «${text}» at ${room}`).toBe(false);
    }
});

test('what travels goes forward in the first half of an epoch, and back in the second, layer by layer', () => {
  const drawing = gateDrawing(boxOf(set()), 620);
  const at = (phase: number) => packetsAt(drawing, phase, []);
  expect(at(0)).toEqual([]);
  expect(at(1)).toEqual([]);
  expect(at(0.1).map(({ key, tone }) => `${tone} ${key}`)).toEqual([
    'signal w.1.1.1',
    'signal w.1.1.2',
    'signal w.1.2.1',
    'signal w.1.2.2',
  ]);
  expect(at(0.4).map(({ key }) => key)).toEqual(['w.2.1.1', 'w.2.1.2']);
  expect(at(0.6).every(({ tone, key }) => tone === 'gradient' && key.startsWith('back w.2'))).toBe(true);
  expect(at(0.9)).toHaveLength(4);
});

test('the map’s bands are where ŷ is at least so much, its line where it is one half, its dots on the rows', () => {
  const box = boxOf(set());
  const map = mapOf(box.network, box.rows, 200);
  expect(map.bands.map(({ level }) => level)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
  expect(map.half).toBe(map.bands[2]!.path);
  const [a, , , d] = map.dots;
  expect(d!.x - a!.x).toBeGreaterThan(100);
  expect(a!.y - d!.y).toBeGreaterThan(100);
  const flat = boxOf(set({ 'gates.range': 0, 'gates.epoch': 0 }));
  // A network of zeros says one half everywhere: there is no line, and one band or the other is everywhere or nowhere.
  expect(mapOf(flat.network, flat.rows, 200).bands.length).toBeLessThanOrEqual(3);
});

test('a curve has a piece for each stretch under the same terms, and goes through the run’s own losses', () => {
  const values = set({
    'gates.epoch': 500,
    'gates.then': [{ from: 300, loss: 'bce', eta: 2, activation: 'sigmoid' }],
  });
  const { course } = boxOf(values);
  const curve = curveOf(course, 500, ceilingOf(500), frame);
  expect(curve.pieces).toHaveLength(2);
  expect(curve.changes).toEqual([300]);
  const last = `${Math.round(curve.x.place(500) * 100) / 100},${Math.round(curve.y.place(course.lossAt(500)) * 100) / 100}`;
  expect(curve.pieces[1]!.endsWith(last)).toBe(true);
  expect(samplesOf(0, 5000).length).toBeLessThanOrEqual(301);
  expect(samplesOf(0, 5000).at(-1)).toBe(5000);
  expect(samplesOf(7, 7)).toEqual([7]);
});

test.each([200, 280, 360, 700])(
  'an axis of epochs %i px wide ends at its end, with no number on another',
  (right) => {
    for (const end of [50, 100, 200, 300, 500, 1000, 2000, 3000, 5000]) {
      const axis = epochAxis(end, { ...frame, right });
      expect(axis.place(end)).toBe(right);
      expect(axis.value(right)).toBe(end);
      const boxes = axis.ticks.map(({ at, text, value }) => {
        const width = widthOf(text, LEAST_TYPE);
        const left = value === 0 ? at : value === end ? at - width : at - width / 2;
        return { left, right: left + width };
      });
      boxes.slice(1).forEach(({ left }, i) => expect(left).toBeGreaterThan(boxes[i]!.right + 2));
      expect(axis.ticks.at(-1)!.value).toBe(end);
    }
  },
);

test('lock marks stand where a mean slope crosses the threshold, and at no other epoch', () => {
  const box = boxOf(set({ 'gates.lock': 0.08, 'gates.epoch': 300 }));
  const marks = lockMarksOf(box, 300);
  expect(marks.length).toBeGreaterThan(0);
  for (const { epoch, isLocking, words } of marks) {
    const unit = box.units.findIndex((_, i) => words.startsWith(['unit 1', 'unit 2', 'the output'][i]!));
    expect(box.course.meanSlopeAt(epoch, unit) < 0.08).toBe(isLocking);
    expect(box.course.meanSlopeAt(epoch - 1, unit) < 0.08).toBe(!isLocking);
  }
  // Where cross-entropy cancels it, the output’s slope locks nothing.
  const entropy = boxOf(set({ 'gates.lock': 0.25, 'gates.loss': 'bce' }));
  expect(lockMarksOf(entropy, 300).some(({ words }) => words.startsWith('the output'))).toBe(false);
});

test('histories are the run’s own, with names that do not stand on one another', () => {
  const box = boxOf(set());
  for (const { kind, series } of historiesOf(box, 300, 300, frame)) {
    const names = series.flatMap(({ label }) => label ?? []);
    expect(names.length, kind).toBe(series.length);
    const ys = names.map(({ y }) => y).toSorted((a, b) => a - b);
    ys.slice(1).forEach((y, i) => expect(y - ys[i]!).toBeGreaterThanOrEqual(13.99));
    expect(
      series.some(({ isLit }) => isLit),
      kind,
    ).toBe(true);
  }
});

test('whatever is set, nothing that is drawn has a coordinate that is no number', () => {
  fc.assert(
    fc.property(anySetting(50), (values) => {
      const box = boxOf(values);
      const drawing = gateDrawing(box, 480);
      const map = mapOf(box.network, box.rows, 120);
      const curve = curveOf(box.course, box.epoch, 50, frame);
      const drawn = [
        ...drawing.edges.flatMap(({ curve: points }) => points.flatMap(({ x, y }) => [x, y])),
        ...textsOf(drawing).flatMap(({ at }) => [at.x, at.y]),
        ...map.dots.flatMap(({ x, y }) => [x, y]),
        ...[...map.ticks.across, ...map.ticks.up].map(({ at }) => at),
      ];
      expect(drawn.every(Number.isFinite)).toBe(true);
      const paths = [
        ...map.bands.map(({ path }) => path),
        ...curve.pieces,
        ...historiesOf(box, box.epoch, 50, frame).flatMap(({ series }) => series.map(({ path }) => path)),
      ];
      for (const path of paths) expect(path).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: 60 },
  );
});

test('each of a hundred runs has a dot of its own, those that never did apart from the rest', () => {
  const ends = Array.from({ length: 100 }, (_, seed) => ({
    seed,
    epochs: seed < 60 ? 100 + (seed % 7) : undefined,
    isOutgrown: false,
    dead: seed % 2,
    locked: 0,
    isMoving: false,
  }));
  for (const right of [300, 700]) {
    const { dots, never } = seedPlotOf(ends, 5000, { ...frame, right });
    expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(100);
    expect(dots.every(({ x, y }) => x <= right && y >= frame.top && y <= frame.bottom)).toBe(true);
    expect(dots.filter(({ x }) => x >= never.left)).toHaveLength(40);
    expect(nearestDot(dots, dots[5]!.x + 1, dots[5]!.y)).toBe(dots[5]);
  }
});
