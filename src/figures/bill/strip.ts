import { format, formatCount } from '../../story/format.ts';
import { RUNS_PER_SECOND, yearsFor } from '../../story/studies/bill.ts';
import type { Text, Words } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';

/** The bill of a large network, one pixel a pass, and what is said of it; two pixels more where it is told of the pass back. */
export interface Strip {
  readonly y: number;
  readonly height: number;
  /** Where the two pixels of there and back begin; undefined before they are told of. */
  readonly two: number | undefined;
  readonly texts: readonly Text[];
}

const passes = ({ large: { runs } }: Bill): Words => ({
  text: formatCount(runs),
  look: 'number signal',
  q: 'bill.runs',
  value: runs,
});

/** The strip with a stage, or half of one, to itself. */
export const stripIn = (bill: Bill, { isWide, strip: top, width }: Layout, isBack: boolean): Strip => {
  const { parameters, runs, km, past } = bill.large;
  const years = yearsFor(runs);
  const size = isWide ? 15 : 12.5;
  const [y, height] = [top + (isWide ? 34 : 62), isWide ? 26 : 24];
  const below = y + height + 20;
  const two = isBack && isWide ? below + 16 : undefined;
  const count: Words = {
    text: formatCount(parameters),
    look: 'number',
    q: 'bill.parameters',
    value: parameters,
  };
  return {
    y,
    height,
    two,
    texts: [
      ...(isWide
        ? [
            {
              text: '',
              look: 'ink',
              x: 0,
              y: top + 18,
              size,
              parts: [
                count,
                { text: ' parameters × 2 = ' },
                passes(bill),
                { text: ' passes, one pixel each' },
              ],
            },
          ]
        : [
            {
              text: '',
              look: 'ink',
              x: 0,
              y: top + 14,
              size,
              parts: [count, { text: ' parameters × 2 =' }],
            },
            { ...passes(bill), x: 0, y: top + 36, size: 17 },
            { text: 'passes, one pixel each', x: 0, y: top + 54, size },
          ]),
      {
        text: `at ${formatCount(RUNS_PER_SECOND)} a second: `,
        x: 0,
        y: below,
        size,
        parts: [
          {
            text: years >= 10 ? formatCount(years) : format(years, 1, 0),
            look: 'number ink',
            q: 'bill.years',
            value: years,
          },
          { text: ' years' },
        ],
      },
      {
        text: '',
        x: isWide ? width : 0,
        y: below + (isWide ? 0 : 20),
        size,
        anchor: isWide ? 'end' : 'start',
        parts: [
          {
            text: km >= 10 ? formatCount(km) : format(km, 4, 0),
            look: 'number ink',
            q: 'bill.length',
            value: km,
          },
          { text: ` km${past ? ` (${past.words} ${formatCount(past.km)} km)` : ''}` },
        ],
      },
      ...(two === undefined
        ? []
        : [
            {
              text: '1 + 1: two pixels still. One pass back costs a few times a pass forward.',
              look: 'ink',
              x: 16,
              y: two + height / 2 + 5,
              size,
            },
          ]),
    ],
  };
};

/** The strip once more, small, in the room beside the one pass back. */
export const smallStripIn = (bill: Bill, { top, height: room }: NonNullable<Layout['beside']>): Strip => {
  const size = 12.5;
  const y = top + size * 1.35;
  const height = Math.min(26, Math.max(8, (room - 2 * size) / 3));
  const two = bill.isBack ? y + height + Math.min(14, height * 0.5) : undefined;
  return {
    y,
    height,
    two,
    texts: [
      {
        text: '',
        x: 0,
        y: top + size,
        size,
        parts: [passes(bill), { text: ' passes, one pixel each' }],
      },
      ...(two === undefined
        ? []
        : [
            {
              text: 'two pixels, however many parameters there are',
              look: 'ink',
              x: 12,
              y: two + height / 2 + size * 0.36,
              size,
            },
          ]),
    ],
  };
};
