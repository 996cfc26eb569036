import { widthOf } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import { barsOf } from './bars.ts';
import type { Box } from './layout.ts';
import type { Ledger } from './ledger.ts';
import type { PathSum, Progress } from './model.ts';
import { factorsOf, nameOf, productOf, resultAt } from './words.ts';

/** A row for each path: its factors, its product as a bar; then the bars added up. */
export const rowsIn = (sum: PathSum, { flow, added }: Progress, box: Box): Ledger => {
  const { ways, view } = sum;
  const isWide = box.width >= 560;
  const font = isWide ? 13.5 : 12.5;
  const small = isWide ? 12.5 : 12;
  const right = box.x + box.width;
  const sums = view === 'days' ? [...sum.groups, sum.total] : [sum.total];
  const rows = ways.length + sums.length;
  const height = Math.min(isWide ? 54 : 44, (box.height - 8) / rows);
  const needed = (text: string): number => widthOf(text, small) + 10;
  const resultSize = isWide ? font + 1 : small;
  const isTotal = (i: number): boolean => i === sums.length - 1;
  /** The longest of what stands at the right, the products and what they add up to. */
  const results = Math.max(
    ...ways.map(({ line }) => widthOf(line.result, resultSize)),
    ...sums.map(({ result }, i) => widthOf(result, isWide ? font + (isTotal(i) ? 5 : 1) : small + 1)),
  );
  const most = box.width - 46 - Math.max(56, results + 8);
  /** With a space around each × only where every product has room for it. */
  const times = isWide || ways.every(({ line }) => widthOf(productOf(line), small) <= most) ? ' × ' : '×';
  const products = ways.map(({ line }) => productOf(line, times));
  /** Beside the bars as wide as the longest product, unless that leaves too little for them. */
  const names = Math.max(170, ...products.map(needed).filter((wide) => wide < box.width * 0.48));
  const bars = barsOf(
    sum,
    isWide
      ? { ...box, x: box.x + names, width: box.width - names - Math.max(100, results + 16) }
      : { ...box, x: box.x + 46, width: box.width - 48 },
  );
  const thick = isWide ? Math.min(26, height * 0.52) : Math.max(4, Math.min(10, height * 0.24));
  const rowAt = (i: number): number => box.y + height * i + (i >= ways.length ? 8 : 0);
  const barAt = (i: number): number => rowAt(i) + (isWide ? (height - thick) / 2 : height - thick - 2);
  const textAt = (i: number): number => rowAt(i) + (isWide ? height / 2 : (height - thick - 5) / 2);
  const barTo = (i: number, from: number, to: number) => ({
    from: bars.x(from),
    to: bars.x(to),
    y: barAt(i),
    height: thick,
  });

  // Factors become numbers one after the other; then the product is there, with its bar.
  const isDone = flow === 1;
  const sumGrown = (k: number): number => Math.min(1, Math.max(0, added * sums.length - k));
  const fits = (text: string): boolean => (isWide ? needed(text) <= names : widthOf(text, small) <= most);
  const sumName = (id: string): string =>
    id.startsWith('sum') ? 'added' : view === 'days' ? 'their mean' : 'together';

  const wayTexts = ways.flatMap((way, i): readonly Text[] => {
    const name = nameOf(sum, way);
    const middle = textAt(i);
    return [
      {
        text: isWide ? name : name.replace(/^(through|on) /, ''),
        look: 'heading',
        x: box.x,
        y: isWide ? middle - 9 : middle,
        size: isWide ? font : small,
        isCentred: true,
      },
      ...(fits(products[i] ?? '')
        ? [
            {
              x: isWide ? box.x : box.x + 46,
              y: (isWide ? middle + 10 : middle) + small * 0.35,
              size: small,
              parts: factorsOf(way.line, Math.floor(flow * (way.line.operands.length + 1)), times),
            },
          ]
        : []),
      resultAt(way.line, isDone, { x: right, y: middle, size: resultSize }),
    ];
  });
  const sumTexts = sums.flatMap((line, k): readonly Text[] => {
    const middle = textAt(ways.length + k);
    const result = resultAt(line, sumGrown(k) === 1, {
      x: right,
      y: middle,
      size: isWide ? font + (isTotal(k) ? 5 : 1) : small + (isTotal(k) ? 1 : 0),
    });
    return [
      {
        look: 'heading',
        x: box.x,
        y: middle + font * 0.35,
        size: font,
        parts: [
          ...(isTotal(k) ? [{ symbol: line.op.id, look: 'gradient' }, { text: ', ' }] : []),
          { text: sumName(line.op.id) },
        ],
      },
      isTotal(k) ? { ...result, look: `${result.look ?? ''} strong` } : result,
    ];
  });
  return {
    lines: [
      ...(isWide ? [{ look: 'zero' as const, d: `M${bars.x(0)} ${box.y}V${rowAt(rows)}` }] : []),
      ...(isWide && isDone
        ? bars.parts.map(({ to }, i) => ({
            look: 'step' as const,
            d: `M${bars.x(to)} ${barAt(i) + thick}V${barAt(i + 1)}`,
          }))
        : []),
      { look: 'rule', d: `M${box.x} ${rowAt(ways.length) - 4}H${right}` },
    ],
    bars: [
      ...(isDone ? bars.parts.map(({ from, to }, i) => barTo(i, from, to)) : []),
      ...bars.sums.flatMap(({ to }, k) =>
        sumGrown(k) > 0 ? [barTo(ways.length + k, 0, to * sumGrown(k))] : [],
      ),
    ],
    texts: [...wayTexts, ...sumTexts],
  };
};
