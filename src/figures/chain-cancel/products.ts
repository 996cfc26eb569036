import type { LossName } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import type { Text } from '../texts.ts';
import type { Layout, Line } from './layout.ts';
import type { Compared, Sent } from './model.ts';
import { factor, LOSS_WORDS } from './words.ts';

// What is written of the two products: one line of factors for each loss, in letters and in numbers.

const DIFFERENCE = '𝑦̂ − 𝑦';
const SLOPE = '𝑦̂(1 − 𝑦̂)';

/** Far out, cross-entropy's rate is larger and the slope smaller than any number that a machine can hold. */
const BEYOND = 1e300;

const signsAt = ({ columns, type }: Layout, y: number, equals: string): readonly Text[] =>
  [
    { text: '×', x: columns.times },
    { text: equals, x: columns.equals },
  ].map((sign) => ({ ...sign, y, size: type.numbers, anchor: 'middle' }));

/** Under cross-entropy the rate is a fraction, whose lower part the slope cancels. */
export const lettersOf = (loss: LossName, { letters: middle }: Line, layout: Layout): readonly Text[] => {
  const { columns, head, isLarge, type } = layout;
  const y = middle + type.letters * 0.28;
  const formula = (text: string, x: number, at = y, size = type.letters): Text => ({
    text,
    look: 'formula gradient',
    x,
    y: at,
    size,
    anchor: 'middle',
  });
  /** The whole product is long. */
  const long = isLarge && head !== undefined ? type.letters : type.letters * 0.76;
  return [
    ...(loss === 'bce'
      ? [
          formula(DIFFERENCE, columns.error, middle - 6),
          formula(SLOPE, columns.error, middle + type.letters * 0.88),
          formula(DIFFERENCE, columns.result),
        ]
      : [formula(DIFFERENCE, columns.error), formula(`(${DIFFERENCE}) ${SLOPE}`, columns.result, y, long)]),
    formula(SLOPE, columns.slope),
    ...signsAt(layout, y, '='),
  ];
};

const writtenFactor = (
  { values, arithmetic: { operands, isExact } }: Sent,
  id: string,
  index: 0 | 1,
): string => {
  const text = operands[index] ?? '—';
  if (isExact) return index === 0 ? text : factor(text);
  const value = values.get(id) ?? NaN;
  return Math.abs(value) > BEYOND ? 'too large' : value === 0 ? 'too small' : factor(text);
};

/** The name of the loss, and its product in numbers; while these belong to no world, none of them can be asked. */
export const numbersOf = (sent: Sent, { name, numbers: y }: Line, layout: Layout): readonly Text[] => {
  const { world, values, arithmetic } = sent;
  const { columns, isLarge, type } = layout;
  const number = (id: string, text: string, x: number, look = '', size = type.numbers): Text => ({
    text,
    look: `number gradient ${look}`,
    x,
    y,
    size,
    anchor: 'middle',
    q: world && id,
    value: world && values.get(id),
    world,
  });
  return [
    { text: LOSS_WORDS[sent.loss], look: 'strong', ...name, size: type.text },
    ...signsAt(layout, y, arithmetic.isExact ? '=' : '≈'),
    number('dyhat', writtenFactor(sent, 'dyhat', 0), columns.error),
    number('slope.2.1', writtenFactor(sent, 'slope.2.1', 1), columns.slope),
    number('dz.2.1', arithmetic.result, columns.result, 'result', type.numbers + (isLarge ? 2 : 1)),
  ];
};

/** What is over the columns where there is room, and where z stands. */
export const headsOf = ({ bce: { world }, z, yhat, target }: Compared, layout: Layout): readonly Text[] => {
  const { columns, head, plot, type } = layout;
  const look = 'number ink';
  const heads = [
    { text: 'rate at ŷ, ∂L/∂ŷ', x: columns.error },
    { text: 'slope of the sigmoid', x: columns.slope },
    { text: 'rate at z, ∂L/∂z', x: columns.result },
  ];
  return [
    ...(head === undefined
      ? []
      : heads.map((words): Text => ({ ...words, y: head, size: 12.5, anchor: 'middle' }))),
    {
      text: 'z = ',
      x: plot.x,
      y: plot.y - 9,
      size: type.text,
      world,
      parts: [
        { text: format(z), look, q: world && 'z.2.1', value: world && z },
        { text: ', ŷ = ' },
        { text: format(yhat), look, q: world && 'yhat', value: world && yhat },
        { text: ', y = ' },
        { text: format(target, 2, 0), look, q: 'y', value: target },
      ],
    },
  ];
};
