import { format, formatPercent } from '../../story/format.ts';
import type { Scale } from '../scale.ts';
import type { Text } from '../texts.ts';
import type { Priced } from './model.ts';

// What the chart says: along its axes, at its curves, and of each prediction that stands on them.

/** Along the axes, and on the line of the coin flip. */
export const axisWords = (x: Scale, y: Scale, size: number, isWide: boolean): readonly Text[] => {
  const floor = y(0);
  return [
    ...[0, 0.25, 0.5, 0.75, 1].map((tick): Text => ({
      text: tick === 1 ? '100\u00a0%' : tick * 100,
      x: x(tick),
      y: floor + 22,
      size: Math.max(12, size - 1),
      anchor: 'middle',
    })),
    { text: 'prediction ŷ', x: x(0.5), y: floor + (isWide ? 50 : 40), size, anchor: 'middle' },
    {
      text: 'loss L',
      look: 'letter loss',
      x: x(0),
      y: isWide ? 20 : 14,
      size,
      anchor: isWide ? 'middle' : 'start',
    },
    {
      text: isWide ? 'a coin flip: ln 2 = ' : 'coin flip ',
      look: 'letter haloed',
      x: x(0) + 8,
      y: y(Math.LN2) - 7,
      size,
      parts: [{ text: format(Math.LN2), look: 'number loss', q: 'loss.coin', value: Math.LN2 }],
    },
  ];
};

/** Over the upper edge, where each curve leaves the chart; clear of the name of the axis. */
export const curveWords = (
  x: Scale,
  y: Scale,
  target: number,
  size: number,
  isWide: boolean,
): readonly Text[] => {
  const [, top] = y.domain;
  const chance = Math.exp(-top);
  const common = { y: y(top) - 8, size };
  const lookFor = (of: number): string => (target === of ? 'letter haloed loss' : 'letter haloed');
  return [
    {
      ...common,
      text: isWide ? 'if it rained: −ln ŷ' : 'rain: −ln ŷ',
      look: lookFor(1),
      x: Math.max(isWide ? 96 : 84, x(chance) - 8),
    },
    {
      ...common,
      text: isWide ? 'if it stayed dry: −ln(1 − ŷ)' : 'dry: −ln(1 − ŷ)',
      look: lookFor(0),
      x: x(1 - chance) + 8,
      anchor: 'end',
    },
  ];
};

/** The name of a prediction, under it what it costs; `q`: which quantity that is, if it has a name. */
export const pricedWords = (
  { words, prediction, price, isAbove }: Priced,
  name: string,
  size: number,
  q: string | undefined,
): readonly Text[] => [
  { ...words, text: name + formatPercent(prediction), look: 'letter ink haloed', size },
  {
    ...words,
    text: format(price, 4, 4),
    look: 'number loss haloed',
    y: words.y + size * 1.35,
    size: size + 2,
    q,
    value: q === undefined ? undefined : price,
  },
  ...(isAbove
    ? [{ ...words, text: 'above this chart ↑', look: 'letter haloed', y: words.y + size * 2.7, size }]
    : []),
];

/** The network's name alone, beside the line down from its prediction, where other words take the room of the whole. */
export const nameBeside = ({ prediction, x }: Priced, floor: number, size: number): Text => {
  const side = prediction > 0.3 ? -1 : 1;
  return {
    text: 'network',
    look: 'letter haloed',
    x: x + side * 7,
    y: floor - 8,
    size,
    anchor: side < 0 ? 'end' : 'start',
  };
};
