import { format, formatCount } from '../../story/format.ts';
import { RUNS_PER_SECOND, yearsFor } from '../../story/studies/bill.ts';
import type { Picture } from '../picture.ts';
import type { Shape, Text, Words } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Bill } from './model.ts';

/**
 * The bill of a large network, one pixel a pass: for nudging it soon leaves the screen; there and back are two. `two`: where
 * those begin, undefined before they are told of.
 */
const shapesIn = (
  runs: number,
  width: number,
  y: number,
  height: number,
  two: number | undefined,
  isSmall: boolean,
): readonly Shape[] => {
  const middle = y + height / 2;
  return [
    { look: 'passes', d: `M0 ${middle}h${Math.min(runs, width)}`, width: height },
    ...(runs > width
      ? [
          {
            look: isSmall ? 'on small' : 'on',
            d: `M${width} ${middle}${isSmall ? 'm-10 -4l5 4l-5 4' : 'm-12 -7l8 7l-8 7'}`,
          },
        ]
      : []),
    ...(two === undefined
      ? []
      : [
          { look: 'pass', d: `M0 ${two}h1.25v${height}h-1.25z` },
          { look: 'pass back', d: `M2 ${two}h1.25v${height}h-1.25z` },
        ]),
  ];
};

const numberOf = (text: string, look: string, q: string, value: number): Words => ({ text, look, q, value });
const passes = ({ large: { runs } }: Bill): Words =>
  numberOf(formatCount(runs), 'number signal', 'bill.runs', runs);
const EACH = 'passes, one pixel each';

/** The strip with a stage, or half of one, to itself. */
export const stripPicture = (
  bill: Bill,
  { isWide, strip: top, width, rule, seen }: Layout,
  isBack: boolean,
): Picture => {
  const { parameters, runs, km, past } = bill.large;
  const years = yearsFor(runs);
  const size = isWide ? 15 : 12.5;
  const [y, height] = [top + (isWide ? 34 : 62), isWide ? 26 : 24];
  const below = y + height + 20;
  const two = isBack && isWide ? below + 16 : undefined;
  const line = (x: number, at: number, look: string, ...parts: Words[]): Text => ({
    look,
    x,
    y: at,
    size,
    parts,
  });
  const count = numberOf(formatCount(parameters), 'number', 'bill.parameters', parameters);
  const yearsText = years >= 10 ? formatCount(years) : format(years, 1, 0);
  const length = line(
    isWide ? width : 0,
    below + (isWide ? 0 : 20),
    'letter',
    numberOf(km >= 10 ? formatCount(km) : format(km, 4, 0), 'number ink', 'bill.length', km),
    { text: ` km${past ? ` (${past.words} ${formatCount(past.km)} km)` : ''}` },
  );
  return {
    opacity: seen.strip,
    lines: [
      ...(rule === undefined ? [] : [{ look: 'rule', d: `M0 ${top - 14}H${width}` }]),
      ...shapesIn(runs, width, y, height, two, false),
    ],
    texts: [
      ...(isWide
        ? [
            line(0, top + 18, 'ink', count, { text: ' parameters × 2 = ' }, passes(bill), {
              text: ` ${EACH}`,
            }),
          ]
        : [
            line(0, top + 14, 'ink', count, { text: ' parameters × 2 =' }),
            { ...passes(bill), x: 0, y: top + 36, size: 17 },
            line(0, top + 54, 'letter', { text: EACH }),
          ]),
      line(
        0,
        below,
        'letter',
        { text: `at ${formatCount(RUNS_PER_SECOND)} a second: ` },
        numberOf(yearsText, 'number ink', 'bill.years', years),
        { text: ' years' },
      ),
      isWide ? { ...length, anchor: 'end' } : length,
      ...(two === undefined
        ? []
        : [
            line(16, two + height / 2 + 5, 'ink', {
              text: '1 + 1: two pixels still. One pass back costs a few times a pass forward.',
            }),
          ]),
    ],
  };
};

/** The strip once more, small, in the room beside the one pass back. */
export const smallStripPicture = (
  bill: Bill,
  { top, height: room }: NonNullable<Layout['beside']>,
  width: number,
): Picture => {
  const size = 12.5;
  const y = top + size * 1.35;
  const height = Math.min(26, Math.max(8, (room - 2 * size) / 3));
  const two = bill.isBack ? y + height + Math.min(14, height * 0.5) : undefined;
  return {
    lines: shapesIn(bill.large.runs, width, y, height, two, true),
    texts: [
      { x: 0, y: top + size, size, parts: [passes(bill), { text: ` ${EACH}` }] },
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
