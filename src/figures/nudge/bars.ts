import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { circlePath } from '../layout/shapes.ts';
import { scale } from '../scale.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';

/** What is drawn of the experiment with every parameter, and what is written beside it. */
export interface Bars {
  /** The box of each parameter's column. */
  readonly columns: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly rx: number;
  }[];
  readonly zero: string;
  /** Of what the loss did, and of what was promised; the signs of both in the legend among them. */
  readonly bars: string;
  readonly rings: string;
  readonly texts: readonly Text[];
}

/** Every parameter in a column of its own, under a legend. */
export const barsIn = ({ all, nudge, write }: Experiment, { isWide, type, bars: box }: Layout): Bars => {
  const { left, right, top, bottom } = box;
  const size = type.letter;
  const column = (right - left) / all.length;
  const changes = all.flatMap(({ outcome, promise }) => [outcome, promise]);
  const air = (Math.max(...changes.map(Math.abs)) || 1) * (isWide ? 0.16 : 0.06);
  const y = scale([Math.min(0, ...changes) - air, Math.max(0, ...changes) + air], [bottom - 20, top]);
  const middleOf = (i: number): number => left + column * (i + 0.5);
  const bar = (x: number, from: number, width: number, to: number): string =>
    `M${x} ${from}h${width}V${to}h${-width}z`;
  const legend = top - (isWide ? 7 : 21);
  return {
    columns: all.map((_, i) => ({
      x: left + column * i,
      y: top - 8,
      width: column,
      height: bottom - top + 16,
      rx: 8,
    })),
    zero: `M${left} ${y(0)}H${right}`,
    bars: [
      bar(left, legend - 11, 12, legend + 1),
      ...all.map(({ outcome }, i) => bar(middleOf(i) - column * 0.2, y(0), column * 0.4, y(outcome))),
    ].join(''),
    rings: [
      circlePath({ x: left + (isWide ? 152 : 100), y: legend - 5 }, isWide ? 6 : 5),
      ...all.map(({ promise }, i) => circlePath({ x: middleOf(i), y: y(promise) }, isWide ? 6 : 4.5)),
    ].join(''),
    texts: [
      ...all.flatMap(({ parameter, outcome, promise }, i): readonly Text[] => {
        const common = { x: middleOf(i), anchor: 'middle' } as const;
        /** Past the bar or past the ring, whichever reaches farther. */
        const farther = Math.abs(outcome) > Math.abs(promise) || outcome * promise < 0 ? outcome : promise;
        return [
          ...(isWide
            ? [
                {
                  ...common,
                  text: format(outcome, 4, 4),
                  look: 'number loss haloed',
                  y: y(farther) + (farther < 0 ? 22 : -12),
                  size: 12.5,
                  q: `nudge.outcome:${parameter}`,
                  value: outcome,
                },
              ]
            : []),
          {
            ...common,
            text: textOf(parameter),
            look: parameter === nudge.parameter ? 'letter ink' : 'letter',
            y: bottom + (isWide ? 6 : 4),
            size,
          },
        ];
      }),
      { text: isWide ? 'what the loss did' : 'what it did', x: left + 18, y: legend, size },
      {
        text: isWide ? 'what its gradient promised' : 'promised',
        x: left + (isWide ? 164 : 111),
        y: legend,
        size,
      },
      isWide
        ? { text: 0, x: left - 6, y: y(0) + 5, size, anchor: 'end' }
        : {
            text: `${textOf(nudge.parameter)}: `,
            look: 'letter ink',
            x: right,
            y: legend,
            size,
            anchor: 'end',
            parts: [
              { text: write(nudge.outcome), look: 'number loss', q: 'nudge.outcome', value: nudge.outcome },
            ],
          },
    ],
  };
};
