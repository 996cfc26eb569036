import { format, formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { textOf } from '../../story/symbol.ts';
import type { Point } from '../layout/shapes.ts';
import type { Half } from '../sketch/sketch.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';
import { rippleOf, signed } from './ripple.ts';

/** A box with round ends. */
interface Box {
  readonly class: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rx: number;
  readonly opacity: number | undefined;
}

const boxAt = (look: string, { x, y }: Point, { width, height }: Half, opacity?: number): Box => ({
  class: look,
  x: x - width,
  y: y - height,
  width: 2 * width,
  height: 2 * height,
  rx: height,
  opacity,
});

/** From the middle of a line of text down to its baseline. */
const base = (size: number): number => size * 0.36;

/** What is drawn on the lines of the network while the nudge goes through it. */
export interface Rippling {
  /** Lines that it has gone along, and whether it has come to the loss. */
  readonly lit: ReadonlySet<string>;
  readonly hasLoss: boolean;
  /** In the order of drawing. */
  readonly boxes: readonly Box[];
  readonly texts: readonly Text[];
  /** The parameter and its nudge, on a ground of their own. */
  readonly sum: Text;
}

/** What is drawn when so much of a nudge (0 to 1) has gone through the network. */
export const ripplingOf = ({ nudge, isTold }: Experiment, layout: Layout, share: number): Rippling => {
  const { sketch, type, isWide, loss } = layout;
  const { half } = sketch;
  const { parameter, before, after, epsilon, outcome } = nudge;
  const { nodes, lit, stop, rise, hasLoss } = rippleOf(nudge, share, isTold, layout);
  const halfOf = (id: string): Half => (id === 'yhat' ? half.output : half.hidden);
  const lossHalf = { width: loss.radius, height: loss.radius };
  const lossNow = quantityIn(isTold ? after : before, 'loss');
  const radii = isWide ? [6, 12, 18] : [4, 8];
  const rings = (look: string, at: Point, { width, height }: Half, growth: number, fading: number) =>
    radii.map((ring) =>
      boxAt(
        look,
        at,
        { width: width + ring * growth, height: height + ring * growth },
        1 - ring / (radii.length * fading),
      ),
    );

  /** By how much a number has changed: a signed number on a ground of its colour. */
  const pill = (tone: string, q: string, value: number, at: Point, characters: number) => {
    const size = type.letter;
    const text = signed(value, characters);
    return {
      box: boxAt(`pill ${tone}`, at, { width: text.length * size * 0.29 + 7, height: size * 0.72 }),
      text: {
        text,
        look: `number ${tone}`,
        x: at.x,
        y: at.y + base(size),
        size,
        anchor: 'middle',
        q,
        value,
      } as const,
    };
  };
  /** Between one hidden unit and the next: what a unit says of its change stands in it, in its middle where it is narrow. */
  const gap = sketch.hidden[1].y - sketch.hidden[0].y - 2 * half.hidden.height;
  const over = isWide ? 13 : 10;
  const reached = nodes.filter(({ isReached }) => isReached);
  const pills = [
    ...reached.map(({ id, at, change }) => {
      const y = at.y - halfOf(id).height - (/^a\.1\.[23]$/.test(id) ? Math.min(over, gap / 2) : over);
      return pill('signal', `nudge.change:${id}`, change, { x: at.x, y }, isWide ? 9 : 6);
    }),
    ...(isTold
      ? [
          pill(
            'loss',
            'nudge.outcome',
            outcome,
            { x: loss.x, y: loss.y - loss.radius - (isWide ? 18 : 13) },
            isWide ? 9 : 7,
          ),
        ]
      : []),
  ];
  const [own, by] = [format(quantityIn(before, parameter)), format(epsilon, 4, 0)];
  const riseHalf = {
    width: `${own} + ${by}`.length * type.letter * 0.27 + 8,
    height: type.letter * 0.8,
  };
  const middle = { anchor: 'middle' } as const;
  const edge = half.input.width - 12;

  return {
    lit,
    hasLoss,
    sum: {
      text: '',
      x: rise.x,
      y: rise.y + base(type.letter),
      size: type.letter,
      ...middle,
      parts: [
        { text: own, look: 'number', q: parameter, value: quantityIn(before, parameter) },
        { text: ' + ' },
        { text: by, look: 'number', q: 'nudge.eps', value: epsilon },
      ],
    },
    boxes: [
      ...reached.flatMap(({ id, at }) => rings('ring', at, halfOf(id), 1, isWide ? 8 : 6)),
      ...(hasLoss ? rings('ring loss', loss, lossHalf, 0.6, 8) : []),
      ...sketch.inputs.map((at) => boxAt('node', at, half.input)),
      ...nodes.map(({ id, at, isReached }) => boxAt(isReached ? 'node reached' : 'node', at, halfOf(id))),
      boxAt('node loss', loss, lossHalf),
      ...pills.map(({ box }) => box),
      boxAt('in-hand', rise, riseHalf),
    ],
    texts: [
      ...[...sketch.ones.values()].map(({ x, y }) => ({ text: 1, x, y: y + base(12), size: 12, ...middle })),
      ...sketch.inputs.flatMap(({ x, y }, i): readonly Text[] => {
        const q = `x.${i + 1}`;
        const value = quantityIn(before, q);
        const number = {
          text: formatFit(value, 5),
          look: 'number ink',
          size: type.number,
          q,
          value,
        };
        return isWide
          ? [
              { text: i === 0 ? 'cloud' : 'wind', x: x - edge, y: y + base(13), size: 13 },
              { ...number, x: x + edge, y: y + base(type.number), anchor: 'end' },
            ]
          : [
              { text: i === 0 ? 'x₁' : 'x₂', x, y: y - half.input.height * 0.24, size: 12, ...middle },
              { ...number, x, y: y + half.input.height * 0.66, ...middle },
            ];
      }),
      ...nodes.flatMap(({ id, name, at: { x, y }, isReached, value }): readonly Text[] => [
        { text: name, x, y: y - halfOf(id).height * 0.24, size: 12, ...middle },
        {
          text: formatFit(value, isWide ? 7 : 6, isWide ? 4 : 3),
          look: 'number ink',
          x,
          y: y + halfOf(id).height * 0.66,
          size: type.number,
          q: isReached ? `nudge.after:${id}` : id,
          value,
          ...middle,
        },
      ]),
      {
        text: isWide ? 'loss L' : 'L',
        look: 'letter loss',
        x: loss.x,
        y: loss.y - (isWide ? 8 : 5),
        size: type.letter,
        ...middle,
      },
      {
        text: formatFit(lossNow, isWide ? 8 : 6, 4, 4),
        look: 'number loss',
        x: loss.x,
        y: loss.y + (isWide ? 13 : 12),
        size: type.number,
        q: isTold ? 'nudge.raised' : 'loss',
        value: lossNow,
        ...middle,
      },
      ...(share > 0.9 && !isTold
        ? [
            {
              text: '?',
              look: 'strong loss',
              x: loss.x,
              y: loss.y - loss.radius - 8,
              size: isWide ? 22 : 16,
              ...middle,
            },
          ]
        : []),
      ...pills.map(({ text }) => text),
      ...(stop
        ? [
            {
              text: isWide ? 'passes on 0, before and after' : 'stops here',
              look: 'letter ink haloed',
              x: stop.x + half.hidden.width + 8,
              y: stop.y + (isWide ? 32 : 28),
              size: type.letter,
            },
          ]
        : []),
      ...(isWide && !sketch.ones.has(parameter)
        ? [
            {
              text: textOf(parameter),
              look: 'letter ink haloed',
              x: rise.x - riseHalf.width - 8,
              y: rise.y + base(type.letter),
              size: type.letter,
              anchor: 'end' as const,
            },
          ]
        : []),
    ],
  };
};
