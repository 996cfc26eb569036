import { format } from '../../story/format.ts';
import type { Ear, Unit } from '../../story/gates/box.ts';
import { EAR_WORDS } from '../../story/gates/words.ts';
import type { Geometry } from '../layout/geometry.ts';
import { boxAround, isOn, pointsOn, type Box, type Curve, type Point } from '../layout/shapes.ts';
import { LEAST_TYPE } from '../layout/type.ts';
import type { Cells } from '../network/neurons.ts';
import { settled } from '../network/settle.ts';
import { word, type Text } from '../network/text.ts';

// What is said of each unit beside it, with a lock where it is locked.

/** A lock beside a unit, with its word where there is room for one. */
export interface Lock {
  readonly key: string;
  readonly ear: Ear;
  /** Its top left corner. */
  readonly at: Point;
}

/** Across and down a lock, and from it to its word. */
export const LOCK = { width: 10, height: 12, gap: 4 } as const;

/** Of more units than this in a layer only those are spoken of that do not listen. */
const CROWD = 3;

/** The forms of what is said of a unit, the longest first. */
const formsOf = ({ ear, slope, mean, isOutput }: Unit, isCrowded: boolean): readonly string[] => {
  const name = EAR_WORDS[ear];
  const letter = isOutput ? 'σ′' : 'f′';
  const small = (value: number): string => format(value, 4);
  if (isCrowded && ear !== 'listening') return [name];
  switch (ear) {
    case 'cancelled':
      return [name];
    case 'dead':
      return [`${name}: off on every row`, name];
    case 'locked':
      return [`${name}, mean slope ${small(mean)}`, `${name}, mean ${letter} ${small(mean)}`, name];
    case 'inactive':
    case 'deaf':
      return [
        `${name}, slope ${small(slope)}`,
        `${name}, ${letter} ${small(slope)}`,
        `${name}, ${small(slope)}`,
        name,
      ];
    case 'listening':
      return isCrowded
        ? []
        : [
            `${name}, slope ${small(slope)}`,
            `${name}, ${letter} ${small(slope)}`,
            `${name}, ${small(slope)}`,
            name,
          ];
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

/** What lines cover, piece by piece. */
export const strokesOf = (lines: readonly { readonly curve: Curve }[]): readonly Box[] =>
  lines.flatMap(({ curve }) =>
    pointsOn(curve, PIECES).map((point) => boxAround(point, { width: STROKE, height: STROKE })),
  );

const PIECES = 36;
const STROKE = 6;
/** Of a word with a lock before it the line is this high. */
const LINE = LOCK.height + 2;

/** A text that stands where it does and yields nothing: what keeps others away. */
const solid = (box: Box): Text => ({ ...word('', '', { x: 0, y: 0 }, LEAST_TYPE), box });

/**
 * What is said of one unit, in the longest form for which there is room off the lines; where no form is off them, over them.
 * A lock at its corner where there is room for no form.
 */
export const saidOf = (
  unit: Unit,
  cells: Cells,
  g: Geometry,
  taken: readonly Text[],
  strokes: readonly Box[],
): Said => {
  const place = wordPlace(cells, g);
  const size = Math.max(LEAST_TYPE, g.type.letter - 0.5);
  const key = `ear ${unit.layer}.${unit.unit}`;
  const isLocked = isShut(unit.ear);
  const lead = isLocked ? LOCK.width + LOCK.gap : 0;
  const look = isLocked ? 'ink haloed' : 'letter haloed';
  const forms = formsOf(unit, Math.max(...g.sizes) > CROWD).map((form): Text => {
    const text = word(key, form, { x: place.x + lead, y: place.y }, size, { anchor: 'start', look });
    const over = Math.max(0, text.box.right + 1 - g.width);
    return {
      ...text,
      at: { x: text.at.x - over, y: text.at.y },
      box: {
        left: place.x - over,
        right: text.box.right - over,
        top: place.y - LINE / 2,
        bottom: place.y + LINE / 2,
      },
      yields: 'aside',
    };
  });
  const [longest] = forms;
  const near = longest && {
    ...longest.box,
    left: longest.box.left - REACH,
    right: longest.box.right + REACH,
  };
  const close = near
    ? strokes.filter((box) => isOn(box, { ...near, top: near.top - REACH, bottom: near.bottom + REACH }))
    : [];
  const off = [...taken, ...close.map(solid)];
  const ways = [...forms.map((text) => [text, off] as const), ...forms.map((text) => [text, taken] as const)];
  for (const [text, standing] of ways) {
    const found = settled([text], standing, g).get(key);
    if (!found) continue;
    const y = found.at.y - LOCK.height / 2 - 0.5;
    return {
      text: found,
      lock: isLocked ? { key, ear: unit.ear, at: { x: found.box.left, y } } : undefined,
    };
  }
  const { at: middle } = cells.neuron;
  const corner = {
    x: middle.x + g.capsule.width / 2 - LOCK.width + 2,
    y: middle.y - g.capsule.height / 2 - LOCK.height / 2 - 1,
  };
  return { text: undefined, lock: isLocked ? { key, ear: unit.ear, at: corner } : undefined };
};

/** How far a text may give way, in px. */
const REACH = 30;
