import { at } from '../../engine/index.ts';
import { measuresFor, reachOf, rowsIn, type Measures } from './columns.ts';
import { flatGauge, flatGaugeReach, uprightGauge } from './gauge.ts';
import type { Geometry, Neuron, Sizes } from './geometry.ts';
import type { Point, Size } from './shapes.ts';
import { widthOf } from './type.ts';
import { weightSlots } from './weights.ts';

/** Between the network and an upright gauge's axis, and from there to the right edge. */
const UPRIGHT = 146;

/** Middles of the columns: inputs, then each layer of neurons. */
const columnsOf = (sizes: Sizes, { width }: Size, m: Measures): readonly number[] => {
  const layers = sizes.length - 1;
  const free =
    width -
    m.margin.left -
    m.margin.right -
    2 * m.radius -
    layers * m.capsule.width -
    (m.isUpright ? UPRIGHT - m.margin.right : 0);
  // The weights into the first layer are the most, for two inputs: they have a little more.
  const first = 1.15;
  const gap = free / (layers - 1 + first);
  return [
    m.margin.left + m.radius,
    ...Array.from(
      { length: layers },
      (_, l) => m.margin.left + 2 * m.radius + gap * (first + l) + m.capsule.width * (l + 0.5),
    ),
  ];
};

/** Middles of `count` rows, evenly over a stretch. */
const rowsOver = (count: number, top: number, bottom: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => top + ((bottom - top) * (i + 0.5)) / count);

const inputsOf = (
  count: number,
  x: number,
  rows: { readonly top: number; readonly bottom: number; readonly most: number },
  m: Measures,
): readonly Point[] => {
  const pitch = (rows.bottom - rows.top) / rows.most;
  const least = 2 * m.radius + m.pill.height + 8;
  const spacing = Math.max(
    (pitch * (rows.most - 1)) / count,
    Math.min(least, (rows.bottom - rows.top) / count),
  );
  const middle = (rows.top + rows.bottom) / 2;
  return Array.from({ length: count }, (_, i) => ({ x, y: middle + spacing * (i - (count - 1) / 2) }));
};

const neuronOf = (
  layer: number,
  unit: number,
  at: Point,
  isOutput: boolean,
  width: number,
  m: Measures,
): Neuron => {
  const { capsule, bias, pill, type } = m;
  const half = { x: capsule.width / 2, y: capsule.height / 2 };
  const row = at.y + half.y + bias.drop;
  const one =
    bias.drop > 0
      ? { x: at.x - half.x + bias.radius + 4, y: row }
      : { x: at.x - half.x, y: at.y + half.y - 1 };
  const number = { x: one.x + bias.radius + 4, y: row };
  const after =
    number.x + widthOf('−0.3465', type.letter) + widthOf('−0.3465', type.letter) + 2 * pill.padding + 6;
  return {
    layer,
    unit,
    isOutput,
    at,
    one,
    bias: number,
    biasGradient: after > width ? { x: number.x - 4, y: row + pill.height + 1 } : undefined,
    word: m.hasWords
      ? { x: at.x + capsule.width / 4, y: at.y + half.y + 7 + type.letter / 2 }
      : { x: at.x + half.x - 4, y: row },
  };
};

const made = new Map<string, Geometry>();

/**
 * Where everything of a network figure stands in a box, in CSS px: drawn at the box's own size, its type is never under
 * 12 px. For networks with one or two layers of up to six hidden units. Throws RangeError without a layer of neurons.
 */
export const place = (sizes: Sizes, box: Size): Geometry => {
  const key = `${sizes.join('-')} ${box.width} ${box.height}`;
  const known = made.get(key);
  if (known) return known;
  const found = placed(sizes, box);
  if (made.size >= 24) made.clear();
  made.set(key, found);
  return found;
};

const placed = (sizes: Sizes, box: Size): Geometry => {
  if (sizes.length < 2) throw new RangeError(`Expected at least two layers, found ${sizes.length}`);
  const m = measuresFor(sizes, box);
  const { capsule, pill, type } = m;
  const reach = reachOf(m);
  const { top, bottom } = rowsIn(m, box.height);
  const most = Math.max(...sizes.slice(1));
  // A row's middle is its capsule, and more stands over it than under it.
  const down = (reach.up - reach.down) / 2;
  const xs = columnsOf(sizes, box, m);
  const last = sizes.length - 1;
  const gaugeReach = flatGaugeReach(m);
  const free = bottom - top - reach.up - reach.down - pill.height - gaugeReach.up - gaugeReach.down;
  const outputs =
    m.isUpright || (sizes[last] ?? 1) > 1
      ? rowsOver(sizes[last] ?? 1, top, bottom).map((y) => y + down)
      : [top + reach.up + Math.max(0, free) * 0.42];
  const neurons = sizes
    .slice(1)
    .map((count, l) =>
      (l === last - 1 ? outputs : rowsOver(count, top, bottom).map((y) => y + down)).map((y, j) =>
        neuronOf(l + 1, j + 1, { x: at(xs, l + 1), y }, l === last - 1, box.width, m),
      ),
    );
  const nodes = {
    width: box.width,
    height: box.height,
    sizes,
    neurons,
    capsule,
    radius: m.radius,
    inputs: inputsOf(at(sizes, 0), at(xs, 0), { top: top + down, bottom: bottom + down, most }, m),
  };
  const gauge = m.isUpright
    ? uprightGauge(box, at(outputs, 0) * 0.5 + at(outputs, outputs.length - 1) * 0.5)
    : flatGauge(nodes, bottom - gaugeReach.down - Math.max(0, free) * 0.12, m);
  // Of a cell's width: its round end takes some.
  const cellRoom = (capsule.width / 2) * { roomy: 0.875, tight: 0.85, dense: 0.91 }[m.density];
  const gap = at(xs, 1) - at(xs, 0) - m.radius - capsule.width / 2;
  const hasLetters = capsule.height > 30;
  const geometry = {
    ...nodes,
    density: m.density,
    hasWords: m.hasWords,
    type: { ...type, loss: type.number + (m.isUpright ? 4 : 1) },
    cell: {
      letter: hasLetters ? -capsule.height * 0.245 - 0.9 : 0,
      number: hasLetters ? capsule.height * 0.21 + 0.6 : 0,
      room: cellRoom,
    },
    pill: {
      height: pill.height,
      padding: pill.padding,
      room: capsule.width / 2 + 5 - 2 * pill.padding,
      above: -capsule.height / 2 - pill.gap - pill.height / 2,
    },
    oneRadius: m.bias.radius,
    decimals: decimalsIn(cellRoom, type.number),
    labelDecimals: 2,
    weights: new Map(),
    gauge,
    headings: { y: m.heading, xs, loss: m.isUpright ? gauge.loss.number.x : undefined },
    packet: {
      radius: m.density === 'roomy' ? 6 : m.density === 'tight' ? 5 : 4,
      hasNumber: gap > 72,
    },
  } satisfies Geometry;
  const labelDecimals = m.density === 'roomy' ? 4 : gap > 54 ? 3 : 2;
  return { ...geometry, labelDecimals, weights: weightSlots({ ...geometry, labelDecimals }) };
};

/** As many decimals as a number with a sign and one digit before them has room for, from 2 to 4. */
const decimalsIn = (room: number, size: number): number =>
  [4, 3, 2].find((decimals) => widthOf(`0.${'0'.repeat(decimals)}`, size) <= room) ?? 2;
