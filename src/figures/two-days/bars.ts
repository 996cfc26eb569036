import { exampleId, gradientId } from '../../engine/index.ts';
import { isRounding } from '../../story/batch.ts';
import { textOf, type Sizes } from '../../story/symbol.ts';
import { circlePath, pillOf, rounded } from '../layout/shapes.ts';
import { NEARLY_NOTHING, numberAt, wordsAt, type Text } from '../texts.ts';
import { columnsOf } from './columns.ts';
import type { Box, Layout } from './layout.ts';
import type { Bar, Group } from './model.ts';
import type { DrawnBar, Part } from './part.ts';

/** A row of bars: for each parameter one of day 1, one of the mean, one of day 2, up or down from an axis. */
export interface BarRow extends Part {
  readonly bars: readonly DrawnBar[];
  /** Each parameter with its ground, bars and letter: what is lit where it is chosen, and what is pressed to choose it. */
  readonly places: readonly { readonly id: string; readonly box: Box }[];
}

export interface BarRowOptions {
  readonly groups: readonly Group[];
  readonly box: Box;
  /** What the longest bar stands for. */
  readonly peak: number;
  /** How many columns would fill the row. */
  readonly fill: number;
  /** The parameter that is chosen. */
  readonly chosen: string;
  readonly sizes: Sizes;
  readonly layout: Pick<Layout, 'hasNumbers' | 'hasWords' | 'size'>;
}

/** Between two bars of a parameter. */
const APART = 2;
/** Columns as wide as this have room for four decimals; narrower than that, for no words in the middle of a group. */
const [ROOMY, TIGHT] = [54, 40];

/** The days cancel: what the mean is beside 0 is rounding. */
const cancels = ({ mean, days: [first, last] }: Bar): boolean =>
  mean !== undefined && first !== undefined && last !== undefined && isRounding(mean, [first, last]);

/** The bars of some units in a box. */
export const barRowOf = ({ groups, box, peak, fill, chosen, sizes, layout }: BarRowOptions): BarRow => {
  const { hasNumbers, hasWords } = layout;
  const size = layout.size.text;
  const placed = columnsOf(groups, box, fill);
  const toBracket = size * (hasNumbers ? 3.05 : 1.85);
  const foot = hasWords ? toBracket + size * 1.85 : size * 1.6;
  const reach = rounded((box.height - foot - 8) / 2);
  const axis = rounded(box.y + 4 + reach);
  const across = rounded(Math.min(13, (placed.width - 4) / 3.4));
  const isTight = placed.width < TIGHT;
  const bracketY = rounded(axis + reach + toBracket);
  const decimals = placed.width >= ROOMY ? 4 : 3;

  /** A bar around `x`; none where the value is 0, but for rounding. */
  const standing = (value: number, x: number, width: number): string => {
    if (value === 0 || isRounding(value, [peak])) return '';
    const height = Math.max(1, rounded((Math.abs(value) / peak) * (reach - 2)));
    const top = value > 0 ? rounded(axis - height) : axis;
    return `M${rounded(x - width / 2)} ${top}h${width}v${height}h${-width}z`;
  };
  const barAt = (look: string, q: string, value: number | undefined, x: number): readonly DrawnBar[] => {
    if (value === undefined) return [];
    // An outline is drawn half on either side of its line.
    const d = standing(value, x, rounded(across - (look === 'mean' ? 0 : 1.5)));
    return [d ? { look, d, q, value } : { look: 'nothing', d: circlePath({ x, y: axis }, 2.6), q, value }];
  };
  const places = placed.bars.map(({ bar: { id }, x }) => ({
    id,
    box: {
      x: rounded(x - placed.width / 2 + 1),
      y: box.y,
      width: rounded(placed.width - 2),
      height: rounded(box.height - (hasWords ? size * 2.05 : 0)),
    },
  }));
  const numberOf = (bar: Bar, x: number): Text => ({
    ...numberAt(
      gradientId(bar.id),
      bar.mean,
      { x, y: rounded(axis + reach + size * 2.25), size: 12 },
      { characters: decimals + 3, decimals, least: decimals },
    ),
    ...(cancels(bar) ? { text: NEARLY_NOTHING } : {}),
  });
  /** The last group is one column wide: its words end where it ends. */
  const endsAtEnd = (g: number): boolean => fill > 8 && g === groups.length - 1;

  return {
    places,
    shapes: [
      ...places
        .filter(({ id }) => id === chosen)
        .map(({ box: { x, y, width, height } }) => ({
          look: 'ground',
          d: pillOf({ x: x + width / 2, y: y + height / 2 }, { width, height }, 7),
        })),
      { look: 'axis', d: `M${placed.left} ${axis}H${placed.right}` },
      {
        look: 'cleared',
        d: placed.bars
          .map(({ bar: { cleared }, x }) => (cleared === undefined ? '' : standing(cleared, x, across)))
          .join(''),
      },
      ...(hasWords
        ? [
            {
              look: 'axis',
              d: placed.groups
                .map(({ left, right }) => `M${rounded(left + 4)} ${bracketY}H${rounded(right - 4)}`)
                .join(''),
            },
          ]
        : []),
    ],
    bars: placed.bars.flatMap(({ bar: { id, days, mean }, x }) => {
      const gradient = gradientId(id);
      return [
        ...barAt('first', exampleId(gradient, 0, 2), days[0], x - across - APART),
        ...barAt('mean', gradient, mean, x),
        ...barAt('last', exampleId(gradient, 1, 2), days[1], x + across + APART),
      ];
    }),
    texts: [
      ...placed.bars.flatMap(({ bar, x }) => [
        wordsAt(textOf(bar.id, sizes), x, rounded(axis + reach + size * 0.95), size, {
          look: bar.id === chosen ? 'ink strong' : 'letter',
          anchor: 'middle',
        }),
        ...(hasNumbers ? [numberOf(bar, x)] : []),
      ]),
      ...(hasWords ? placed.groups : []).flatMap(({ group: { says }, left, right }, g) => {
        if (says === undefined) return [];
        const x = endsAtEnd(g) ? right : isTight ? left + 4 : (left + right) / 2;
        const anchor = endsAtEnd(g) ? 'end' : isTight ? 'start' : 'middle';
        return [wordsAt(says, rounded(x), rounded(bracketY + size * 0.95), 12, { anchor })];
      }),
    ],
  };
};
