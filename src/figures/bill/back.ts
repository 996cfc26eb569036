import { formatFit } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';

/** What is drawn of one pass forward and one back, and said of them. */
export interface Back {
  readonly rule: string | undefined;
  readonly ahead: string;
  readonly home: string | undefined;
  readonly threads: readonly { readonly d: string; readonly isZero: boolean }[];
  readonly texts: readonly Text[];
}

/** Each gradient falls into its place, along a line of its own; into a second row between the columns of the first. */
const threadsIn = (
  bill: Bill,
  { gradients, passes: { backward }, type, width }: Layout,
  top: number,
): Back['threads'] => {
  const ends = gradients.map(({ y, name }) => (name ?? y) - type.number - 4);
  const first = ends[0] ?? top;
  return gradients.map(({ x }, i) => {
    const away = Math.abs(x - backward.x) / Math.max(1, width);
    const bend = top + (first - top) * (0.25 + 0.5 * away);
    return {
      d: `M${backward.x} ${top}C${backward.x} ${bend} ${x} ${top} ${x} ${first}V${ends[i] ?? first}`,
      isZero: bill.columns[i]?.gradient === 0,
    };
  });
};

/** The two passes, of which the one back has come so far, 0 to 1. */
export const backIn = (bill: Bill, layout: Layout, share: number): Back => {
  const { isWide, type, rule, passes, gradients, width } = layout;
  const { forward, backward } = passes;
  const out = passes.width * 0.34 + (isWide ? 20 : 16);
  const reach = passes.width * 0.5;
  const size = type.letter;
  const home = -2 * reach * Math.min(1, (share - 0.3) / 0.3);
  const middle = { anchor: 'middle' } as const;
  return {
    rule: rule === undefined ? undefined : `M0 ${rule}H${width}`,
    ahead: `M${forward.x - reach} ${forward.y - out}h${2 * reach}m-6 -5l6 5l-6 5`,
    home: share > 0.3 ? `M${backward.x + reach} ${backward.y - out}h${home}m6 -5l-6 5l6 5` : undefined,
    threads: share > 0.5 ? threadsIn(bill, layout, backward.y + out + (isWide ? 16 : 10)) : [],
    texts: [
      {
        text: '',
        look: 'heading',
        x: 0,
        y: forward.y + (isWide ? 6 : -4),
        size: type.count,
        parts: [
          { text: 1, look: 'signal' },
          { text: ' + ', look: 'letter' },
          { text: 1, look: 'gradient' },
        ],
      },
      {
        text: isWide ? 'one pass forward, one back' : 'one forward, one back',
        x: 0,
        y: forward.y + (isWide ? 30 : 16),
        size,
      },
      { text: 'forward', look: 'letter signal', x: forward.x, y: forward.y + out, size, ...middle },
      { text: 'backward', look: 'letter gradient', x: backward.x, y: backward.y + out, size, ...middle },
      ...gradients.slice(0, rule === undefined ? 0 : 1).map(({ y }) => ({ text: 'gradient', x: 0, y, size })),
      ...gradients.flatMap(({ x, y, name }, i): readonly Text[] => {
        const { parameter = '', gradient } = bill.columns[i] ?? {};
        return [
          ...(name === undefined ? [] : [{ text: textOf(parameter), x, y: name, size, ...middle }]),
          {
            text: gradient === undefined ? '—' : formatFit(gradient, 6, 4, 3),
            look: `number ${gradient === undefined ? 'unknown' : 'gradient'}`,
            x,
            y,
            size: 12,
            q: `d${parameter}`,
            value: gradient,
            ...middle,
          },
        ];
      }),
    ],
  };
};
