import { at } from '../../engine/index.ts';
import { fitted, LEAST_TYPE, widthOf } from '../layout/type.ts';
import { bracketed, nameOf } from './words.ts';
import type { GraphView, WrittenLeg } from './model.ts';

/** One of the three numbers of an edge, where it stands in its line. */
export interface Cell {
  readonly key: 'incoming' | 'local' | 'outgoing';
  readonly id: string;
  readonly value: number;
  readonly text: string;
  readonly symbol: string;
  /** Its middle, and how wide its number is, px. */
  readonly x: number;
  readonly width: number;
}

export interface Strip {
  readonly cells: readonly Cell[];
  readonly font: number;
  readonly small: number;
  /** Middles of the signs between the cells. */
  readonly signs: readonly [times: { text: string; x: number }, equals: { text: string; x: number }];
}

/** What the ring around the last number takes, px at a size of type: air at both ends, and its line. */
const ringOf = (font: number): number => 0.7 * font + 3;

/** Between a number and the sign beside it, in em. */
const AIR = 0.5;

/** incoming × local = outgoing, as large as fits into `width`, px, up to `largest`. */
export const stripOf = (
  view: GraphView,
  { node, to, op, line }: WrittenLeg,
  left: number,
  width: number,
  largest: number,
): Strip => {
  const small = largest >= 24 ? 13 : LEAST_TYPE;
  const [incoming, local] = op.operands;
  const sizes = [...line.operands.map((text, i) => (i > 0 ? bracketed(text) : text)), line.result];
  const symbols = [
    node === 'loss' ? '∂L/∂L' : `∂L/∂${nameOf(node, view)}`,
    `∂${nameOf(node, view)}/∂${nameOf(to, view)}`,
    `${to.startsWith('x') ? 'to ' : ''}∂L/∂${nameOf(to, view)}`,
  ];
  const keys = ['incoming', 'local', 'outgoing'] as const;
  const captions = keys.map((key, i) => Math.max(widthOf(key, small), widthOf(symbols[i] ?? '', small)) + 6);
  const signs = ['×', line.isExact ? '=' : '≈'];
  const needed = (font: number): number =>
    sizes.reduce((sum, text, i) => sum + Math.max(widthOf(text, font), at(captions, i)), 0) +
    2 * font * (0.65 + 2 * AIR) +
    ringOf(font);
  let font = largest;
  while (font > LEAST_TYPE && needed(font) > width) font = Math.max(LEAST_TYPE, font - 0.5);
  // No size is small enough for some numbers: fewer digits, which do not claim to give the result.
  const isShort = needed(font) > width;
  const room = (width - ringOf(font) - 2 * font * (0.65 + 2 * AIR)) / 3;
  const values = [incoming?.value ?? NaN, local?.value ?? NaN, op.value];
  const texts = isShort ? values.map((value) => fitted(value, room, font, 4)) : sizes;
  const widths = texts.map((text, i) =>
    Math.max(widthOf(text, font) + (i === 2 ? ringOf(font) : 0), isShort ? 0 : at(captions, i)),
  );
  // As far apart as they may, up to a measure.
  const spare = Math.max(0, width - widths.reduce((sum, one) => sum + one, 0) - 2 * font * (0.65 + 2 * AIR));
  const gap = font * (0.65 + 2 * AIR) + Math.min(spare / 2, font * 1.6);
  const total = widths.reduce((sum, one) => sum + one, 0) + 2 * gap;
  let x = left + (width - total) / 2;
  const cells = keys.map((key, i): Cell => {
    const wide = at(widths, i);
    const cell = {
      key,
      id: [incoming?.id, local?.id, op.id][i] ?? '',
      value: values[i] ?? NaN,
      text: texts[i] ?? '—',
      symbol: symbols[i] ?? '',
      x: x + wide / 2,
      width: widthOf(texts[i] ?? '', font),
    };
    x += wide + gap;
    return cell;
  });
  const between = (i: number): number => {
    const [a, b] = [cells[i], cells[i + 1]];
    return a && b ? (a.x + at(widths, i) / 2 + b.x - at(widths, i + 1) / 2) / 2 : left;
  };
  return {
    cells,
    font,
    small,
    signs: [
      { text: signs[0] ?? '', x: between(0) },
      { text: isShort ? '≈' : (signs[1] ?? ''), x: between(1) },
    ],
  };
};
