import { quantityIn } from '../../story/quantity.ts';
import { kindOf } from '../../story/symbol.ts';
import { pillOf, rounded } from '../layout/shapes.ts';
import type { SmallNet } from '../layout/small-net.ts';
import { baselineAt, fitted, widthOf } from '../layout/type.ts';
import { lineAt, type Text } from '../texts.ts';
import { writtenIn } from '../written.ts';
import type { Cell } from './layout.ts';

/** A number on a ground, around its place. */
export interface Plate {
  readonly id: string;
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly ground: string;
  readonly opacity: number;
  readonly texts: readonly Text[];
}

/** What the numbers of a frame are, which of them are lit, and which are yet to come. */
export interface Shown {
  readonly values: ReadonlyMap<string, number>;
  readonly lit: ReadonlySet<string>;
  readonly awaited: ReadonlySet<string>;
}

/** Air between two numbers. */
const AIR = 2;

/** The numbers of tables; of what is new so much is there, and what is alone has no partner. */
export const cellPlates = (
  cells: readonly Cell[],
  size: { readonly width: number; readonly height: number },
  { values, lit, awaited }: Shown,
  alone: ReadonlySet<string>,
  shownNew: number,
): readonly Plate[] => {
  const [width, height] = [size.width - AIR, size.height - AIR];
  const hasLetters = size.height >= 38;
  const font = hasLetters && size.width >= 74 ? 14.5 : 12.2;
  const ground = `M${rounded(-width / 2)} ${rounded(-height / 2)}h${rounded(width)}v${rounded(height)}h${-rounded(width)}z`;
  const number = (text: string, look: string, q?: string, value?: number): Text =>
    lineAt(text, look, 0, baselineAt(hasLetters ? size.height * 0.19 : 0, font), font, q, value);
  const letter = (id: string): Text => ({
    x: 0,
    y: size.height * -0.13,
    size: 12,
    anchor: 'middle',
    parts: [id.startsWith('dz') ? { symbol: id.slice(1), letter: 'δ' } : { symbol: id }],
  });
  return cells.map(({ id, x, y, isNew }) => {
    const value = quantityIn(values, id);
    const tone = kindOf(id) === 'gradient' ? 'gradient' : 'signal';
    return {
      id,
      look: `cell ${tone} ${lit.has(id) ? 'lit' : ''} ${alone.has(id) ? 'alone' : ''}`,
      x,
      y,
      ground,
      opacity: isNew ? shownNew : 1,
      texts: [
        ...(hasLetters ? [letter(id)] : []),
        awaited.has(id)
          ? number('—', 'unknown')
          : number(writtenIn(width - 4, id, value, font), `number ${tone}`, id, value),
      ],
    };
  });
};

const FONT = 13;

/** What has come back: under each hidden unit its δ, under each input the gradient of it. */
export const pillPlates = (net: SmallNet, { values, lit, awaited }: Shown): readonly Plate[] => {
  if (!net.isRoomy || net.below <= 0) return [];
  return [
    ...net.hidden.map(({ x, y }, j) => ({
      id: `dz.1.${j + 1}`,
      x,
      y: y + net.capsule.height / 2,
      lead: 'δ ',
    })),
    ...net.inputs.map(({ x, y }, k) => ({ id: `dx.${k + 1}`, x, y: y + net.radius, lead: '' })),
  ].flatMap(({ id, x, y, lead }) => {
    if (awaited.has(id)) return [];
    const value = quantityIn(values, id);
    const text = fitted(value, 64, FONT, 4, 4);
    const width = widthOf(lead + text, FONT) + 14;
    return [
      {
        id,
        look: `pill ${lit.has(id) ? 'lit' : ''}`,
        x: Math.max(x, width / 2 + 1),
        y: y + 14,
        ground: pillOf({ x: 0, y: 0 }, { width, height: 20 }),
        opacity: 1,
        texts: [
          {
            ...lineAt(lead, 'gradient', 0, baselineAt(0, FONT), FONT),
            parts: [{ text, look: 'number', q: id, value }],
          },
        ],
      },
    ];
  });
};
