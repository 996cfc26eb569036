import { kindOf, textOf } from '../../story/symbol.ts';
import { fitted, widthOf } from '../layout/type.ts';
import { inputLabels } from './column.ts';
import { gradientText, type Label, type Written } from './label.ts';
import { roomBeside, userOf, wireOf, type Layout } from './layout.ts';
import { isKnown, type GraphView, type NodeView, type Walked } from './model.ts';

/** Between the parts of a parameter's line, px. */
const SPACE = 5;

/** From an operation's edge down to the middle of what stands under it: right there, or under its turn or the loss's own 1. */
const UNDER = { node: 14, turn: 27 } as const;

/** A parameter over the operation that uses it: its letter, its value, its gradient. */
const parameterLabels = (
  node: NodeView,
  { nodes, font }: Layout,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const user = nodes.get(userOf(node.id));
  if (!user) return [];
  const isSum = node.id.startsWith('b');
  const letter = textOf(node.id, view.sizes);
  const most = 4.4 * font;
  const data = fitted(node.data.value, most, font, 4);
  const gradient = gradientText(node.gradient, most, font);
  const widths = [letter, data, gradient].map((text) => widthOf(text, font));
  const whole = widths.reduce((sum, width) => sum + width + SPACE, -SPACE);
  // Over a sum, whose parts come in from the left, it stands to the right of its middle.
  const x = isSum ? user.x - 9 : Math.max(user.x - whole / 2, user.x - (user.column === 4 ? 50 : whole));
  const y = user.y - user.r - 0.85 * font - 1;
  const [first = 0, second = 0] = widths;
  const isNow = walked.current !== undefined && view.legs[walked.current]?.to === node.id;
  const at = { y, anchor: 'start' } as const;
  return [
    { ...at, key: `letter ${node.id}`, text: letter, x: x + first, anchor: 'end', tone: 'letter' },
    {
      ...at,
      key: node.data.id,
      text: data,
      x: x + first + SPACE,
      tone: 'number signal',
      quantity: node.data,
    },
    ...(isKnown(node, walked)
      ? [
          {
            ...at,
            key: node.gradient.id,
            text: gradient,
            x: x + first + second + 2 * SPACE,
            tone: 'number gradient',
            quantity: node.gradient,
            isNow,
          },
        ]
      : []),
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
  const isNow = walked.current !== undefined && view.legs[walked.current]?.to === node.id;
  const most = isLoss ? 2 * (width - at.x) - 4 : room;
  const base = { x, anchor: 'middle' } as const;
  return [
    {
      ...base,
      key: node.data.id,
      text: fitted(node.data.value, most, font, 4),
      y: at.y - off,
      tone: isLoss ? 'number loss' : 'number signal',
      quantity: node.data,
    },
    ...(isKnown(node, walked)
      ? [
          {
            ...base,
            key: node.gradient.id,
            text: node.gradient.id === 'graph.seed' ? '1' : gradientText(node.gradient, most, font),
            y: at.y + off,
            tone: 'number gradient',
            quantity: node.gradient,
            isNow,
          },
        ]
      : []),
  ];
};

/**
 * The local rate, under the operation whose it is: on the edge it would lie on what the edge carries. Only the edges into the
 * first products have nothing else on them.
 */
const rateLabels = (
  layout: Layout,
  width: number,
  view: GraphView,
  { current }: Walked,
): readonly Written[] => {
  const leg = current === undefined ? undefined : view.legs[current];
  const local = leg?.op.operands[1];
  const wire = leg && wireOf(layout, width, leg.to, leg.node);
  if (!leg || !local || !wire) return [];
  const kind = kindOf(local.id);
  const text =
    local.id === 'graph.one'
      ? '1'
      : fitted(local.value, 42, layout.font, 4, local.id.startsWith('gate') ? 0 : 2);
  const node = layout.nodes.get(leg.node);
  const isUnder = node !== undefined && node.column !== 1;
  const below = layout.pitch >= 70 || node?.column === 7 ? UNDER.turn : UNDER.node;
  const whole = widthOf(`×${text}`, layout.font) + 1;
  const middle = isUnder
    ? Math.min(node.x, width - whole / 2 - 2)
    : Math.min(wire.middle.x, wire.from.x - whole / 2 - 3);
  const from = middle - whole / 2;
  const at = { y: isUnder ? node.y + node.r + below : wire.middle.y, anchor: 'start' } as const;
  return [
    { ...at, key: 'times', text: '×', x: from, tone: 'letter' },
    {
      ...at,
      key: `rate ${local.id}`,
      text,
      x: from + widthOf('×', layout.font) + 1,
      tone: `number ${kind === 'parameter' ? 'signal' : kind === 'count' ? 'ink' : kind}`,
      quantity: local,
    },
  ];
};

/** An operation's two numbers over and under it, where edges have no room for them. */
const stackedLabels = (
  node: NodeView,
  layout: Layout,
  view: GraphView,
  walked: Walked,
): readonly Written[] => {
  const at = layout.nodes.get(node.id);
  if (!at || node.op === 'leaf') return [];
  const { font } = layout;
  const off = at.r + 0.5 * font + 1.5;
  const base = { x: at.x, anchor: 'middle' } as const;
  const room = 4.17 * font;
  const isNow = walked.current !== undefined && view.legs[walked.current]?.to === node.id;
  const isLoss = node.op === 'loss';
  const data: Written = {
    // At the edge of the figure, over what stands beside it.
    ...(isLoss ? { x: at.x + at.r, anchor: 'end' } : base),
    key: node.data.id,
    text: fitted(node.data.value, room, font, 4),
    y: at.y - off - (isLoss ? 1.1 * font : 0),
    tone: isLoss ? 'number loss' : 'number signal',
    quantity: node.data,
  };
  if (!isKnown(node, walked)) return [data];
  const text = node.gradient.id === 'graph.seed' ? '1' : gradientText(node.gradient, room, font);
  return [
    data,
    {
      ...base,
      key: node.gradient.id,
      text,
      y: at.y + off,
      tone: 'number gradient',
      quantity: node.gradient,
      isNow,
    },
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
