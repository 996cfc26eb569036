import type { Geometry, Neuron } from '../layout/geometry.ts';
import type { Curve, Point } from '../layout/shapes.ts';
import { widthOf } from '../layout/type.ts';
import { aside, gradientAt } from './gradient.ts';
import { idFor, isInPlay, knownOf, type Seen } from './seen.ts';
import type { Line } from './strands.ts';
import { lettered, moved, named, number, word, type Text } from './text.ts';

/** A neuron as it is drawn. */
export interface Cells {
  readonly key: string;
  readonly neuron: Neuron;
  readonly isLit: boolean;
  /** Of a ReLU unit, once its z is known. */
  readonly gate: { readonly id: string; readonly value: number } | undefined;
  /** The cell whose number is being computed, or just has been. */
  readonly now: 'z' | 'a' | undefined;
  readonly bias: Line | undefined;
  readonly texts: readonly Text[];
}

/** The edge of a bias: from the node fixed at 1 up into the capsule. */
const biasCurve = ({ at, one }: Neuron, g: Geometry): Curve => {
  const half = g.capsule.height / 2;
  const top = one.y - g.oneRadius;
  const rise = top - (at.y + half);
  if (rise <= 0) return [one, one, { x: one.x + 4, y: one.y - 4 }, { x: one.x + 6, y: one.y - 6 }];
  const into = one.x + Math.min(12, g.capsule.width * 0.085);
  return [
    { x: one.x, y: top },
    { x: one.x, y: top - rise * 0.3 },
    { x: (one.x + into) / 2, y: at.y + half + rise * 0.5 },
    { x: into, y: at.y + half - 1.5 },
  ];
};

/** The two gradients over a capsule, each over its cell; wide ones part. */
const overCells = (seen: Seen, g: Geometry, { at }: Neuron, dz: string, da: string): readonly Text[] => {
  const y = at.y + g.pill.above;
  const off = g.capsule.width / 4 + g.pill.padding / 2;
  const right = gradientAt(seen, g, da, { x: at.x + off, y });
  const left = gradientAt(seen, g, dz, { x: at.x - off, y });
  const held =
    right && moved(right, Math.min(Math.max(0, at.x + 1 - right.box.left), g.width - 1 - right.box.right));
  const limit = Math.min(at.x - 1, held ? held.box.left - 2 : Infinity);
  const texts = [left && moved(left, Math.min(0, limit - left.box.right)), held];
  // Where columns are close, two numbers as wide as any do not fit beside those of the next column.
  return g.density === 'dense' ? aside(...texts) : texts.filter((text) => text !== undefined);
};

/** What the gate, or the slope that stands in its place, says under the capsule. */
const wordsUnder = (
  seen: Seen,
  g: Geometry,
  neuron: Neuron,
  /** Of the row: the last text, the bias, its gradient. */
  last: Text,
  bias: Text,
  gradient: Text | undefined,
): readonly Text[] => {
  const { layer, unit, isOutput, word: at } = neuron;
  const size = g.type.letter;
  if (g.density === 'dense') return [];
  const gate = knownOf(seen, `gate.${layer}.${unit}`);
  const key = `word ${layer}.${unit}`;
  if (gate !== undefined) {
    if (g.hasWords) return [word(key, `gate ${gate === 0 ? 'shut' : 'open'}`, at, size)];
    // Its bias has gradient 0, whose pill is narrow.
    const zero = widthOf('0', size) + 2 * g.pill.padding + 8;
    const shut = word(
      key,
      'shut',
      { x: Math.max(last.box.right, bias.box.right + zero) + 5, y: at.y },
      size,
      {
        anchor: 'start',
      },
    );
    return gate === 0 ? [{ ...shut, yields: 'away' }] : [];
  }
  const id = `slope.${layer}.${unit}`;
  const slope = knownOf(seen, id);
  if (slope === undefined) return [];
  const isBelow = g.hasWords;
  const decimals = isBelow ? 4 : 2;
  const style = { room: 6 * size, decimals, least: decimals, look: 'gradient' };
  const name = isOutput ? 'σ′ ' : 'f′ ';
  const inLine = (x: number): Text =>
    named(
      g,
      name,
      number(idFor(id, seen.example), slope, { x, y: at.y }, size, { ...style, anchor: 'start' }),
    );
  if (isBelow) {
    return aside(named(g, `slope ${name}`, number(idFor(id, seen.example), slope, at, size, style)));
  }
  // At the end of the row where it fits there; else in the place of the bias's gradient, until that is known.
  const pillWidth = g.pill.room + 2 * g.pill.padding + 5;
  const isInRow = neuron.biasGradient === undefined;
  const atEnd = inLine(Math.max(last.box.right, bias.box.right + (isInRow ? pillWidth : 0)) + 8);
  const place = atEnd.box.right <= besideOf(g, neuron) ? atEnd : inLine(bias.box.right + 8);
  const isFree = place === atEnd || (!gradient && place.box.right <= besideOf(g, neuron));
  return isFree ? [{ ...place, yields: 'away' }] : [];
};

/** How far the row under a neuron may reach: not where edges rise, nor to the gauge that lies in its height. */
const besideOf = (g: Geometry, { layer, at, bias }: Neuron): number => {
  const { isUpright, zero } = g.gauge;
  const isBesideGauge = isUpright || (bias.y > zero.y - 36 && layer < g.neurons.length);
  const own = layer < g.neurons.length ? at.x + g.capsule.width / 2 + 20 : Infinity;
  return Math.min(nextColumn(g, layer), own, isBesideGauge ? zero.x - 26 : Infinity);
};

/** The row under a capsule: the node fixed at 1, the bias, its gradient, the gate in words. */
const underCapsule = (seen: Seen, g: Geometry, neuron: Neuron): readonly Text[] => {
  const { layer, unit, one, bias: at, biasGradient } = neuron;
  const id = `b.${layer}.${unit}`;
  const size = g.type.letter;
  if (g.density === 'dense') return [];
  const bias = number(id, seen.known.get(id), at, size, {
    room: widthOf(`−0.${'0'.repeat(g.labelDecimals)}`, size),
    decimals: g.labelDecimals,
    look: seen.inPlay.has(id) ? 'signal' : 'quiet',
    anchor: 'start',
  });
  const from = (place: Point): Text | undefined => gradientAt(seen, g, `d${id}`, place, { isStart: true });
  const gradient = from(biasGradient ?? { x: bias.box.right + 5, y: at.y });
  // Where both do not fit, the gradient takes the number's place while it is what is measured.
  const isTooWide =
    biasGradient === undefined && gradient !== undefined && gradient.box.right > nextColumn(g, layer);
  const isInstead = isTooWide && isInPlay(seen, `d${id}`) && seen.op?.kind !== 'update';
  const written = isInstead ? from(at) : isTooWide ? undefined : gradient;
  return [
    word(`one ${id}`, '1', one, Math.min(size, 13)),
    ...(isInstead ? [] : [bias]),
    ...aside(written),
    ...wordsUnder(seen, g, neuron, written ?? bias, bias, written),
  ];
};

/** How far wide gradients over a capsule reach past it, in px. */
const OVERHANG = 10;

/** Where the next column of capsules begins, or the figure ends. */
const nextColumn = (g: Geometry, layer: number): number => {
  const next = g.neurons[layer]?.[0];
  return next ? next.at.x - g.capsule.width / 2 - OVERHANG : g.width - 2;
};

const cellsOf = (seen: Seen, g: Geometry, neuron: Neuron): Cells => {
  const { layer, unit, isOutput, at } = neuron;
  const several = g.neurons.at(-1)?.length !== 1;
  const z = `z.${layer}.${unit}`;
  const a = isOutput ? (several ? `yhat.${unit}` : 'yhat') : `a.${layer}.${unit}`;
  const bias = `b.${layer}.${unit}`;
  const gateId = `gate.${layer}.${unit}`;
  const gate = knownOf(seen, gateId);
  const biasValue = seen.known.get(bias);
  const current = seen.op?.id;
  const isNow = (...ids: readonly string[]): boolean => ids.some((id) => idFor(id, seen.example) === current);
  const quarter = g.capsule.width / 4;
  /** Off the round ends; where there is little room, off the gate. */
  const inward = g.density === 'dense' ? -1 : 1;
  const inCell = (id: string, x: number): readonly Text[] =>
    lettered(g, [id, idFor(id, seen.example)], knownOf(seen, id), {
      letter: { x, y: at.y + g.cell.letter },
      number: { x, y: at.y + g.cell.number },
      room: g.cell.room,
      decimals: g.decimals,
      size: g.type.number,
    });
  return {
    key: z,
    neuron,
    isLit: [z, a, `d${z}`, `d${a}`].some((id) => isInPlay(seen, id)),
    gate: gate === undefined ? undefined : { id: idFor(gateId, seen.example), value: gate },
    now: isNow(z, `d${z}`) ? 'z' : isNow(a, `d${a}`, gateId, `slope.${layer}.${unit}`) ? 'a' : undefined,
    bias:
      biasValue === undefined
        ? undefined
        : {
            key: bias,
            id: bias,
            curve: biasCurve(neuron, g),
            value: biasValue,
            tone: seen.inPlay.has(bias) ? 'signal' : 'idle',
          },
    texts: [
      ...inCell(z, at.x - quarter + inward),
      ...inCell(a, at.x + quarter - inward),
      ...overCells(seen, g, neuron, `d${z}`, `d${a}`),
      ...underCapsule(seen, g, neuron),
    ],
  };
};

/** All neurons, layer by layer. */
export const neuronsOf = (seen: Seen, g: Geometry): readonly Cells[] =>
  g.neurons.flat().map((neuron) => cellsOf(seen, g, neuron));
