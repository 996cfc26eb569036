import { format } from '../../story/format.ts';
import { textOf, wordsOf } from '../../story/symbol.ts';
import { circlePath, pillOf } from '../layout/shapes.ts';
import type { Anchor } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { scale } from '../scale.ts';
import { lineAt, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';

/** The column of a parameter: its outline, and what it says to who cannot see it. */
interface Column {
  readonly parameter: string;
  readonly d: string;
  readonly label: string;
}

/** Every parameter in a column of its own: a bar for what the loss did, a ring for what the gradient had promised. */
export const barsIn = (
  { all, nudge, write }: Experiment,
  { isWide, type, bars: { left, right, top, bottom } }: Layout,
): { readonly columns: readonly Column[]; readonly picture: Picture } => {
  const size = type.letter;
  const column = (right - left) / all.length;
  const changes = all.flatMap(({ outcome, promise }) => [outcome, promise]);
  const air = (Math.max(...changes.map(Math.abs)) || 1) * (isWide ? 0.16 : 0.06);
  const y = scale([Math.min(0, ...changes) - air, Math.max(0, ...changes) + air], [bottom - 20, top]);
  const middleOf = (i: number): number => left + column * (i + 0.5);
  const bar = (x: number, from: number, width: number, to: number): string =>
    `M${x} ${from}h${width}V${to}h${-width}z`;
  const legend = top - (isWide ? 7 : 21);
  const columns = all.map(({ parameter, outcome, promise }, i) => ({
    parameter,
    d: pillOf({ x: middleOf(i), y: (top + bottom) / 2 }, { width: column, height: bottom - top + 16 }, 8),
    label: `${wordsOf(parameter)}: the loss changes by ${format(outcome, 6)}, promised ${format(promise, 6)}`,
  }));
  const bars = all.map(({ outcome }, i) => bar(middleOf(i) - column * 0.2, y(0), column * 0.4, y(outcome)));
  const rings = all.map(({ promise }, i) => circlePath({ x: middleOf(i), y: y(promise) }, isWide ? 6 : 4.5));
  const ring = circlePath({ x: left + (isWide ? 152 : 100), y: legend - 5 }, isWide ? 6 : 5);

  const texts: Text[] = [];
  const say = (text: string | number, x: number, line: number, anchor: Anchor = 'start'): void => {
    texts.push({ text, x, y: line, size, anchor });
  };
  for (const [i, { parameter, outcome, promise }] of all.entries()) {
    const x = middleOf(i);
    /** Past the bar or past the ring, whichever reaches farther. */
    const farther = Math.abs(outcome) > Math.abs(promise) || outcome * promise < 0 ? outcome : promise;
    const end = y(farther) + (farther < 0 ? 22 : -12);
    const q = `nudge.outcome:${parameter}`;
    if (isWide) texts.push(lineAt(format(outcome, 4, 4), 'number loss haloed', x, end, 12.5, q, outcome));
    const look = parameter === nudge.parameter ? 'letter ink' : 'letter';
    texts.push(lineAt(textOf(parameter), look, x, bottom + (isWide ? 6 : 4), size));
  }
  say(isWide ? 'what the loss did' : 'what it did', left + 18, legend);
  say(isWide ? 'what its gradient promised' : 'promised', left + (isWide ? 164 : 111), legend);
  if (isWide) say(0, left - 6, y(0) + 5, 'end');
  else
    texts.push({
      text: `${textOf(nudge.parameter)}: `,
      look: 'letter ink',
      x: right,
      y: legend,
      size,
      anchor: 'end',
      parts: [{ text: write(nudge.outcome), look: 'number loss', q: 'nudge.outcome', value: nudge.outcome }],
    });
  return {
    columns,
    picture: {
      lines: [
        { look: 'floor', d: `M${left} ${y(0)}H${right}` },
        { look: 'column', d: columns[all.indexOf(nudge)]?.d ?? '' },
        { look: 'bar', d: [bar(left, legend - 11, 12, legend + 1), ...bars].join('') },
        { look: 'promised', d: [ring, ...rings].join('') },
      ],
      texts,
    },
  };
};
