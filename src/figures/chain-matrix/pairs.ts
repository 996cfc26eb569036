import { at as nth } from '../../engine/index.ts';
import { quantityIn } from '../../story/quantity.ts';
import { kindOf } from '../../story/symbol.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Text } from '../texts.ts';
import { writtenIn } from '../written.ts';
import type { Layout } from './layout.ts';
import type { Line, Meeting } from './model.ts';
import { nameParts } from './tables.ts';

/** A row of the left factor over a column of the right one, around a middle: who has a partner, and who has none. */
export const pairsPicture = (
  { blocks }: Line,
  { row, column, pairs }: Meeting,
  values: ReadonlyMap<string, number>,
  middle: number,
  { isLarge, box: { width } }: Layout,
): Picture => {
  const pitch = isLarge ? 104 : 62;
  const names = isLarge ? 150 : 112;
  const left = Math.max(names, (width - pairs.length * pitch + names) / 2);
  const rise = isLarge ? 30 : 24;
  const size = isLarge ? 14.5 : 12.2;
  const [first, second] = [nth(blocks, 0), nth(blocks, 1)];
  const sides = [
    {
      y: middle - rise,
      block: first,
      of: first.rows.length > 1 ? `row ${row} of ` : 'the row ',
      ids: pairs.map(([above]) => above),
    },
    {
      y: middle + rise,
      block: second,
      of: nth(second.rows, 0).length > 1 ? `column ${column} of ` : 'the column ',
      ids: pairs.map(([, below]) => below),
    },
  ];
  const places = sides.flatMap(({ y, ids }) =>
    ids.map((id, i) => ({ id, x: left + pitch * (i + 0.5), y, isLast: i === ids.length - 1 })),
  );
  return {
    lines: [
      {
        look: 'tie',
        d: pairs
          .map(([above, below], i) =>
            above && below ? `M${left + pitch * (i + 0.5)} ${middle - rise + 11}V${middle + rise - 13}` : '',
          )
          .join(''),
      },
    ],
    // Dashed: a circle's dashes do not begin where a path's would.
    dots: places.flatMap(({ id, x, y }) => (id ? [] : [{ look: 'nobody', x, y, r: isLarge ? 12 : 9 }])),
    texts: [
      ...sides.map(({ y, block, of }): Text => ({
        text: of,
        x: left - 16,
        y: y + 5,
        size: isLarge ? 13.5 : 12.2,
        anchor: 'end',
        parts: nameParts(block),
      })),
      ...places.flatMap(({ id, x, y, isLast }): readonly Text[] => {
        if (id === undefined)
          return isLast
            ? [{ text: 'no partner', look: 'strong', x: x + (isLarge ? 22 : 15), y: y + 4.5, size: 12.5 }]
            : [];
        const value = quantityIn(values, id);
        const tone = kindOf(id) === 'gradient' ? 'gradient' : 'signal';
        return [lineAt(writtenIn(pitch - 8, id, value, size), `number ${tone}`, x, y + 5, size, id, value)];
      }),
    ],
  };
};
