import { barShape } from '../marks/bar.ts';
import type { Shape } from '../texts.ts';
import type { Layout, Line } from './layout.ts';
import type { Sent } from './model.ts';
import type { Part } from './part.ts';
import { lettersOf, numbersOf } from './products.ts';

/** Under cross-entropy the rate is a fraction; what cancels is struck out, so far. */
const strikesIn = ({ columns, type }: Layout, { letters }: Line, struck: number): readonly Shape[] => {
  /** Half across ŷ(1 − ŷ). */
  const half = type.letters * 1.95;
  const strike = (x: number, y: number): string =>
    `M${x - half} ${y + 4}l${2 * half * struck} ${-11 * struck}`;
  return [
    { look: 'over', d: `M${columns.error - half - 3} ${letters - 0.5}h${2 * half + 6}` },
    {
      look: 'strike',
      d: strike(columns.error, letters + type.letters * 0.58) + strike(columns.slope, letters + 3),
    },
  ];
};

/** One loss in letters: its rate at the prediction times the slope of the sigmoid, which has been struck out so far. */
export const letterParts = (sent: Sent, line: Line, layout: Layout, struck: number): readonly Part[] => [
  { lines: [], texts: lettersOf(sent.loss, line, layout), isHidden: true },
  { lines: sent.loss === 'bce' ? strikesIn(layout, line, struck) : [], isHidden: true },
];

/** The same in numbers, and where there is room the result as a bar from its zero. */
export const numberPart = (sent: Sent, target: number, line: Line, layout: Layout, hatch: string): Part => {
  const { bar } = layout;
  const texts = numbersOf(sent, line, layout);
  if (!bar) return { lines: [], texts };
  const zero = bar.x + bar.width * target;
  const to = zero + sent.op.value * bar.width;
  const y = line.numbers - bar.height;
  return {
    lines: [
      { look: 'naught', d: `M${zero} ${y - 2}v${bar.height + 6}` },
      barShape({ from: zero, to, y: y + 1, height: bar.height }, hatch),
    ],
    texts,
  };
};
