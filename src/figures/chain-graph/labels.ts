import { textOf } from '../../story/symbol.ts';
import { baselineAt, fitted, widthOf } from '../layout/type.ts';
import { toneOf } from '../texts.ts';
import { inputLabels } from './column.ts';
import type { Written as Drawn } from './frames.ts';
import type { Label, Written } from './label.ts';
import { roomBeside, userOf, wireOf, type Layout } from './layout.ts';
import {
  isKnown,
  legAt,
  type Forward,
  type GraphView,
  type Named,
  type NodeView,
  type Walked,
} from './model.ts';

/** Between the parts of a parameter's line, px. */
const SPACE = 5;

/** From an operation's edge down to the middle of what stands under it: right there, or under its turn or the loss's own 1. */
const UNDER = { node: 14, turn: 27 } as const;

type Place = Pick<Written, 'x' | 'y' | 'anchor'>;

const valueLabel = ({ op, data }: NodeView, room: number, size: number, place: Place): Written => ({
  ...place,
  key: data.id,
  text: fitted(data.value, room, size, 4),
  tone: op === 'loss' ? 'number loss' : 'number signal',
  quantity: data,
});

/** A gradient as it is written where there are `room` px for it: always with four decimals where they fit. */
const gradientText = ({ id, value }: Named, room: number, size: number): string =>
  id === 'graph.seed' ? '1' : fitted(value, room, size, 4, 4);

/** How the loss answers to a node, once that is known. */
const gradientLabels = (
  node: NodeView,
  view: GraphView,
  walked: Walked,
  room: number,
  size: number,
  place: Place,
): readonly Written[] =>
  isKnown(node, walked)
    ? [
        {
          ...place,
          key: node.gradient.id,
          text: gradientText(node.gradient, room, size),
          tone: 'number gradient',
          quantity: node.gradient,
          isNow: legAt(view, walked)?.to === node.id,
        },
      ]
    : [];

/** A parameter over the operation that uses it: its letter, its value, its gradient. */
const parameterLabels = (
  node: NodeView,
  { nodes, font }: Layout,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const user = nodes.get(userOf(node.id));
  if (!user) return [];
  const letter = textOf(node.id, view.sizes);
  const most = 4.4 * font;
  const first = widthOf(letter, font);
  const second = widthOf(fitted(node.data.value, most, font, 4), font);
  const third = widthOf(gradientText(node.gradient, most, font), font);
  const whole = first + second + third + 2 * SPACE;
  // Over a sum, whose parts come in from the left, it stands to the right of its middle.
  const x = node.id.startsWith('b')
    ? user.x - 9
    : Math.max(user.x - whole / 2, user.x - (user.column === 4 ? 50 : whole));
  const from = (left: number): Place => ({
    x: x + left,
    y: user.y - user.r - 0.85 * font - 1,
    anchor: 'start',
  });
  return [
    { ...from(first), key: `letter ${node.id}`, text: letter, anchor: 'end', tone: 'letter' },
    valueLabel(node, most, font, from(first + SPACE)),
    ...gradientLabels(node, view, walked, most, font, from(first + second + 2 * SPACE)),
  ];
};

/** An operation's result over the edge that carries it, and how the loss answers to it under that. */
const operationLabels = (
  node: NodeView,
  layout: Layout,
  width: number,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const { nodes, font } = layout;
  const at = nodes.get(node.id);
  if (!at) return [];
  const isLoss = node.op === 'loss';
  // What is over an edge ends before the edge bends away.
  const room = roomBeside(layout, node.id, width);
  const x = isLoss ? at.x : at.x + at.r + 3 + room / 2;
  const off = isLoss ? at.r + 0.8 * font : 0.5 * font + (layout.pitch >= 70 ? 5 : 3.5);
  const most = isLoss ? 2 * (width - at.x) - 4 : room;
  return [
    valueLabel(node, most, font, { x, y: at.y - off, anchor: 'middle' }),
    ...gradientLabels(node, view, walked, most, font, { x, y: at.y + off, anchor: 'middle' }),
  ];
};

/**
 * The local rate, under the operation whose it is: on the edge it would lie on what the edge carries. Only the edges into the
 * first products have nothing else on them.
 */
const rateLabels = (layout: Layout, width: number, view: GraphView, walked: Walked): readonly Written[] => {
  const leg = legAt(view, walked);
  const local = leg?.op.operands[1];
  const wire = leg && wireOf(layout, width, leg.to, leg.node);
  if (!leg || !local || !wire) return [];
  const { font } = layout;
  const text =
    local.id === 'graph.one' ? '1' : fitted(local.value, 42, font, 4, local.id.startsWith('gate') ? 0 : 2);
  const node = layout.nodes.get(leg.node);
  const isUnder = node !== undefined && node.column !== 1;
  const below = layout.pitch >= 70 || node?.column === 7 ? UNDER.turn : UNDER.node;
  const whole = widthOf(`×${text}`, font) + 1;
  const middle = isUnder
    ? Math.min(node.x, width - whole / 2 - 2)
    : Math.min(wire.middle.x, wire.from.x - whole / 2 - 3);
  const x = middle - whole / 2;
  const at = { y: isUnder ? node.y + node.r + below : wire.middle.y, anchor: 'start' } as const;
  return [
    { ...at, key: 'times', text: '×', x, tone: 'letter' },
    {
      ...at,
      key: `rate ${local.id}`,
      text,
      x: x + widthOf('×', font) + 1,
      tone: `number ${toneOf(local.id)}`,
      quantity: local,
    },
  ];
};

/** An operation's two numbers over and under it, where edges have no room for them. */
const stackedLabels = (
  node: NodeView,
  { nodes, font }: Layout,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const at = nodes.get(node.id);
  if (!at || node.op === 'leaf') return [];
  const off = at.r + 0.5 * font + 1.5;
  const room = 4.17 * font;
  // At the edge of the figure, over what stands beside it.
  const over: Place =
    node.op === 'loss'
      ? { x: at.x + at.r, y: at.y - off - 1.1 * font, anchor: 'end' }
      : { x: at.x, y: at.y - off, anchor: 'middle' };
  return [
    valueLabel(node, room, font, over),
    ...gradientLabels(node, view, walked, room, font, { x: at.x, y: at.y + off, anchor: 'middle' }),
  ];
};

/** Every text of the graph. `hasRate`: the edge under way carries its local rate. */
export const labelsOf = (
  view: GraphView,
  layout: Layout,
  width: number,
  walked: Walked,
  hasRate: boolean,
): readonly Label[] =>
  [
    ...view.nodes.flatMap((node) => {
      if (layout.isStacked) return stackedLabels(node, layout, view, walked);
      if (node.op !== 'leaf') return operationLabels(node, layout, width, view, walked);
      return node.id.startsWith('x')
        ? inputLabels(node, layout, view, walked)
        : parameterLabels(node, layout, view, walked);
    }),
    ...(hasRate && layout.isLabelled ? rateLabels(layout, width, view, walked) : []),
  ].map((label) => {
    const size = label.size ?? layout.font;
    return { ...label, size, width: widthOf(label.text, size) };
  });

/** The same as it is drawn, the number that is being handed on in a frame; on a walk forward the letter of its leaf stands out. */
export const labelsIn = (
  view: GraphView,
  layout: Layout,
  width: number,
  walked: Walked,
  forward: Forward | undefined,
): Drawn => {
  const labels = layout.isLabelled || layout.isStacked ? labelsOf(view, layout, width, walked, !forward) : [];
  return {
    texts: labels.map(({ key, text, x, y, size, anchor, tone, quantity }) => ({
      text,
      look: `haloed ${tone}${key === `letter ${forward?.leaf}` ? ' signal strong' : ''}`,
      x,
      y: baselineAt(y, size),
      size,
      anchor,
      q: quantity?.id,
      value: quantity?.value,
    })),
    frames: labels
      .filter(({ isNow }) => isNow && !forward)
      .map(({ x, y, size, width: wide, anchor }) => ({
        look: 'same',
        x: x - { start: 0, middle: 0.5, end: 1 }[anchor] * wide - 4,
        y: y - size * 0.66,
        width: wide + 8,
        height: size * 1.32,
        round: size * 0.66,
      })),
  };
};
