import { formatFit } from '../story/format.ts';
import { kindOf } from '../story/symbol.ts';
import { baselineAt, type Anchor } from './layout/type.ts';

/** Words, or a number that can be asked about. */
export interface Words {
  readonly text?: string | number | undefined;
  /** Classes of the figures' sheet. */
  readonly look?: string | undefined;
  /** Which quantity it is, what that is and, where it is not the page's, at which training step. */
  readonly q?: string | undefined;
  readonly value?: number | undefined;
  readonly at?: number | undefined;
  /** How its number is written, where not as a decimal. */
  readonly as?: 'percent' | undefined;
}

/** Words within a line, or the letter of a quantity in their place, its indices above each other. */
export interface Part extends Words {
  /** Where it is not the line's. */
  readonly size?: number | undefined;
  readonly symbol?: string | undefined;
  /** In place of the symbol's own. */
  readonly letter?: string | undefined;
  /** How far it and what follows on it are set lower than what is before it. */
  readonly dy?: string;
  /** How far it is from what is before it: in px, or as a length. */
  readonly dx?: number | string;
}

/** A line or an area in a drawing, which may stand for a number that can be asked about. */
export interface Shape {
  readonly look: string;
  readonly d: string;
  /** Of its stroke, px, where its look does not say. */
  readonly width?: number | undefined;
  readonly opacity?: number;
  /** Where it is a pattern of this drawing. */
  readonly fill?: string | undefined;
  /** Where a shape goes that is drawn elsewhere. */
  readonly transform?: string | undefined;
  readonly q?: string | undefined;
  readonly value?: number | undefined;
}

/** A line of words or a number in a drawing; what follows on it in another look comes as parts. */
export interface Text extends Words {
  readonly x: number;
  /** Its baseline, or its middle. */
  readonly y: number;
  readonly size: number;
  readonly anchor?: Anchor;
  readonly isCentred?: boolean;
  /** How far it is turned around its place, in degrees. */
  readonly turn?: number | undefined;
  readonly parts?: readonly Part[];
  /** The world that its numbers are of, where that is not the page's. */
  readonly world?: string | undefined;
}

/** What is written for a number that rounding alone keeps from 0. */
export const NEARLY_NOTHING = '≈0';

/** The look of a quantity's number; a parameter's own value is a signal. */
export const toneOf = (q: string): string => {
  const kind = kindOf(q);
  return kind === 'parameter' ? 'signal' : kind;
};

/** A line of words around a height. */
export const wordsAt = (
  text: string | number | undefined,
  x: number,
  y: number,
  size: number,
  rest: Partial<Text> = {},
): Text => ({ text, x, y, size, isCentred: true, ...rest });

/** A line of text with its middle across at a place, on a baseline; a number that can be asked about, where `q` says which. */
export const lineAt = (
  text: string | number | undefined,
  look: string,
  x: number,
  y: number,
  size: number,
  q?: string,
  value?: number,
): Text => ({ text, look, x, y, size, anchor: 'middle', q, value });

/** The same with its middle, both ways, at a place. */
export const centred = (
  text: string | number | undefined,
  look: string,
  x: number,
  middle: number,
  size: number,
): Text => lineAt(text, look, x, baselineAt(middle, size), size);

/** How a number is written: in about so many characters, with so many decimals at most and at least. */
interface Form {
  readonly characters?: number;
  readonly decimals?: number;
  readonly least?: number;
  /** In place of that of its kind. */
  readonly tone?: string | undefined;
}

/** A number around a place. One that has not been computed is a dash and carries no value. */
export const numberAt = (
  q: string,
  value: number | undefined,
  place: Pick<Text, 'x' | 'y' | 'size'>,
  { characters = 9, decimals = 4, least = 2, tone = kindOf(q) }: Form = {},
): Text => ({
  text: value === undefined ? '—' : formatFit(value, characters, decimals, least),
  look: `number ${value === undefined ? 'unknown' : tone}`,
  anchor: 'middle',
  isCentred: true,
  q,
  value,
  ...place,
});
