import { at } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import type { Box as Glass } from '../../story/gates/box.ts';
import { edgeOf } from '../layout/edges.ts';
import type { Geometry } from '../layout/geometry.ts';
import { parameterAt } from '../layout/parameter-at.ts';
import { pathOf, type Point } from '../layout/shapes.ts';
import { headingsOf, inputsOf, weightLabels } from '../network/labels.ts';
import { neuronsOf, type Cells } from '../network/neurons.ts';
import type { Seen } from '../network/seen.ts';
import { settled } from '../network/settle.ts';
import { backOf, edgesOf } from '../network/strands.ts';
import { word, type Text } from '../network/text.ts';
import type { WorkedDrawing } from '../worked/drawing.ts';
import { geometryFor } from '../layout/without-gauge.ts';
import { saidOf, strokesOf, type Lock } from './ears.ts';
import { chosenLabel, letterRow, withName } from './fit.ts';

export type GateDrawing = WorkedDrawing & {
  readonly locks: readonly Lock[];
  readonly earWords: readonly Text[];
  /** The chosen line, under all that is written on it. */
  readonly chosen: string | undefined;
  /** The middle of its number; null where it is written nowhere. */
  readonly frame: Point | null;
};

/** What carries the chosen line's part of the answer: the line, its unit, and all that follows from there. */
const alongLine = (line: string, sizes: readonly number[]): ReadonlySet<string> => {
  const [kind, layer = NaN, unit = NaN, from = NaN] = line
    .split('.')
    .map((part, i) => (i ? Number(part) : part)) as [string, number?, number?, number?];
  const ids = new Set([line]);
  if (kind === 'w') ids.add(layer === 1 ? `x.${from}` : `z.${layer - 1}.${from}`);
  let units = [unit];
  for (let l = layer; l < sizes.length; l++) {
    const size = sizes[l + 1];
    const ahead = size === undefined ? [] : Array.from({ length: size }, (_, m) => m + 1);
    for (const j of units) {
      ids.add(`z.${l}.${j}`);
      for (const m of ahead) ids.add(`w.${l + 1}.${m}.${j}`);
      ids.add(`da.${l}.${j}`);
    }
    units = ahead;
  }
  return ids;
};

/** The letter before a unit's gradient. */
const deltaName = ({ key, texts }: Cells): readonly Text[] => {
  const pill = texts.find((text) => text.key === `d${key}`);
  if (!pill) return [];
  const at = { x: pill.box.left - 3, y: pill.at.y };
  return at.x < 14
    ? []
    : [word(`delta ${key}`, 'δ', at, pill.size, { anchor: 'end', look: 'gradient number' })];
};

/** Inputs are the reader's own: written as they were given. */
const asGiven = (text: Text): Text =>
  text.quantity?.value === undefined || !text.key.startsWith('x.')
    ? text
    : { ...text, text: format(text.quantity.value, 3, 0) };

const without = (texts: readonly Text[], pattern: RegExp): readonly Text[] =>
  texts.filter(({ key }) => !pattern.test(key));

/** Around the number of the chosen line; of a bias that has none, beside its node. */
const frameOf = (line: string, written: readonly Text[], g: Geometry): Point | null => {
  const found = written.find(({ key }) => key === line);
  if (found) return { x: (found.box.left + found.box.right) / 2, y: found.at.y };
  return line.startsWith('b.') ? parameterAt(g, line) : null;
};

/** The network of the glass box in a width: every number of its chosen row, δ over each unit, and its lock. */
export const gateDrawing = (box: Glass, room: number): GateDrawing => {
  const { geometry: laid, width } = geometryFor(box.sizes, room);
  const isRoomy = laid.density === 'roomy';
  const geometry: Geometry = {
    ...laid,
    width,
    headings: { ...laid.headings, loss: undefined },
    // Off the round ends of the capsules; a fourth decimal there says nothing.
    cell: { ...laid.cell, room: laid.cell.room - (isRoomy ? 8 : 0) },
  };
  const { values } = at(box.rows, box.row);
  const shown = new Map([...values].filter(([id]) => /^([xwbza]\.|yhat|dz\.)/.test(id)));
  const inPlay = alongLine(box.line, box.sizes);
  const seen: Seen = {
    known: shown,
    met: 'all',
    all: values,
    inPlay: new Set([...inPlay, ...[...shown.keys()].filter((id) => id.startsWith('dz.'))]),
    op: undefined,
    arriving: undefined,
    hidden: box.terms.activation,
    example: undefined,
  };
  // Blue is kept for the chosen line and what follows from it: a δ alone lights no unit.
  const neurons = neuronsOf(seen, geometry).map((cells) => ({
    ...cells,
    isLit: inPlay.has(cells.key),
    texts: withName(cells.texts, geometry),
  }));
  const inputs = inputsOf(seen, geometry).map((input) => ({
    ...input,
    texts: input.texts.map(asGiven),
    isLit: inPlay.has(input.key),
  }));
  const weights = weightLabels(seen, geometry);
  const headings = [...headingsOf(geometry, seen), ...letterRow(geometry)];
  const nodes = [...inputs, ...neurons].flatMap(({ texts }) => texts);
  const names = isRoomy ? neurons.flatMap((cells) => deltaName(cells)) : [];
  const all = [...headings, ...weights, ...nodes, ...names];
  const firm = all.filter(({ yields }) => yields === undefined);
  const places = settled(
    [...without(nodes, /^one /).filter(({ yields }) => yields === 'aside'), ...weights],
    firm,
    geometry,
  );
  const placed = (texts: readonly Text[]): readonly Text[] =>
    texts.flatMap((text) => (text.yields === undefined ? [text] : (places.get(text.key) ?? [])));
  const taken = [...firm, ...places.values()];
  // Where the chosen weight is not written, its number and its frame go where there is room for them.
  const isWritten = taken.some(({ key }) => key === box.line);
  const chosen = isWritten ? undefined : chosenLabel(seen, geometry, box.line, taken);
  if (chosen) taken.push(chosen);
  const edges = edgesOf(seen, geometry);
  const back = backOf({ ...seen, known: values, inPlay }, geometry);
  const strokes = strokesOf([...edges, ...back, ...neurons.flatMap(({ bias }) => bias ?? [])]);
  const said = box.units.map((unit, i) => {
    const found = saidOf(unit, at(neurons, i), geometry, taken, strokes);
    if (found.text) taken.push(found.text);
    return found;
  });
  return {
    geometry,
    width,
    headings: [...headings, ...names],
    edges,
    back,
    weights: [...placed(weights), ...(chosen ? [chosen] : [])],
    inputs: inputs.map((input) => ({ ...input, texts: placed(input.texts) })),
    neurons: neurons.map((cells) => ({ ...cells, texts: placed(cells.texts) })),
    locks: said.flatMap(({ lock }) => lock ?? []),
    earWords: said.flatMap(({ text }) => text ?? []),
    frame: frameOf(box.line, taken, geometry),
    chosen: box.line.startsWith('w.') ? pathOf(edgeOf(geometry, box.line)) : undefined,
  };
};

/** Every text of the drawing. */
export const textsOf = ({
  headings,
  weights,
  inputs,
  neurons,
  earWords,
}: Pick<GateDrawing, 'headings' | 'weights' | 'inputs' | 'neurons' | 'earWords'>): readonly Text[] => [
  ...headings,
  ...weights,
  ...inputs.flatMap(({ texts }) => texts),
  ...neurons.flatMap(({ texts }) => texts),
  ...earWords,
];
