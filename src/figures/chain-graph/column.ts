import { under } from '../../engine/index.ts';
import { textOf } from '../../story/symbol.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Written } from './label.ts';
import type { Layout, Node } from './layout.ts';
import { isKnown, type GraphView, type NodeView, type Walked } from './model.ts';

// What arrives at an input, added in a column, as one would on paper.

/** Where such a column is, px. */
export interface Column {
  /** Its digits end here, and are at most so wide. */
  readonly right: number;
  readonly room: number;
  /** The middle of a line; the last is the total's. */
  readonly line: (index: number) => number;
  /** Of the line over the total. */
  readonly rule: number;
}

/** The column of an input: over the upper one, under the lower. */
export const columnAt = ({ x, y, r }: Node, { nodes, font }: Layout, parts: number): Column => {
  const isUpper = y < under(nodes, 'loss').y;
  const row = font * 1.22;
  const right = Math.max(x + r + 5, 5 + widthOf('+ −0.0000', font));
  const top = isUpper ? y - r - 6 - row * (parts + 1) : y + r + 8;
  return {
    right,
    room: right - 4.5 - widthOf('+ ', font),
    line: (index) => top + row * (index + 0.5) + (index === parts ? 3 : 0),
    rule: top + row * parts + 1,
  };
};

/** An input's own number, and beside it what has arrived there, added in a column once all of it is there. */
export const inputLabels = (
  node: NodeView,
  layout: Layout,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const at = layout.nodes.get(node.id);
  const addition = view.additions.get(node.id);
  if (!at || !addition) return [];
  const { parts, total } = addition;
  const { font } = layout;
  const { right, room, line } = columnAt(at, layout, parts.length);
  const arrived = node.arrivals.filter((leg) => leg < walked.done).length;
  return [
    {
      key: `letter ${node.id}`,
      text: textOf(node.id, view.sizes),
      x: at.x,
      y: at.y - font * 0.62,
      anchor: 'middle',
      tone: 'letter',
    },
    {
      key: node.data.id,
      text: fitted(node.data.value, at.r * 1.8, font + 1, 4),
      x: at.x,
      y: at.y + font * 0.58,
      anchor: 'middle',
      tone: 'number signal',
      quantity: node.data,
      size: font + 1,
    },
    ...(arrived === 0
      ? []
      : [
          ...parts.flatMap((part, i): readonly Written[] => {
            const place = { y: line(i), anchor: 'end' } as const;
            const plus: readonly Written[] =
              i > 0
                ? [{ ...place, key: `plus ${part.id}`, text: '+', x: right - room - 5, tone: 'letter' }]
                : [];
            // What is still to come.
            if (i >= arrived)
              return [...plus, { ...place, key: part.id, text: '—', x: right, tone: 'unknown' }];
            const text = widthOf(part.text, font) <= room ? part.text : fitted(part.value, room, font, 4);
            const isNow = walked.current === node.arrivals[i];
            return [
              ...plus,
              { ...place, key: part.id, text, x: right, tone: 'number gradient', quantity: part, isNow },
            ];
          }),
          isKnown(node, walked)
            ? {
                key: total.id,
                text: widthOf(total.text, font) <= room ? total.text : fitted(total.value, room, font, 4),
                x: right,
                y: line(parts.length),
                anchor: 'end' as const,
                tone: 'number gradient strong',
                quantity: total,
              }
            : {
                key: total.id,
                text: '—',
                x: right,
                y: line(parts.length),
                anchor: 'end' as const,
                tone: 'unknown',
              },
        ]),
  ];
};
