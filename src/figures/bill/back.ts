import { formatFit } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Shape, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';
import { netAt } from './net.ts';
import { smallStripPicture } from './strip.ts';

/** Each gradient falls into its place, along a line of its own; into a second row between the columns of the first. */
const threadsIn = (
  bill: Bill,
  { gradients, passes: { backward }, type, width }: Layout,
  top: number,
): readonly Shape[] => {
  const ends = gradients.map(({ y, name }) => (name ?? y) - type.number - 4);
  const first = ends[0] ?? top;
  return gradients.map(({ x }, i) => {
    const away = Math.abs(x - backward.x) / Math.max(1, width);
    const bend = top + (first - top) * (0.25 + 0.5 * away);
    return {
      look: bill.columns[i]?.gradient === 0 ? 'thread zero' : 'thread',
      d: `M${backward.x} ${top}C${backward.x} ${bend} ${x} ${top} ${x} ${first}V${ends[i] ?? first}`,
    };
  });
};

/** One pass forward and one back, of which that has come so far, 0 to 1; and all gradients at once. */
export const backPicture = (bill: Bill, layout: Layout, share: number): Picture => {
  const { isWide, type, rule, passes, gradients, width, beside, seen } = layout;
  const { forward, backward } = passes;
  const out = passes.width * 0.34 + (isWide ? 20 : 16);
  const reach = passes.width * 0.5;
  const size = type.letter;
  const home = -2 * reach * Math.min(1, (share - 0.3) / 0.3);
  const isComing = share > 0.3;
  const texts: Text[] = [
    {
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
    lineAt('forward', 'letter signal', forward.x, forward.y + out, size),
    lineAt('backward', 'letter gradient', backward.x, backward.y + out, size),
  ];
  const [first] = gradients;
  if (rule !== undefined && first) texts.push({ text: 'gradient', x: 0, y: first.y, size });
  for (const [i, { x, y, name }] of gradients.entries()) {
    const { parameter = '', gradient } = bill.columns[i] ?? {};
    if (name !== undefined) texts.push(lineAt(textOf(parameter), 'letter', x, name, size));
    const text = gradient === undefined ? '—' : formatFit(gradient, 6, 4, 3);
    const look = `number ${gradient === undefined ? 'unknown' : 'gradient'}`;
    texts.push(lineAt(text, look, x, y, 12, `d${parameter}`, gradient));
  }
  return {
    opacity: Math.min(1, seen.back * 2),
    lines: [
      ...(rule === undefined ? [] : [{ look: 'rule', d: `M0 ${rule}H${width}` }]),
      ...netAt(forward, passes.width, 'run'),
      ...netAt(backward, passes.width, isComing ? 'back' : 'waiting'),
      { look: 'way ahead', d: `M${forward.x - reach} ${forward.y - out}h${2 * reach}m-6 -5l6 5l-6 5` },
      ...(isComing
        ? [{ look: 'way home', d: `M${backward.x + reach} ${backward.y - out}h${home}m6 -5l-6 5l6 5` }]
        : []),
    ],
    parts: [
      ...(share > 0.5
        ? [
            {
              opacity: 2 * share - 1,
              lines: threadsIn(bill, layout, backward.y + out + (isWide ? 16 : 10)),
            },
          ]
        : []),
      ...(beside ? [smallStripPicture(bill, beside, width)] : []),
    ],
    texts,
  };
};
