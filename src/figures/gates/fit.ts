import { at } from '../../engine/index.ts';
import { edgeOf } from '../layout/edges.ts';
import type { Geometry } from '../layout/geometry.ts';
import { held, pointsOn } from '../layout/shapes.ts';
import { boxOfText, LEAST_TYPE, widthOf } from '../layout/type.ts';
import type { Seen } from '../network/seen.ts';
import { settled } from '../network/settle.ts';
import { letter, number, word, type Text } from '../network/text.ts';

// What the glass box keeps to be read where there is little room: names, and the number of the chosen line.

/** Smaller than this a number with a name over it is told as that. */
const SMALL = 0.001;

/** Under its name a number too long for one line is told by its bound: a power of ten over two lines would cover the name. */
export const withName = (texts: readonly Text[], g: Geometry): readonly Text[] =>
  texts.flatMap((text): readonly Text[] => {
    const value = text.quantity?.value;
    if (!text.over || !text.quantity || value === undefined || value === 0) return [text];
    if (Math.abs(value) >= SMALL) return [text];
    // With no name to cover, and a sign before the bound, the power is the shorter of the two.
    const isNamed = g.capsule.height > 30;
    if (!isNamed && value < 0) return [text];
    const y = isNamed ? text.at.y : (text.over.at.y + text.at.y) / 2;
    // As wide as the other, with its sign.
    const bound = value < 0 ? `>−${String(SMALL).slice(1)}` : `<${SMALL}`;
    const { key, anchor, look, quantity } = text;
    const size = value < 0 || !isNamed ? LEAST_TYPE : Math.min(g.type.number, 13);
    const half = widthOf(bound, size) / 2;
    const middle = held((text.over.at.x + text.at.x) / 2, half + 1, g.width - half - 1);
    const written: Text = {
      key,
      anchor,
      look,
      quantity,
      text: bound,
      at: { x: middle, y },
      size,
      box: boxOfText({ x: middle, y }, 2 * half, size),
    };
    return isNamed ? [letter(g, text.key, text.over.at, g.type.letter), written] : [written];
  });

/** Where capsules have no names in them, the names stand once over each column. */
export const letterRow = (g: Geometry): readonly Text[] => {
  if (g.density !== 'dense') return [];
  const y = g.headings.y + ROW;
  const last = g.neurons.length - 1;
  return g.neurons.flatMap((units, l) => {
    const { x } = at(units, 0).at;
    const quarter = g.capsule.width / 4;
    return [
      word(`names z ${l}`, 'z', { x: x - quarter, y }, g.type.letter),
      word(`names a ${l}`, l === last ? 'ŷ' : 'a', { x: x + quarter, y }, g.type.letter),
    ];
  });
};

const ROW = 17;

/** So many places along the chosen line are tried for its number, the middle first. */
const PLACES = 24;

/**
 * The number of the chosen weight, where it is written no other way: along its line, where it covers no unit and no number.
 * Undefined where there is no such place.
 */
export const chosenLabel = (
  seen: Seen,
  g: Geometry,
  line: string,
  standing: readonly Text[],
): Text | undefined => {
  if (!line.startsWith('w.')) return undefined;
  const size = g.type.letter;
  const style = { room: 6 * size, decimals: g.labelDecimals, look: 'signal', isCovering: true };
  return pointsOn(edgeOf(g, line), PLACES)
    .map((point, i) => ({ point, off: Math.abs(i - PLACES / 2) }))
    .toSorted((a, b) => a.off - b.off)
    .flatMap(({ point }) => {
      const text = number(line, seen.known.get(line), point, size, style);
      return (
        settled([{ ...text, box: text.plate?.box ?? text.box, yields: 'aside' }], standing, g).get(line) ?? []
      );
    })[0];
};
