import { expressionOf } from '../../story/expression.ts';
import type { ShownLine } from '../../story/sums.ts';
import { textOf } from '../../story/symbol.ts';
import { toneOf, type Part, type Text } from '../texts.ts';
import type { PathSum, Progress, WrittenWay } from './model.ts';

/** What a path is called beside the others of its view. */
export const nameOf = ({ view }: Pick<PathSum, 'view'>, { units, example }: WrittenWay): string => {
  if (view === 'days') return `on day ${(example ?? NaN) + 1}`;
  return `through unit ${units.at(view === 'weight' ? -1 : 0) ?? '—'}`;
};

/** A factor after another one: a negative one stands in brackets. */
export const factor = (text: string, index: number): string =>
  index > 0 && text.startsWith('−') ? `(${text})` : text;

/** A part of a sum, likewise. */
const addend = factor;

/** The factors of a product as they are shown, in one line; closer together where room is short. */
export const productOf = ({ operands }: ShownLine, times = ' × '): string => operands.map(factor).join(times);

/** The same as parts of a line: letters, of which those that the ribbons have reached, from the loss end on, are numbers. */
export const factorsOf = (line: ShownLine, reached: number, times = ' × '): readonly Part[] =>
  expressionOf(line.op)
    .tokens.filter((token) => 'id' in token)
    .flatMap(({ id, value }, i): readonly Part[] => [
      { text: i > 0 ? times : '', look: 'letter' },
      i < reached
        ? {
            text: factor(line.operands[i] ?? '—', i),
            look: `number ${id.startsWith('gate') ? 'quiet' : toneOf(id)}`,
            q: id,
            value,
          }
        : { look: 'letter', ...letterOf(id) },
    ]);

/** The letter of a factor, whatever the day: δ for what comes from the loss. */
export const letterOf = (id: string): Part =>
  id.startsWith('dz')
    ? { text: 'δ' }
    : id.startsWith('gate')
      ? { text: 'gate' }
      : { symbol: id.replace(/@\d+$/, '') };

/** A product or a sum at the right of its row, once it is there. */
export const resultAt = (
  { op, result }: ShownLine,
  isThere: boolean,
  place: Pick<Text, 'x' | 'y' | 'size'>,
  written = result,
): Text => ({
  anchor: 'end',
  isCentred: true,
  ...place,
  ...(isThere
    ? { text: written, look: 'number gradient', q: op.id, value: op.value }
    : { text: '—', look: 'number unknown' }),
});

/** The sign before a result. */
export const equals = ({ isExact }: ShownLine): string => (isExact ? '=' : '≈');

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** «3 paths from x₁, 2 of them open» */
export const countOf = ({ source, sizes, count, ways }: PathSum): string => {
  const open = ways.filter(({ isOpen }) => isOpen).length;
  const are = open === count ? 'all open' : open === 0 ? 'all shut' : `${open} open`;
  return `${plural(count, 'path')} from ${textOf(source, sizes)}, ${are}`;
};

/** The figure in words, as far as it has been told. */
export const describe = (sum: PathSum, { flow, added }: Progress): string => {
  const { ways, groups, total, sizes, view } = sum;
  const told = [`${countOf(sum)}.`];
  if (flow === 1)
    for (const way of ways) {
      const name = view === 'deep' ? `unit ${way.units.join(', then unit ')}` : nameOf(sum, way);
      told.push(`${name}: ${productOf(way.line)} ${equals(way.line)} ${way.line.result}.`);
    }
  if (added === 1) {
    for (const group of groups)
      told.push(`${group.operands.map(addend).join(' + ')} ${equals(group)} ${group.result}.`);
    const parts = view === 'days' ? productOf(total) : total.operands.map(addend).join(' + ');
    told.push(`${parts} ${equals(total)} ${total.result}, which is ${textOf(total.op.id, sizes)}.`);
  }
  return told.join(' ');
};
