import { at } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import type { Box as Glass, Ear, Unit } from '../../story/gates/box.ts';
import { EAR_WORDS } from '../../story/gates/words.ts';
import { edgeOf } from '../layout/edges.ts';
import type { Geometry } from '../layout/geometry.ts';
import { pathOf, type Point } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import { headingsOf, inputsOf, weightLabels } from '../network/labels.ts';
import { neuronsOf, type Cells } from '../network/neurons.ts';
import type { Seen } from '../network/seen.ts';
import { settled } from '../network/settle.ts';
import { backOf, edgesOf } from '../network/strands.ts';
import { word, type Text } from '../network/text.ts';
import type { WorkedDrawing } from '../worked/drawing.ts';
import { geometryFor } from '../layout/without-gauge.ts';

/** A lock beside a unit, with its word where there is room for one. */
export interface Lock {
  readonly key: string;
  readonly ear: Ear;
  /** Its top left corner. */
  readonly at: Point;
}

export type GateDrawing = WorkedDrawing & {
  readonly locks: readonly Lock[];
  readonly earWords: readonly Text[];
  /** The chosen line, under all that is written on it. */
  readonly chosen: string | undefined;
};

/** Across and down a lock, and from it to its word. */
export const LOCK = { width: 10, height: 12, gap: 4 } as const;

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

/** Of more units than this in a layer only those are spoken of that do not listen. */
const CROWD = 3;

/** The forms of what is said of a unit, the longest first. */
const formsOf = ({ ear, slope, mean }: Unit, isCrowded: boolean): readonly string[] => {
  const name = EAR_WORDS[ear];
  const small = (value: number): string => format(value, 4);
  if (isCrowded && ear !== 'listening') return [name];
  switch (ear) {
    case 'cancelled':
      return [name];
    case 'dead':
      return [`${name}: off on every row`, name];
    case 'locked':
      return [`${name}, mean slope ${small(mean)}`, name];
    case 'inactive':
    case 'deaf':
      return [`${name}, slope ${small(slope)}`, name];
    case 'listening':
      return isCrowded ? [] : [`${name}, slope ${small(slope)}`, name];
  }
};

const isShut = (ear: Ear): boolean => ear === 'locked' || ear === 'dead' || ear === 'deaf';

/** Where the words of a unit may begin, by how much there is room for. */
const wordPlace = ({ neuron, texts }: Cells, g: Geometry): Point => {
  const { at: middle, bias, word: line } = neuron;
  if (g.density === 'dense')
    return { x: middle.x - g.capsule.width / 2 + 8, y: middle.y + g.capsule.height / 2 + 8 };
  if (g.hasWords) return { x: middle.x - g.capsule.width / 2 + 30, y: line.y };
  const own = texts.find(({ key }) => key === `b.${neuron.layer}.${neuron.unit}`);
  return { x: (own?.box.right ?? bias.x) + 8, y: bias.y };
};

interface Said {
  readonly text: Text | undefined;
  readonly lock: Lock | undefined;
}

/** What is said of one unit, in the longest form for which there is room; a lock at its corner where there is for none. */
const saidOf = (unit: Unit, cells: Cells, g: Geometry, taken: readonly Text[]): Said => {
  const place = wordPlace(cells, g);
  const size = Math.max(LEAST_TYPE, g.type.letter - 0.5);
  const key = `ear ${unit.layer}.${unit.unit}`;
  const lead = isShut(unit.ear) ? LOCK.width + LOCK.gap : 0;
  const look = isShut(unit.ear) ? 'ink haloed' : 'letter haloed';
  for (const form of formsOf(unit, Math.max(...g.sizes) > CROWD)) {
    const text = word(key, form, { x: place.x + lead, y: place.y }, size, { anchor: 'start', look });
    const whole: Text = {
      ...text,
      box: { ...text.box, left: place.x },
      yields: g.hasWords ? 'away' : 'aside',
    };
    const over = Math.max(0, whole.box.right + 1 - g.width);
    const moved: Text =
      over === 0
        ? whole
        : {
            ...whole,
            at: { x: whole.at.x - over, y: whole.at.y },
            box: { ...whole.box, left: whole.box.left - over, right: whole.box.right - over },
          };
    const found = settled([moved], taken, g).get(key);
    if (!found) continue;
    const y = found.at.y - LOCK.height / 2 - 0.5;
    return {
      text: found,
      lock: isShut(unit.ear) ? { key, ear: unit.ear, at: { x: found.box.left, y } } : undefined,
    };
  }
  const { at: middle } = cells.neuron;
  const corner = {
    x: middle.x + g.capsule.width / 2 - LOCK.width + 2,
    y: middle.y - g.capsule.height / 2 - LOCK.height / 2 - 1,
  };
  return { text: undefined, lock: isShut(unit.ear) ? { key, ear: unit.ear, at: corner } : undefined };
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
  const neurons = neuronsOf(seen, geometry).map((cells) => ({ ...cells, isLit: inPlay.has(cells.key) }));
  const inputs = inputsOf(seen, geometry).map((input) => ({
    ...input,
    texts: input.texts.map(asGiven),
    isLit: inPlay.has(input.key),
  }));
  const weights = weightLabels(seen, geometry);
  const headings = headingsOf(geometry, seen);
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
  const said = box.units.map((unit, i) => {
    const found = saidOf(unit, at(neurons, i), geometry, taken);
    if (found.text) taken.push(found.text);
    return found;
  });
  return {
    geometry,
    width,
    headings: [...headings, ...names],
    edges: edgesOf(seen, geometry),
    back: backOf({ ...seen, known: values, inPlay }, geometry),
    weights: placed(weights),
    inputs: inputs.map((input) => ({ ...input, texts: placed(input.texts) })),
    neurons: neurons.map((cells) => ({ ...cells, texts: placed(cells.texts) })),
    locks: said.flatMap(({ lock }) => lock ?? []),
    earWords: said.flatMap(({ text }) => text ?? []),
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
