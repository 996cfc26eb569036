import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { widthOf, type Box } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import type { Text, Words } from '../texts.ts';
import { agreeing, type Compared } from './model.ts';

const DECIMALS = 11;

/** The same numbers digit by digit: coloured as far as both agree. */
export const digitsPicture = (
  rows: readonly Compared[],
  { left, right, bottom }: Box,
  titleSize: number,
): Picture => {
  const wide = right - left;
  const size = Math.min(titleSize, wide / 25);
  const top = titleSize * 2.6;
  const pitch = (bottom - titleSize * 1.4 - top) / (rows.length + 1);
  /** Both with as many decimals as there is room for beside each other; a power of ten takes some of it. */
  const written = (claimed: number, measured: number, decimals = DECIMALS): readonly [string, string] => {
    const [a, b] = [format(claimed, decimals, decimals), format(measured, decimals, decimals)];
    const isFit = Math.max(widthOf(a, size), widthOf(b, size)) < wide * 0.41;
    return isFit || decimals <= 2 ? [a, b] : written(claimed, measured, decimals - 1);
  };
  /** Two texts in a line that end where their columns do. */
  const pair = (line: number, claimed: Words, measured: Words): readonly Text[] =>
    [
      { ...claimed, x: left + wide * 0.58 },
      { ...measured, x: right },
    ].map((text) => ({ ...text, y: top + pitch * line, size, anchor: 'end' }));
  const number = (text: string, agree: number, tone: string) => ({
    text: '',
    look: 'number letter',
    parts: [{ text: text.slice(0, agree), look: tone }, { text: text.slice(agree) }],
  });
  return {
    lines: [],
    texts: [
      { text: 'digit by digit', look: 'strong', x: left, y: titleSize, size: titleSize },
      ...pair(0, { text: 'came backward', look: 'gradient' }, { text: 'measured', look: 'signal' }),
      ...rows.flatMap(({ id, claimed, measured }, i) => {
        const [a, b] = written(claimed, measured);
        const agree = claimed === 0 && measured === 0 ? 1 : agreeing(a, b);
        return [
          { text: textOf(id), x: left, y: top + pitch * (i + 1), size },
          ...pair(
            i + 1,
            { ...number(a, agree, 'gradient'), q: `d${id}`, value: claimed },
            number(b, agree, 'signal'),
          ),
        ];
      }),
    ],
  };
};
