import { NUDGE } from '../../story/essay.ts';
import { format, formatCount, formatFit } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';
import { netAt } from './net.ts';

/** The names of a row of networks and slopes; of a second row where that is under the first. */
const rowsIn = ({ places, type, isWide }: Layout): readonly Picture[] => {
  const [first] = places;
  return [first, places[7]].flatMap((row, i) => {
    if (!isWide || !row || !first || (i > 0 && row.up <= first.down)) return [];
    const named = (text: string, y: number): Text => ({ text, x: 0, y, size: type.letter });
    return {
      opacity: row.opacity,
      texts: [named('up', row.up + 5), named('down', row.down + 5), named('slope', row.slope)],
    };
  });
};

/** The columns of the parameters: two networks each, and the slope between them. */
const columnsIn = (bill: Bill, { places, type, net: { width } }: Layout): readonly Picture[] => {
  const last = bill.columns.at(-1)?.down;
  const lookOf = (pass: unknown) =>
    pass === undefined ? 'waiting' : pass === bill.now && pass !== last ? 'running' : 'run';
  return bill.columns.flatMap(({ parameter, up, down, slope }, i): readonly Picture[] => {
    const place = places[i];
    if (!place) return [];
    const { x } = place;
    const text = slope === undefined ? '—' : formatFit(slope, width > 60 ? 8 : 6, 4, 3);
    const look = `number ${slope === undefined ? 'unknown' : 'signal'}`;
    return [
      {
        opacity: place.opacity,
        lines: [
          ...netAt({ x, y: place.up }, width, lookOf(up), parameter),
          ...netAt({ x, y: place.down }, width, lookOf(down), parameter),
        ],
        texts: [
          lineAt(textOf(parameter), 'letter', x, place.name, type.letter),
          lineAt(text, look, x, place.slope, type.number, `bill.slope:${parameter}`, slope),
        ],
      },
    ];
  });
};

/** Over the runs: how many there have been; on the right the last and, as long as there is nothing else, how each is made. */
const headWords = (
  { now, count, total }: Bill,
  { isWide, type, head, width, rule }: Layout,
  isAlone: boolean,
): readonly Text[] => {
  const onRight = (text: string, y: number, size: number, parts: Text['parts'] = []): Text => ({
    text,
    x: width,
    y,
    size,
    anchor: 'end',
    parts,
  });
  const texts: Text[] = [
    {
      x: 0,
      y: head,
      size: isWide ? 16 : 13,
      parts: [
        { text: formatCount(count), look: 'number signal', size: type.count },
        { text: isWide ? ` of ${total} forward passes run` : ` of ${total} passes` },
      ],
    },
  ];
  if (now) {
    const name = textOf(now.parameter);
    const words = isWide ? `now ${name} at ${format(now.value)}, loss ` : `${name} → `;
    const loss = { text: format(now.loss, isWide ? 6 : 4, 4), look: 'number loss' };
    texts.push(onRight(words, head, isWide ? 15 : 12, [loss]));
  }
  if (rule !== undefined && isAlone)
    texts.push(onRight(`each pass with one parameter ${format(NUDGE, 2)} up or down`, head + 22, 13));
  return texts;
};

/** All that is seen of the runs. */
export const runsPicture = (bill: Bill, layout: Layout, isAlone: boolean): Picture => ({
  opacity: layout.seen.runs,
  parts: [
    { texts: headWords(bill, layout, isAlone) },
    // What leaves and comes again stands last: who has a number in hand keeps it.
    ...[...columnsIn(bill, layout), ...rowsIn(layout)].filter(({ opacity = 1 }) => opacity > 0.01),
  ],
});
