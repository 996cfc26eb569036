import { format, formatPower } from '../../story/format.ts';
import { shapeOfFont } from './font.ts';
import type { Box, Point } from './shapes.ts';

/** Nothing in a figure is smaller, in px: 12 as displayed, where a box measured in whole px is drawn a hair smaller. */
export const LEAST_TYPE = 12.1;

/** What is written low or high after a letter: its size as a share, and how far from the baseline, in em of the letter. */
export const SUBSCRIPT = { size: 0.79, drop: 0.2, lift: 0.36 } as const;

/** No index is smaller than this, in px. */
export const LEAST_INDEX = 9.6;

/** How large an index is after a letter of a size. */
export const indexSize = (size: number): number => Math.max(size * SUBSCRIPT.size, LEAST_INDEX);

/** From the middle of a digit down to the baseline, in em: half its height. */
const HALF_DIGIT = 0.364;

/** The baseline of text whose digits have their middle at `y`. */
export const baselineAt = (y: number, size: number): number => y + HALF_DIGIT * size;

/** How wide a text is in the figure's font at a size, in px; digits are all equally wide. */
export const widthOf = (text: string, size: number): number => {
  let width = 0;
  for (const character of text) width += shapeOfFont[character] ?? shapeOfFont.other;
  return width * size;
};

/** The box of a text that has its middle at a height, its digits' height with a little air; letters hang below it by less. */
export const boxOfText = (at: Point, width: number, size: number, anchor: Anchor = 'middle'): Box => {
  const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
  return { left, right: left + width, top: at.y - 0.42 * size, bottom: at.y + 0.42 * size };
};

export type Anchor = 'start' | 'middle' | 'end';

/** What a sum of widths may be off by, in px. */
const HAIR = 0.05;

/**
 * A number for a place `room` px wide: as many decimals, up to `decimals`, as fit; where none do, its narrowest form.
 * Sign and power of ten are never left out.
 */
export const fitted = (value: number, room: number, size: number, decimals: number, least = 2): string => {
  let narrowest: string | undefined;
  for (let places = decimals; places >= -1; places--) {
    const text = places < 0 ? formatPower(value, 0) : format(value, places, Math.min(least, places));
    const width = widthOf(text, size);
    if (width <= room + HAIR) return text;
    if (narrowest === undefined || width < widthOf(narrowest, size)) narrowest = text;
  }
  return narrowest ?? format(value, decimals, least);
};
