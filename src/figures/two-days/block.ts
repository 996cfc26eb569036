import { isRounding } from '../../story/batch.ts';
import { format } from '../../story/format.ts';
import { rounded } from '../layout/shapes.ts';
import { NEARLY_NOTHING, toneOf, wordsAt, type Shape, type Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Part } from './part.ts';
import type { Block, Cell, Store } from './store.ts';

type Kept = Exclude<Cell, { readonly word: string }>;

const written = ({ value, isKept }: Kept, { decimals, peak }: Store): string => {
  if (value === undefined) return '—';
  return isKept && isRounding(value, [peak])
    ? NEARLY_NOTHING
    : format(value, decimals, isKept ? decimals : 4);
};

/** How the lines of a store's table are set. */
export interface Lines {
  readonly height: number;
  /** Of the type. */
  readonly size: number;
  /** How much of the width the labels take. */
  readonly labels: number;
  /** So many lines have been told. */
  readonly told: number;
}

/** What a store holds, line by line, in two programs side by side: each number with a bar from its zero. */
export const blockIn = (
  { title, heads, rows }: Block,
  store: Store,
  box: Box,
  { height, size, labels, told }: Lines,
): Part => {
  const column = rounded((box.width - labels) / 2);
  const lane = Math.min(150, column - size * 5.8);
  const middleOf = (row: number): number => rounded(box.y + height * (row + 0.5));
  const endOf = (c: number): number => box.x + labels + column * (c + 1);
  const shapes: Shape[] = [{ look: 'rule', d: `M${box.x} ${box.y + height}h${box.width}` }];
  const texts: Text[] = [
    wordsAt(title, box.x, middleOf(0), size, { look: 'strong' }),
    ...heads.map((text, c) => wordsAt(text, endOf(c), middleOf(0), size, { look: 'strong', anchor: 'end' })),
  ];

  const addBar = ({ value, lost }: Kept, zero: number, y: number): void => {
    const length = (of: number): number =>
      rounded(Math.sign(of) * rounded((Math.abs(of) / store.peak) * (lane / 2 - 1)));
    const bar = (of: number): string => `M${rounded(zero)} ${rounded(y - 5)}v10h${length(of)}v-10z`;
    if (lost) shapes.push({ look: 'lost', d: bar(lost) });
    if (value) shapes.push({ look: 'kept', d: bar(value) });
    shapes.push({ look: 'zero', d: `M${zero} ${y - height / 2 + 2}v${height - 4}` });
    if (lost && lane > 90)
      texts.push(
        wordsAt('lost', zero + length(lost) + Math.sign(lost) * 7, y, 12, {
          anchor: lost < 0 ? 'end' : 'start',
        }),
      );
  };
  for (const [r, { label, cells }] of rows.slice(0, told).entries()) {
    const y = middleOf(r + 1);
    texts.push(wordsAt(label, box.x, y, size));
    for (const [c, cell] of cells.entries()) {
      const end = endOf(c);
      if ('word' in cell) {
        texts.push(wordsAt(cell.word, end, y, size, { anchor: 'end' }));
        continue;
      }
      const { id: q, at, value } = cell;
      const look = `number ${value === undefined ? 'unknown' : toneOf(q)}`;
      texts.push(wordsAt(written(cell, store), end, y, size, { anchor: 'end', look, q, at, value }));
      if (cell.isKept && lane > 24) addBar(cell, end - column + 8 + lane / 2, y);
    }
  }
  return { shapes, texts };
};
