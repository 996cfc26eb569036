import { formatPower } from '../../story/format.ts';
import { symbolOf } from '../../story/symbol.ts';
import type { Geometry } from '../layout/geometry.ts';
import { around, boxAround, grown, held, offset, type Box, type Point } from '../layout/shapes.ts';
import { boxOfText, fitted, indexSize, LEAST_TYPE, widthOf, type Anchor } from '../layout/type.ts';

/** A line of text in a figure: a letter with its subscript, a word, or a number. */
export interface Text {
  /** Tells it from all others of a drawing. */
  readonly key: string;
  readonly text: string;
  /** What is written before it in the same line, and is not its number. */
  readonly lead?: { readonly text: string; readonly look: string };
  /** Written high after it, and low after that. */
  readonly sup?: string;
  readonly sub?: string;
  /** The first of its two lines, where it goes over two. */
  readonly over?: { readonly text: string; readonly at: Point };
  /** Its middle in height; in width, what `anchor` says. */
  readonly at: Point;
  readonly anchor: Anchor;
  readonly size: number;
  /** Its classes. */
  readonly look: string;
  /** Of a number: what it is a number of, and in full; a value that is not there is not computed. */
  readonly quantity?: { readonly id: string; readonly value: number | undefined };
  /** What it lies on: a gradient's pill, or a piece of paper over the lines under it. */
  readonly plate?: { readonly box: Box; readonly look: 'pill' | 'pill strong' | 'chip' };
  /** What it takes up, with its plate. */
  readonly box: Box;
  /** Where others leave it no room it steps aside, or is not written at all; else it stands where it stands. */
  readonly yields?: 'aside' | 'away';
}

/** A word or sign. */
export const word = (
  key: string,
  text: string,
  at: Point,
  size: number,
  { anchor = 'middle', look = 'letter' }: { readonly anchor?: Anchor; readonly look?: string } = {},
): Text => ({ key, text, at, anchor, size, look, box: boxOfText(at, widthOf(text, size), size, anchor) });

/** The letter of a quantity around a middle. */
export const letter = (g: Pick<Geometry, 'sizes'>, id: string, at: Point, size: number): Text => {
  const { base, sup, sub } = symbolOf(id, g.sizes);
  const small = indexSize(size);
  const width = widthOf(base, size) + Math.max(widthOf(sup, small), widthOf(sub, small));
  return {
    key: `letter ${id}`,
    text: base,
    sup,
    sub,
    at,
    anchor: 'middle',
    size,
    look: 'letter',
    box: boxOfText(at, width, size),
  };
};

interface NumberStyle {
  readonly room: number;
  readonly decimals: number;
  readonly least?: number;
  readonly look: string;
  readonly anchor?: Anchor;
  /** Covers the lines under it. */
  readonly isCovering?: boolean;
}

/** A number in a place; a dash where it is not computed. */
export const number = (
  id: string,
  value: number | undefined,
  at: Point,
  size: number,
  { room, decimals, least = 2, look, anchor = 'middle', isCovering = false }: NumberStyle,
): Text => {
  const text = value === undefined ? '—' : fitted(value, room, size, decimals, least);
  const box = boxOfText(at, widthOf(text, size), size, anchor);
  return {
    key: id,
    text,
    at,
    anchor,
    size,
    look: `number ${value === undefined ? 'unknown' : look}`,
    quantity: { id, value },
    ...(isCovering && {
      plate: {
        box: { ...grown(box, 2.5), top: at.y - size * 0.62, bottom: at.y + size * 0.62 },
        look: 'chip' as const,
      },
    }),
    box,
  };
};

/** Where a letter and its number stand, and how much room the number has. */
interface Lines {
  readonly letter: Point;
  readonly number: Point;
  readonly room: number;
  readonly decimals: number;
  readonly size: number;
}

/** Two lines around a middle, where there is no room for a letter. */
const LINES = 5.3;

/**
 * A letter over its number; the number alone where they would stand in one place. A number too wide for its room goes over
 * two lines, sign and digits, then the power of ten, with no letter.
 */
export const lettered = (
  g: Geometry,
  /** The quantity, without an example's mark, and with it. */
  [plain, id]: readonly [string, string],
  value: number | undefined,
  lines: Lines,
): readonly Text[] => {
  const { room, decimals } = lines;
  const hasLetter = lines.letter.y !== lines.number.y;
  const written = number(id, value, lines.number, lines.size, { room, decimals, look: 'ink' });
  const isWhole = written.box.right - written.box.left <= room + 1;
  const [digits, power] = (isWhole || value === undefined ? '' : formatPower(value, 0)).split('×');
  if (power === undefined)
    return hasLetter ? [letter(g, plain, lines.letter, g.type.letter), written] : [written];
  const off = hasLetter ? 0 : LINES;
  const high = { x: lines.letter.x, y: lines.letter.y - off };
  const low = { x: lines.number.x, y: lines.number.y + off };
  const over = `${digits ?? ''}×`;
  return [
    {
      ...written,
      over: { text: over, at: high },
      text: power,
      at: low,
      size: LEAST_TYPE,
      box: around([
        boxOfText(high, widthOf(over, LEAST_TYPE), LEAST_TYPE),
        boxOfText(low, widthOf(power, LEAST_TYPE), LEAST_TYPE),
      ]),
    },
  ];
};

/** How wide the number on a pill may be, and whether its place is where it begins. */
export interface PillStyle {
  readonly room?: number;
  readonly isStart?: boolean;
}

/** A gradient on its pill around a middle, held within the width of the figure. */
export const pill = (
  g: Geometry,
  id: string,
  value: number,
  at: Point,
  isStrong: boolean,
  { room = g.pill.room, isStart = false }: PillStyle = {},
): Text => {
  const size = g.type.letter;
  const decimals = Math.max(3, g.labelDecimals);
  const text = fitted(value, room, size, decimals, decimals);
  const width = widthOf(text, size) + 2 * g.pill.padding;
  const middle = held(isStart ? at.x + width / 2 : at.x, width / 2 + 1, g.width - width / 2 - 1);
  const box = boxAround({ x: middle, y: at.y }, { width, height: g.pill.height });
  return {
    key: id,
    text,
    at: { x: middle, y: at.y },
    anchor: 'middle',
    size,
    look: 'number gradient',
    quantity: { id, value },
    plate: { box, look: isStrong ? 'pill strong' : 'pill' },
    box,
  };
};

/** The same text elsewhere. */
export const shifted = (text: Text, by: Point): Text => {
  const { x, y } = by;
  if (x === 0 && y === 0) return text;
  const to = (at: Point): Point => ({ x: at.x + x, y: at.y + y });
  return {
    ...text,
    at: to(text.at),
    box: offset(text.box, by),
    ...(text.over && { over: { ...text.over, at: to(text.over.at) } }),
    ...(text.plate && { plate: { ...text.plate, box: offset(text.plate.box, by) } }),
  };
};

/** The same text, so far to the right. */
export const moved = (text: Text, x: number): Text => shifted(text, { x, y: 0 });

/** A number with its name before it, in one line within the width of the figure. */
export const named = (g: Geometry, name: string, of: Text, look = 'letter'): Text => {
  const width = widthOf(name, of.size) + of.box.right - of.box.left;
  const line = { ...of, lead: { text: name, look }, box: boxOfText(of.at, width, of.size, of.anchor) };
  return moved(line, held(line.box.left, 1, g.width - 1 - width) - line.box.left);
};
