import type { Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { pillOf } from '../layout/shapes.ts';
import { fitted } from '../layout/type.ts';
import { centred, type Part, type Shape, type Text } from '../texts.ts';
import type { ChainSumDials } from './dials.ts';
import type { Layout, Node } from './layout.ts';
import type { PathSum } from './model.ts';

interface Marks {
  readonly shapes: readonly Shape[];
  readonly texts: readonly Text[];
}

/** Where paths begin, pass a gate or end. */
export const marksOf = (
  { all }: Pick<Frame<ChainSumDials>, 'all'>,
  { source }: PathSum,
  { isRoomy, font }: Layout,
  node: Node,
): Marks => {
  const { kind, x, y, width, height, rest } = node;
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const top = y - halfHeight;
  const mark = /@\d+$/.exec(rest)?.[0] ?? '';
  const plain = rest.replace(mark, '');
  const letter = (size: number, px: number, y: number, part: Part): Text => ({
    x: px,
    y,
    size,
    anchor: 'middle',
    parts: [part],
  });
  const number = (
    q: string,
    px: number,
    middle: number,
    size: number,
    room: number,
    decimals: number,
    tone: string,
  ): Text => {
    const value = quantityIn(all, q);
    return {
      ...centred(fitted(value, room, size, decimals), `number ${tone}`, px, middle, size),
      q,
      value,
    };
  };
  const body = (look: string): Shape => ({ look: `body ${look}`, d: pillOf(node, node) });

  if (kind !== 'unit' && kind !== 'output') {
    const isBig = halfWidth >= 28;
    const isSource = kind === 'source';
    const look = isSource ? 'signal' : 'loss';
    const numberSize = isBig ? font + 1 : 12;
    return {
      shapes: [body(look)],
      texts: [
        letter(isBig ? 13 : 12, x, y - (isBig ? 7 : 5), isSource ? { symbol: source } : { text: kind }),
        number(
          isSource ? source : `loss${mark}`,
          x,
          y + (isBig ? 10 : 9),
          numberSize,
          halfWidth * 1.7,
          4,
          look,
        ),
        ...(kind === 'mean'
          ? [
              {
                text: 'half of each',
                x: x + halfWidth,
                y: y + halfHeight + 16,
                size: 12,
                anchor: 'end' as const,
              },
            ]
          : []),
      ],
    };
  }
  const isUnit = kind === 'unit';
  const q = `gate.${rest}`;
  const value = isUnit ? quantityIn(all, q) : 1;
  const isShut = value === 0;
  const gateX = isRoomy ? x : x + halfWidth * 0.34;
  const gate = isShut ? `M${gateX} ${top}v${height}` : `M${x} ${top}v6M${x} ${top + height}v-6`;
  const cell = (id: string, symbol: string, px: number): readonly Text[] => [
    letter(12, px, y - halfHeight * 0.42 + 4, { symbol }),
    number(id, px, y + halfHeight * 0.44, font, halfWidth - 7, halfWidth >= 54 ? 3 : 2, 'ink'),
  ];
  const aside = halfWidth / 2 - 2;
  return {
    shapes: [
      body(isShut ? '' : 'signal'),
      ...(isRoomy ? [{ look: 'divider', d: `M${x} ${top}v${height}` }] : []),
      ...(isUnit
        ? [{ look: isShut ? 'gate shut' : 'gate', d: isShut || isRoomy ? gate : '', q, value }]
        : []),
    ],
    texts: isRoomy
      ? [
          ...cell(`z.${rest}`, `z.${plain}`, x - aside),
          ...cell(isUnit ? `a.${rest}` : `yhat${mark}`, isUnit ? `a.${plain}` : 'yhat', x + aside),
        ]
      : [
          {
            text: isUnit ? plain.split('.')[1] : 'ŷ',
            look: 'ink',
            x: isShut ? x - halfWidth * 0.32 : x,
            y,
            size: 12,
            anchor: 'middle',
            isCentred: true,
          },
        ],
  };
};
