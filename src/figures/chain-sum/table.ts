import type { ShownLine } from '../../story/sums.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Ledger } from './ledger.ts';
import type { PathSum, Progress, WrittenWay } from './model.ts';
import { equals, factorsOf, productOf, resultAt } from './words.ts';

/** Where the cells of paths through two layers are, px. */
export interface PathTable {
  readonly isWide: boolean;
  readonly font: number;
  readonly small: number;
  /** Across a cell; from row to row; of a bar in a cell. */
  readonly cell: number;
  readonly row: number;
  /** 0 where there is no room for bars. */
  readonly bar: number;
  /** The largest product, whatever its sign. */
  readonly most: number;
  /** Baseline of the headings; end of the rows; middle of the total; baseline of the path that is written out, where there is room. */
  readonly head: number;
  readonly bottom: number;
  readonly total: number;
  /** Across the column of sums. */
  readonly sums: number;
  readonly strip: number | undefined;
  readonly seconds: readonly { readonly unit: number; readonly x: number }[];
  readonly rows: readonly {
    readonly first: number;
    /** Its middle. */
    readonly y: number;
    readonly group: ShownLine | undefined;
    readonly cells: readonly { readonly way: WrittenWay; readonly x: number }[];
  }[];
}

/** A row with a bar under its number is at least so tall. */
const ROOM = 27;

const distinct = (numbers: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(numbers)].filter((number) => number !== undefined);

export const tableIn = ({ ways, groups }: PathSum, box: Box): PathTable => {
  const isWide = box.width >= 560;
  const firsts = distinct(ways.map(({ units }) => units[0]));
  const seconds = distinct(ways.map(({ units }) => units[1]));
  const left = isWide ? 96 : 42;
  const sums = isWide ? 124 : 66;
  const cell = (box.width - left - sums) / Math.max(1, seconds.length);
  const head = isWide ? 22 : 16;
  const foot = isWide ? 38 : 24;
  const strip = isWide ? 44 : 30;
  const rowWith = (less: number): number =>
    Math.min(60, (box.height - head - foot - less) / Math.max(1, firsts.length));
  // A path is written out where that leaves the table readable.
  const hasStrip = rowWith(strip) >= ROOM;
  const row = rowWith(hasStrip ? strip : 0);
  const bottom = box.y + head + row * firsts.length;
  const middle = (second: number): number => box.x + left + cell * (seconds.indexOf(second) + 0.5);
  return {
    isWide,
    sums,
    font: isWide ? 14 : 12,
    small: isWide ? 12.5 : 12,
    cell,
    row,
    bar: row >= ROOM ? Math.min(9, row * 0.2) : 0,
    most: Math.max(...ways.map(({ op }) => Math.abs(op.value))) || 1,
    head: box.y + head - 8,
    bottom,
    total: bottom + foot / 2 + 3,
    strip: hasStrip ? bottom + foot + (isWide ? 12 : 10) : undefined,
    seconds: seconds.map((unit) => ({ unit, x: middle(unit) })),
    rows: firsts.map((first, r) => ({
      first,
      y: box.y + head + row * (r + 0.5),
      group: groups[r],
      cells: ways.flatMap((way) => {
        const [one, second] = way.units;
        return one === first && second !== undefined ? [{ way, x: middle(second) }] : [];
      }),
    })),
  };
};

/** All of a number's digits where its column has room for them. */
export const writtenIn = ({ op, result }: ShownLine, room: number, size: number): string =>
  widthOf(result, size) <= room ? result : fitted(op.value, room, size, 4);

/** What stands around the cells: heads, sums of rows, the total, and one path written out. */
export const aroundCells = (
  sum: PathSum,
  table: PathTable,
  { flow, added }: Progress,
  box: Box,
  way: WrittenWay,
  isPointed: boolean,
): Ledger => {
  const { isWide, font, small, head, strip } = table;
  const right = box.x + box.width;
  const product = productOf(way.line);
  const result = ` ${equals(way.line)} ${way.line.result}`;
  const hasRoom = (text: string): boolean => widthOf(text, small) < box.width;
  const strong = (text: Text): Text => ({ ...text, look: `${text.look ?? ''} strong` });
  const end = { x: right, y: head, size: small, anchor: 'end' } as const;
  return {
    lines: [{ look: 'rule', d: `M${box.x} ${table.bottom + 2}H${right}` }],
    bars: [],
    texts: [
      ...table.seconds.map(({ unit, x }): Text => ({
        ...end,
        text: `then unit ${unit}`,
        x,
        anchor: 'middle',
      })),
      { ...end, text: 'added' },
      ...table.rows.flatMap(({ first, y, group }): readonly Text[] => [
        {
          text: `${isWide ? 'first ' : ''}unit ${first}`,
          look: 'heading',
          x: box.x,
          y,
          size: small,
          isCentred: true,
        },
        ...(group
          ? [
              strong(
                resultAt(
                  group,
                  added >= 0.5,
                  { x: right, y, size: font },
                  writtenIn(group, table.sums - 4, font),
                ),
              ),
            ]
          : []),
      ]),
      {
        look: 'heading',
        x: box.x,
        y: table.total + 5,
        size: font,
        parts: [
          { symbol: sum.total.op.id, look: 'gradient' },
          { text: isWide ? `, all ${sum.count} added` : '' },
        ],
      },
      strong(resultAt(sum.total, added === 1, { x: right, y: table.total, size: font + (isWide ? 4 : 2) })),
      ...(flow === 1 && strip !== undefined && hasRoom(product)
        ? [
            {
              text: `${isPointed ? '' : 'The widest, '}unit ${way.units.join(', then unit ')}:`,
              x: box.x,
              y: strip,
              size: small,
            },
            {
              x: box.x,
              y: strip + (isWide ? 15 : 12) + small * 0.35,
              size: small,
              parts: [
                ...factorsOf(way.line, way.line.operands.length),
                { text: hasRoom(product + result) ? result : '', look: 'letter' },
              ],
            },
          ]
        : []),
    ],
  };
};
