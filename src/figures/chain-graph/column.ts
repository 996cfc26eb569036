import { under } from '../../engine/index.ts';
import { textOf } from '../../story/symbol.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Written } from './label.ts';
import type { Layout, Node } from './layout.ts';
import { isKnown, type Addition, type GraphView, type NodeView, type Walked } from './model.ts';

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
  /** A number in the column, or what is still to come. */
  const inColumn = (
    { id, value, text }: Addition['total'] | Addition['parts'][number],
    y: number,
    isThere: boolean,
    tone = '',
  ): Written => ({
    key: id,
    x: right,
    y,
    anchor: 'end',
    ...(isThere
      ? {
          text: widthOf(text, font) <= room ? text : fitted(value, room, font, 4),
          tone: `number gradient${tone}`,
          quantity: { id, value },
        }
      : { text: '—', tone: 'unknown' }),
  });
  const own: readonly Written[] = [
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
  ];
  if (arrived === 0) return own;
  const pluses = parts.slice(1).map(({ id }, i): Written => ({
    key: `plus ${id}`,
    text: '+',
    x: right - room - 5,
    y: line(i + 1),
    anchor: 'end',
    tone: 'letter',
  }));
  return [
    ...own,
    ...pluses,
    ...parts.map((part, i) => ({
      ...inColumn(part, line(i), i < arrived),
      isNow: i < arrived && walked.current === node.arrivals[i],
    })),
    inColumn(total, line(parts.length), isKnown(node, walked), ' strong'),
  ];
};
