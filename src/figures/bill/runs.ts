import { NUDGE } from '../../story/essay.ts';
import { format, formatFit } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';
import type { SmallNet } from './net.ts';

/** What comes and goes together: the names of a row, or the column of a parameter. */
export interface Group {
  readonly key: string;
  readonly opacity: number;
  readonly nets: readonly SmallNet[];
  readonly texts: readonly Text[];
}

/** The names of a row of networks and slopes; of a second row where that is under the first. */
const rowsIn = ({ places, type, isWide }: Layout): readonly Group[] => {
  const [first] = places;
  return [first, places[7]].flatMap((row, i) => {
    if (!isWide || !row || !first || (i > 0 && row.up <= first.down)) return [];
    const named = (text: string, y: number): Text => ({ text, x: 0, y, size: type.letter });
    return {
      key: `row ${i}`,
      opacity: row.opacity,
      nets: [],
      texts: [named('up', row.up + 5), named('down', row.down + 5), named('slope', row.slope)],
    };
  });
};

/** All that is seen of the runs. */
export const groupsIn = (bill: Bill, layout: Layout): readonly Group[] => {
  const { places, type, net } = layout;
  const last = bill.columns.at(-1)?.down;
  const lookOf = (pass: unknown): SmallNet['look'] =>
    pass === undefined ? 'waiting' : pass === bill.now && pass !== last ? 'running' : 'run';
  const columns = bill.columns.flatMap(({ parameter, up, down, slope }, i): readonly Group[] => {
    const place = places[i];
    if (!place) return [];
    const { x, opacity } = place;
    const common = { x, anchor: 'middle' } as const;
    return [
      {
        key: parameter,
        opacity,
        nets: [
          { x, y: place.up, width: net.width, look: lookOf(up), parameter },
          { x, y: place.down, width: net.width, look: lookOf(down), parameter },
        ],
        texts: [
          { ...common, text: textOf(parameter), y: place.name, size: type.letter },
          {
            ...common,
            text: slope === undefined ? '—' : formatFit(slope, net.width > 60 ? 8 : 6, 4, 3),
            look: `number ${slope === undefined ? 'unknown' : 'signal'}`,
            y: place.slope,
            size: type.number,
            q: `bill.slope:${parameter}`,
            value: slope,
          },
        ],
      },
    ];
  });
  return [...rowsIn(layout), ...columns].filter(({ opacity }) => opacity > 0.01);
};

/** On the right over the runs: the pass just run and, as long as there is nothing else, how each is made. */
export const nowWords = (
  { now }: Bill,
  { isWide, head, width, rule }: Layout,
  isAlone: boolean,
): readonly Text[] => {
  const end = { x: width, anchor: 'end' } as const;
  return [
    ...(now
      ? [
          {
            ...end,
            text: isWide
              ? `now ${textOf(now.parameter)} at ${format(now.value)}, loss `
              : `${textOf(now.parameter)} → `,
            y: head,
            size: isWide ? 15 : 12,
            parts: [{ text: format(now.loss, isWide ? 6 : 4, 4), look: 'number loss' }],
          },
        ]
      : []),
    ...(rule !== undefined && isAlone
      ? [
          {
            ...end,
            text: `each pass with one parameter ${format(NUDGE, 2)} up or down`,
            y: head + 22,
            size: 13,
          },
        ]
      : []),
  ];
};
