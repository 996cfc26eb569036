import { at as nth } from '../../engine/index.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Part, type Text } from '../texts.ts';
import type { Layout, PlacedLine } from './layout.ts';
import type { Name } from './model.ts';

/** Letters of quantities are slanted, as in a formula. */
const SLANTED: Readonly<Record<string, string>> = {
  W: '𝑊',
  b: '𝑏',
  x: '𝑥',
  z: '𝑧',
  δ: '𝛿',
  '∂': '𝜕',
  L: '𝐿',
};

/** What a table is called, at the end of a text: its letter, and a T where it lies on its side. */
export const nameParts = ({ letter, isTurned }: Name): readonly Part[] => [
  { text: [...letter].map((mark) => SLANTED[mark] ?? mark).join(''), look: 'formula' },
  ...(isTurned ? [{ text: 'T', look: 'turned', dy: '-0.42em' }] : []),
];

/** What stands between the tables. */
export const signTexts = ({ signs }: PlacedLine, { box, font }: Layout): readonly Text[] =>
  signs.map(({ sign, x }) => lineAt(sign, 'letter', x, box.y + box.height / 2 + 6, font));

/** What the tables are called, but for the first so many, and their shapes: the lengths that have to agree stand out. */
export const tableTexts = (
  { blocks }: PlacedLine,
  { font, isLarge, shapes }: Layout,
  hasShapes: boolean,
  unnamed: number,
): readonly Text[] =>
  blocks.flatMap(({ block, x, y, width }, i): readonly Text[] => {
    const place = { text: '', x: x + width / 2, anchor: 'middle' } as const;
    const name = { ...place, look: 'name', y: y - 11, size: font, parts: nameParts(block) };
    const shape = {
      ...place,
      y: shapes,
      size: isLarge ? 13.5 : 12.2,
      parts: [
        { text: block.rows.length, look: i === 1 ? 'inner' : '' },
        { text: ' × ' },
        { text: nth(block.rows, 0).length, look: i === 0 ? 'inner' : '' },
      ],
    };
    return [...(i < unnamed ? [] : [name]), ...(hasShapes ? [shape] : [])];
  });

/** Which way the network is read, under it. */
export const wayPicture = ({ net, netBox }: Layout, isBack: boolean): Picture => {
  const x = nth(net.inputs, 0).x + net.radius + 4;
  const y = netBox.height - 1;
  return {
    lines: [
      isBack
        ? { look: 'way back', d: `M${x + 118} ${y}H${x + 4}m9 -5l-9 5l9 5` }
        : { look: 'way', d: `M${x} ${y}h114m-9 -5l9 5l-9 5` },
    ],
    texts: [
      {
        text: isBack ? 'read right to left' : 'read left to right',
        look: isBack ? 'gradient' : 'signal',
        x: x + 126,
        y: y + 4.5,
        size: 13,
      },
    ],
  };
};
