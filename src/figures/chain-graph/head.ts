import { formatCount } from '../../story/format.ts';
import type { Area } from '../layout/small-net.ts';
import { centred, toneOf, type Text } from '../texts.ts';
import type { Written } from './frames.ts';
import type { Forward, GraphView, WrittenLeg } from './model.ts';
import { stripOf } from './strip.ts';
import { nameOf } from './words.ts';

// The line over the graph, or under it: the edge under way as arithmetic, or what walks both ways pass.

/** Large type in the middle of a box, and small type off it by so much. */
const typeIn = ({ y, height }: Area) => ({
  isHigh: height >= 90,
  large: height >= 90 ? 30 : height >= 66 ? 22 : 18,
  middle: y + height / 2,
});

/** incoming × local = outgoing; the numbers come one after the other, then the last is on its way. Less than none of it: waiting. */
export const stripIn = (box: Area, view: GraphView, leg: WrittenLeg, fraction: number): Written => {
  const { isHigh, large, middle } = typeIn(box);
  const { cells, font, small, signs } = stripOf(view, leg, box.x, box.width, large);
  const off = font * 0.5 + small * 0.85 + (isHigh ? 8 : 2);
  const isThere = (i: number): boolean => fraction >= (i === 2 ? 0.4 : i * 0.15);
  const last = isThere(2) ? cells.slice(2) : [];
  return {
    texts: [
      ...cells.flatMap(({ key, x, id, value, text, symbol }, i) => [
        centred(key, 'heading', x, middle - off, small),
        isThere(i)
          ? {
              ...centred(text, `number ${key === 'local' ? toneOf(id) : 'gradient'}`, x, middle, font),
              q: id,
              value,
            }
          : centred('—', 'unknown', x, middle, font),
        centred(fraction < 0 ? '' : symbol, 'letter', x, middle + off, small),
      ]),
      ...signs.map(({ text, x }) => centred(text, 'letter', x, middle, font)),
    ],
    frames: last.map(({ x, width }) => ({
      look: 'same',
      x: x - width / 2 - font * 0.35,
      y: middle - font * 0.68,
      width: width + font * 0.7,
      height: font * 1.36,
      round: font * 0.68,
    })),
  };
};

/** What one walk back and all walks forward pass, counted in edges. */
export const walksIn = (box: Area, view: GraphView, forward: Forward): readonly Text[] => {
  const { isHigh, large, middle } = typeIn(box);
  const small = isHigh ? 13.5 : 12.1;
  const off = large * 0.5 + small * 0.85 + (isHigh ? 6 : 2);
  const leaves = view.nodes.filter(({ turn }) => turn === undefined).length;
  const walk = (
    share: number,
    name: string,
    tone: string,
    edges: number,
    q: string | undefined,
    under: string,
  ): readonly Text[] => {
    const x = box.x + box.width * share;
    return [
      centred(name, 'heading', x, middle - off, small),
      {
        ...centred('', tone, x, middle, large),
        parts: [
          { text: formatCount(edges), look: 'number', q, value: q === undefined ? undefined : edges },
          { text: ' edges', look: 'letter', size: small },
        ],
      },
      centred(under, 'letter', x, middle + off, small),
    ];
  };
  return [
    ...walk(0.25, 'backward', 'gradient', view.legs.length, 'graph.edges', `1 walk, ${leaves} gradients`),
    ...walk(
      0.75,
      'forward',
      'signal',
      forward.edges,
      forward.isOver ? 'graph.forward' : undefined,
      `walk ${forward.walk} of ${leaves}, from ${nameOf(forward.leaf, view)}`,
    ),
  ];
};
