import { format, formatPercent } from '../../story/format.ts';
import type { Frame } from '../../story/frame.ts';
import { circlePath } from '../layout/shapes.ts';
import type { Picture } from '../picture.ts';
import type { Shape, Text } from '../texts.ts';
import type { LossCurveDials } from './dials.ts';
import { isInTheWay, type Drawing, type Priced } from './model.ts';
import { axisWords, curveWords, nameBeside, pricedWords } from './words.ts';

/** A dot with a line down to `floor`; at the upper edge, an arrow towards where it would be. */
const markOf = ({ x, y, isAbove }: Priced, look: string, radius: number, floor: number): readonly Shape[] =>
  isAbove
    ? [{ look: `point ${look}`, d: `M${x} ${y - 9}l9 14h-18z` }]
    : [
        { look: 'drop', d: `M${x} ${floor}V${y}` },
        { look: `point ${look}`, d: circlePath({ x, y }, radius) },
      ];

/** The curves, and the ladder on them. */
const chartPicture = ({ x, y, type, isWide, target, outcomes, between, rungs }: Drawing): Picture => {
  const ticks = y.ticks(isWide ? 5 : 3);
  const [from, to, size] = [x(0), x(1), Math.max(12, type - 1)];
  return {
    lines: [
      ...ticks.map((tick) => ({ look: 'grid', d: `M${from} ${y(tick)}H${to}` })),
      { look: 'target', d: `M${x(target)} ${y(0) - 9}v18` },
      ...outcomes.map(({ path, isToday }) => ({ look: isToday ? 'curve' : 'curve other', d: path })),
      ...(between === undefined ? [] : [{ look: 'curve', d: between }]),
      { look: 'coin', d: `M${from} ${y(Math.LN2)}H${to}` },
      ...rungs.map((at) => ({ look: 'rung', d: circlePath(at, isWide ? 6 : 5) })),
    ],
    texts: [
      ...ticks.map((tick): Text => ({
        text: tick,
        x: from - 8,
        y: y(tick),
        size,
        anchor: 'end',
        isCentred: true,
      })),
      ...rungs.map(({ prediction, price, x: px, y: py, words: { anchor }, more }): Text => ({
        text: `${formatPercent(prediction)}: `,
        look: 'letter ink haloed',
        x: px + (anchor === 'end' ? -16 : 16),
        y: py + type * 0.36,
        size: type,
        anchor,
        parts: [
          { text: format(price, 2, 2), look: 'number loss' },
          ...(more !== undefined && isWide
            ? [{ text: `+ ${format(more, 2, 2)}`, look: 'number letter', dx: 10 }]
            : []),
        ],
      })),
    ],
  };
};

export const pictureOf = (
  { dials: { drawn, probe }, reading: { settings } }: Frame<LossCurveDials>,
  drawing: Drawing,
): Picture => {
  const { x, y, type, isWide, target, own, probed, tried } = drawing;
  const other = probed ?? tried;
  const mark = (one: Priced, look: string): readonly Shape[] => markOf(one, look, isWide ? 9 : 7, y(0));
  const words = (one: Priced, name: string, q?: string): readonly Text[] => pricedWords(one, name, type, q);
  const ownWords = (): readonly Text[] =>
    tried && isInTheWay(own, tried, x)
      ? [nameBeside(own, y(0), type)]
      : words(own, isWide ? 'this network: ' : 'network: ', 'loss');
  return {
    parts: [
      chartPicture(drawing),
      {
        lines: [
          ...mark(own, other || probe !== 0 ? 'own receded' : 'own'),
          ...(other ? mark(other, 'tried') : []),
        ],
      },
    ],
    texts: [
      ...axisWords(x, y, type, isWide),
      ...(drawn > 0.7 ? curveWords(x, y, target, type, isWide) : []),
      ...(probed ? words(probed, isWide ? 'a prediction of ' : '') : []),
      ...(tried
        ? words(tried, 'you try ', settings['loss.try'] === undefined ? undefined : 'loss.tried')
        : []),
      ...(probe === 0 ? ownWords() : []),
    ],
  };
};
